"""The opening of a conversation: the words to read aloud, and the first questions."""

import re
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from capture.interviewing.state import News, Recording, Snapshot
from capture.screens.showing import MUTED, plain
from capture.screens.steps import ConductedStep, forward
from sessions.i18n import gettext as _
from sessions.text import clean, clean_line

if TYPE_CHECKING:
    from capture.interviewing.conductor import Conductor


class OpeningScreen(ConductedStep[bool]):
    """The script, to be read aloud; its result is true when the conversation has begun."""

    def __init__(self, conductor: "Conductor") -> None:
        super().__init__(conductor, classes="spoken")

    @property
    def about(self) -> str:
        return _(
            "The opening, from the guide. Read it aloud in your own words and ask the first questions to "
            "get going; nothing is recorded yet. Enter begins the conversation: from then on the expert's "
            "time is counted."
        )

    def compose(self) -> ComposeResult:
        yield Static(_("Opening"), classes="title", markup=False)
        with VerticalScroll(classes="page"):
            yield Static("", classes="script", markup=False)
            yield Static("", classes="questions", markup=False)
        yield Static("", classes="missing", markup=False)
        yield forward(_("Begin the conversation"))
        yield Footer()

    def heard(self, news: News) -> None:
        """Show the script of the guide."""
        if isinstance(news, Snapshot):
            self._show(news)

    def _show(self, snapshot: Snapshot) -> None:
        script = snapshot.guide.script
        self.query_one(".title", Static).update(titled(_("Opening"), snapshot))
        self.query_one(".script", Static).update(read_aloud(script.opening))
        self.query_one(".questions", Static).update(listed(_("To get going"), script.first_questions))
        without = snapshot.recording is Recording.NOTES_ONLY
        self.say(_("Nothing is recorded in this conversation: only your notes are kept.") if without else "")

    def action_go_on(self) -> None:
        """Begin the conversation."""
        self.conductor.begin()
        self.finish(True)


def titled(name: str, snapshot: Snapshot) -> Content:
    """The title of a step, with whom it is about."""
    about = clean_line(f"{snapshot.session.code}  {snapshot.expert.name}, {snapshot.company.name}")
    return Content.assemble((name, "bold"), "  ", (about, MUTED))


def read_aloud(text: str) -> Content:
    """Text to be read from a distance: a sentence at a time, with room between them.

    >>> read_aloud("Welkom. Zullen we?").plain
    'Welkom.\\n\\nZullen we?'
    """
    sentences = re.split(r"(?<=[.!?])\s+", clean(text).strip())
    return plain("\n\n".join(sentences)).stylize("bold")


def listed(heading: str, questions: tuple[str, ...]) -> Content:
    """Questions under a heading; nothing where there are none."""
    if not questions:
        return Content("")
    return Content("\n").join([Content.styled(heading, MUTED), *(plain(f"– {q}") for q in questions)])
