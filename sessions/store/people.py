"""Companies, experts and what the experts permit."""

from collections.abc import Iterable, Mapping
from itertools import count

from sessions.interview import Answer, Session
from sessions.moment import now
from sessions.people import (
    ASKED_ELSEWHERE,
    WORDING,
    Company,
    Consent,
    Expert,
    Known,
    Permission,
    expert_code,
    latest,
    may,
    refused,
)
from sessions.store.store import Store
from sessions.text import clean_line, fold


def company_named(store: Store, name: str) -> Company:
    """The company of that name, whatever its case and accents; made where it is new."""
    name = clean_line(name)
    with store.immediate():
        known = next((c for c in store.all(Company) if fold(c.name) == fold(name)), None)
        return known or store.add(Company(name))


def expert_named(store: Store, name: str, company: Company) -> Expert:
    """The expert of that name in the company; made, with the next free code, where they are new."""
    name = clean_line(name)
    with store.immediate():
        experts = store.all(Expert)
        known = next((e for e in experts if e.company_id == company.id and fold(e.name) == fold(name)), None)
        return known or store.add(Expert(name, _free_code(experts), company.id))


def _free_code(experts: list[Expert]) -> str:
    taken = {e.code for e in experts}
    return next(code for number in count() if (code := expert_code(number)) not in taken)


def permit(store: Store, expert: Expert, permissions: Iterable[Permission], asked_by: str = "") -> None:
    """Note that the expert gives these permissions now, asked outside Vakborg."""
    given = dict.fromkeys(permissions, True)
    keep_consent(store, expert, given, asked_by, wording=ASKED_ELSEWHERE)


def keep_consent(
    store: Store,
    expert: Expert,
    answers: Mapping[Permission, bool],
    asked_by: str,
    *,
    wording: str = WORDING,
) -> None:
    """Note what the expert answered now, yes and no alike."""
    moment, who = now(), clean_line(asked_by)
    store.add_all(Consent(expert.id, p, given, moment, wording, who) for p, given in answers.items())


def consents_of(store: Store, expert: Expert) -> list[Consent]:
    """Everything that the expert ever answered, oldest first."""
    return store.all(Consent, expert_id=expert.id)


def asked(store: Store, expert: Expert) -> bool:
    """Whether each of the four permissions was asked of the expert."""
    return len(latest(consents_of(store, expert))) == len(Permission)


def known_experts(store: Store) -> list[Known]:
    """Everybody in the programme, whoever was interviewed last first."""
    companies = {c.id: c.name for c in store.all(Company)}
    last = {s.expert_id: s for s in store.all(Session)}
    order = sorted(store.all(Expert), key=lambda e: last[e.id].id if e.id in last else 0, reverse=True)
    return [Known(e.name, companies[e.company_id], last[e.id].machine if e.id in last else "") for e in order]


def named_experts(store: Store) -> set[int]:
    """The ids of the experts whose name may stand beside a quote."""
    consents = store.all(Consent)
    everyone = {c.expert_id for c in consents}
    return {e for e in everyone if may(Permission.NAMED_QUOTE, [c for c in consents if c.expert_id == e])}


def unnamed_experts(store: Store) -> list[Expert]:
    """The experts whose name may not leave: who did not permit it, or was never asked."""
    named = named_experts(store)
    return [expert for expert in store.all(Expert) if expert.id not in named]


def refuses_sound(store: Store, session: Session) -> bool:
    """Whether the expert of ``session`` does not permit recordings; silence is not that."""
    return refused(Permission.RECORDING, store.all(Consent, expert_id=session.expert_id))


def refuses_text(store: Store, session: Session) -> bool:
    """Whether the expert of ``session`` does not let what they say become text; silence is not that."""
    return refused(Permission.TRANSCRIPT, store.all(Consent, expert_id=session.expert_id))


def never_to_be_text(store: Store) -> set[int]:
    """The ids of all answers of experts who refused a transcript; where nobody was asked, none is refused."""
    refusing = refusing_text(store)
    sessions = store.all(Session, expert_id=refusing) if refusing else []
    return {a.id for a in store.all(Answer, session_id=[s.id for s in sessions])} if sessions else set()


def refusing_text(store: Store) -> set[int]:
    """The ids of the experts who refused a transcript."""
    consents = store.all(Consent, permission=Permission.TRANSCRIPT)
    experts = {c.expert_id for c in consents}
    return {e for e in experts if refused(Permission.TRANSCRIPT, [c for c in consents if c.expert_id == e])}
