"""Microphones as lists of them show them."""

from collections.abc import Sequence

from textual.content import Content

from capture.recorder.microphones import Microphone
from capture.screens.showing import MUTED
from sessions.i18n import gettext as _
from sessions.text import clean_line


def in_use(there: Sequence[Microphone], key: str) -> Microphone | None:
    """The one that is listened to: by its ``key``, or the usual one where none was chosen."""
    return next((m for m in there if m.key == key or (not key and m.is_default)), None)


def microphone_line(microphone: Microphone, *, used: bool) -> Content:
    """A microphone on a line: the one in use marked, with what to know about it."""
    about = [
        _("in use") if used else "",
        _("the usual one") if microphone.is_default else "",
        _("in the laptop itself") if microphone.built_in else "",
        _("not a real microphone") if microphone.virtual else "",
    ]
    name = Content.styled(clean_line(microphone.name), "bold" if used else "")
    told = ", ".join(filter(None, about))
    return Content.assemble("● " if used else "○ ", name, (f"  {told}" if told else "", MUTED))
