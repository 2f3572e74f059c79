"""The time that people spent, as it is kept."""

from datetime import timedelta

from sessions.interview import Session
from sessions.moment import now
from sessions.people import Company
from sessions.spending import Stretch, Who, spent
from sessions.store import Store
from sessions.store.spending import CompanyHours, add_developer_minutes, hours_by_company, stretches_of
from tests.builders import add_session


def an_hour(session: Session, who: Who) -> Stretch:
    until = now()
    return Stretch(session.id, who, until - timedelta(hours=1), until)


def test_added_minutes_count_for_the_developer_and_can_be_corrected(store: Store, jan: Session) -> None:
    add_developer_minutes(store, jan, 45)
    add_developer_minutes(store, jan, -15)
    stretches = stretches_of(store, jan)
    assert spent(stretches, Who.DEVELOPER) == timedelta(minutes=30)
    assert spent(stretches, Who.EXPERT) == timedelta()


def test_time_is_added_up_per_company_over_experts_and_sessions(store: Store, jan: Session) -> None:
    again, piet = add_session(store, "Jan", "Noord"), add_session(store, "Piet", "Zuid")
    store.add(Company("Zonder gesprek"))
    store.add_all([an_hour(jan, Who.EXPERT), an_hour(again, Who.EXPERT), an_hour(piet, Who.DEVELOPER)])
    assert hours_by_company(store) == [
        CompanyHours("Noord", 2, timedelta(hours=2), timedelta()),
        CompanyHours("Zuid", 1, timedelta(), timedelta(hours=1)),
    ]


def test_an_empty_programme_has_no_hours(store: Store) -> None:
    assert hours_by_company(store) == []
