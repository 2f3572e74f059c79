"""Values stand with all of their context on a landscape page."""

from docx.enum.section import WD_ORIENT

from tests.exports.word.opened import Opened


def test_a_value_has_its_whole_context_and_whose_words_it_is(whole: Opened) -> None:
    head, row = whole.table("Quantity")
    assert len(head) == 10
    assert row == [
        "servospanning",
        "40 V",
        "Sodick AG60L",
        "gehard staal 60 HRC",
        "40 mm",
        "messing 0,25 mm",
        "hoofdsnede",
        "HOSTILE",
        "Vonk Noord: Dan zet ik de servospanning op 40 volt. [A1·04 00:00]",
        "Kim",
    ]


def test_only_what_is_wide_lies_on_its_side(whole: Opened, bare: Opened) -> None:
    turned = [s.orientation is WD_ORIENT.LANDSCAPE for s in whole.document.sections]
    assert turned == [False, True, False, True, False, True, False]
    assert [s.orientation for s in bare.document.sections] == [WD_ORIENT.PORTRAIT]
