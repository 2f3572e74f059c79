"""Names and what stands in their place."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.pseudonyms import Pseudonym, Replacer, meet, same_name
from sessions.text import fold
from sessions.transcript import Word

WHEN = datetime(2026, 3, 12, tzinfo=UTC)
NAMES = {
    "Jansen": "klant Noord",
    "Jansen Metaal B.V.": "firma Oost",
    "4711-A": "tekening Een",
    "Pietersen": "een collega",
    "Möller": "Kees",
    "Matrijs & Zn": "firma West",
}


def replacer(names: dict[str, str] = NAMES) -> Replacer:
    return Replacer(Pseudonym(n, r, "Anneke", WHEN, at) for at, (n, r) in enumerate(names.items(), 1))


@pytest.mark.parametrize(
    ("said", "leaves"),
    [
        ("Dat was bij Jansen.", "Dat was bij klant Noord."),
        ("JANSEN, jansen en Jänsen", "Klant Noord, klant Noord en klant Noord"),
        (
            "Jansens draad en Jansen's draad, Jansen’s draad",
            "Klant Noords draad en klant Noords draad, klant Noords draad",
        ),
        ("de Jansen-matrijs", "de klant Noord-matrijs"),
        ("een Jansenmatrijs", "een Jansenmatrijs"),
        ("Jan en Jansenius", "Jan en Jansenius"),
        ("bij Jansen  Metaal\u00a0B.V. toen", "bij firma Oost toen"),
        ("bij Jansen Metaal BV.", "bij firma Oost."),
        ("bij Jansen Metaal", "bij klant Noord Metaal"),
        ("tekening 4711-A, 4711 a en 4711A", "tekening tekening Een, tekening Een en tekening Een"),
        ("nummer 4711-AB of 14711-A", "nummer 4711-AB of 14711-A"),
        ("Moller en Mo\u0308ller's mal", "Kees en Kees' mal"),
        ("Matrijs&Zn", "Firma West"),
        ("Jan\u00adsen en Jan\u200bsen", "Klant Noord en klant Noord"),
        ("map/klant_jansen.vtt", "map/klant_klant Noord.vtt"),
        ("[Jansen] <Jansen>", "[Klant Noord] <klant Noord>"),
        ("", ""),
    ],
)
def test_a_name_is_replaced_as_whole_words(said: str, leaves: str) -> None:
    assert replacer().text(said) == leaves


@pytest.mark.parametrize(
    ("said", "leaves"),
    [
        ("Jansen wil dat niet.", "Klant Noord wil dat niet."),
        ("jansen wil dat niet", "klant Noord wil dat niet"),
        ("4711-A is op.", "Tekening Een is op."),
        ("Klaar. Jansen belde! “Jansen?” Jansen…", "Klaar. Klant Noord belde! “Klant Noord?” Klant Noord…"),
        ("Hij zei: (“klaar.”) Jansen ging.", "Hij zei: (“klaar.”) Klant Noord ging."),
        ("Notitie\n- Jansen belt", "Notitie\n- Klant Noord belt"),
        ("dhr. Jansen, de B.V. Jansen", "dhr. klant Noord, de B.V. klant Noord"),
        ("dat is... Jansen, of: Jansen", "dat is... klant Noord, of: klant Noord"),
        ("klant.Jansen", "klant.klant Noord"),
    ],
)
def test_what_begins_a_sentence_gets_a_capital(said: str, leaves: str) -> None:
    assert replacer().text(said) == leaves
    assert replacer().text(leaves) == leaves


@pytest.mark.parametrize(
    ("replacement", "genitive"),
    [("Piet", "Piets"), ("Kees", "Kees'"), ("klant A", "klant A's"), ("Anna", "Anna's")],
)
def test_the_genitive_is_written_as_dutch_does(replacement: str, genitive: str) -> None:
    assert replacer({"Jansen": replacement}).text("met Jansens draad") == f"met {genitive} draad"


def test_of_names_that_overlap_nothing_is_left() -> None:
    names = replacer({"Jansen Metaal": "firma Oost", "Metaal Noord Holding": "firma West"})
    assert names.text("bij Jansen Metaal Noord Holding") == "bij firma Oost firma West"


def test_without_pseudonyms_nothing_changes() -> None:
    assert not replacer({})
    assert replacer({}).text("Jansen") == "Jansen"


def test_where_names_stand_is_told_with_their_pseudonym() -> None:
    found = replacer().find("Pietersen van Jansen")
    assert [(f.start, f.stop, f.id) for f in found] == [(0, 9, 4), (14, 20, 1)]


def test_words_keep_their_times() -> None:
    said = (
        Word(0, 1, " bij", 0.9),
        Word(1, 2, " Jansen", 0.8),
        Word(2, 3, " Pietersen.", 0.4),
        Word(3, 4, " ja", 0.9),
    )
    leaves = replacer({"Jansen Pietersen": "klant Noord"}).words(said)
    assert [w.text for w in leaves] == [" bij", " klant", " Noord.", " ja"]
    assert [(w.start, w.end) for w in leaves] == [(0, 1), (1, 2), (2, 3), (3, 4)]
    (one, *_rest) = replacer({"Jansen Pietersen": "Noord"}).words(said)[1:]
    assert (one.start, one.end, one.probability) == (1, 3, 0.4)


def test_more_words_than_before_share_the_time() -> None:
    leaves = replacer().words((Word(2, 4, " Jansen", 0.8),))
    assert [(w.text, w.start, w.end) for w in leaves] == [(" Klant", 2, 3), (" Noord", 3, 4)]


def test_a_name_that_the_machine_cut_in_two_words_is_found() -> None:
    said = (Word(0, 1, " tekening", 0.9), Word(1, 2, " 4711", 0.8), Word(2, 3, "-A,", 0.7))
    assert "".join(w.text for w in replacer().words(said)) == " tekening tekening Een,"


def test_words_without_spaces_are_words_too() -> None:
    said = (Word(0, 1, "Jansen", 0.9), Word(1, 2, "Metaal", 0.8), Word(2, 3, "BV", 0.7))
    assert [w.text.strip() for w in replacer().words(said)] == ["Firma", "Oost"]


@pytest.mark.parametrize(
    ("name", "replacement"),
    [
        ("Jansen", "de heer Jansen"),
        ("Jansen", "Jansens vriend"),
        ("Jansen Metaal", "Jansen"),
        ("Metaal Jansen", "Noord Metaal"),
        ("4711-A", "nummer 4711A"),
    ],
)
def test_a_name_that_would_be_found_again_meets_its_replacement(name: str, replacement: str) -> None:
    assert meet(name, replacement)


def test_words_that_are_not_at_the_edge_do_not_meet() -> None:
    assert not meet("Jansen BV", "Firma BV")
    assert not meet("Jansen", "Jan")


def test_the_same_name_is_known_whatever_its_case_and_spaces() -> None:
    assert same_name("Jansen  Metaal", "jansen-metaal")
    assert not same_name("Jansen", "Jansens")
    assert not same_name("Jansen", "Jansen Metaal")


SYLLABLES = st.sampled_from(["jan", "Sen", "bo", "é", "4711", "A", "klant", "Noord"])
NAME = st.lists(SYLLABLES, min_size=1, max_size=3).map(" ".join).filter(lambda name: len(name) > 1)
TEXT = st.lists(
    st.sampled_from(["jan", "SEN", "bo", "E", "4711", "-", "a", "klant", " ", " ", "s", ".", "'"])
).map("".join)


@given(st.dictionaries(NAME, st.sampled_from(["firma Oost", "Kees", "collega Z", "Wim"]), max_size=4), TEXT)
def test_no_name_is_left_and_a_second_time_changes_nothing(names: dict[str, str], text: str) -> None:
    rule = replacer(names)
    once = rule.text(text)
    assert rule.find(once) == []
    assert rule.text(once) == once
    if not any(fold(name.split()[0]) in fold(text) for name in names):
        assert once == text


SPOKEN = {
    "Karel Zwaluwman": "klant Noord",
    "Karel van der Merel": "firma Oost",
    "J.P. Kwik": "een collega",
    "4711-A": "tekening Een",
}


@pytest.mark.parametrize(
    ("said", "leaves"),
    [
        ("bij Karel eh Zwaluwman altijd", "bij klant Noord altijd"),
        ("bij Karel, euh, Zwaluwman, altijd", "bij klant Noord, altijd"),
        ("bij Karel, Zwaluwman", "bij klant Noord"),
        ("bij Karel... ehm... Zwaluwman", "bij klant Noord"),
        ("bij Karel Zwa- Zwaluwman", "bij klant Noord"),
        ("bij Karel Karel Zwaluwman", "bij klant Noord"),
        ("van Karel van van der Merel", "van firma Oost"),
        ("van Karel van der, eh, van der Merel", "van firma Oost"),
        ("van Karel van der Karel van der Merel", "van firma Oost"),
        ("van J. eh P. uhm Kwik", "van een collega"),
        ("bij 4711, eh, A", "bij tekening Een"),
        ("Karel en Zwaluwman", "Karel en Zwaluwman"),
        ("Karel. Zwaluwman ook.", "Karel. Zwaluwman ook."),
    ],
)
def test_a_name_is_found_as_people_hesitate_in_it(said: str, leaves: str) -> None:
    assert replacer(SPOKEN).text(said) == leaves


def test_two_numbers_are_no_name_where_a_comma_parts_them() -> None:
    assert replacer({"4711 12": "een tekening"}).text("4711, 12 en 4711 12") == "4711, 12 en een tekening"


def test_a_text_of_nothing_but_beginnings_of_names_is_read_at_once() -> None:
    endless = "karel van " * 20_000
    assert replacer(SPOKEN).text(endless) == endless
