"""Sessions with their guide, and their answers."""

from dataclasses import replace
from pathlib import Path

import pytest

from sessions.errors import UnknownName
from sessions.guides.loading import load
from sessions.interview import Answer, Clip, GuideCopy, Session
from sessions.people import Expert
from sessions.programme import create_programme
from sessions.store import Store
from sessions.store.interviews import (
    answer_to,
    find_session,
    guide_of,
    guides_used,
    new_session,
    next_clip_number,
)
from sessions.store.people import company_named, expert_named
from tests.builders import add_clip
from tests.sessions.guides.small import SMALL

GUIDE = load(SMALL, "klein")
CHANGED = SMALL.replace('version = "1.0"', 'version = "1.1"')


@pytest.fixture
def jan(store: Store) -> Expert:
    """An expert."""
    return expert_named(store, "Jan", company_named(store, "Noord"))


def test_sessions_are_numbered_per_expert(store: Store, jan: Expert) -> None:
    piet = expert_named(store, "Piet", company_named(store, "Noord"))
    codes = [new_session(store, who, GUIDE, SMALL).code for who in (jan, piet, jan)]
    assert codes == ["A1", "B1", "A2"]


def test_after_a_session_is_removed_the_next_one_gets_a_fresh_number(store: Store, jan: Expert) -> None:
    first, _second = (new_session(store, jan, GUIDE, SMALL) for _ in range(2))
    store.delete(first)
    assert new_session(store, jan, GUIDE, SMALL).code == "A3"


def test_titles_and_machines_are_stored_safe(store: Store, jan: Expert) -> None:
    session = new_session(store, jan, GUIDE, SMALL, machine="Agie\x1b[2J\n", title="[/] \x00\ud800../x")
    assert (session.machine, session.title) == ("Agie[2J", "[/] ../x")


def test_a_session_keeps_the_guide_as_it_was(store: Store, jan: Expert) -> None:
    old = new_session(store, jan, GUIDE, SMALL)
    new = new_session(store, jan, load(CHANGED, "klein"), CHANGED)
    assert (guide_of(store, old).version, guide_of(store, new).version) == ("1.0", "1.1")
    assert [g.version for g in guides_used(store)] == ["1.1"]


def test_one_copy_of_a_guide_serves_all_its_sessions(store: Store, jan: Expert) -> None:
    for _ in range(3):
        new_session(store, jan, GUIDE, SMALL)
    assert [copy.toml for copy in store.all(GuideCopy)] == [SMALL]


def test_a_session_is_found_by_its_code_and_a_wrong_one_brings_the_nearest(store: Store, jan: Expert) -> None:
    session = new_session(store, jan, GUIDE, SMALL)
    assert find_session(store, "a1") == session
    with pytest.raises(UnknownName, match="Did you mean A1"):
        find_session(store, "A11")


def test_a_question_has_one_answer_per_session(store: Store, jan: Expert) -> None:
    session = new_session(store, jan, GUIDE, SMALL)
    first = answer_to(store, session, GUIDE.question("M1-V2"))
    second = answer_to(store, session, GUIDE.question("M1-V1"))
    assert answer_to(store, session, GUIDE.question("M1-V2")) == first
    assert (first.number, second.number) == (1, 2)


def test_after_an_answer_is_removed_the_next_one_gets_a_fresh_number(store: Store, jan: Expert) -> None:
    session = new_session(store, jan, GUIDE, SMALL)
    first = answer_to(store, session, GUIDE.question("M1-V2"))
    answer_to(store, session, GUIDE.question("M1-V1"))
    store.delete(first)
    assert answer_to(store, session, GUIDE.question("M1-V2")).number == 3


def test_takes_are_numbered_on_even_after_one_is_removed(tmp_path: Path) -> None:
    programme = create_programme(tmp_path / "takes")
    with programme.store() as store:
        expert = expert_named(store, "Jan", company_named(store, "Noord"))
        session = new_session(store, expert, GUIDE, SMALL)
        clips: list[Clip] = [add_clip(programme, store, session, "M1-V1", 0.1) for _ in range(2)]
        answer = store.get(Answer, clips[0].answer_id)
        store.delete(clips[0])
        assert next_clip_number(store, answer) == 3
        assert next_clip_number(store, replace(answer, id=99)) == 1
        assert len(store.all(Session)) == 1
