"""Each topic is a block: its parts under their headings, what lacks after it, suggestions apart."""

from exports.draft.model import Counts
from exports.word.styles import BODY, BULLET, SUGGESTION, TOOL
from tests.exports.word.example import example
from tests.exports.word.opened import Opened, opened, style

WIRE = "Draadsoort en diameter HOSTILE"


def test_the_parts_have_workshop_headings_in_their_order(whole: Opened) -> None:
    headings = [p.text for p in whole.lines_below(WIRE) if style(p) == "Heading 3"]
    assert headings == [
        "What it is and why it matters",
        "How the expert does it",
        "From practice",
        "Possibly also about this (suggestion, not yet confirmed)",
        "Values that were named",
    ]


def test_a_topic_with_one_part_needs_no_heading_for_it(whole: Opened) -> None:
    assert whole.below("Spoelen") == ["Spoelen doe je van twee kanten. [D1·06 00:00]"]


def test_what_an_expert_says_and_what_the_tool_says_look_different(whole: Opened) -> None:
    lines = whole.lines_below(WIRE)
    assert {style(p) for p in lines if "Zin 1" in p.text} == {BODY}
    assert [p.text for p in lines if style(p) == TOOL][-1] == (
        "Not recognised yet, or not told: where it stops working; how to check that it is right."
    )
    (suggested,) = (p for p in lines if style(p) == SUGGESTION)
    assert suggested.text.startswith("Delta (C): De straal stond scheef.")


def test_topics_of_which_nobody_spoke_are_one_list_at_the_end(whole: Opened) -> None:
    own, corners = whole.lines_below("Still to be told")
    assert (style(own), own.text) == (TOOL, "Nobody has told anything about these topics yet.")
    assert (style(corners), corners.text) == (BULLET, "Hoeken")
    chapter = [p.text for p in whole.lines_below("What the experts tell") if style(p) == "Heading 2"]
    assert chapter == [WIRE, "Spoelen", "Still to be told"]


def test_it_is_the_experts_words_only_where_somebody_looked_at_all_of_them(whole: Opened) -> None:
    assert "as the computer understood them" in whole.below("What the experts tell")[0]
    looked = opened(example(counts=Counts(46)))
    assert looked.below("What the experts tell")[0].startswith("Each paragraph is in the expert's own words.")


def test_a_photo_stands_in_the_part_that_quotes_its_answer(whole: Opened) -> None:
    what = whole.below("What it is and why it matters")
    assert any(text.startswith("Figure 1. De krul van een slechte klos") for text in what)
    assert not any("Photo without a caption" in text for text in what)
    assert any("Photo without a caption" in text for text in whole.below(WIRE))


def test_how_to_read_it_points_to_what_is_missing(whole: Opened) -> None:
    first = whole.lines_below("What the experts tell")[0]
    assert style(first) == TOOL
    assert first.text.endswith("stands under “Still missing”.")
