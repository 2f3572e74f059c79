"""Companies, experts and what they permit."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sessions.people import Company, Consent, Permission
from sessions.store import Store
from sessions.store.people import company_named, expert_named, named_experts, permit


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty programme's database."""
    with Store(tmp_path / "vakborg.db") as opened:
        yield opened


def test_a_company_is_known_whatever_its_case_and_accents(store: Store) -> None:
    first = company_named(store, "  Café\tVonk ")
    assert first.name == "Café Vonk"
    assert company_named(store, "CAFE VONK") == first
    assert company_named(store, "Matrijs") != first


def test_a_name_cannot_be_given_that_drives_a_terminal(store: Store) -> None:
    dirty = "Vonk\x00werk\x1b]52;c;eA==\x07\ud800"
    first = company_named(store, dirty)
    assert first.name == "Vonkwerk]52;c;eA=="
    assert company_named(store, dirty) == first


def test_experts_get_the_next_code_over_all_companies(store: Store) -> None:
    north, south = company_named(store, "Noord"), company_named(store, "Zuid")
    assert [expert_named(store, "Jan", north).code, expert_named(store, "Jan", south).code] == ["A", "B"]
    assert expert_named(store, "JÁN", north).code == "A"


def test_a_code_that_is_in_use_is_never_given_again(store: Store) -> None:
    company = company_named(store, "Noord")
    first, second = expert_named(store, "Jan", company), expert_named(store, "Piet", company)
    store.delete(first)
    third = expert_named(store, "Klaas", company)
    assert third.code != second.code
    assert expert_named(store, "Kees", company).code == "C"


def test_permissions_are_noted_with_time_and_wording(store: Store) -> None:
    jan = expert_named(store, "Jan", company_named(store, "Noord"))
    permit(store, jan, [Permission.RECORDING, Permission.CLIP], asked_by="Anneke")
    noted = store.all(Consent)
    assert [(c.permission, c.given, c.wording, c.asked_by) for c in noted] == [
        (Permission.RECORDING, True, "1", "Anneke"),
        (Permission.CLIP, True, "1", "Anneke"),
    ]


def test_only_who_permits_it_now_is_named(store: Store) -> None:
    company = store.add(Company("Noord"))
    jan, piet = expert_named(store, "Jan", company), expert_named(store, "Piet", company)
    permit(store, jan, [Permission.NAMED_QUOTE])
    permit(store, piet, [Permission.RECORDING])
    assert named_experts(store) == {jan.id}
    (given,) = store.all(Consent, expert_id=jan.id)
    store.add(Consent(jan.id, Permission.NAMED_QUOTE, given=False, at=given.at))
    assert named_experts(store) == set()
