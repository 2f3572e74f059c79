"""Suggestions made anew after people decided."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from sessions.interview import Session
from sessions.programme import create_programme
from sessions.release import Release
from sessions.store import Store, settling
from sessions.store.editing import editing, redo, undo
from sessions.store.interviews import find_session
from sessions.transcript import Role, Segment, Tag, TagOrigin, Why
from tests.builders import Said, add_session, add_text
from transcripts.renewing import renew

CLOCK = "Zo'n klokje langs de zijkant en een tikje tot de naald stil blijft staan."
WRONG: dict[str, tuple[str, ...]] = {"ruwheid": ("naald",)}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_programme(tmp_path / "edm").store() as store:
        add_session(store, "Jan", "Noord")
        yield store


def session(store: Store) -> Session:
    return find_session(store, "A1")


def tell(store: Store, said: Said) -> Segment:
    """A fragment of an answer about starting holes."""
    whole = add_text(store, session(store), "M2-V2", [said], original_name=f"{said.text[:15]}.vtt")
    return store.all(Segment, transcript_id=whole.id)[0]


def suggested(store: Store, segment: Segment) -> dict[str, Tag]:
    tags = store.all(Tag, segment_id=segment.id, origin=TagOrigin.SUGGESTED)
    return {tag.topic: tag for tag in tags}


def test_what_is_suggested_is_renewed_in_the_row_that_it_had(store: Store) -> None:
    segment = tell(store, Said(CLOCK, suggested=WRONG))
    (before,) = suggested(store, segment).values()
    assert renew(store) == 1
    assert suggested(store, segment).keys() == {"opspannen-uitrichten"}
    assert suggested(store, segment)["opspannen-uitrichten"].id == before.id


def test_where_nothing_changes_nothing_is_written(store: Store) -> None:
    tell(store, Said(CLOCK, suggested=WRONG))
    renew(store)
    (before,) = store.rows("select total_changes() as n")
    assert renew(store) == 0
    assert store.rows("select total_changes() as n") == [before]


def test_a_suggestion_that_is_none_any_more_goes(store: Store) -> None:
    segment = tell(store, Said("Wil je nog een kop koffie?", suggested={"ruwheid": ("kop",)}))
    assert renew(store, session(store)) == 1
    assert suggested(store, segment) == {}


def test_one_session_at_a_time_leaves_the_others_alone(store: Store) -> None:
    other = add_session(store, "Piet", "Zuid")
    segment = tell(store, Said(CLOCK, suggested=WRONG))
    assert renew(store, other) == 0
    assert suggested(store, segment).keys() == {"ruwheid"}


def test_what_a_person_decided_stays_as_it_is(store: Store) -> None:
    segment = tell(store, Said(CLOCK, suggested={"ruwheid": (), "opspannen-uitrichten": ()}))
    for tag, accepted in zip(suggested(store, segment).values(), (True, False), strict=True):
        store.save(replace(tag, accepted=accepted))
    given = store.add(Tag(segment.id, "smeltlaag", TagOrigin.HUMAN))
    before = store.all(Tag)
    renew(store)
    assert store.all(Tag) == before
    assert given in before


@pytest.mark.parametrize(
    "change",
    [{"checked": True}, {"no_topic": True}, {"release": Release.STRUCK}, {"role": Role.INTERVIEWER}],
    ids=["found right", "no topic", "struck", "interviewer"],
)
def test_what_is_settled_or_never_used_is_left_alone(store: Store, change: dict[str, object]) -> None:
    segment = tell(store, Said(CLOCK, suggested=WRONG))
    store.save(replace(segment, **change))  # type: ignore[arg-type]
    assert renew(store) == 0
    assert suggested(store, segment).keys() == {"ruwheid"}


def test_the_topics_of_the_question_are_not_suggested_once_more(store: Store) -> None:
    segment = tell(store, Said("Het startgat boor ik voor het harden."))
    renew(store)
    assert suggested(store, segment) == {}
    assert store.all(Tag, segment_id=segment.id, topic="startgat")


def test_one_acceptance_changes_what_is_suggested_elsewhere(store: Store) -> None:
    first = tell(store, Said("Let op die kwispelaar, dat hij niet zwabbert."))
    second = tell(store, Said("Ja, de kwispelaar zwabbert."))
    renew(store)
    assert suggested(store, second) == {}
    with editing(store, session(store), "Anneke", Why.HUMAN, "topic given") as pencil:
        settling.accept(pencil, first.id, "opspannen-uitrichten")
    assert renew(store) == 1
    assert suggested(store, second).keys() == {"opspannen-uitrichten"}


def test_undo_and_redo_go_on_working_through_it(store: Store) -> None:
    segment = tell(store, Said(CLOCK, suggested=WRONG))
    with editing(store, session(store), "Anneke", Why.HUMAN, "topic given") as pencil:
        settling.accept(pencil, segment.id, "ruwheid")
    with editing(store, session(store), "Anneke", Why.HUMAN, "topic given") as pencil:
        settling.accept(pencil, segment.id, "opspannen-uitrichten")
    decided = store.all(Tag)
    for step in (undo, undo, redo, redo):
        renew(store)
        assert step(store, session(store), "Anneke")
    renew(store)
    assert store.all(Tag) == decided


def test_a_person_who_decides_meanwhile_goes_first(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    segment = tell(store, Said(CLOCK, suggested=WRONG))
    immediate = store.immediate

    def decided_before() -> AbstractContextManager[None]:
        monkeypatch.undo()
        (tag,) = store.all(Tag, segment_id=segment.id, topic="ruwheid")
        store.save(replace(tag, accepted=True))
        return immediate()

    monkeypatch.setattr(store, "immediate", decided_before)
    renew(store)
    assert suggested(store, segment)["ruwheid"].accepted
    assert len(suggested(store, segment)) == 2
