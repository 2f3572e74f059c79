"""How far a fragment, or a whole answer, may go."""

from collections.abc import Sequence

from textual.content import Content

from capture.naming import level_name
from capture.screens.confirm import Confirm
from capture.screens.dialog import Choice
from sessions.fragments import Fragment
from sessions.i18n import N_, ngettext
from sessions.i18n import gettext as _
from sessions.release import Release

_MEANS = {
    Release.INTERNAL: N_("nothing of it leaves the company"),
    Release.PARTNERS: N_("may go into what the partners share"),
    Release.FREE: N_("may go anywhere"),
    Release.STRUCK: N_("goes into no document, no search and no training"),
}

_YES = {
    Release.PARTNERS: N_("Yes, to the partners"),
    Release.FREE: N_("Yes, free for everybody"),
    Release.STRUCK: N_("Yes, strike them"),
}


class ReleaseDialog(Choice[Release]):
    """The levels by their digits: by default all four."""

    def __init__(self, heading: str, now: Release, levels: Sequence[Release] = tuple(Release)) -> None:
        width = max(len(level_name(level)) for level in levels)
        choices = [
            (Content.assemble(level_name(level).ljust(width), "  ", (_(_MEANS[level]), "$secondary")), level)
            for level in levels
        ]
        super().__init__(heading, choices, chosen=levels.index(now) if now in levels else 0)


def ask_for_all(said: Sequence[Fragment], level: Release) -> Confirm | None:
    """The question before all of ``said`` is released at once; None where that keeps them in the company."""
    if level is Release.INTERNAL:
        return None
    count = len(said)
    struck = sum(fragment.segment.release is Release.STRUCK for fragment in said)
    heading = ngettext("{n} fragment: {level}?", "{n} fragments: {level}?", count)
    told = _(_MEANS[level])
    if struck and level is not Release.STRUCK:
        stays = ngettext("{n} that is struck stays struck.", "{n} that are struck stay struck.", struck)
        told += ". " + stays.format(n=struck)
    return Confirm(heading.format(n=count, level=level_name(level)), told, _(_YES[level]), _("No"))
