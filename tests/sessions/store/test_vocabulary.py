"""The vocabulary of a programme, as it is stored."""

from dataclasses import replace

import pytest

from sessions.errors import UnknownName, UsageRefused
from sessions.guides.library import find
from sessions.interview import Session
from sessions.release import Release
from sessions.store import Store
from sessions.store.editing import editing, undo
from sessions.store.revising import join, split
from sessions.store.vocabulary import (
    add_term,
    drop_term,
    prompt_words,
    proposer,
    refusals,
    refuse,
    terms,
    vocabulary_of,
    written_by_models,
)
from sessions.transcript import Segment, Why
from tests.builders import Said, add_text

GUIDE = find("edm-nl")[0]
SAID = (Said("de fanuuk staat daar in de hoek"), Said("en de naastede gaat goed", 4.0))


@pytest.fixture
def said(store: Store, jan: Session) -> list[Segment]:
    """Two fragments."""
    add_text(store, jan, "M3-V4", SAID, original_name="overleg.vtt")
    return store.all(Segment)


def known(store: Store) -> dict[str, tuple[str, ...]]:
    return {entry.term.term: entry.heard for entry in terms(store)}


def release(store: Store, segment: Segment, to: Release) -> Segment:
    return store.save(replace(store.get(Segment, segment.id), release=to))


def test_a_term_is_kept_with_what_was_heard(store: Store, said: list[Segment]) -> None:
    term = add_term(store, "  Fanuc ", "Anneke", heard="fanuuk", segment_id=said[0].id)
    assert (term.term, term.by, term.segment_id) == ("Fanuc", "Anneke", said[0].id)
    assert known(store) == {"Fanuc": ("fanuuk",)}


def test_a_known_term_only_gets_the_new_mishearing(store: Store) -> None:
    first = add_term(store, "Fanuc", "Anneke", heard="fanuuk")
    assert add_term(store, "fanuc", "Piet", heard="van nuk") == first
    add_term(store, "Fanuc", "Piet", heard="fanuuk")
    add_term(store, "Fanuc", "Piet", heard="Fanuc")
    assert known(store) == {"Fanuc": ("fanuuk", "van nuk")}


def test_a_term_without_letters_is_refused(store: Store) -> None:
    with pytest.raises(UsageRefused):
        add_term(store, " - ", "Anneke")


@pytest.mark.parametrize("term", ["<|endoftext|>", "draad <|nl|>", "<\u200e|x"])
def test_what_could_steer_the_model_is_no_term(store: Store, term: str) -> None:
    with pytest.raises(UsageRefused, match=r"<\|"):
        add_term(store, term, "Anneke")
    assert known(store) == {}


def test_a_term_can_be_taken_out_with_its_mishearings(store: Store) -> None:
    add_term(store, "Fanuc", "Anneke", heard="fanuuk")
    drop_term(store, "fanuc")
    assert known(store) == {}
    with pytest.raises(UnknownName):
        drop_term(store, "Fanuc")


def test_what_came_from_a_struck_fragment_is_there_for_nobody(store: Store, said: list[Segment]) -> None:
    add_term(store, "Fanuc", "Anneke", heard="fanuuk", segment_id=said[0].id)
    release(store, said[0], Release.STRUCK)
    assert known(store) == {}
    assert prompt_words(store) == []
    assert "Fanuc" not in vocabulary_of(store, GUIDE).terms
    assert proposer(store, GUIDE, "nl").suggestions("de fanuuk") == []
    release(store, said[0], Release.INTERNAL)
    assert known(store) == {"Fanuc": ("fanuuk",)}


def test_a_term_that_came_from_elsewhere_too_stays(store: Store, said: list[Segment]) -> None:
    add_term(store, "Fanuc", "Anneke", heard="fanuuk", segment_id=said[0].id)
    add_term(store, "Fanuc", "Anneke", heard="van nuk", segment_id=said[1].id)
    release(store, said[0], Release.STRUCK)
    assert known(store) == {"Fanuc": ("van nuk",)}


