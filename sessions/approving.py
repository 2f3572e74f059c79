"""The expert's agreement to an answer: to an exact version of its text."""

import hashlib
import json
from collections.abc import Iterable

from sessions.fragments import AnswerReading
from sessions.received import Wish
from sessions.release import Approval, Approved, Release


def version_of(answer: AnswerReading) -> str:
    """The SHA-256 of what the expert would read: each fragment that is not struck, with its text, in order."""
    said = [
        [f.segment.id, f.segment.text] for f in answer.fragments if f.segment.release is not Release.STRUCK
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def approved(answer: AnswerReading, approvals: Iterable[Approval]) -> Approved:
    """Whether the latest of ``approvals`` (all those of the answer) is of the text as it stands."""
    latest = decided(approvals)
    if latest is None or latest.wish is Wish.NOT_TO_USE:
        return Approved.NOT_YET
    return Approved.AS_IT_IS if latest.version == version_of(answer) else Approved.CHANGED


def decided(approvals: Iterable[Approval]) -> Approval | None:
    """The latest decision of the expert among all those about one answer."""
    return max(approvals, key=lambda a: (a.at, a.id), default=None)
