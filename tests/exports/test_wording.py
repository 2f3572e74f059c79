"""Words keep what the machine knew of them, unless a person changed them."""

from dataclasses import replace

from exports.wording import tokens
from sessions.transcript import Segment, Word

SAID = Segment(
    1,
    0,
    0.0,
    2.0,
    "de klant Geheim wil",
    "de klant Geheim wil",
    words=(
        Word(0.0, 0.4, " de", 0.9),
        Word(0.5, 0.9, " klant", 0.2),
        Word(1.0, 1.4, " Geheim", 0.9),
        Word(1.5, 1.9, " wil", 0.9),
    ),
)


def test_words_below_the_bound_are_unsure() -> None:
    assert [t.text for t in tokens(SAID) if t.unsure] == ["klant"]


def test_what_a_person_wrote_has_no_machine_word_and_what_they_took_out_is_gone() -> None:
    changed = tokens(replace(SAID, text="de klant Anoniem wil"))
    assert [t.word.text.strip() for t in changed if t.word] == ["de", "klant", "wil"]


def test_the_tokens_make_up_the_text_again() -> None:
    text = "de  klant\nwil niet"
    assert "".join(t.text + t.space for t in tokens(replace(SAID, text=text))) == text
