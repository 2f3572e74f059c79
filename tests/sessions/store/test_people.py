"""Companies, experts and what they permit."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sessions.people import WORDING, Company, Consent, Expert, Known, Permission, latest
from sessions.store import Store
from sessions.store.people import (
    asked,
    company_named,
    consents_of,
    expert_named,
    keep_consent,
    known_experts,
    named_experts,
    never_to_be_text,
    permit,
    refuses_text,
)
from tests.builders import Said, add_session, add_text


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


def test_yes_and_no_are_both_kept_in_the_present_wording(store: Store) -> None:
    jan = expert_named(store, "Jan", company_named(store, "Noord"))
    keep_consent(store, jan, {Permission.RECORDING: True, Permission.CLIP: False}, " Anne\x00ke ")
    assert [(c.permission, c.given, c.wording, c.asked_by) for c in consents_of(store, jan)] == [
        (Permission.RECORDING, True, WORDING, "Anneke"),
        (Permission.CLIP, False, WORDING, "Anneke"),
    ]


def test_somebody_was_asked_when_all_four_were(store: Store) -> None:
    jan = expert_named(store, "Jan", company_named(store, "Noord"))
    first, *others = Permission
    assert not asked(store, jan)
    keep_consent(store, jan, {first: True}, "Anneke")
    assert not asked(store, jan)
    keep_consent(store, jan, dict.fromkeys(others, False), "Anneke")
    assert asked(store, jan)


def test_taking_back_leaves_what_was_given_on_record(store: Store) -> None:
    jan = expert_named(store, "Jan", company_named(store, "Noord"))
    keep_consent(store, jan, {Permission.CLIP: True}, "Anneke")
    keep_consent(store, jan, {Permission.CLIP: False}, "Anneke")
    assert [c.given for c in consents_of(store, jan)] == [True, False]
    assert not latest(consents_of(store, jan))[Permission.CLIP].given


def test_who_was_here_last_is_known_first_with_their_machine(store: Store) -> None:
    add_session(store, "Jan", "Noord", machine="Sodick")
    add_session(store, "Piet", "Zuid")
    expert_named(store, "Nooit", company_named(store, "Zuid"))
    add_session(store, "Jan", "Noord", machine="Makino")
    assert known_experts(store) == [
        Known("Jan", "Noord", "Makino"),
        Known("Piet", "Zuid"),
        Known("Nooit", "Zuid"),
    ]


@pytest.mark.parametrize(
    ("words", "refuses"),
    [((), False), ((True,), False), ((False,), True), ((True, False), True), ((False, True), False)],
)
def test_only_the_answers_of_who_refuses_by_now_never_become_text(
    store: Store, words: tuple[bool, ...], refuses: bool
) -> None:
    jan, piet = add_session(store, "Jan", "Noord"), add_session(store, "Piet", "Zuid")
    mine = add_text(store, jan, "M2-V2", [Said("Grafiet.")], original_name="a.vtt").answer_id
    add_text(store, piet, "M2-V2", [Said("Koper.")], original_name="b.vtt")
    for given in words:
        keep_consent(store, store.get(Expert, jan.expert_id), {Permission.TRANSCRIPT: given}, "Anneke")
    assert (refuses_text(store, jan), refuses_text(store, piet)) == (refuses, False)
    assert never_to_be_text(store) == ({mine} if refuses else set())