def test_a_term_that_was_typed_by_itself_after_all_stays(store: Store, said: list[Segment]) -> None:
    add_term(store, "Fanuc", "Anneke", segment_id=said[0].id)
    release(store, said[0], Release.STRUCK)
    add_term(store, "Fanuc", "Piet")
    assert known(store) == {"Fanuc": ()}


def test_a_mishearing_that_is_heard_again_elsewhere_is_there_again(store: Store, said: list[Segment]) -> None:
    add_term(store, "Fanuc", "Anneke", heard="fanuuk", segment_id=said[0].id)
    release(store, said[0], Release.STRUCK)
    add_term(store, "Fanuc", "Anneke", heard="fanuuk", segment_id=said[1].id)
    assert known(store) == {"Fanuc": ("fanuuk",)}


def test_striking_a_part_of_a_split_fragment_takes_its_term_along(
    store: Store, jan: Session, said: list[Segment]
) -> None:
    add_term(store, "Fanuc", "Anneke", heard="fanuuk", segment_id=said[0].id)
    with editing(store, jan, "Anneke", Why.SPLIT, "split") as pencil:
        first, _second = split(pencil, said[0].id, 10)
    assert known(store) == {"Fanuc": ("fanuuk",)}
    release(store, first, Release.STRUCK)
    assert known(store) == {}


def test_of_a_join_that_was_undone_the_parts_count(store: Store, jan: Session, said: list[Segment]) -> None:
    with editing(store, jan, "Anneke", Why.JOIN, "joined") as pencil:
        whole = join(pencil, said[0].id)
    add_term(store, "Fanuc", "Anneke", segment_id=whole.id)
    undo(store, jan, "Anneke")
    assert known(store) == {"Fanuc": ()}
    release(store, said[0], Release.STRUCK)
    assert known(store) == {}


def test_what_is_erased_takes_its_terms_along(store: Store, said: list[Segment]) -> None:
    add_term(store, "Fanuc", "Anneke", heard="fanuuk", segment_id=said[0].id)
    store.delete(said[0])
    assert known(store) == {}


def test_a_correction_is_suggested_wherever_the_same_stands(store: Store, said: list[Segment]) -> None:
    add_term(store, "Fanuc", "Anneke", heard="fanuuk", segment_id=said[0].id)
    suggested = proposer(store, GUIDE, "nl").suggestions("Onze Fanuuk is oud.")
    assert [(r.heard, r.instead) for r in suggested] == [("Fanuuk", "Fanuc")]


def test_a_refusal_is_kept_once_and_can_be_undone(store: Store, jan: Session, said: list[Segment]) -> None:
    for _ in range(2):
        with editing(store, jan, "Anneke", Why.VOCABULARY, "refused") as pencil:
            refuse(pencil, said[1].id, "naastede", "nasnede")
    assert refusals(store, [s.id for s in said]) == {said[1].id: frozenset({("naastede", "nasnede")})}
    undo(store, jan, "Anneke")
    assert refusals(store, [said[1].id]) == {}


def test_a_term_without_a_mishearing_goes_to_the_prompt_alone(store: Store, said: list[Segment]) -> None:
    add_term(store, "zeefpatroon", "Anneke", heard="", segment_id=said[0].id)
    assert known(store) == {"zeefpatroon": ()}
    assert prompt_words(store) == ["zeefpatroon"]
    assert proposer(store, GUIDE, "nl").suggestions("dan pak ik het stuk") == []


def test_what_models_wrote_is_known_whatever_people_made_of_it(
    store: Store, jan: Session, said: list[Segment]
) -> None:
    store.save(replace(said[0], text="de Fanuc staat daar"))
    assert {"fanuuk", "naastede"} <= written_by_models(store, jan)
    assert "fanuc" not in written_by_models(store, jan)


def test_the_newest_term_is_told_last(store: Store) -> None:
    add_term(store, "Sodick", "Anneke")
    add_term(store, "Charmilles", "Anneke")
    assert prompt_words(store) == ["Sodick", "Charmilles"]
