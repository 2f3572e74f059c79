from collections import Counter
from dataclasses import replace
from pathlib import Path

from capture.screens.overview import overview
from sessions.interview import AnswerState
from sessions.programme import Programme, create_programme
from sessions.received import NoteKind, Wish
from sessions.remark import Remark
from sessions.store import queue
from sessions.store.approving import decide
from sessions.store.interviews import find_session
from sessions.store.reading import read_session
from tests.builders import BROUGHT, add_clip, add_session


def test_an_empty_programme_has_no_lines(tmp_path: Path) -> None:
    with create_programme(tmp_path / "leeg").store() as store:
        assert overview(store) == []


def test_each_session_tells_how_far_its_answers_are(programme: Programme) -> None:
    with programme.store() as store:
        jan, fatima = overview(store)
    assert (jan.code, jan.expert, jan.company) == ("A1", "Jan van Dijk", "Vonkwerk")
    assert (jan.answers, jan.transcribed, jan.waiting, jan.set_aside) == (4, 2, 1, 1)
    assert (fatima.answers, fatima.transcribed, fatima.waiting, fatima.set_aside) == (2, 2, 0, 0)
    assert jan.started_at > BROUGHT


def test_a_conversation_that_was_begun_and_not_closed_is_under_way(programme: Programme) -> None:
    with programme.store() as store:
        session = find_session(store, "A1")
        assert not overview(store)[0].under_way
        begun = store.save(replace(session, place="M3-V3"))
        assert overview(store)[0].under_way
        store.save(replace(begun, ended_at=BROUGHT))
        assert not overview(store)[0].under_way


def test_a_session_without_answers_is_there_too(programme: Programme) -> None:
    with programme.store() as store:
        add_session(store, "Piet Smit", "Vonkwerk")
        assert overview(store)[-1].answers == 0


def test_it_counts_as_the_session_itself_does(programme: Programme) -> None:
    with programme.store() as store:
        queue.enqueue(store, add_clip(programme, store, find_session(store, "A1"), "M2-V2", 1))
        line = overview(store)[0]
        states = Counter(a.state for a in read_session(store, find_session(store, "A1")).answers)
    assert (line.answers, line.transcribed, line.waiting, line.set_aside) == (4, 1, 2, 1)
    assert line.transcribed == states[AnswerState.TRANSCRIBED]
    assert line.waiting == states[AnswerState.RECORDED]
    assert line.set_aside == states[AnswerState.FAILED]


def test_it_counts_what_the_expert_agreed_to_and_their_open_remarks(programme: Programme) -> None:
    with programme.store() as store:
        session = find_session(store, "A1")
        decide(store, session, read_session(store, session).answers[0], Wish.RIGHT)
        waits = Remark(session.id, "waarom?", "Jan", BROUGHT, NoteKind.ROOM)
        store.add(waits)
        store.add(replace(waits, text="gedaan", settled=True))
        jan, fatima = overview(store)
    assert (jan.agreed, jan.remarks) == (1, 1)
    assert (fatima.agreed, fatima.remarks) == (0, 0)
