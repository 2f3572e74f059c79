"""What is to be taken out of whom, looked at and done for one expert after the other."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sessions.people import Expert, Permission
from sessions.withdrawal import Because, Loss

if TYPE_CHECKING:
    from sessions.programme import Programme
    from sessions.store import Store


@dataclass(frozen=True)
class Step:
    """How far something is: whose turn it is, and the ``share`` that is done, 0 to 1."""

    name: str
    share: float


Tell = Callable[[Step], None]
"""Hears how far it is."""


@dataclass(frozen=True)
class Share:
    """What of one expert is to go."""

    expert: Expert
    permissions: tuple[Permission, ...]


@dataclass(frozen=True)
class Taking:
    """What is to go, of whom, and why."""

    shares: tuple[Share, ...]
    because: Because = Because.WITHDRAWN

    @property
    def alone(self) -> Expert | None:
        """The expert, where it is about one who takes something back."""
        return self.shares[0].expert if self.because is Because.WITHDRAWN and len(self.shares) == 1 else None


@dataclass(frozen=True)
class Sight:
    """What would go, of all of them together; ``due`` tells that it is due, also where only rests are left that
    cannot be counted: files, or a database file that was not wiped yet."""

    loss: Loss
    due: bool = False

    @property
    def nothing(self) -> bool:
        """Whether nothing is there that would go."""
        return self.loss.empty and not self.due


def look(programme: "Programme", taking: Taking, tell: Tell) -> Sight:
    """What would go."""
    from capture.withdrawing import preview

    with programme.store() as store:
        losses = [
            preview(
                programme,
                store,
                share.expert,
                share.permissions,
                _partly(taking, n, tell),
                because=taking.because,
            )
            for n, share in enumerate(taking.shares)
        ]
        return Sight(together(losses), is_due(store, taking))


def is_due(store: "Store", taking: Taking) -> bool:
    """Whether any of it has to go, as the programme stands."""
    from sessions.store.retention import overdue
    from sessions.store.withdrawing import due

    wanted = {(share.expert.id, permission) for share in taking.shares for permission in share.permissions}
    late = taking.because is Because.RETENTION and overdue(store, date.today()) is not None
    return late or any((one.expert.id, one.permission) in wanted for one in due(store))


def take_out(programme: "Programme", taking: Taking, by: str, *, edited_too: bool, tell: Tell) -> Loss:
    """Take it out for good; gives what went."""
    from capture.withdrawing import withdraw

    return together(
        [
            withdraw(
                programme,
                share.expert.id,
                share.permissions,
                by,
                because=taking.because,
                edited_too=edited_too,
                progress=_partly(taking, n, tell),
            )
            for n, share in enumerate(taking.shares)
        ]
    )


def _partly(taking: Taking, n: int, tell: Tell) -> Callable[[float], None]:
    """Hears how far the ``n``-th of them is, and tells how far that is of all."""
    name, total = taking.shares[n].expert.name, len(taking.shares)
    return lambda share: tell(Step(name, (n + share) / total))


def together(losses: Sequence[Loss]) -> Loss:
    """Several losses as one; each document counts once, and stands as edited where it is so for any of them."""
    if len(losses) == 1:
        return losses[0]
    documents = {
        d.path: d for d in sorted((d for one in losses for d in one.documents), key=lambda d: d.edited)
    }
    modules = sum((Counter(dict(one.modules)) for one in losses), Counter[str]())
    return Loss(
        expert_id=0,
        expert=", ".join(one.expert for one in losses),
        permissions=tuple(dict.fromkeys(p for one in losses for p in one.permissions)),
        sessions=tuple(code for one in losses for code in one.sessions),
        recordings=sum(one.recordings for one in losses),
        seconds=sum(one.seconds for one in losses),
        fragments=sum(one.fragments for one in losses),
        values=sum(one.values for one in losses),
        tags=sum(one.tags for one in losses),
        modules=tuple(sorted(modules.items())),
        documents=tuple(documents[path] for path in sorted(documents)),
        kept_text=any(one.kept_text for one in losses),
        terms=sum(one.terms for one in losses),
        unwritten=sum(one.unwritten for one in losses),
    )
