"""What several experts said in nearly the same words: it stands as one in the draft, and can be kept apart."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from capture.drafts.reading import ModulePage, Wording, read_page
from capture.naming import who_works
from capture.screens.drafting.list_screen import ModuleListScreen
from capture.screens.showing import MUTED
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.text import clean_line


class FoldedScreen(ModuleListScreen):
    """Every statement that stands for several, with the words of each; below them what is kept apart."""

    what = _("Folded statements")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "x",
            "apart",
            _("Apart/together"),
            id="draft_apart",
            tooltip=_("Let this wording stand by itself, or together again"),
        ),
    ]

    @property
    def about(self) -> str:
        return _(
            "What several experts said in nearly the same words stands once in the draft, with all the places where it "
            "was said. ● is the wording that stands there, ○ the others. {apart} lets a wording stand by itself: it "
            "comes below, with ×, and {apart} there puts it together again. Nothing is lost by either."
        ).format(apart=self.key("draft_apart"))

    def show(self, page: ModulePage) -> None:
        chosen = self.listing.highlighted or 0
        folded = sum(len(fold.wordings) > 1 for fold in page.folds)
        self.say(_told(folded, self.key("draft_apart")))
        self.listing.clear_options()
        self.listing.add_options([Option(_line(w, n), id=str(w.segment_id)) for w, n in _wordings(page)])
        if self.listing.options:
            self.listing.highlighted = min(chosen, self.listing.option_count - 1)

    @on(OptionList.OptionSelected)
    def action_apart(self) -> None:
        """Keep the chosen wording apart, or let it fold again."""
        option = self.listing.highlighted_option
        if option is None or option.id is None or self.page is None:
            return
        segment_id = int(option.id)
        apart = any(w.segment_id == segment_id and w.apart for w, _n in _wordings(self.page))
        self.say(_("The draft is made again …"))
        self.in_background(lambda: self._settled(segment_id, fold_again=apart))

    def _settled(self, segment_id: int, *, fold_again: bool) -> Message:
        from sessions.store.folding import keep_apart, let_fold

        with self.programme.store() as store:
            if fold_again:
                let_fold(store, [segment_id])
            else:
                keep_apart(store, [segment_id], who_works())
        return self.Loaded(read_page(self.programme, self.which, self.audience))


def _wordings(page: ModulePage) -> Iterator[tuple[Wording, int]]:
    """Every wording with its number in its fold, from 0."""
    for fold in page.folds:
        yield from ((wording, number) for number, wording in enumerate(fold.wordings))


def _line(wording: Wording, number: int) -> Content:
    sign = "×" if wording.apart else ("○" if number else "●")
    whose = Content.styled(f"{clean_line(wording.label)}: ", "bold")
    where = Content.styled(f" [{wording.reference}]", MUTED)
    lead = f"  {sign} " if number else f"{sign} "
    kept = Content.styled(" " + _("kept apart"), MUTED) if wording.apart else Content("")
    return Content(lead) + whose + clean_line(wording.text) + where + kept


def _told(folded: int, key: str) -> str:
    if not folded:
        return _("Nothing in this module stands as one: nobody said nearly the same.")
    told = ngettext(
        "{n} statement stands for several; {key} lets a wording stand by itself.",
        "{n} statements stand for several; {key} lets a wording stand by itself.",
        folded,
    )
    return told.format(n=folded, key=key)
