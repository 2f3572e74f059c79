"""The time that a conversation took of the expert and of the developer: subsidy reports ask for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Who(StrEnum):
    """Whose time it was."""

    EXPERT = "expert"
    DEVELOPER = "developer"


@dataclass(frozen=True)
class Stretch:
    """An unbroken stretch of time that somebody spent on a session; ``until`` moves on while it lasts."""

    session_id: int
    who: Who
    began_at: datetime
    until: datetime
    id: int = 0


def spent(stretches: Iterable[Stretch], who: Who) -> timedelta:
    """How much time ``who`` spent in all."""
    return sum((s.until - s.began_at for s in stretches if s.who is who), timedelta())
