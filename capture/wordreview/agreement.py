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
    """Whether the expert agrees to an answer: ``CHANGED`` is not any more what they read, ``NOTHING`` has no text
    to agree to."""

    NOT_YET = "not_yet"
    AGREED = "agreed"
    CHANGED = "changed"
    INTERNAL = "internal"
    NOT_TO_USE = "not_to_use"
    NOTHING = "nothing"


@dataclass(frozen=True)
class AnswerStanding:
    """One answer: what the expert decided, when and how (``noted_by`` where it was by word of mouth), and how many
    of their remarks are open."""

    reading: AnswerReading
    code: str
    standing: Standing
    at: datetime | None = None
    noted_by: str = ""
    remarks: int = 0


SETTLED = frozenset({Standing.AGREED, Standing.INTERNAL, Standing.NOT_TO_USE})
"""What leaves nothing to be asked."""


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
        _how(answer, decision),
        decision.at if decision else None,
        decision.noted_by if decision else "",
        sum(r.answer_id == answer.answer.id and not r.settled for r in remarks),
    )


def _how(answer: AnswerReading, decision: Approval | None) -> Standing:
    if decision and decision.wish is Wish.NOT_TO_USE:
        return Standing.NOT_TO_USE
    if not any(fragment.usable for fragment in answer.fragments):
        return Standing.NOTHING
    if decision is None:
        return Standing.NOT_YET
    if approved(answer, [decision]) is Approved.CHANGED:
        return Standing.CHANGED
    return Standing.INTERNAL if decision.wish is Wish.INTERNAL else Standing.AGREED


def left(answers: Collection[AnswerStanding]) -> list[AnswerStanding]:
    """Those about which the expert is still to be asked."""
    return [a for a in answers if a.standing not in SETTLED and a.standing is not Standing.NOTHING]
