"""Remarks of the expert beside the fragments that they are about."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from capture.reviewing.remarked import remarked
from sessions.fragments import AnswerReading
from sessions.programme import Programme
from sessions.received import NoteKind
from sessions.remark import Remark
from sessions.store import Store
from sessions.store.interviews import find_session
from sessions.store.reading import read_session
from tests.builders import make_programme

WHEN = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    return make_programme(tmp_path / "leerpad")


def texts(store: Store, answers: dict[int, AnswerReading]) -> dict[int, list[str]]:
    found = remarked(store, find_session(store, "A1"), answers)
    return {id_: [remark.text for remark in of] for id_, of in found.items()}


def test_each_stands_at_its_fragment_and_one_about_an_answer_at_the_first(programme: Programme) -> None:
    with programme.store() as store:
        session = find_session(store, "A1")
        reading = read_session(store, session)
        answers = {a.answer.id: a for a in reading.answers}
        first, *_more, last = reading.answers[0].fragments
        whole = Remark(session.id, "mooi", "Jan", WHEN, NoteKind.ROOM, reading.answers[0].answer.id)
        store.add(whole)
        store.add(replace(whole, text="klopt dit?", segment_id=last.segment.id))
        store.add(replace(whole, text="gedaan", settled=True))
        store.add(replace(whole, text="groeten", answer_id=None))
        store.add(replace(whole, text="zonder tekst", answer_id=reading.answers[2].answer.id))
        assert texts(store, answers) == {first.segment.id: ["mooi"], last.segment.id: ["klopt dit?"]}


def test_without_remarks_there_is_nothing(programme: Programme) -> None:
    with programme.store() as store:
        assert texts(store, {}) == {}
