"""What people decided about topics, as suggestions may learn it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sessions.programme import create_programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.decisions import Decision, decisions
from sessions.store.interviews import find_session
from sessions.transcript import Role, Segment, Tag, TagOrigin, Transcript, TranscriptState
from tests.builders import Said, add_session, add_text


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_programme(tmp_path / "edm").store() as store:
        add_session(store, "Jan", "Noord")
        yield store


def tell(store: Store, text: str, role: Role = Role.EXPERT) -> Segment:
    """A fragment with a question's topic and a suggestion that nobody decided on."""
    said = [Said(text, role=role, suggested={"spoelen-draad": ("druk",)})]
    whole = add_text(store, find_session(store, "A1"), "M2-V2", said, original_name=f"{text[:20]}.vtt")
    return store.all(Segment, transcript_id=whole.id)[0]


def decide(store: Store, segment: Segment, *, accepted: bool = True) -> None:
    (tag,) = store.all(Tag, segment_id=segment.id, topic="spoelen-draad")
    store.save(replace(tag, accepted=accepted))


def test_nobody_decided_so_nothing_is_learnt(store: Store) -> None:
    tell(store, "De druk stond te hoog.")
    assert decisions(store, "edm-nl") == ()


def test_accepted_rejected_given_and_no_topic_are_learnt(store: Store) -> None:
    decide(store, tell(store, "De druk stond te hoog."))
    decide(store, tell(store, "Onder druk van de baas."), accepted=False)
    store.add(Tag(tell(store, "Een krasje erop.").id, "ruwheid", TagOrigin.HUMAN))
    store.save(replace(tell(store, "Wil je koffie?"), no_topic=True))
    assert decisions(store, "edm-nl") == (
        Decision("De druk stond te hoog.", "spoelen-draad"),
        Decision("Onder druk van de baas.", "spoelen-draad", accepted=False),
        Decision("Een krasje erop.", "ruwheid"),
        Decision("Wil je koffie?", ""),
    )


def test_the_text_is_the_one_that_people_corrected(store: Store) -> None:
    segment = tell(store, "De drup stond te hoog.")
    decide(store, segment)
    store.save(replace(segment, text="De druk stond te hoog."))
    assert [one.text for one in decisions(store, "edm-nl")] == ["De druk stond te hoog."]


def test_an_accepted_topic_does_not_count_once_it_is_about_none(store: Store) -> None:
    segment = tell(store, "De druk stond te hoog.")
    decide(store, segment)
    store.save(replace(segment, no_topic=True))
    assert decisions(store, "edm-nl") == (Decision("De druk stond te hoog.", ""),)


@pytest.mark.parametrize(
    "change",
    [{"release": Release.STRUCK}, {"role": Role.INTERVIEWER}, {"text": " "}, {"position": -7}],
    ids=["struck", "interviewer", "empty", "retired"],
)
def test_what_is_struck_asked_empty_or_replaced_is_never_learnt(
    store: Store, change: dict[str, object]
) -> None:
    segment = tell(store, "De druk stond te hoog.")
    decide(store, segment)
    gone = tell(store, "Wil je koffie?")
    for one in (segment, replace(gone, no_topic=True)):
        store.save(replace(one, **change))  # type: ignore[arg-type]
    assert decisions(store, "edm-nl") == ()


def test_a_transcript_that_has_a_successor_is_not_learnt_from(store: Store) -> None:
    segment = tell(store, "De druk stond te hoog.")
    decide(store, segment)
    store.save(replace(store.get(Transcript, segment.transcript_id), state=TranscriptState.SUPERSEDED))
    assert decisions(store, "edm-nl") == ()


def test_only_sessions_with_the_same_guide_count(store: Store) -> None:
    decide(store, tell(store, "De druk stond te hoog."))
    assert decisions(store, "klein") == ()
