"""How far the expert's agreement to a session is, answer by answer."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sessions.approving import approved
from sessions.fragments import AnswerReading, SessionReading, answer_code
from sessions.received import Wish
from sessions.release import Approval, Approved
from sessions.remark import Remark


class Standing(StrEnum):
    """Whether the expert agrees to an answer: ``CHANGED`` is not any more what they read, nor is what they keep
    within the company in ``INTERNAL_CHANGED``; ``NOTHING`` has no text to agree to."""

    NOT_YET = "not_yet"
    AGREED = "agreed"
    CHANGED = "changed"
    INTERNAL = "internal"
    INTERNAL_CHANGED = "internal_changed"
    NOT_TO_USE = "not_to_use"
    NOTHING = "nothing"


@dataclass(frozen=True)
class AnswerStanding:
    """One answer: where it stands, what the expert decided last (``wish``), when and how (``noted_by`` where it was by
    word of mouth), and how many of their remarks are open."""

    reading: AnswerReading
    code: str
    standing: Standing
    at: datetime | None = None
    noted_by: str = ""
    remarks: int = 0
    wish: Wish | None = None


WITHIN = frozenset({Standing.INTERNAL, Standing.INTERNAL_CHANGED})
"""What stays within the company."""

_OPEN = frozenset({Standing.NOT_YET, Standing.CHANGED})


@dataclass(frozen=True)
class Tally:
    """Of so many answers ``asked`` the expert ``agreed`` to so many as they stand; of the others so many ``changed``
    since, so many stay ``internal``, and so many are ``not_to_use``."""

    asked: int
    agreed: int
    changed: int = 0
    internal: int = 0
    not_to_use: int = 0


def standings(
    reading: SessionReading, decisions: Mapping[int, Approval], remarks: Sequence[Remark]
) -> tuple[AnswerStanding, ...]:
    """Every answer with what was decided on it; ``decisions`` by the id of the answer, the latest of each."""
    return tuple(_standing(answer, reading, decisions, remarks) for answer in reading.answers)


def _standing(
    answer: AnswerReading,
    reading: SessionReading,
    decisions: Mapping[int, Approval],
    remarks: Sequence[Remark],
) -> AnswerStanding:
    decision = decisions.get(answer.answer.id)
    return AnswerStanding(
        answer,
        answer_code(reading.session.code, answer.answer.number),
        standing_of(answer, decision),
        decision.at if decision else None,
        decision.noted_by if decision else "",
        sum(r.answer_id == answer.answer.id and not r.settled for r in remarks),
        decision.wish if decision else None,
    )


def standing_of(answer: AnswerReading, decision: Approval | None) -> Standing:
    """Where an answer stands by the latest ``decision`` about it."""
    if decision and decision.wish is Wish.NOT_TO_USE:
        return Standing.NOT_TO_USE
    if not any(fragment.usable for fragment in answer.fragments):
        return Standing.NOTHING
    if decision is None:
        return Standing.NOT_YET
    changed = approved(answer, [decision]) is Approved.CHANGED
    if decision.wish is Wish.INTERNAL:
        return Standing.INTERNAL_CHANGED if changed else Standing.INTERNAL
    return Standing.CHANGED if changed else Standing.AGREED


def left(answers: Collection[AnswerStanding]) -> list[AnswerStanding]:
    """Those to which the expert has still to agree; what they keep back is not among them, changed or not."""
    return [a for a in answers if a.standing in _OPEN]


def tally(answers: Collection[AnswerStanding]) -> Tally:
    """How many of each; an answer without text is not among those ``asked``."""
    told = [a.standing for a in answers if a.standing is not Standing.NOTHING]
    return Tally(
        len(told),
        told.count(Standing.AGREED),
        told.count(Standing.CHANGED),
        sum(standing in WITHIN for standing in told),
        told.count(Standing.NOT_TO_USE),
    )
