"""Who speaks, for whom, and what they permitted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

WORDING = "2"
"""Version of the wording in which the four permissions are asked (:mod:`sessions.consent_wording`)."""

ASKED_ELSEWHERE = "1"
"""The version that is noted where somebody asked in words of their own, outside Vakborg."""


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


@dataclass(frozen=True)
class Known:
    """Somebody who was interviewed before, with their company, and the machine of the last time."""

    expert: str
    company: str
    machine: str = ""


def latest(consents: Iterable[Consent]) -> dict[Permission, Consent]:
    """The word that holds per permission, as far as each was asked."""
    return {c.permission: c for c in sorted(consents, key=lambda c: (c.at, c.id))}


def may(permission: Permission, consents: Iterable[Consent]) -> bool:
    """Whether the latest of ``consents`` on ``permission`` gives it; silence is no."""
    word = latest(consents).get(permission)
    return bool(word and word.given)


def refused(permission: Permission, consents: list[Consent]) -> bool:
    """Whether the latest of ``consents`` on ``permission`` is a no; silence is not."""
    return any(c.permission is permission for c in consents) and not may(permission, consents)


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
