"""Words, phrases among them, and quotes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.words import find, phrase, quote, spoken

LONG = (
    "Ja, dat hangt er helemaal van af, want de ene plaat is de andere niet en je weet van tevoren niet "
    "wat je krijgt van de leverancier."
)


def quoted(text: str, words: str, most: int = 12) -> str:
    said = spoken(text)
    return quote(said, next(find(phrase(words), said.words)), most)


def folded(text: str) -> list[str]:
    return [word.folded for word in spoken(text).words]


def count(text: str, words: str) -> int:
    return len(list(find(phrase(words), spoken(text).words)))


def test_numbers_units_and_signs_are_words_of_their_own() -> None:
    assert folded("Zet 'm op 0,25mm, of 40% van M3.") == [
        "zet", "m", "op", "0,25", "mm", "of", "40", "%", "van", "m3",
    ]  # fmt: skip


def test_case_accents_and_the_kind_of_apostrophe_do_not_count() -> None:
    assert folded("Eén COLLEGA’s") == folded("een collega's") == folded("Ee\u0301n collega's")


def test_a_phrase_is_found_as_whole_words_only() -> None:
    assert count("Dat voel je. Ja, dat voel je.", "dat voel je") == 2
    assert count("Dat voel jezelf.", "dat voel je") == 0
    assert count("Gewone draad, ongewoon dun.", "gewoon") == 0


def test_a_phrase_does_not_cross_the_end_of_a_sentence() -> None:
    assert count("Dat doet hij. Zelf kijk ik mee.", "doet hij zelf") == 0
    assert count("Soms wel, soms niet.", "soms wel soms niet") == 1


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Dat hangt natuurlijk van het materiaal af.", 1),
        ("Dat hangt af van veel.", 1),
        ("Dat hangt van wat er die dag allemaal al gebeurd is af.", 0),
        ("Dat hangt. Af en toe valt het.", 0),
        ("Dat hangt.", 0),
    ],
)
def test_at_an_ellipsis_a_few_words_may_stand_between(text: str, times: int) -> None:
    assert count(text, "hangt … af") == count(text, "hangt ... af") == times


def test_no_words_are_nowhere() -> None:
    assert count("Dat voel je.", " ,") == 0
    assert count("", "dat") == 0


def test_a_short_sentence_is_quoted_whole_and_as_it_was_said() -> None:
    assert quoted("Eerst dit. Bij 0,25 dan voel je dat gewoon, hè! En dan?", "gewoon") == (
        "Bij 0,25 dan voel je dat gewoon, hè"
    )


def test_of_a_long_sentence_the_clause_is_quoted() -> None:
    assert quoted(LONG, "hangt er helemaal van af") == "dat hangt er helemaal van af"


def test_of_a_long_clause_the_words_around_are_quoted_with_marks_of_omission() -> None:
    said = quoted(LONG, "van tevoren")
    assert said == "… andere niet en je weet van tevoren niet wat je krijgt van …"
    assert quoted(LONG.replace(",", ""), "Ja", most=4) == "Ja dat hangt er …"
    assert quoted(LONG.replace(",", ""), "leverancier", most=4) == "… krijgt van de leverancier"


def test_a_clause_that_says_too_little_gets_what_is_around_it() -> None:
    said = "Je begint, natuurlijk, met een vlak dat helemaal schoon is en zonder een enkele braam."
    made = "Je begint, natuurlijk, met een vlak dat helemaal schoon is en zonder …"
    assert quoted(said, "natuurlijk") == made


@given(st.text(st.sampled_from("aé 1,.;?!’%-'\u0301\u202e\x00"), max_size=120), st.data())
def test_whatever_was_said_a_quote_holds_the_hit_and_is_short(text: str, data: st.DataObject) -> None:
    said = spoken(text)
    if not said.words:
        return
    first = data.draw(st.integers(0, len(said.words) - 1))
    last = data.draw(st.integers(first, min(first + 3, len(said.words) - 1)))
    made = quote(said, range(first, last + 1), 6)
    assert said.text[said.words[first].start : said.words[last].end] in made
    assert made.removeprefix("… ").removesuffix(" …") in said.text
    assert len(folded(made)) <= 6


@pytest.mark.parametrize("text", ["", " ", "…", "\x1b[2J"])
def test_control_characters_never_stay(text: str) -> None:
    assert "\x1b" not in spoken(text).text
