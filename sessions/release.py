"""What may leave the company: the release of a fragment, the approval of an answer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sessions.received import Wish


class Release(StrEnum):
    """How far a fragment may go. Competitors share one path, so the default is internal."""

    INTERNAL = "internal"
    PARTNERS = "partners"
    FREE = "free"
    STRUCK = "struck"


LEVELS = (Release.INTERNAL, Release.PARTNERS, Release.FREE)
"""How far something may go, from the nearest to the farthest."""


def may_go(release: Release, audience: Release) -> bool:
    """Whether what has this release may go to ``audience``: partners see what is free too.

    >>> may_go(Release.FREE, Release.PARTNERS), may_go(Release.INTERNAL, Release.PARTNERS)
    (True, False)
    """
    return release is not Release.STRUCK and LEVELS.index(release) >= LEVELS.index(audience)


class Approved(StrEnum):
    """Whether the expert agreed to an answer, and whether it still is what they agreed to."""

    NOT_YET = "not_yet"
    AS_IT_IS = "as_it_is"
    CHANGED = "changed"


@dataclass(frozen=True)
class Approval:
    """What an expert decided about which version of an answer; ``version`` is the SHA-256 of its text as they read
    it. A ``wish`` not to use it is no agreement. ``noted_by`` is who wrote it down, where it was not the file.
    ``struck`` are the ids of the fragments that were struck because they are not to be used."""

    answer_id: int
    expert_id: int
    version: str
    at: datetime
    wish: Wish = Wish.RIGHT
    noted_by: str = ""
    struck: tuple[int, ...] = ()
    id: int = 0
