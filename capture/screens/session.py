"""One session: its answers on the left, what was said in the chosen one on the right."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from capture.screens.base import LOOK_AGAIN, BaseScreen
from capture.screens.card import question_card
from capture.screens.drafting.keys import keys_of
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.opened import Opened, read_opened
from capture.screens.session_lines import answer_line, how_to_bring, session_title
from capture.screens.showing import fragment
from capture.screens.wishes import AskPermission, Hold, OpenReview
from capture.screens.withdrawing.taken_back import TakenBack, taken_back_told
from sessions.fragments import SessionReading
from sessions.i18n import gettext as _
from sessions.jobs import WAITING
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme

IN_ORDER = (
    "read", "review", "word_review", "interview", "photos", "permission", "back", "reload", "search", "help", "quit",
)  # fmt: skip
"""The ids of the keys at the bottom of the screen, the most needed first."""


class SessionScreen(BaseScreen):
    """The session with this ``code``, opened at a fragment where one is given."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "right",
            "focus_fragments",
            _("Read"),
            id="read",
            priority=True,
            tooltip=_("To what was said"),
        ),
        Binding(
            "left",
            "focus_answers",
            _("Answers"),
            id="answers",
            priority=True,
            show=False,
            tooltip=_("To the list of answers"),
        ),
        Binding(
            "n",
            "review",
            _("Review"),
            id="review",
            tooltip=_("Mend the text, settle topics and release, with the sound beside it"),
        ),
        Binding(
            "w",
            "word_review",
            _("In Word"),
            id="word_review",
            tooltip=_("Let the expert read it back in Word, take in what came back, see what they agree to"),
        ),
        Binding(
            "i",
            "interview",
            _("Interview"),
            id="interview",
            tooltip=_("Hold the conversation, or go on with it"),
        ),
        Binding(
            "p",
            "photos",
            _("Photos"),
            id="photos",
            tooltip=_("The photos and files of this session, and how far they may go"),
        ),
        Binding(
            "t",
            "permission",
            _("Permission"),
            id="permission",
            tooltip=_("Ask again what the expert permits"),
        ),
    ]

    class Loaded(Message):
        """The session as it is now."""

        def __init__(self, opened: Opened) -> None:
            super().__init__()
            self.opened = opened

    def __init__(self, programme: "Programme", code: str, segment_id: int | None = None) -> None:
        super().__init__(classes="session")
        self.programme = programme
        self.code = code
        self.opened: Opened | None = None
        self._goal = segment_id

    @property
    def about(self) -> str:
        return _(
            "One session. On the left its answers, on the right the question and what was said. "
            "● is a topic that counts, ○ one that is only suggested, with the words that caused it. "
            "An underlined word was hardly heard. The interviewer's lines are in italics. Below an answer on the left "
            "stands what the expert decided about it. {review}, or Enter on "
            "a fragment, reviews it: there text and topics are changed. {word} lets the expert read it back in "
            "Word, and takes in what comes back. {interview} holds "
            "the conversation or goes on with it; {permission} asks again what the expert permits."
        ).format(
            review=self.key("review"),
            word=self.key("word_review"),
            interview=self.key("interview"),
            permission=self.key("permission"),
        )

    def compose(self) -> ComposeResult:
        yield Static(clean_line(self.code), classes="title", markup=False)
        yield Static("", classes="taken-back", markup=False)
        with Horizontal():
            yield OptionList(classes="answers", markup=False)
            yield OptionList(classes="fragments", markup=False)
        yield Static(_("Reading …"), classes="state", markup=False)
        yield KeyBar(keys_of(SessionScreen), IN_ORDER)

    def on_mount(self) -> None:
        self.set_interval(LOOK_AGAIN, self.look_again)
        self.load()

    @on(events.ScreenResume)
    def _come_back(self) -> None:
        self.refresh_bindings()  # else what the other screen hid stays hidden at the bottom
        if self.opened:
            self.load()  # a conversation may have been held meanwhile

    def look_again(self) -> None:
        """Follow the worker, while something waits for it and this screen is in sight."""
        waits = self.opened and any(j.state in WAITING for j in self.opened.jobs)
        if waits and self.is_current:
            self.load()

    def load(self) -> None:
        """Read the session again."""
        self.in_background(self._read)

    def _read(self) -> Message:
        return self.Loaded(read_opened(self.programme, self.code))

    def not_loaded(self) -> None:
        if self.opened is None:
            told = _("The session could not be read. {key} tries again.").format(key=self.key("reload"))
            self.query_one(".state", Static).update(told)

    @property
    def answers(self) -> OptionList:
        """The list on the left."""
        return self.query_one(".answers", OptionList)

    @property
    def fragments(self) -> OptionList:
        """The list on the right: the card of the question, then the fragments."""
        return self.query_one(".fragments", OptionList)

    @on(Loaded)
    def _show(self, loaded: Loaded) -> None:
        opened = loaded.opened
        if opened == self.opened:
            return
        goal = self._goal or self._fragment_at_hand()
        chosen = self._answer_of(opened.reading, goal, self.answers.highlighted or 0)
        self.opened, self._goal = opened, goal
        self.query_one(".title", Static).update(session_title(opened.reading))
        self._show_state(opened.reading)
        self._show_taken_back(opened.taken_back)
        self.answers.clear_options()
        self.answers.add_options([answer_line(a, opened) for a in opened.reading.answers])
        if opened.reading.answers:
            self.answers.highlighted = chosen

    def _fragment_at_hand(self) -> int | None:
        option = self.fragments.highlighted_option
        return int(option.id) if option and option.id else None

    def _answer_of(self, reading: SessionReading, segment_id: int | None, otherwise: int) -> int:
        for index, answer in enumerate(reading.answers):
            if any(f.segment.id == segment_id for f in answer.fragments):
                return index
        return min(otherwise, max(0, len(reading.answers) - 1))

    def _show_state(self, reading: SessionReading) -> None:
        state = self.query_one(".state", Static)
        state.display = not reading.answers
        self.query_one(Horizontal).display = bool(reading.answers)
        state.update(how_to_bring(reading, self.key("interview")))

    def _show_taken_back(self, taken_back: TakenBack) -> None:
        line = self.query_one(".taken-back", Static)
        told = taken_back_told(taken_back)
        line.display = bool(told)
        line.update(told)

    @on(OptionList.OptionHighlighted, ".answers")
    def _show_answer(self, event: OptionList.OptionHighlighted) -> None:
        if self.opened is None or event.option_index >= len(self.opened.reading.answers):
            return
        answer, guide = self.opened.reading.answers[event.option_index], self.opened.reading.guide
        card = Option(question_card(answer, guide, self.opened.jobs, self.opened.taken_back))
        said = [Option(fragment(f, guide), id=str(f.segment.id)) for f in answer.fragments]
        self.fragments.clear_options()
        self.fragments.add_options([card, None, *said] if said else [card])
        self._go_to_goal([f.segment.id for f in answer.fragments])

    def _go_to_goal(self, segment_ids: list[int]) -> None:
        found = self._goal in segment_ids
        self.fragments.highlighted = segment_ids.index(self._goal) + 1 if found and self._goal else 0
        if found:
            self.fragments.focus()
        self._goal = None

    @on(OptionList.OptionSelected, ".answers")
    def _read_answer(self) -> None:
        self.fragments.focus()

    @on(OptionList.OptionSelected, ".fragments")
    def action_review(self) -> None:
        """Review the session, from the fragment at hand on."""
        if self.opened:
            chosen = self._fragment_at_hand() or self._first_of_answer(self.opened.reading)
            self.post_message(OpenReview(self.opened.reading, chosen))

    def _first_of_answer(self, reading: SessionReading) -> int | None:
        """The first fragment of the answer at hand that nobody looked at; none where one stands in no answer."""
        at = self.answers.highlighted
        if at is None or not self.fragments.has_focus:
            return None
        left = (f for f in reading.answers[at].fragments if f.usable and not f.segment.checked)
        return next((f.segment.id for f in left), None)

    def action_interview(self) -> None:
        """Hold the conversation, or go on with it."""
        self.post_message(Hold(self.code))

    def action_permission(self) -> None:
        """Ask the expert again what they permit."""
        self.post_message(AskPermission(self.code))

    def action_word_review(self) -> None:
        """What the expert was sent to read back, what came back, and what they agree to."""
        from capture.screens.wordreview.review import WordReviewScreen

        self.app.push_screen(WordReviewScreen(self.programme, self.code))

    def action_photos(self) -> None:
        """The photos and files, from those of the answer at hand on."""
        from capture.screens.photos import PhotosScreen

        at = self.answers.highlighted
        answers = self.opened.reading.answers if self.opened else ()
        answer_id = answers[at].answer.id if at is not None and at < len(answers) else 0
        self.app.push_screen(PhotosScreen(self.programme, self.code, answer_id))

    def action_focus_fragments(self) -> None:
        """To what was said."""
        self.fragments.focus()

    def action_focus_answers(self) -> None:
        """To the list of answers."""
        self.answers.focus()
