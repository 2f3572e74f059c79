"""The terms that occur: whole words, also inflected, the longest one first."""

from dataclasses import replace

import pytest

from exports.draft.glossary import glossary, uninflected
from exports.draft.model import GlossaryEntry
from sessions.guides.model import Term
from tests.exports.conftest import GUIDE
from tests.exports.draft.demo import EDM, demo, module
from tests.exports.drafting import basis_of

TERMS = (
    Term("startgat", ("insteekgat",), "start hole", confirmed=True),
    Term("draad", english="wire"),
    Term("gecoate draad"),
    Term("gehard staal", ("hardstaal",)),
    Term("staal"),
    Term("harde"),
    Term("hard metaal"),
    Term("matrijs"),
    Term("rib"),
    Term("C-as"),
    Term("diëlektricum"),
    Term("hars"),
    Term("Ra", ("ruwheid",)),
    Term("elektrode"),
)


def found(text: str, *own: str) -> list[str]:
    guide = replace(GUIDE, glossary=TERMS)
    return [entry.term for entry in glossary(basis_of(guide=guide, terms=own), [text])]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Het startgat ligt vrij.", ["startgat"]),
        ("STARTGATEN boren", ["startgat"]),
        ("een insteekgat", ["startgat"]),
        ("twee draden en een draadje", ["draad"]),
        ("de matrijzen", ["matrijs"]),
        ("de ribben en ribbetjes", ["rib"]),
        ("elektroden, elektrodes", ["elektrode"]),
        ("het dielektricum", ["diëlektricum"]),
        ("de C-as draait", ["C-as"]),
        ("een Ra van 0,8", ["Ra"]),
        ("van gehard staal", ["gehard staal"]),
        ("de geharde stalen", ["gehard staal"]),
        ("staal", ["staal"]),
        ("het harde metaal, een harde", ["harde", "hard metaal"]),
        ("het harde metaal", ["hard metaal"]),
        ("een gecoate draad", ["gecoate draad"]),
        ("gecoate draad en gewone draad", ["draad", "gecoate draad"]),
        ("Het is gehard. Staal kost geld.", ["staal"]),
        ("draadloos", []),
        ("de harsh taal", []),
        ("hij rijdt raar", []),
        ("", []),
    ],
)
def test_a_term_is_found_as_a_whole_word(text: str, terms: list[str]) -> None:
    assert found(text) == terms


@pytest.mark.parametrize(
    ("said", "base"),
    [
        ("spleten", "spleet"),
        ("klossen", "klos"),
        ("schijven", "schijf"),
        ("gaten", "gat"),
        ("nasnedes", "nasnede"),
        ("nasneden", "nasnede"),
        ("contactblokjes", "contactblok"),
    ],
)
def test_plurals_and_small_things_lead_to_their_noun(said: str, base: str) -> None:
    assert base in uninflected(said)


def test_a_term_comes_with_what_the_guide_knows_of_it() -> None:
    guide = replace(GUIDE, glossary=TERMS)
    (entry,) = glossary(basis_of(guide=guide), ["insteekgaten"])
    assert entry == GlossaryEntry("startgat", ("insteekgat",), "start hole", confirmed=True)


def test_the_programme_s_own_terms_count_too_but_not_twice() -> None:
    assert found("het brugje en het startgat", "brugje", "Startgat") == ["brugje", "startgat"]


def test_readers_find_terms_in_the_order_of_the_alphabet_whatever_their_accents_and_case() -> None:
    text = "een Ra, de C-as, draad, diëlektricum en staal"
    assert found(text, "Éénling", "eenling") == ["C-as", "diëlektricum", "draad", "Ra", "staal"]


def test_what_nobody_says_is_not_in_it() -> None:
    basis = basis_of(*demo(), guide=EDM, module=module("M2"))
    terms = {entry.term: entry for entry in glossary(basis, [t.statement.text for t in basis.told])}
    assert {"startgat", "uitvaller", "hardmetaal", "gehard staal", "insteekbaan"} <= set(terms)
    assert "elektrodeslijtage" not in terms
    assert not terms["startgat"].confirmed
