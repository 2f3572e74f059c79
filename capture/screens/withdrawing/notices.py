"""What a programme is waiting for: withdrawals that were not carried out, and a last day that is over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from capture.screens.withdrawing.taking import Share, Taking
from capture.screens.withdrawing.telling import about
from sessions.i18n import gettext as _
from sessions.i18n import language, ngettext
from sessions.people import Expert, Permission
from sessions.text import clean_line
from sessions.withdrawal import Because, Retention

if TYPE_CHECKING:
    from sessions.store import Store
    from sessions.store.retention import Overdue

KEPT = (Permission.RECORDING, Permission.TRANSCRIPT)
"""What a last day is about: the sound and the text."""


@dataclass(frozen=True)
class Notices:
    """What is due: ``shares`` of experts who took something back, what is there past the last day, and that day."""

    shares: tuple[Share, ...] = ()
    overdue: "Overdue | None" = None
    experts: tuple[Expert, ...] = ()
    retention: Retention | None = None

    @property
    def takings(self) -> list[tuple[str, Taking]]:
        """Each thing that is due, in words."""
        late = [(overdue_told(self.overdue), self.of_everybody)] if self.overdue else []
        return late + [(share_told(share), Taking((share,))) for share in self.shares]

    @property
    def of_everybody(self) -> Taking:
        """The sound and the text of everybody, past the last day."""
        return Taking(tuple(Share(expert, KEPT) for expert in self.experts), Because.RETENTION)


def read_notices(store: "Store", today: date) -> Notices:
    """What is due now; reads no document and nothing that was said."""
    from sessions.store.retention import overdue, retention
    from sessions.store.withdrawing import due

    late = overdue(store, today)
    everybody = tuple(store.all(Expert)) if late else ()
    return Notices(_shares((d.expert, d.permission) for d in due(store)), late, everybody, retention(store))


def _shares(due: Iterable[tuple[Expert, Permission]]) -> tuple[Share, ...]:
    by_expert: dict[Expert, list[Permission]] = {}
    for expert, permission in due:
        by_expert.setdefault(expert, []).append(permission)
    return tuple(Share(expert, tuple(permissions)) for expert, permissions in by_expert.items())


def lines(notices: Notices, key: str) -> list[str]:
    """A line for each kind of thing that is due, and the ``key`` that shows them."""
    n = len(notices.shares)
    told = [overdue_told(notices.overdue)] if notices.overdue else []
    if n:
        many = ngettext("{n} withdrawal not carried out yet", "{n} withdrawals not carried out yet", n)
        told.append(many.format(n=n))
    return [f"{line} ({key})" for line in told]


def overdue_told(overdue: "Overdue") -> str:
    """What is there past the last day."""
    recordings = ngettext("{n} recording", "{n} recordings", overdue.recordings).format(n=overdue.recordings)
    sessions = ngettext("{n} session", "{n} sessions", overdue.sessions).format(n=overdue.sessions)
    told = _("Kept up to {day}, that is over: {recordings} and {sessions} still here")
    return told.format(day=day(overdue.until), recordings=recordings, sessions=sessions)


def share_told(share: Share) -> str:
    """Who took what back."""
    told = _("{name} ({code}) took back: {what}")
    return clean_line(
        told.format(name=share.expert.name, code=share.expert.code, what=about(share.permissions))
    )


def day(moment: date) -> str:
    """A day as people read it."""
    from babel.dates import format_date

    return format_date(moment, format="long", locale=language())
