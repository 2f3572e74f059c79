"""The time that people spent, as it is kept."""

from dataclasses import dataclass
from datetime import timedelta

from sessions.interview import Session
from sessions.moment import now
from sessions.people import Company, Expert
from sessions.spending import Stretch, Who, spent
from sessions.store.store import Store


@dataclass(frozen=True)
class CompanyHours:
    """What a company's conversations took: how many there were, and the time of both sides."""

    company: str
    sessions: int
    expert: timedelta
    developer: timedelta


def stretches_of(store: Store, session: Session) -> list[Stretch]:
    """The stretches of time that were spent on a session, oldest first."""
    return store.all(Stretch, session_id=session.id)


def add_developer_minutes(store: Store, session: Session, minutes: int) -> None:
    """Note that the developer spent ``minutes`` on a session, besides the conversation; a negative number
    corrects an earlier one."""
    until = now()
    store.add(Stretch(session.id, Who.DEVELOPER, until - timedelta(minutes=minutes), until))


def hours_by_company(store: Store) -> list[CompanyHours]:
    """The time spent per company, in the order in which they joined; without those that had no session."""
    company_of = {e.id: e.company_id for e in store.all(Expert)}
    sessions: dict[int, list[Session]] = {}
    for session in store.all(Session):
        sessions.setdefault(company_of[session.expert_id], []).append(session)
    return [_hours(store, c, sessions[c.id]) for c in store.all(Company) if c.id in sessions]


def _hours(store: Store, company: Company, sessions: list[Session]) -> CompanyHours:
    stretches = store.all(Stretch, session_id=[s.id for s in sessions])
    expert, developer = spent(stretches, Who.EXPERT), spent(stretches, Who.DEVELOPER)
    return CompanyHours(company.name, len(sessions), expert, developer)
