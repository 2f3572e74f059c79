"""What people read for agreement and files."""

from dataclasses import replace

import pytest

from capture.wordreview.agreement import AnswerStanding, Standing
from capture.wordreview.naming import (
    about_told,
    note_name,
    origin,
    placed_name,
    replaced_told,
    sheet_told,
    standing_told,
    wish_aloud,
    wish_name,
)
from sessions.programme import Programme
from sessions.received import NoteKind, Placed, Wish
from sessions.sheet import Sheet
from sessions.store.interviews import find_session
from sessions.store.reading import read_session
from tests.capture.wordreview.came_back import WHEN


def test_everything_has_a_name_of_its_own() -> None:
    for names in (map(wish_name, Wish), map(wish_aloud, Wish), map(note_name, NoteKind)):
        told = list(names)
        assert all(told)
        assert len(set(told)) == len(told)
    assert placed_name(Placed.MARK) == ""
    assert placed_name(Placed.TEXT) != placed_name(Placed.POSITION)


@pytest.mark.parametrize("standing", list(Standing))
def test_agreement_says_since_when_and_whether_it_was_aloud(programme: Programme, standing: Standing) -> None:
    with programme.store() as store:
        reading = read_session(store, find_session(store, "A1")).answers[0]
    one = AnswerStanding(reading, "A1·01", standing, WHEN, "Anneke")
    told = standing_told(one)
    assert ("2026" in told) is (standing is not Standing.NOTHING)
    assert told.endswith("(aloud)") is (standing is not Standing.NOTHING)
    assert "aloud" not in standing_told(replace(one, noted_by=""))
    assert "2026" not in standing_told(replace(one, at=None))


def test_a_decision_names_the_other_that_it_takes_the_place_of(programme: Programme) -> None:
    with programme.store() as store:
        reading = read_session(store, find_session(store, "A1")).answers[0]
    one = AnswerStanding(reading, "A1·01", Standing.INTERNAL, WHEN, wish=Wish.INTERNAL)
    assert wish_name(Wish.INTERNAL) in replaced_told(one, Wish.RIGHT)
    assert replaced_told(one, Wish.INTERNAL) == ""
    assert replaced_told(replace(one, wish=None, at=None), Wish.RIGHT) == ""


def test_what_was_typed_behind_a_line_of_ours_says_so() -> None:
    assert origin(NoteKind.ROOM, "Klopt zo") == ("typed behind “Klopt zo”", "")
    assert origin(NoteKind.COMMENT, "de druk") == ("Word comment", "de druk")
    assert about_told(NoteKind.ROOM, "Klopt zo") == "(typed behind “Klopt zo”)"
    assert about_told(NoteKind.COMMENT, "de druk") == "(about “de druk”)"
    assert about_told(NoteKind.ROOM, "") == ""


def test_a_file_says_who_made_it_and_whether_it_came_back() -> None:
    sheet = Sheet(1, "k7m2xw9q", WHEN, "Anneke", "exports/nakijken-A1.docx", ())
    assert sheet_told(sheet).endswith("by Anneke, not back yet")
    assert " by " not in sheet_told(replace(sheet, by=""))
    assert "not back" not in sheet_told(replace(sheet, back_at=WHEN))
