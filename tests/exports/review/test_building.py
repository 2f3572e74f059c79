"""The sheet says exactly what is printed."""

from exports.review.building import build_sheet
from exports.review.filled import filled
from sessions.approving import version_of
from sessions.transcript import Role
from tests.exports.conftest import LATER, Q_WIRE, Talk


def test_a_sheet_has_each_answer_with_its_heading_version_and_fragments(anna: Talk) -> None:
    sheet = build_sheet(anna.reading, "k7m2xw9q", " Sanne\n", LATER, "exports/nakijken-A1.docx")
    first, second = sheet.answers
    assert (sheet.session_id, sheet.mark, sheet.by, sheet.sent_at) == (
        anna.session.id,
        "k7m2xw9q",
        "Sanne",
        LATER,
    )
    assert [a.heading for a in sheet.answers] == [
        "1. Wanneer pak je een andere draad?",
        "2. Wanneer week je van de tabel af?",
    ]
    assert [f.text for f in first.fragments] == [
        "Voor gewoon werk gebruik ik messingdraad.",
        "En bij een kleine radius?",
        "Dan pak ik draad van 0,1 millimeter.",
        "Een slechte klos herken je aan de krul.",
    ]
    assert second.version == version_of(anna.answers[1])


def test_a_sheet_has_the_lines_that_are_filled_in_for_it(anna: Talk) -> None:
    sheet = build_sheet(anna.reading, "k7m2xw9q", " Sanne\n", LATER, "")
    assert sheet.ours == filled(anna.reading, "k7m2xw9q", "Sanne").lines


def test_the_text_is_that_of_now_without_what_no_file_can_hold() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says(" De\x00 draad\u202e brak. ")
    sheet = build_sheet(talk.reading, "k7m2xw9q", "", LATER, "")
    assert [f.text for f in sheet.answers[0].fragments] == ["De draad brak."]


def test_a_session_of_questions_alone_makes_an_empty_sheet() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("En toen?", role=Role.INTERVIEWER)
    assert build_sheet(talk.reading, "k7m2xw9q", "", LATER, "").answers == ()
