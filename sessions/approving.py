"""The expert's agreement to an answer: to an exact version of its text."""

import hashlib
from collections.abc import Iterable

from sessions.fragments import AnswerReading
from sessions.received import Wish
from sessions.release import Approval, Approved, Release
from sessions.transcript import Role, Segment

_HOW_FAR = (Release.STRUCK, Release.INTERNAL, Release.PARTNERS, Release.FREE)


def version_of(answer: AnswerReading) -> str:
    """The SHA-256 of what the expert would read: the words of all that is not struck, in order, wherever one fragment
    ends and the next begins."""
    return version_of_texts(
        f.segment.text for f in answer.fragments if f.segment.release is not Release.STRUCK
    )


def version_of_texts(texts: Iterable[str]) -> str:
    """:func:`version_of` an answer with fragments of these texts, in order, without struck ones."""
    words = " ".join(texts).split()
    return hashlib.sha256(" ".join(words).encode()).hexdigest()


def approved(answer: AnswerReading, approvals: Iterable[Approval]) -> Approved:
    """Whether the latest of ``approvals`` (all those of the answer) is of the text as it stands."""
    latest = decided(approvals)
    if latest is None or latest.wish is Wish.NOT_TO_USE:
        return Approved.NOT_YET
    return Approved.AS_IT_IS if latest.version == version_of(answer) else Approved.CHANGED


def decided(approvals: Iterable[Approval]) -> Approval | None:
    """The latest decision of the expert among all those about one answer."""
    return max(approvals, key=lambda a: (a.at, a.id), default=None)


def stays(decision: Approval) -> bool:
    """Whether the expert keeps the answer in the company, or wants nobody to use it."""
    return decision.wish in (Wish.INTERNAL, Wish.NOT_TO_USE)


def held_back(decision: Approval | None, segment: Segment, level: Release) -> bool:
    """Whether letting ``segment`` go to ``level`` would be further than it goes, and than the expert wishes: what
    is for within the company stays internal, and their words that are not to be used stay struck."""
    if decision is None or not stays(decision):
        return False
    struck = decision.wish is Wish.NOT_TO_USE and segment.role is Role.EXPERT
    farthest = Release.STRUCK if struck else Release.INTERNAL
    return _HOW_FAR.index(level) > max(_HOW_FAR.index(farthest), _HOW_FAR.index(segment.release))
