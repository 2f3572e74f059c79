"""The pseudonyms of a programme."""

from dataclasses import replace

import pytest

from sessions.errors import UnknownName, UsageRefused
from sessions.interview import Attachment, Case, Session
from sessions.moment import now
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.interviews import answer_to, guide_of
from sessions.store.pseudonyms import add_pseudonym, known_as, names_in, pseudonyms, remove_pseudonym
from sessions.store.releasing import release_all, said_in
from tests.builders import Said, add_clip, add_transcript


def test_a_name_is_kept_on_one_line_with_who_added_it(store: Store) -> None:
    add_pseudonym(store, "  Jansen   Metaal ", "klant A", "Anneke")
    (kept,) = pseudonyms(store)
    assert (kept.name, kept.replacement, kept.by) == ("Jansen Metaal", "klant A", "Anneke")


def test_the_same_name_again_changes_what_stands_for_it(store: Store) -> None:
    add_pseudonym(store, "Jansen", "klant A", "Anneke")
    add_pseudonym(store, "JANSEN", "klant B", "Bert")
    assert [(p.name, p.replacement) for p in pseudonyms(store)] == [("JANSEN", "klant B")]
    known = known_as(store, "jansen")
    assert known
    assert known.by == "Bert"


@pytest.mark.parametrize(
    ("name", "replacement"),
    [
        ("", "klant A"),
        ("  ", "klant A"),
        ("Jansen", ""),
        ("Jansen", "--"),
        ("J", "klant A"),
        ("Jan\x1bsen", "klant A"),
        ("Jansen", "klant\u202eA"),
        ("Jansen\nMetaal", "klant A"),
        ("Jansen", "de firma Jansen"),
        ("Jansen", "Jansen's klant"),
        ("x" * 201, "klant A"),
    ],
)
def test_what_cannot_be_a_pseudonym_is_refused_with_advice(store: Store, name: str, replacement: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        add_pseudonym(store, name, replacement, "Anneke")
    assert refused.value.advice
    assert pseudonyms(store) == []


def test_no_replacement_holds_another_name(store: Store) -> None:
    add_pseudonym(store, "Jansen", "klant Bakker", "Anneke")
    with pytest.raises(UsageRefused, match="Bakker"):
        add_pseudonym(store, "Bakker", "klant A", "Anneke")
    with pytest.raises(UsageRefused, match="Jansen"):
        add_pseudonym(store, "Smit", "Jansen", "Anneke")


def test_a_removed_name_is_gone_and_an_unknown_one_is_answered_with_the_nearest(store: Store) -> None:
    add_pseudonym(store, "Jansen", "klant A", "Anneke")
    with pytest.raises(UnknownName, match="Jansen"):
        remove_pseudonym(store, "Janssen")
    remove_pseudonym(store, "jansen")
    assert pseudonyms(store) == []


def test_names_are_counted_in_all_that_may_leave(programme: Programme, store: Store, jan: Session) -> None:
    lines = [Said("Bij Jansen en Jansen."), Said("Voor Jansen.", 4), Said("Jansen en Bakker.", 8)]
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 12), lines)
    release_all(store, jan, said_in(store, jan)[2:], Release.STRUCK, "Anneke")
    add_pseudonym(store, "Jansen", "klant A", "Anneke")
    add_pseudonym(store, "Zwaluw", "klant B", "Anneke")
    names = names_in(store)
    assert [(u.pseudonym.name, u.fragments, u.sessions) for u in names.uses] == [
        ("Jansen", 2, 1),
        ("Zwaluw", 0, 0),
    ]
    assert names.candidates == ()


def test_what_was_typed_is_among_what_may_be_a_name(store: Store, jan: Session) -> None:
    store.save(replace(jan, title="bezoek aan Veldkamp"))
    store.add(Case(1, "Bosman stempel"))
    answer = answer_to(store, jan, guide_of(store, jan).question("M2-V2"))
    path = "attachments/A1/a.jpg"
    store.add(Attachment(answer.id, path, "ab", 1, "a.jpg", now(), caption="de mal van Grutterink"))
    assert {"Veldkamp", "Bosman", "Grutterink"} <= {c.text for c in names_in(store).candidates}
