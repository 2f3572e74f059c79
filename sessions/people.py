"""Who speaks, for whom, and what they permitted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

WORDING = "1"
"""Version of the wording in which the four permissions are asked."""


@dataclass(frozen=True)
class Company:
    """A company that takes part in the learning path."""

    name: str
    id: int = 0


@dataclass(frozen=True)
class Expert:
    """A specialist. ``code`` ("A", "B", …) stands for them where their name may not."""

    name: str
    code: str
    company_id: int
    id: int = 0


class Permission(StrEnum):
    """The four things that an expert permits, or not, each by itself."""

    RECORDING = "recording"
    TRANSCRIPT = "transcript"
    NAMED_QUOTE = "named_quote"
    CLIP = "clip"


@dataclass(frozen=True)
class Consent:
    """One permission, given or withdrawn. The latest one per permission holds."""

    expert_id: int
    permission: Permission
    given: bool
    at: datetime
    wording: str = WORDING
    asked_by: str = ""
    id: int = 0


def may(permission: Permission, consents: list[Consent]) -> bool:
    """Whether the latest of ``consents`` on ``permission`` gives it; silence is no."""
    on_it = [c for c in consents if c.permission is permission]
    return bool(on_it) and max(on_it, key=lambda c: (c.at, c.id)).given


def expert_code(number: int) -> str:
    """The code of the ``number``-th expert from 0: A … Z, AA, AB, …

    >>> expert_code(0), expert_code(25), expert_code(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
