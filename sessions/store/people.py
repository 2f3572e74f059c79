"""Companies, experts and what the experts permit."""

from collections.abc import Iterable
from itertools import count

from sessions.moment import now
from sessions.people import Company, Consent, Expert, Permission, expert_code, may
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
    """Note that the expert gives these permissions now."""
    moment = now()
    store.add_all(Consent(expert.id, p, given=True, at=moment, asked_by=asked_by) for p in permissions)


def named_experts(store: Store) -> set[int]:
    """The ids of the experts whose name may stand beside a quote."""
    consents = store.all(Consent)
    everyone = {c.expert_id for c in consents}
    return {e for e in everyone if may(Permission.NAMED_QUOTE, [c for c in consents if c.expert_id == e])}
