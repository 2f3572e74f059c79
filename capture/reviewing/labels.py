"""What a person settles beside the words: topics, facet, values, release, and that a fragment is right."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from capture.reviewing.state import Told
from sessions.facets import Facet
from sessions.i18n import N_, ngettext
from sessions.release import Release
from sessions.store import settling
from sessions.store.editing import Pencil
from sessions.store.releasing import release_all
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
        """How far these may go; tells how many struck ones stayed struck."""
        bench = self._bench
        segments = [f.segment for id_ in segment_ids if (f := bench.fragment(id_))]
        done = release_all(bench.store, bench.session, segments, level, bench.by, also_struck=also_struck)
        bench.refresh(segment_ids)
        bench.renewing.decided()
        if done.left_struck:
            told = ngettext(
                "{n} struck fragment stays struck.", "{n} struck fragments stay struck.", done.left_struck
            )
            bench.tell(Told(told.format(n=done.left_struck)))

    def put_value(self, value: Value) -> None:
        """Keep a value card."""
        what = N_("number is no value") if value.dismissed else N_("value card")
        self._bench.edit(Why.HUMAN, what, lambda pencil: settling.put_value(pencil, value))

    def drop_value(self, value_id: int) -> None:
        """Take a value card away."""
        self._bench.edit(
            Why.HUMAN, N_("value card removed"), lambda pencil: settling.drop_value(pencil, value_id)
        )
