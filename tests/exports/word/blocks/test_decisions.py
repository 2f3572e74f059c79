"""Word comments stand where somebody must decide, and nowhere else."""

from exports.draft.missing import Missing, ValueGap
from exports.labels import Labels
from exports.word.blocks.decisions import decisions
from exports.word.comments import AUTHOR
from tests.exports.word.example import example
from tests.exports.word.opened import Opened, opened


def about(document: Opened, words: str) -> list[str]:
    return [text for text, comment in document.comments if words in comment]


def test_comments_are_the_tools(whole: Opened) -> None:
    assert whole.comments
    authors = {c.author for c in whole.document.comments}
    assert authors == {AUTHOR}


def test_what_was_hard_to_hear_is_to_be_listened_to(whole: Opened) -> None:
    (text,) = about(whole, "Play it")
    assert "Dat kost een uur." in text


def test_an_answer_that_is_not_approved_is_asked_for_once(whole: Opened) -> None:
    (text,) = about(whole, "A1·02 has not been approved")
    assert "Zin 1" in text
    (changed,) = about(whole, "changed since")
    assert "Dat kost een uur." in changed


def test_folded_statements_can_be_taken_apart(whole: Opened) -> None:
    (text,) = about(whole, 'vakborg fold apart "B1·03 00:00" "A1·03 00:07"')
    assert "Neem nooit een klos" in text


def test_experts_who_differ_are_remarked_at_the_difference(whole: Opened) -> None:
    assert len(about(whole, "The experts differ here")) == 3
    assert len(about(whole, "Vonk Noord, Precisie Zuid, Delta (C), Delta (D)")) == 1


def test_a_value_without_context_is_asked_for_where_it_is_said() -> None:
    draft = example()
    said = next(s for s in draft.statements() if "servospanning" in s.text)
    gap = ValueGap("spanning", "40", "V", ("material",), said.source.segment_id, "A1·04 00:00", "Anna (A1)")
    document = opened(example(missing=Missing(values=(gap,))))
    (text,) = about(document, "spanning 40 V: a value without its whole context. Ask Anna (A1): material.")
    assert "servospanning op 40 volt" in text


def test_remarks_are_in_the_language_of_the_guide() -> None:
    draft = example()
    dutch, english = decisions(draft, Labels("nl")), decisions(draft, Labels("en"))
    assert dutch.keys() == english.keys()
    assert dutch != english


def test_what_is_approved_and_clear_needs_no_decision(whole: Opened) -> None:
    assert not [text for text, _comment in whole.comments if "Bij een stempel" in text]
