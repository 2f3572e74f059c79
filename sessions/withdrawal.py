"""Taking something out of a programme for good: because an expert takes a permission back, or its time is over."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sessions.people import Permission


class Because(StrEnum):
    """Why something was taken out."""

    WITHDRAWN = "withdrawn"
    RETENTION = "retention"


@dataclass(frozen=True)
class Withdrawal:
    """A note that something of an expert was taken out: which permission it was about, never what was said."""

    expert_id: int
    permission: Permission
    because: Because
    at: datetime
    by: str
    id: int = 0


@dataclass(frozen=True)
class Retention:
    """Until which day (included) recordings and texts are kept; the latest one holds, None: no such day."""

    until: date | None
    by: str
    at: datetime
    id: int = 0


@dataclass(frozen=True)
class Holding:
    """A document in the folder of the programme, or outside of it, that holds what is to go.

    ``edited`` tells that somebody changed it by hand, or that it is not ours: it goes only where a person says so.
    ``outside`` tells that it lies elsewhere: it is only told of. ``modules`` are the ids of the modules in it.
    ``copy`` is the SHA-256 of what is a recording to the byte. ``named`` tells that nothing but the name stands in it,
    and that it is of somebody else, or of nobody knows whom: it is only told of as well.
    """

    path: str
    edited: bool
    outside: bool = False
    modules: tuple[str, ...] = ()
    copy: str = ""
    named: bool = False

    def goes(self, *, edited_too: bool) -> bool:
        """Whether it is deleted, where somebody says what is to become of those that are edited."""
        return not (self.outside or self.named) and (edited_too or not self.edited)


@dataclass(frozen=True)
class Loss:
    """What taking permissions back would take out, counted before it is done.

    ``seconds`` is the length of the ``recordings``; ``modules`` tells per module id how many fragments disappear
    from its draft; ``kept_text`` that sound goes while the text that was made of it stays; ``terms`` counts what goes
    from the vocabulary, and ``unwritten`` the recordings that were to become text, and never will.
    """

    expert_id: int
    expert: str
    permissions: tuple[Permission, ...]
    sessions: tuple[str, ...] = ()
    recordings: int = 0
    seconds: float = 0.0
    fragments: int = 0
    values: int = 0
    tags: int = 0
    modules: tuple[tuple[str, int], ...] = ()
    documents: tuple[Holding, ...] = ()
    kept_text: bool = False
    terms: int = 0
    unwritten: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing is there that would go."""
        return not (self.recordings or self.fragments or self.documents)
