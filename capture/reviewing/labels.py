"""What a person settles beside the words: topics, facet, values, release, and that a fragment is right."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from capture.photos import photos_told
from capture.reviewing.state import Told
from sessions.errors import UsageRefused
from sessions.facets import Facet
from sessions.i18n import N_, ngettext
from sessions.i18n import gettext as _
from sessions.release import Release
from sessions.store import settling
from sessions.store.editing import Pencil
from sessions.store.quoting import mark_golden, unmark_golden
from sessions.store.releasing import Released, release_all, release_answers
from sessions.transcript import Value, Why

if TYPE_CHECKING:
    from capture.reviewing.bench import Bench


class Labels:
    """The labels of the session on a bench."""

    def __init__(self, bench: "Bench") -> None:
        self._bench = bench

    def accept(self, segment_id: int, topic: str) -> None:
        """It is about this topic."""
        self._topics(N_("topic given"), lambda pencil: settling.accept(pencil, segment_id, topic))

    def reject(self, segment_id: int, topic: str) -> None:
        """It is not about this topic."""
        self._topics(N_("topic rejected"), lambda pencil: settling.reject(pencil, segment_id, topic))

    def undecide(self, segment_id: int, topic: str) -> None:
        """Leave it undecided."""
        self._topics(N_("topic left open"), lambda pencil: settling.undecide(pencil, segment_id, topic))

    def no_topic(self, segment_id: int, *, on: bool) -> None:
        """It is about none of them."""
        self._topics(N_("no topic"), lambda pencil: settling.no_topic(pencil, segment_id, on=on))

    def _topics(self, what: str, act: Callable[[Pencil], None]) -> None:
        self._bench.edit(Why.HUMAN, what, act)
        self._bench.renewing.decided()

    def facet(self, segment_id: int, facet: Facet | None) -> None:
        """It shows this side of the topic, or none."""
        self._bench.edit(
            Why.HUMAN, N_("facet chosen"), lambda pencil: settling.set_facet(pencil, segment_id, facet)
        )

    def check(self, segment_ids: Sequence[int], *, on: bool) -> None:
        """These are right."""
        what = N_("found right") if on else N_("to be looked at again")
        self._bench.edit(Why.HUMAN, what, lambda pencil: settling.check(pencil, segment_ids, on=on))

    def release(self, segment_ids: Sequence[int], level: Release, *, also_struck: bool) -> None:
        """How far these may go; tells how many struck ones stayed struck. Raises :class:`UsageRefused` where the
        expert said that they go no further."""
        bench = self._bench
        segments = [f.segment for id_ in segment_ids if (f := bench.fragment(id_))]
        done = release_all(bench.store, bench.session, segments, level, bench.by, also_struck=also_struck)
        if done.kept_back and not done.changed:
            raise UsageRefused(
                _("The expert said that this stays in the company, or that nobody is to use it."),
                _("Ask them. What they decide now is noted with: vakborg review agree {code}").format(
                    code=bench.session.code
                ),
            )
        self._released(segment_ids, done)

    def release_answer(self, segment_ids: Sequence[int], level: Release) -> None:
        """How far all that was said in an answer may go, and its photos at most; what was struck stays struck."""
        bench = self._bench
        fragments = [f for id_ in segment_ids if (f := bench.fragment(id_))]
        for question in dict.fromkeys(f.question.id for f in fragments):
            said = [f.segment for f in fragments if f.question.id == question]
            done = release_answers(bench.store, bench.session, question, said, level, bench.by)
            self._released(segment_ids, done)
            for line in photos_told(done, bench.session, level):
                bench.tell(Told(line))

    def _released(self, segment_ids: Sequence[int], done: Released) -> None:
        bench = self._bench
        bench.refresh(segment_ids)
        bench.renewing.decided()
        if done.kept_back:
            told = ngettext(
                "{n} fragment stays where it is: the expert said so.",
                "{n} fragments stay where they are: the expert said so.",
                done.kept_back,
            )
            bench.tell(Told(told.format(n=done.kept_back)))
        if done.left_struck:
            told = ngettext(
                "{n} struck fragment stays struck.", "{n} struck fragments stay struck.", done.left_struck
            )
            bench.tell(Told(told.format(n=done.left_struck)))

    def golden(self, segment_id: int) -> None:
        """It shows why a module matters, or no longer; the key that says so takes it back too."""
        bench = self._bench
        fragment = bench.fragment(segment_id)
        if fragment is None:
            return
        said = [f for answer in bench.whole().answers for f in answer.fragments]
        if unmark_golden(bench.store, fragment, said):
            told = _("No golden quote any more.")
        else:
            mark_golden(bench.store, fragment, said)
            told = _("Chosen as a golden quote; the same key takes it back.")
        bench.read_golden()
        bench.tell(Told(told))

    def put_value(self, value: Value) -> None:
        """Keep a value card."""
        what = N_("number is no value") if value.dismissed else N_("value card")
        self._bench.edit(Why.HUMAN, what, lambda pencil: settling.put_value(pencil, value))

    def drop_value(self, value_id: int) -> None:
        """Take a value card away."""
        self._bench.edit(
            Why.HUMAN, N_("value card removed"), lambda pencil: settling.drop_value(pencil, value_id)
        )
