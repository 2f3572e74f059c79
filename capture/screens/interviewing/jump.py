"""To any question: the guide in a list, narrowed down by typing."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input

from capture.interviewing.state import Snapshot
from capture.screens.interviewing.guide_list import GuideList, lines
from capture.screens.search_list import SearchList
from sessions.i18n import gettext as _


class JumpDialog(SearchList):
    """All questions with how far they are; gives the id of the chosen one."""

    def __init__(self, now: Snapshot) -> None:
        super().__init__(
            _("To which question?"), _("Type to search, ↑ ↓ choose, Enter goes there, Esc closes."), "jump"
        )
        self.now = now

    def parts(self) -> Iterable[Widget]:
        yield Input(placeholder=_("a word from the question, its topic or its module"), compact=True)
        yield GuideList()

    def begin(self) -> None:
        """List everything, and stand on the question at hand."""
        super().begin()
        self.listing.choose(self.now.standing.question.id)

    @property
    def listing(self) -> GuideList:
        """The questions that match."""
        return self.query_one(GuideList)

    def show_matches(self, wanted: str) -> None:
        """List the questions that match."""
        shown = lines(self.now, wanted, in_words=True)
        self.listing.show(shown)
        first = next((i for i, _line in shown if i), "")
        self.listing.choose(first)
