"""What may leave the company: the release of a fragment, the approval of an answer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Release(StrEnum):
    """How far a fragment may go. Competitors share one path, so the default is internal."""

    INTERNAL = "internal"
    PARTNERS = "partners"
    FREE = "free"
    STRUCK = "struck"


@dataclass(frozen=True)
class Approval:
    """Who agreed to which version of an answer; ``version`` is the SHA-256 of its current text."""

    answer_id: int
    expert_id: int
    version: str
    at: datetime
    id: int = 0
