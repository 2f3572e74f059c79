"""How far the expert's agreement to each answer is."""

from dataclasses import replace

import pytest

from capture.wordreview.agreement import AnswerStanding, Standing, Tally, left, standings, tally
from sessions.approving import version_of
from sessions.fragments import AnswerReading, SessionReading
from sessions.programme import Programme
from sessions.received import NoteKind, Wish
from sessions.release import Approval, Release
from sessions.remark import Remark
from sessions.store.interviews import find_session
from sessions.store.reading import read_session
from tests.capture.wordreview.came_back import WHEN


@pytest.fixture
def reading(programme: Programme) -> SessionReading:
    with programme.store() as store:
        return read_session(store, find_session(store, "A1"))


def decided(
    answer: AnswerReading, wish: Wish, *, version: str = "", noted_by: str = ""
) -> dict[int, Approval]:
    id_ = answer.answer.id
    return {id_: Approval(id_, 1, version or version_of(answer), WHEN, wish, noted_by)}


def first(reading: SessionReading, wish: Wish, *, version: str = "", noted_by: str = "") -> AnswerStanding:
    decisions = decided(reading.answers[0], wish, version=version, noted_by=noted_by)
    return standings(reading, decisions, [])[0]


def test_before_anything_was_decided_it_is_not_yet_or_there_is_no_text(reading: SessionReading) -> None:
    told = standings(reading, {}, [])
    assert [one.standing for one in told] == [
        Standing.NOT_YET, Standing.NOT_YET, Standing.NOTHING, Standing.NOTHING,
    ]  # fmt: skip
    assert [one.code for one in told] == ["A1·01", "A1·02", "A1·03", "A1·04"]
    assert left(told) == list(told[:2])


@pytest.mark.parametrize(
    ("wish", "standing"),
    [
        (Wish.RIGHT, Standing.AGREED),
        (Wish.CHANGED, Standing.AGREED),
        (Wish.INTERNAL, Standing.INTERNAL),
        (Wish.NOT_TO_USE, Standing.NOT_TO_USE),
    ],
)
def test_each_wish_has_its_own_standing(reading: SessionReading, wish: Wish, standing: Standing) -> None:
    one = first(reading, wish, noted_by="Anneke")
    assert one.standing is standing
    assert (one.at, one.noted_by) == (WHEN, "Anneke")
    assert one not in left([one])


def test_of_another_version_it_is_changed_since(reading: SessionReading) -> None:
    one = first(reading, Wish.RIGHT, version="of before")
    assert one.standing is Standing.CHANGED
    assert left([one]) == [one]


def test_what_is_only_internal_stays_so_when_it_changed(reading: SessionReading) -> None:
    one = first(reading, Wish.INTERNAL, version="of before")
    assert one.standing is Standing.INTERNAL_CHANGED
    assert left([one]) == []
    assert tally([one]) == Tally(asked=1, agreed=0, internal=1)


def test_only_what_is_agreed_as_it_stands_counts_as_agreed(reading: SessionReading) -> None:
    one = first(reading, Wish.RIGHT)
    every = [replace(one, standing=standing) for standing in Standing]
    assert tally(every) == Tally(asked=6, agreed=1, changed=1, internal=2, not_to_use=1)


def test_what_is_not_to_be_used_stays_so_when_all_of_it_is_struck(reading: SessionReading) -> None:
    answer = reading.answers[0]
    struck = tuple(replace(f, segment=replace(f.segment, release=Release.STRUCK)) for f in answer.fragments)
    emptied = replace(answer, fragments=struck)
    session = replace(reading, answers=(emptied,))
    assert standings(session, decided(answer, Wish.NOT_TO_USE), [])[0].standing is Standing.NOT_TO_USE
    assert standings(session, decided(answer, Wish.RIGHT), [])[0].standing is Standing.NOTHING


def test_open_remarks_are_counted_per_answer(reading: SessionReading) -> None:
    answer_id = reading.answers[1].answer.id
    open_ = Remark(1, "waarom?", "Jan", WHEN, NoteKind.ROOM, answer_id)
    remarks = [open_, replace(open_, settled=True), replace(open_, answer_id=None)]
    assert [one.remarks for one in standings(reading, {}, remarks)] == [0, 1, 0, 0]
