"""A conversation as it is kept: the question at hand, its answers, marks and notes; every change at once.

It belongs to one thread, the conductor's.
"""

from collections.abc import Callable
from dataclasses import replace

from capture.interviewing.sound import Position
from capture.interviewing.undoing import Undoing
from sessions.facets import Facet, label
from sessions.follow_ups import Suggested
from sessions.guides.model import Guide, Module, Question
from sessions.i18n import gettext as _
from sessions.interview import Answer, Attachment, Case, HandledFollowUp, Marker, MarkerKind, Session
from sessions.moment import now
from sessions.people import Company, Expert
from sessions.store import Store
from sessions.store.conversations import read_ledger
from sessions.store.interviews import answer_to, guide_of
from sessions.text import clean, clean_line

SUGGESTED = 0
"""The number of a probe that the tool suggested: it is not one of the question's own."""


class Conversation:
    """Session ``session`` while it is held."""

    def __init__(self, store: Store, session: Session) -> None:
        self.store = store
        self.session = session
        self.expert = store.get(Expert, session.expert_id)
        self.company = store.get(Company, self.expert.company_id)
        self.guide: Guide = guide_of(store, session)
        self.plan = planned(self.guide, session)
        self.undoing = Undoing()
        self.ledger = read_ledger(store, session.id)
        self.here = self._place()

    def _place(self) -> int:
        ids = [question.id for _module, question in self.plan]
        return ids.index(self.session.place) if self.session.place in ids else 0

    def refresh(self) -> None:
        """Read again what was written."""
        self.ledger = read_ledger(self.store, self.session.id)
        self.session = self.ledger.session

    @property
    def question(self) -> Question:
        """The one at hand."""
        return self.plan[self.here][1]

    @property
    def answer(self) -> Answer:
        """The answer at hand; made where it is new."""
        known = self.ledger.answers.get(self.question.id)
        return known or answer_to(self.store, self.session, self.question)

    def question_of(self, answer_id: int) -> Question | None:
        """The question that this answer belongs to."""
        found = next((a for a in self.ledger.answers.values() if a.id == answer_id), None)
        return self.guide.questions.get(found.question_id) if found else None

    def go(self, question_id: str) -> None:
        """Put this question at hand."""
        self.here = next(i for i, (_m, q) in enumerate(self.plan) if q.id == question_id)
        self.session = self.store.save(replace(self.ledger.session, place=question_id))

    def end(self) -> None:
        """The conversation is over."""
        self.session = self.store.save(replace(self.ledger.session, ended_at=now()))

    def open_again(self) -> None:
        """It is not over after all."""
        if self.session.ended_at:
            self.session = self.store.save(replace(self.ledger.session, ended_at=None))

    # --- marks ---------------------------------------------------------------------------------------
    def probe(self, number: int, position: Position | None) -> None:
        """The question's probe ``number`` was asked; a second time takes the mark away."""
        if not 1 <= number <= len(self.question.probes):
            return
        what = _("probe {n}").format(n=number)
        marks = self.ledger.markers_of(self.ledger.answers.get(self.question.id))
        if there := [m for m in marks if m.kind is MarkerKind.PROBE and m.probe == number]:
            self._take_away(there, what)
        else:
            facet = self.question.probes[number - 1].facet
            self._mark(MarkerKind.PROBE, position, what, facet=facet, probe=number)

    def facet(self, facet: Facet, position: Position | None) -> None:
        """From here on the answer is about ``facet``."""
        self._mark(MarkerKind.FACET, position, label(facet), facet=facet)

    def golden_quote(self, position: Position | None) -> None:
        """What was just said is worth quoting."""
        self._mark(MarkerKind.GOLDEN_QUOTE, position, _("golden quote"))

    def _mark(
        self,
        kind: MarkerKind,
        position: Position | None,
        what: str,
        *,
        facet: Facet | None = None,
        probe: int | None = None,
    ) -> None:
        marker = self.mark(kind, position, facet=facet, probe=probe)
        self.undoing.did(what, lambda _at: self.store.delete(marker))

    def mark(
        self,
        kind: MarkerKind,
        position: Position | None,
        *,
        facet: Facet | None = None,
        probe: int | None = None,
        note: str = "",
    ) -> Marker:
        """A mark at the answer at hand, or at that of the clip at hand."""
        answer = self.answer.id
        if position is None:
            return self.store.add(Marker(answer, kind, facet=facet, probe=probe, note=note))
        clip = next((c for c in self.ledger.clips if c.id == position.clip_id), None)
        owner = clip.answer_id if clip else answer
        return self.store.add(Marker(owner, kind, position.clip_id, position.at, facet, probe, note))

    def _take_away(self, markers: list[Marker], what: str) -> None:
        def back(_at: float) -> None:
            self.store.add_all([replace(m, id=0) for m in markers])

        for marker in markers:
            self.store.delete(marker)
        self.undoing.did(what, back)

    def handle(self, suggested: Suggested, position: Position | None, *, asked: bool) -> None:
        """The suggested probe was asked, or waved away: it is not suggested again."""
        rule, store = suggested.rule, self.store
        done = store.add(
            HandledFollowUp(suggested.answer_id, rule.id, suggested.quote, asked=asked, at=now())
        )
        mark = (
            self.mark(MarkerKind.PROBE, position, facet=rule.facet, probe=SUGGESTED, note=rule.id)
            if asked
            else None
        )

        def back(_at: float) -> None:
            store.delete(done)
            if mark:
                store.delete(mark)

        self.undoing.did(_("suggested probe"), back)

    # --- what is written at an answer ----------------------------------------------------------------
    def note(self, text: str, question_id: str = "") -> None:
        """The note at this question (default: the one at hand) is now ``text``."""
        answer = self._answer_to(question_id)
        self._change(_("note"), lambda a: replace(a, note=clean(text).strip()), answer)

    def skip(self, reason: str) -> None:
        """The question is skipped, for this reason; an empty one: not any more."""
        self._change(_("skipping"), lambda a: replace(a, skipped_because=clean_line(reason)))

    def flag(self) -> None:
        """Come back to it, or no longer."""
        self._change(_("flag"), lambda a: replace(a, flagged=not a.flagged))

    def about_case(self, case_id: int | None, question_id: str = "") -> None:
        """The answer to this question (default: the one at hand) is about this practice case."""
        answer = self._answer_to(question_id)
        self._change(_("practice case"), lambda a: replace(a, case_id=case_id), answer)

    def _answer_to(self, question_id: str) -> Answer:
        question = self.guide.question(question_id) if question_id else self.question
        return answer_to(self.store, self.session, question)

    def _change(self, what: str, change: Callable[[Answer], Answer], answer: Answer | None = None) -> None:
        before = answer or self.answer
        after = change(before)
        if after == before:
            return
        self.store.save(after)
        self.undoing.did(what, lambda _at: _put_back(self.store, before))

    def keep_case(self, case: Case, question_id: str = "") -> None:
        """Keep a practice case; the answer to this question (default: the one at hand) is about it."""
        whole, store = replace(case, company_id=self.company.id), self.store
        before = store.first(Case, id=case.id)
        with self.undoing.as_one(), store.immediate():
            kept = store.save(whole) if before else store.add(replace(whole, id=0))
            if kept != before:
                self.undoing.did(_("practice case"), lambda _at: _case_back(store, kept, before))
            self.about_case(kept.id, question_id)

    def attachments_of(self, answer: Answer | None) -> tuple[Attachment, ...]:
        """The files that belong to ``answer``."""
        return tuple(a for a in self.ledger.attachments if answer and a.answer_id == answer.id)


def planned(guide: Guide, session: Session) -> list[tuple[Module, Question]]:
    """The questions of the conversation: those of its modules, or of the whole guide."""
    chosen = [m for m in guide.modules if m.id in session.modules] or list(guide.modules)
    return [(module, question) for module in chosen for question in module.questions]


def _put_back(store: Store, before: Answer) -> None:
    """As it was, but for what changed otherwise meanwhile: an answer is changed by this window only."""
    store.save(before)


def _case_back(store: Store, kept: Case, before: Case | None) -> None:
    if before:
        store.save(before)
    else:
        store.delete(kept)
