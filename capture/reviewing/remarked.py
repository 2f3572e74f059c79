"""What the expert remarked, by the fragment beside which it is to be read."""

from collections import defaultdict
from collections.abc import Mapping

from sessions.fragments import AnswerReading
from sessions.interview import Session
from sessions.remark import Remark
from sessions.store import Store
from sessions.store.remarks import remarks


def remarked(
    store: Store, session: Session, readings: Mapping[int, AnswerReading]
) -> dict[int, tuple[Remark, ...]]:
    """The open remarks by the id of their fragment; those about a whole answer are beside its first."""
    found: dict[int, list[Remark]] = defaultdict(list)
    for remark in remarks(store, session):
        if (beside := _beside(remark, readings)) is not None:
            found[beside].append(remark)
    return {segment_id: tuple(of) for segment_id, of in found.items()}


def _beside(remark: Remark, readings: Mapping[int, AnswerReading]) -> int | None:
    answer = readings.get(remark.answer_id or 0)
    if remark.segment_id is not None or answer is None:
        return remark.segment_id
    return next((f.segment.id for f in answer.fragments), None)
