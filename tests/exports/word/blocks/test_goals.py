"""Goals, what is known already, and why it matters; the tool's own sentence where the guide is silent."""

from exports.word.styles import QUOTE, TOOL
from tests.exports.word.example import example
from tests.exports.word.opened import Opened, opened, style


def test_goals_are_a_list(whole: Opened) -> None:
    assert whole.below("Learning goals")[:2] == ["The learner:", "kiest draad passend bij materiaal en eis"]
    assert style(whole.lines_below("Learning goals")[1]) == "List Bullet"


def test_what_the_guide_asks_to_know_needs_no_proposal(whole: Opened) -> None:
    assert whole.below("What you should know already") == ["Veilig werken aan de machine"]


def test_without_it_the_modules_before_are_proposed_by_the_tool() -> None:
    lines = opened(example(prior=())).lines_below("What you should know already")
    assert [style(line) for line in lines] == [TOOL, TOOL]
    assert lines[1].text == "In the guide these modules come before it: Kennismaken; Veilig werken."


def test_the_golden_quote_has_its_reference_and_whose_it_is(whole: Opened) -> None:
    (quote,) = whole.lines_below("Why it matters to the trade")
    assert style(quote) == QUOTE
    assert quote.text == "Vonk Noord: Wie de krul leest, breekt geen draad. HOSTILE [A1·01 00:00]"


def test_without_goals_and_quote_they_are_still_to_be_written(bare: Opened) -> None:
    for heading in ("Learning goals", "Why it matters to the trade"):
        (line,) = bare.lines_below(heading)
        assert style(line) == TOOL
