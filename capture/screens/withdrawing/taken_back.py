"""What an expert took back, as a session and its answers tell it: what is still there, and what was taken out when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from capture.naming import when
from capture.screens.withdrawing.telling import about
from sessions.i18n import gettext as _
from sessions.people import Consent, Expert, Permission, latest
from sessions.withdrawal import Because, Withdrawal

if TYPE_CHECKING:
    from sessions.store import Store


@dataclass(frozen=True)
class TakenBack:
    """``due`` is what is to go and is there still, with the moment of the word that it goes by (None where that is a
    last day); ``done`` what was taken out and not permitted again since, the
    latest note of each."""

    due: Mapping[Permission, datetime | None] = field(default_factory=dict)
    done: Mapping[Permission, Withdrawal] = field(default_factory=dict)


def read_taken_back(store: "Store", expert: Expert) -> TakenBack:
    """What ``expert`` took back."""
    from sessions.store.people import consents_of
    from sessions.store.withdrawing import due, withdrawals

    words = latest(consents_of(store, expert))
    open_ = [one.permission for one in due(store) if one.expert.id == expert.id]
    return TakenBack(
        {p: words[p].at if p in words else None for p in open_},
        {one.permission: one for one in withdrawals(store, expert) if not _given_since(one, words)},
    )


def _given_since(one: Withdrawal, words: Mapping[Permission, Consent]) -> bool:
    word = words.get(one.permission)
    return word is not None and word.given and word.at > one.at


def taken_back_told(taken_back: TakenBack) -> str:
    """A line for each of them; empty where nothing was taken back."""
    due = [_due(permission, at) for permission, at in taken_back.due.items()]
    done = [done_told(one) for permission, one in taken_back.done.items() if permission not in taken_back.due]
    return "\n".join(due + done)


def _due(permission: Permission, at: datetime | None) -> str:
    what = about([permission])
    if at is None:
        return _("{what}: not taken out entirely yet (list of sessions, o)").format(what=what)
    told = _("{what}: taken back on {day}, not taken out yet (list of sessions, o)")
    return told.format(what=what, day=when(at))


def done_told(one: Withdrawal) -> str:
    """What was taken out when, and why."""
    late = one.because is Because.RETENTION
    told = _("{what}: taken out on {day}, its last day was over") if late else _("{what}: taken out on {day}")
    return told.format(what=about([one.permission]), day=when(one.at))
