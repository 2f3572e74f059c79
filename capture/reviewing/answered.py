"""The answers of a session under review: how far each is, and where it stands with the expert."""

from collections.abc import Callable, Iterable

from capture.reviewing.state import Answered, Left
from capture.wordreview.agreement import standing_of
from sessions.fragments import AnswerReading
from sessions.interview import Session
from sessions.store import Store
from sessions.store.approving import decisions


def answered(
    store: Store, session: Session, readings: Iterable[AnswerReading], left: Callable[[AnswerReading], Left]
) -> tuple[Answered, ...]:
    """Every answer with what is ``left`` in it, and by the latest decision of the expert about it."""
    decided = decisions(store, session.id)
    return tuple(Answered(a, left(a), standing_of(a, decided.get(a.answer.id))) for a in readings)
