"""The review: the answers left, what was said right, and beside each fragment only what is to be settled in it."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import OptionList

from capture.reviewing.state import Found, GoTo, News, Offer, Page, PutBack, Told
from capture.screens.failure import Failed
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.reviewing.answers import AnswerList
from capture.screens.reviewing.commands import ReviewCommands
from capture.screens.reviewing.editor import Editor
from capture.screens.reviewing.first_page import first_page, meanwhile
from capture.screens.reviewing.fragment_list import FragmentList
from capture.screens.reviewing.keys import IN_ORDER, KEYS, OF_A_REVIEW
from capture.screens.reviewing.painting import Painting
from capture.screens.wishes import Conducting
from sessions.errors import VakborgError
from sessions.i18n import gettext as _

if TYPE_CHECKING:
    from capture.reviewing.review import Review
    from sessions.fragments import SessionReading

WIDE = 110
"""Columns from which the answers have their questions beside them."""

BETWEEN_NOTES = 1.0
"""Seconds between two looks at whether what is typed is to be noted."""

PATIENCE = 1.0
"""Seconds of storing after which it is told that this goes on."""

HIGH = 32
"""Lines from which there is room between the question and what was said."""


class ReviewScreen(Painting):
    """A session under review, at fragment ``segment_id`` or the first that nobody looked at.

    With a ``reading`` of the session there is something to see at once. The screen closes the review.
    """

    BINDINGS: ClassVar[list[BindingType]] = KEYS
    COMMANDS: ClassVar = {ReviewCommands}
    AUTO_FOCUS = "FragmentList"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as it is declared in Screen
    VERTICAL_BREAKPOINTS = [(0, "-low"), (HIGH, "-high")]  # noqa: RUF012
    searchable = False  # Ctrl+F replaces here, and "/" is typed in the field

    class Arrived(Message):
        """The review told something."""

        def __init__(self, news: News) -> None:
            super().__init__()
            self.news = news

        def can_replace(self, message: Message) -> bool:
            """Of several pages only the latest matters."""
            both = (self, message)
            return all(isinstance(m, ReviewScreen.Arrived) and isinstance(m.news, Page) for m in both)

    def __init__(
        self, review: "Review", segment_id: int | None = None, reading: "SessionReading | None" = None
    ) -> None:
        super().__init__(review)
        self._goal = segment_id
        self._going: int | None = None
        self._reading = reading
        self._offers: list[Offer] = []

    @property
    def about(self) -> str:
        return _(
            "The review. On the left the answers with how many fragments were looked at, on the right what was "
            "said. Enter mends the text of a fragment; typing never stops the sound. A word in ‹ › was hardly "
            "heard. Below the fragment at hand its topics with their digits: ● is right, ○ only suggested with "
            "the words that caused it, × is not right, · comes from the question. ◆ is a value card, ◇ a number "
            "without one, ★ a golden quote, » a remark of the expert, ! is to be settled, ✓ was looked at. What "
            "is struck goes nowhere. Everything can be undone, also after closing."
        )

    def compose(self) -> ComposeResult:
        with Horizontal(classes="head"):
            yield self.make("people")
            yield self.make("progress", fixed=False)
        with Horizontal(classes="middle"):
            yield AnswerList()
            with Vertical(classes="body"):
                yield self.make("question", fixed=False)
                yield self.make("nothing", fixed=False)
                yield FragmentList()
                yield Editor()
        yield self.make("left")
        yield self.make("line")
        yield KeyBar(KEYS, IN_ORDER, most=2)

    def on_mount(self) -> None:
        goal = self._goal
        if self._reading is not None:
            self._show(first_page(self._reading, goal, self.review.by))
        else:
            self.parts["question"].show(Content(_("Reading …")))
            self.fragments.display = False
        self.set_interval(BETWEEN_NOTES, self.note_typed)
        self.call_after_refresh(self.review.start, self.tell, goal)

    async def on_unmount(self) -> None:
        """Do what was asked until now; nothing of it is lost."""
        self.playback.close()
        closing = asyncio.create_task(asyncio.to_thread(self.review.close))
        done, _still = await asyncio.wait({closing}, timeout=PATIENCE)
        if not done:
            self.app.notify(_("What you did in the review is still being stored …"))
        await closing

    def tell(self, news: News) -> None:
        """Take in news from the thread of the review."""
        self.post_message(self.Arrived(news))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before there is something to see one can only leave."""
        del parameters
        return action not in OF_A_REVIEW or (self.now is not None and not self.broken)

    # --- what the review tells -----------------------------------------------------------------------
    @on(Arrived)
    def _take_in(self, arrived: Arrived) -> None:
        news = arrived.news
        if isinstance(news, Page):
            self._show(news)
        elif isinstance(news, GoTo):
            self._goal = news.segment_id
        elif isinstance(news, Told):
            self._say_it(news)
        elif isinstance(news, Offer):
            self._offers.append(news)
            self._make_offer()
        elif isinstance(news, Found):
            self._show_found(news)
        elif isinstance(news, PutBack):
            self._put_back(news)
        elif isinstance(news, VakborgError):
            self._fail(news)

    def _put_back(self, news: PutBack) -> None:
        self.say(
            _("What you typed before and did not keep is back in the field. Enter keeps it."), warning=True
        )
        self.take_back(news.texts)

    def _fail(self, error: VakborgError) -> None:
        """Show what failed; a review that could not even begin takes nothing more."""
        if self.now is None:
            self.parts["question"].show(Content(_("This session could not be read.")))
        if self.now is None or not self.now.number:
            self.give_way()
        self.app.post_message(Failed(error))

    def _say_it(self, told: Told) -> None:
        from capture.screens.reviewing.find import FindDialog

        self.say(told.text, warning=told.warning)
        if isinstance(self.app.screen, FindDialog):
            self.app.screen.tell(told)

    def _show_found(self, found: Found) -> None:
        from capture.screens.reviewing.find import FindDialog

        dialog = next((s for s in self.app.screen_stack if isinstance(s, FindDialog)), None)
        if dialog:
            dialog.show_found(found)

    def _make_offer(self) -> None:
        """Ask whether a correction goes into the vocabulary, once nothing else is in the way."""
        from capture.screens.reviewing.offer import OfferDialog

        if not self._offers or not self.is_current or self.editor.typed or self.leaving:
            return
        offer = self._offers.pop(0)

        def answered(yes: bool | None) -> None:
            if yes:
                self.review.learn(offer)
            self.call_after_refresh(self._make_offer)

        self.app.push_screen(OfferDialog(offer), answered)

    # --- painting ------------------------------------------------------------------------------------
    def _show(self, page: Page) -> None:
        if self._going in (None, page.here):
            self._going = None
        else:
            page = meanwhile(page, self._going)  # that of another answer is on its way
        first, self.now = self.now is None, page
        self._compare_typed(page)
        self.answers.show(page.answers, page.here)
        self.answers.display = bool(page.answers)
        self.fragments.display = bool(page.lines)
        goal, self._goal = self._goal, None
        self.fragments.show(page.lines, page.reading.guide, goal)
        self.paint_words(page)
        self.paint_line()
        if first:
            self.refresh_bindings()  # only now there is something that keys could be about
        self._make_offer()

    def _compare_typed(self, page: Page) -> None:
        """What could not be kept is compared with what the fragment says by now."""
        typed = self.editor.typed
        line = next((line for line in page.lines if typed and line.id == typed.segment_id), None)
        if self.stale and line:
            self.stale = False
            self.editor.was_seen(line.fragment.segment.text)

    @on(KeyBar.Changed)
    def _name_keys(self) -> None:
        self.paint_line()

    @on(events.ScreenSuspend)
    def _be_silent(self) -> None:
        """Below a dialog it plays on; behind another screen a conversation may be recorded."""
        if self.app.screen_stack and not isinstance(self.app.screen, ModalScreen):
            self.playback.pause()

    @on(events.ScreenResume)
    def _come_back(self) -> None:
        self.refresh_bindings()  # else what the other screen hid stays hidden at the bottom
        self._make_offer()

    # --- where one is --------------------------------------------------------------------------------
    @on(OptionList.OptionHighlighted, ".answers")
    def _go(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id and self.now and event.option_index != self.now.here:
            self._going = event.option_index
            self.review.go(int(event.option_id))
            self._show(self.now)  # at once: what keys do is meant for this answer

    @on(OptionList.OptionSelected, ".answers")
    def _read_answer(self) -> None:
        self.fragments.focus()

    @on(FragmentList.Moved)
    def _moved(self) -> None:
        """A word that was marked is left; what plays goes on."""
        line, marked = self.fragments.line, self.fragments.doubt
        if line and marked is None:
            self.fragments.look_at(None, None)

    @on(FragmentList.Opened)
    def _edit(self) -> None:
        self.edit()

    @on(Editor.Kept)
    def _keep(self) -> None:
        self.keep()

    @on(Editor.Split)
    def _split(self) -> None:
        self.split_here()

    @on(Editor.GivenUp)
    def _give_up(self) -> None:
        self.give_up()

    # --- leaving -------------------------------------------------------------------------------------
    def action_back(self) -> None:
        """Leave the review."""
        self.leave_first(self._leave)

    def _leave(self) -> None:
        if self.is_current:
            self.dismiss()

    def action_reload(self) -> None:
        """Read everything again: another window may have changed it."""
        self.review.reload()

    async def action_search(self) -> None:
        """To the search in all that was said."""
        if isinstance(self.app, Conducting):
            await self.app.action_search()
