"""Whom to ask for permission, what they answered before, and what a changed answer means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from capture.screens.permission import told_before
from sessions.consent_wording import wording
from sessions.i18n import gettext as _
from sessions.people import Consent, Expert, Permission, latest
from sessions.withdrawal import Withdrawal

if TYPE_CHECKING:
    from sessions.programme import Programme


@dataclass(frozen=True)
class ToAsk:
    """Whom to ask, in which language, what they answered before, what was taken out, and of which permissions that
    they refuse something is there still."""

    expert: Expert
    language: str
    consents: tuple[Consent, ...]
    withdrawals: tuple[Withdrawal, ...] = ()
    due: frozenset[Permission] = frozenset()

    @property
    def before(self) -> dict[Permission, Consent]:
        """The word that holds."""
        return latest(self.consents)

    def taken_back(self, answers: Mapping[Permission, bool | None]) -> frozenset[Permission]:
        """What they refuse with these answers and did not before, or of which something is there still."""
        before = self.before
        refused = {p for p in Permission if answers.get(p) is False}
        no_more = {p for p in refused if p not in before or before[p].given}
        return frozenset(no_more | (self.due & refused))


def told_at_first(to_ask: ToAsk, *, talk_follows: bool) -> str:
    """What there is to know before anything is answered."""
    if to_ask.due and not talk_follows:
        return _("What was taken back is still there: Enter shows what that is.")
    return told_before(to_ask.before.values())


def what_follows(given: Mapping[Permission, bool | None], to_ask: ToAsk, *, talk_follows: bool) -> str:
    """What a no means that stands there now."""
    notes_only = [wording(to_ask.language).notes_only] if given[Permission.RECORDING] is False else []
    return " ".join([*notes_only, *_what_is_there(given, to_ask, talk_follows=talk_follows)])


def _what_is_there(
    given: Mapping[Permission, bool | None], to_ask: ToAsk, *, talk_follows: bool
) -> list[str]:
    before = {permission for permission, consent in to_ask.before.items() if consent.given}
    if not any(given[permission] is False for permission in before | to_ask.due):
        return []
    if talk_follows:
        return [_("That holds from now on; what is there already can be taken out after the conversation.")]
    return [_("That holds from now on. Enter shows what is there already and can be taken out.")]


def read_to_ask(programme: "Programme", code: str) -> ToAsk:
    """Whom to ask in the session with this code."""
    from sessions.store.interviews import find_session
    from sessions.store.people import consents_of
    from sessions.store.withdrawing import due, withdrawals

    with programme.store() as store:
        session = find_session(store, code)
        expert = store.get(Expert, session.expert_id)
        return ToAsk(
            expert,
            session.language,
            tuple(consents_of(store, expert)),
            tuple(withdrawals(store, expert)),
            frozenset(d.permission for d in due(store) if d.expert.id == expert.id),
        )
