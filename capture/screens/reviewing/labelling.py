"""What the keys of the review settle beside the words: topics, facet, release, values."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from capture.reviewing.state import Line, Page
from capture.screens.base import BaseScreen
from capture.screens.reviewing.answers import AnswerList
from capture.screens.reviewing.editor import Editor
from capture.screens.reviewing.facet import Chosen, FacetOfFragment
from capture.screens.reviewing.fragment_list import FragmentList
from capture.screens.reviewing.marks import Mark, first_suggested, marked
from capture.screens.reviewing.release import ReleaseDialog, ask_for_all
from capture.screens.reviewing.topics import TopicDialog
from sessions.fragments import Fragment
from sessions.i18n import gettext as _
from sessions.release import Release
from sessions.transcript import Role

if TYPE_CHECKING:
    from capture.reviewing.review import Review


class Labelling(BaseScreen):
    """The actions on labels; ``now`` is the latest page, without which there is nothing to act on."""

    def __init__(self, review: "Review") -> None:
        super().__init__(classes="review")
        self.review = review
        self.now: Page | None = None
        self._asked: dict[tuple[int, str], int] = {}

    @property
    def page(self) -> Page:
        """The latest page, where there is one."""
        assert self.now is not None
        return self.now

    @property
    def said(self) -> tuple[Fragment, ...]:
        """All that was said in the answer at hand, also what is not on the screen yet."""
        answer = self.page.answer
        return answer.fragments if answer else ()

    @property
    def fragments(self) -> FragmentList:
        """What was said."""
        return self.query_one(FragmentList)

    @property
    def answers(self) -> AnswerList:
        """The list on the left."""
        return self.query_one(AnswerList)

    @property
    def editor(self) -> Editor:
        """The field below the fragments."""
        return self.query_one(Editor)

    def say(self, text: str, *, warning: bool = False) -> None:
        """Say something in one line."""
        raise NotImplementedError

    def paint_line(self) -> None:
        """Paint the line of what is said, heard, or can be taken back."""
        raise NotImplementedError

    def with_line(self, act: Callable[[Line], object]) -> None:
        """Act on the fragment at hand."""
        line = self.fragments.line
        if line:
            act(line)

    def to_settle(self, act: Callable[[Line], object]) -> None:
        """Act on the fragment at hand, unless nothing is to be settled in it; then say why."""
        self.with_line(lambda line: act(line) if line.counts else self.say(_why_not(line)))

    def once(self, segment_id: int, what: str, act: Callable[[], object]) -> None:
        """Do ``act``, unless the same was asked already and the page that shows it is still to come."""
        if self._asked.get((segment_id, what), 0) <= self.page.done:
            act()
            self._asked[segment_id, what] = self.review.asked

    # --- topics --------------------------------------------------------------------------------------
    def action_accept(self) -> None:
        """The topic that was suggested first is right; where there is none, that of the question."""
        self._decide(self.review.accept, also_asked=True)

    def action_reject(self) -> None:
        """The topic that was suggested first is not right."""
        self._decide(self.review.reject)

    def _decide(self, decide: Callable[[int, str], None], *, also_asked: bool = False) -> None:
        def act(line: Line) -> None:
            asked = _asked_topic(line.fragment) if also_asked else None
            topic = first_suggested(line.fragment) or asked
            if topic:
                self.once(line.id, topic, lambda: decide(line.id, topic))
            else:
                self.say(_("No topic is suggested for this fragment."))

        self.to_settle(act)

    def action_topic(self, number: int) -> None:
        """This topic, counted from 1: accepted, then rejected, then left open again."""

        def act(line: Line) -> None:
            shown = marked(line.fragment)
            if number <= len(shown):
                one = shown[number - 1]
                steps = {Mark.GIVEN: self.review.reject, Mark.REJECTED: self.review.undecide}
                step = steps.get(one.mark, self.review.accept)
                self.once(line.id, one.topic, lambda: step(line.id, one.topic))

        self.to_settle(act)

    def action_no_topic(self) -> None:
        """It is about none of the topics; or it is after all."""

        def act(line: Line) -> None:
            on = not line.fragment.segment.no_topic
            self.once(line.id, "", lambda: self.review.no_topic(line.id, on=on))

        self.to_settle(act)

    def action_add_topic(self) -> None:
        """Give it a topic from the guide."""

        def act(line: Line) -> None:
            guide, question = self.page.reading.guide, line.fragment.question
            module = next((m.id for m in guide.modules if question in m.questions), "")
            given = [m.topic for m in marked(line.fragment) if m.mark is Mark.GIVEN]
            ask = TopicDialog(guide, given, module)
            self.app.push_screen(ask, lambda slug: self.review.accept(line.id, slug) if slug else None)

        self.to_settle(act)

    def action_facet(self) -> None:
        """Which facet it shows, or none."""

        def act(line: Line) -> None:
            def choose(chosen: Chosen | None) -> None:
                if chosen:
                    self.review.facet(line.id, chosen.facet)

            self.app.push_screen(FacetOfFragment(line.fragment.facet), choose)

        self.to_settle(act)

    def action_golden_quote(self) -> None:
        """It shows why a module matters; or no longer."""
        self.to_settle(lambda line: self.once(line.id, "golden", lambda: self.review.golden(line.id)))

    # --- release -------------------------------------------------------------------------------------
    def action_release(self) -> None:
        """How far this fragment may go."""

        def act(line: Line) -> None:
            def choose(level: Release | None) -> None:
                if level:
                    self.review.release([line.id], level, also_struck=True)

            ask = ReleaseDialog(_("How far may this fragment go?"), line.fragment.segment.release)
            self.app.push_screen(ask, choose)

        self.with_line(act)

    def action_release_all(self) -> None:
        """How far everything in this answer may go."""
        said = self.said

        def choose(level: Release | None) -> None:
            if level is None:
                return
            ids = [fragment.segment.id for fragment in said]
            ask = ask_for_all(said, level)
            if ask is None:
                self.review.release_answer(ids, level)
            else:
                self.app.push_screen(ask, lambda yes: self.review.release_answer(ids, level) if yes else None)

        if said:
            ask = ReleaseDialog(_("How far may everything in this answer go?"), Release.INTERNAL)
            self.app.push_screen(ask, choose)

    # --- the lists of the programme --------------------------------------------------------------------
    def action_vocabulary(self) -> None:
        """The vocabulary of the programme."""
        from capture.screens.reviewing.vocabulary import VocabularyScreen

        words = VocabularyScreen(self.review.programme, self.review.by)
        self.app.push_screen(words, lambda _nothing: self.review.words_changed())

    def action_names(self) -> None:
        """Names that do not leave, and their pseudonyms."""
        from capture.screens.reviewing.names import NamesScreen

        self.app.push_screen(NamesScreen(self.review.programme, self.review.by))


def _asked_topic(fragment: Fragment) -> str | None:
    """The topic of the question that the fragment counts for."""
    return next((m.topic for m in marked(fragment) if m.mark is Mark.ASKED and m.counts), None)


def _why_not(line: Line) -> str:
    """Why nothing is to be settled in a fragment."""
    segment = line.fragment.segment
    if segment.role is not Role.EXPERT:
        return _("The interviewer says this: it gets no topics, facet or value.")
    if segment.release is Release.STRUCK:
        return _("This is struck: it gets no topics, facet or value.")
    return _("There are no words in this: it gets no topics, facet or value.")
