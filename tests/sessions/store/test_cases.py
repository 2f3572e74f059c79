"""Practice cases: found, changed, released and taken away."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sessions.errors import TakenBack, UnknownName, UsageRefused
from sessions.interview import Answer, Attachment, Case, Session
from sessions.people import Company
from sessions.release import Release
from sessions.store import Store
from sessions.store.cases import (
    add_case,
    change_case,
    drop_case,
    find_case,
    known_cases,
    known_topics,
    left_over,
    release_case,
    topics_named,
)

PUNCH = Case(0, "Stempel", "plaat 40 mm", photos=("attachments/cases/a.jpg", "attachments/cases/b.jpg"))


def test_a_new_case_is_of_its_company_and_stays_in_it(store: Store) -> None:
    kept = add_case(store, "  noord ", PUNCH)
    assert store.get(Company, kept.company_id).name == "noord"
    assert kept.release is Release.INTERNAL
    assert add_case(store, "Noord", replace(PUNCH, title="Matrijs")).company_id == kept.company_id
    assert [k.case.title for k in known_cases(store)] == ["Matrijs", "Stempel"]


@pytest.mark.parametrize(("company", "title"), [("", "Stempel"), (" \t", "Stempel"), ("Noord", "  ")])
def test_a_case_without_a_name_or_company_is_refused(store: Store, company: str, title: str) -> None:
    with pytest.raises(UsageRefused):
        add_case(store, company, replace(PUNCH, title=title))
    assert store.count(Case) == 0


def test_it_is_found_by_number_and_by_title(store: Store) -> None:
    kept = add_case(store, "Noord", PUNCH)
    assert find_case(store, str(kept.id)).case == find_case(store, "stempel").case == kept
    with pytest.raises(UnknownName) as refused:
        find_case(store, "Stempe")
    assert "Stempel" in refused.value.advice


def test_two_of_one_title_are_told_apart_by_number(store: Store) -> None:
    kept = [add_case(store, company, PUNCH) for company in ("Noord", "Zuid")]
    with pytest.raises(UsageRefused) as refused:
        find_case(store, "Stempel")
    assert all(f"{one.id} (" in refused.value.message for one in kept)
    assert find_case(store, str(kept[1].id)).company.name == "Zuid"


def test_a_change_leaves_what_another_window_changed(store: Store) -> None:
    kept = add_case(store, "Noord", PUNCH)
    release_case(store, kept, Release.PARTNERS)
    change_case(store, "Zuid", kept, replace(kept, material="1.2379"))
    (now,) = store.all(Case)
    assert (now.release, now.material, now.workpiece) == (Release.PARTNERS, "1.2379", "plaat 40 mm")
    assert store.get(Company, now.company_id).name == "Zuid"


def test_what_is_gone_can_neither_be_changed_nor_released(store: Store) -> None:
    kept = add_case(store, "Noord", PUNCH)
    drop_case(store, kept)
    for change in (
        lambda: change_case(store, "Noord", kept, replace(kept, title="X")),
        lambda: release_case(store, kept, Release.FREE),
        lambda: drop_case(store, kept),
    ):
        with pytest.raises(TakenBack):
            change()


def test_dropping_one_leaves_the_answers_and_gives_the_photos_that_nothing_uses(
    store: Store, jan: Session
) -> None:
    kept = add_case(store, "Noord", PUNCH)
    add_case(store, "Noord", replace(PUNCH, title="Matrijs", photos=PUNCH.photos[:1]))
    answer = store.add(Answer(jan.id, "M2-V2", 1, case_id=kept.id))
    assert [k.answers for k in known_cases(store)] == [0, 1]
    assert drop_case(store, kept) == PUNCH.photos[1:]
    assert store.get(Answer, answer.id).case_id is None


def test_a_photo_of_an_answer_is_not_left_over(store: Store, jan: Session) -> None:
    answer = store.add(Answer(jan.id, "M2-V2", 1))
    when = datetime(2026, 3, 12, tzinfo=UTC)
    store.add(Attachment(answer.id, PUNCH.photos[0], "ab" * 32, 1, "a.jpg", when))
    assert left_over(store, (*PUNCH.photos, *PUNCH.photos)) == PUNCH.photos[1:]


def test_topics_are_those_of_the_guides_in_use_and_a_wrong_one_names_the_nearest(
    store: Store, jan: Session
) -> None:
    slugs = [topic.slug for topic in known_topics(store)]
    assert jan.guide_copy_id
    assert len(slugs) == len(set(slugs)) > 10
    assert topics_named(store, ["STARTGAT", "draadkeuze", "startgat"]) == ("startgat", "draadkeuze")
    with pytest.raises(UnknownName) as refused:
        topics_named(store, ["startgatt"])
    assert "startgat?" in refused.value.advice


def test_before_the_first_session_topics_are_those_that_come_with_vakborg(store: Store) -> None:
    assert "startgat" in [topic.slug for topic in known_topics(store)]
