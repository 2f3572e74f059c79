"""The practice assignment with the companies' work to do it on, and the rubric."""

from exports.word.styles import TOOL, UNWRITTEN
from tests.exports.word.opened import Opened, style


def test_the_text_is_the_guides_and_the_line_about_the_own_machine_the_tools(whole: Opened) -> None:
    text, own = whole.lines_below("Stempel snijden")[:2]
    assert text.text == "Snijd een stempel. HOSTILE"
    assert own.text == "The learner does this assignment on a machine of their own company."
    assert style(own) == TOOL


def test_a_case_shows_what_to_make_and_for_whom(whole: Opened) -> None:
    assert whole.below("Stempel voor een brilmontuur") == [
        "Company\tVonk Noord",
        "Workpiece\tstempel",
        "Material\tgehard staal",
        "Machine\tCUT 200",
        "Requirements\tRa 0,4 HOSTILE",
        "Exercises\tDraadsoort en diameter; Spoelen",
        "",
        "Figure 3. Het stempel",
    ]


def test_a_case_without_a_title_has_a_heading_all_the_same(whole: Opened) -> None:
    assert whole.below("Practice case") == ["Company\tDelta"]


def test_the_criteria_of_the_guide_are_there_to_tick_on_one_page(whole: Opened) -> None:
    head, *criteria = whole.table("Criterion")
    assert head == ["Criterion", "not yet", "sufficient", "good"]
    assert criteria == [
        ["binnen de tolerantie", "☐", "☐", "☐"],
        ["ruwheid zoals gevraagd", "☐", "☐", "☐"],
    ]
    table = next(t for t in whole.document.tables if t.rows[0].cells[0].text == "Criterion")
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows[1:]]
    assert kept == [True, False]


def test_what_experts_look_at_is_a_proposal_whose_middle_is_to_be_written(whole: Opened) -> None:
    _head, flushing, wire = whole.table("Topic")
    assert flushing == [
        "Spoelen",
        "Die vergeet te spoelen. [A1·13 00:00]",
        "still to be written",
        "Die hoort het al. [B1·13 00:00]",
    ]
    assert wire[1] == "still to be written"
    table = next(t for t in whole.document.tables if t.rows[0].cells[0].text == "Topic")
    middle = table.rows[1].cells[2].paragraphs[0].runs[0]
    assert middle.style is not None
    assert middle.style.name == UNWRITTEN


def test_an_empty_assignment_says_what_is_to_be_written(bare: Opened) -> None:
    texts = bare.below("Practice assignment")
    assert "Still to be written: the practice assignment." in texts
    assert "Still to be chosen: no practice case of a company fits these topics yet." in texts
    assert any("Which work do the learners" in comment for _text, comment in bare.comments)
    assert "Still to be written: the criteria to assess it by." in texts
