"""What changed in the draft of a module since it was exported last."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from capture.drafts.reading import ModulePage, session_of
from capture.screens.dialog import Listing
from capture.screens.drafting.list_screen import ModuleListScreen
from capture.screens.drafting.words import last_told
from capture.screens.showing import MUTED
from capture.screens.wishes import OpenReview
from sessions.i18n import gettext as _
from sessions.text import clean_line

if TYPE_CHECKING:
    from exports.changes import Change, Changed


class ChangeList(Listing):
    """The changes, with their Enter at the bottom."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "select", _("Review"), id="change_review", tooltip=_("To this fragment in the review")
        ),
    ]


class ChangesScreen(ModuleListScreen):
    """New, changed, moved, gone; Enter reviews the fragment."""

    what = _("What changed")
    list_type = ChangeList

    @property
    def about(self) -> str:
        return _(
            "What is different in the draft of this module from the one that was exported last for the same "
            "readers. New and changed are shown with their words; of what is gone nothing was kept, only where it "
            "stood. Enter opens the review at the fragment."
        )

    def show(self, page: ModulePage) -> None:
        self.say(last_told(page.last))
        self.listing.clear_options()
        for number, changed in enumerate(page.last.changed if page.last else ()):
            self.listing.add_option(Option(_line(changed, page), id=str(number)))
        if self.listing.options:
            self.listing.highlighted = 0

    @on(OptionList.OptionSelected)
    def _review(self, event: OptionList.OptionSelected) -> None:
        last = self.page.last if self.page else None
        changed = last.changed[int(event.option_id or 0)] if last else None
        if changed and changed.entry.segments and changed.change != "gone":
            segment_id = min(changed.entry.segments)
            self.in_background(lambda: OpenReview(session_of(self.programme, segment_id), segment_id))


def _line(changed: "Changed", page: ModulePage) -> Content:
    head = f"{_change(changed.change)}  {_place(changed.entry.place, page)}"
    told = Content.assemble((head, "bold"))
    if changed.was and changed.was != changed.entry.place:
        told += Content.styled("  " + _("(was: {place})").format(place=_place(changed.was, page)), MUTED)
    if changed.text:
        reference = Content.styled(f" [{changed.reference}]" if changed.reference else "", MUTED)
        told += Content("\n  " + clean_line(changed.text)) + reference
    return told


def _change(change: "Change") -> str:
    names = {
        "new": _("+ new"),
        "text": _("~ changed"),
        "moved": _("> moved"),
        "gone": _("- gone"),
    }
    return names[change.value]


def _place(place: str, page: ModulePage) -> str:
    """The topic of a place; what stands elsewhere is called by what it is."""
    slug = place.partition("/")[0]
    named = {
        "comparison": _("Experts beside each other"),
        "quote": _("Why it matters"),
        "cases": _("Practice cases"),
    }
    return clean_line(page.topics.get(slug) or named.get(slug, slug))
