from dataclasses import replace
from threading import Event
from typing import Any

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Static

from capture.app import VakborgApp
from capture.interviewing.picture import standings
from capture.recorder.lock import recorder_lock
from capture.screens.consent import ConsentScreen
from capture.screens.failure import FailureScreen
from capture.screens.interviewing.guide_list import question_line
from capture.screens.session import SessionScreen
from capture.screens.withdrawing.screen import WithdrawScreen
from capture.screens.withdrawing.sure import SureDialog
from capture.screens.withdrawing.taking import Share, Sight, Step, Taking, Tell, together
from capture.screens.withdrawing.telling import what_went, what_would_go
from capture.screens.withdrawing.working import WorkingDialog
from capture.settings import remember
from capture.withdrawing import withdraw
from sessions.interview import AnswerState, Clip
from sessions.people import Permission
from sessions.programme import Programme
from sessions.store.interviews import find_session
from sessions.store.withdrawing import due, withdrawals
from sessions.withdrawal import Because, Holding, Loss
from tests.builders import STARTGAT, add_clip, add_transcript
from tests.capture.interviewing.recorders import NotedRecorder
from tests.capture.interviewing.takes import SAID, seconds_of
from tests.capture.interviewing.test_recording import Desk
from tests.capture.screens.withdrawals import (
    NOTHING,
    YES,
    answer,
    edited_document,
    expert,
    pressed,
    to_session,
    typed,
    what_is_left,
)
from tests.watching import SMALL, read, settled, shown, until

SOUND, TEXT = Permission.RECORDING, Permission.TRANSCRIPT


@pytest.fixture
def permitted(programme: Programme) -> Programme:
    answer(programme, YES)
    remember(interviewer="Bea")
    return programme


async def looking(pilot: Pilot[Any], programme: Programme, *permissions: Permission) -> WithdrawScreen:
    with programme.store() as store:
        taking = Taking((Share(expert(store), permissions),))
    screen = WithdrawScreen(programme, taking)
    await pilot.app.push_screen(screen)
    await settled(pilot)
    return screen


async def test_a_yes_that_becomes_a_no_shows_what_is_there_and_later_leaves_it(permitted: Programme) -> None:
    before = what_is_left(permitted)
    app = VakborgApp(permitted)
    async with app.run_test(size=SMALL) as pilot:
        await to_session(pilot)
        assert isinstance(await pressed(pilot, "t"), ConsentScreen)
        await pressed(pilot, "n")
        assert "Enter shows what is there already" in read(app)
        assert isinstance(await pressed(pilot, "enter"), WithdrawScreen)
        text = read(app)
        assert "Jan van Dijk takes back: the recordings." in text
        assert "4 recordings, 2 min of sound" in text
        assert "The text that was made of it stays" in text
        assert "back-ups" in text
        assert isinstance(await pressed(pilot, "enter"), SessionScreen)  # “Later” is the one at hand
    assert what_is_left(permitted) == before
    with permitted.store() as store:
        assert [(d.expert.code, d.permission) for d in due(store)] == [("A", SOUND)]


async def test_typing_the_code_takes_it_out_and_the_session_says_so(permitted: Programme) -> None:
    app = VakborgApp(permitted)
    async with app.run_test(size=SMALL) as pilot:
        await to_session(pilot)
        await pressed(pilot, "t", "n", "down", "n", "enter")
        assert "5 fragments of text" in read(app)
        assert isinstance(await pressed(pilot, "w"), SureDialog)
        await typed(pilot, "B")
        assert "A does not stand there: nothing was taken out." in read(app)
        assert what_is_left(permitted)[0] == 5
        await pilot.press("backspace")
        assert isinstance(await typed(pilot, "a"), WithdrawScreen)
        assert "Taken out for good 4 recordings" in read(app)
        assert isinstance(await pressed(pilot, "enter"), SessionScreen)
        assert "taken out" in read(app)
        assert "it can be asked again" in read(app)
        await pressed(pilot, "t", "h")
        assert "taken out by Bea" in read(app)
    assert what_is_left(permitted) == (1, 3)
    assert not list((permitted.folder / "audio").glob("A1*"))
    with permitted.store() as store:
        assert {w.permission for w in withdrawals(store, expert(store))} == {SOUND, TEXT}
        assert due(store) == []


async def test_before_a_talk_one_line_says_it_and_nothing_is_looked_for(permitted: Programme) -> None:
    app = VakborgApp(permitted)
    async with app.run_test(size=SMALL) as pilot:
        screen = ConsentScreen(permitted, "A1", talk_follows=True)
        await app.push_screen(screen)
        await settled(pilot)
        await pressed(pilot, "down", "n")
        assert "can be taken out after the conversation" in read(app)
        await pressed(pilot, "enter")
    assert (screen.result, screen.what_goes) == (True, None)


async def test_where_nothing_is_there_nothing_is_shown(permitted: Programme) -> None:
    answer(permitted, NOTHING, "B")
    app = VakborgApp(permitted)
    async with app.run_test(size=SMALL) as pilot:
        await to_session(pilot)
        await pressed(pilot, "t", *["down"] * 3, "n")
        assert isinstance(await pressed(pilot, "enter"), SessionScreen)


async def test_an_edited_document_goes_only_where_somebody_says_so(permitted: Programme) -> None:
    document = edited_document(permitted)
    app = VakborgApp(permitted)
    async with app.run_test(size=(80, 40)) as pilot:
        await looking(pilot, permitted, TEXT)
        assert "they stay exports/mijn aantekeningen.txt" in read(app)
        await pilot.click(".edited")
        await pilot.pause()
        assert "thrown away exports/mijn aantekeningen.txt" in read(app)
        await pressed(pilot, "b")
        assert "they stay exports/mijn aantekeningen.txt" in read(app)
        await pressed(pilot, "b", "w")
        await typed(pilot, "A")
        assert "1 document thrown away" in read(app)
    assert not document.exists()


async def test_what_cannot_be_taken_out_now_is_told_and_stays_due(permitted: Programme) -> None:
    with permitted.store() as store:
        store.save(replace(store.all(Clip)[0], sha256=""))  # it is being recorded
    before = what_is_left(permitted)
    app = VakborgApp(permitted)
    lock = recorder_lock(permitted.folder)
    try:
        async with app.run_test(size=SMALL) as pilot:
            await looking(pilot, permitted, SOUND)
            await pressed(pilot, "w")
            await typed(pilot, "A")
            assert isinstance(app.screen, FailureScreen)
            assert "A conversation with Jan van Dijk is being recorded." in read(app)
            await pressed(pilot, "enter")
            assert isinstance(app.screen, WithdrawScreen)
            assert "What is left stays due." in read(app)
    finally:
        lock.release()
    assert what_is_left(permitted) == before


async def test_the_mouse_chooses_too(permitted: Programme) -> None:
    app = VakborgApp(permitted)
    async with app.run_test(size=SMALL) as pilot:
        screen = await looking(pilot, permitted, SOUND)
        await pilot.click(".now")
        await settled(pilot)
        assert isinstance(app.screen, SureDialog)
        await pressed(pilot, "escape")
        await pilot.click(".later")
        await settled(pilot)
        assert screen not in app.screen_stack


async def test_what_is_under_way_cannot_be_left(programme: Programme) -> None:
    go_on, ended = Event(), list[object]()

    def work(tell: Tell) -> Loss:
        tell(Step("Jan", 0.5))
        assert go_on.wait(20)
        return Loss(1, "Jan", (SOUND,))

    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(WorkingDialog(work), ended.append)
        await until(pilot, lambda: "Jan: sound, text and documents" in read(app))
        assert "50%" in shown(app)
        await pilot.press("escape", "ctrl+q")
        await pilot.pause()
        assert "still under way" in read(app)
        go_on.set()
        await settled(pilot)
    assert ended == [Loss(1, "Jan", (SOUND,))]


async def test_what_was_taken_out_can_be_asked_again(permitted: Programme) -> None:
    with permitted.store() as store:
        withdraw(permitted, expert(store).id, (SOUND, TEXT), "Bea")
    answer(permitted, YES)
    with permitted.store() as store:
        session = find_session(store, "A1")
        add_transcript(store, add_clip(permitted, store, session, "M2-V2", 20), STARTGAT)
    app = VakborgApp(permitted)
    async with app.run_test(size=SMALL) as pilot:
        await to_session(pilot)
        assert "01 M2-V2 transcribed" in read(app)
        assert "02 M3-V4 taken out" in read(app)
        assert "Something of this answer was taken out." in read(app)
        await pressed(pilot, "t")
        assert "Answers of" in read(app)
        assert isinstance(await pressed(pilot, "enter"), SessionScreen)  # nothing is due


def test_after_it_the_same_question_is_recorded_like_any_other(
    permitted: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NotedRecorder, "made", [], raising=False)
    monkeypatch.setattr("capture.interviewing.sound.Recorder", NotedRecorder)
    with permitted.store() as store:
        withdraw(permitted, expert(store).id, (SOUND, TEXT), "Bea")
    answer(permitted, YES)
    with permitted.store() as store:
        desk = Desk(permitted, store, find_session(store, "A1"))
        desk.go("M2-V2", 1.0)
        gone = next(s for s in standings(desk.talk) if s.question.id == "M2-V2")
        assert (gone.state, "∅" in question_line(gone, here=True).plain) == (AnswerState.WITHDRAWN, True)
        kept = desk.ends(desk.record(2.0), seconds_of(SAID, 3))
        desk.takes.close()
        assert (kept.seconds, kept.number, permitted.file(kept.path).is_file()) == (3.0, 1, True)


def told(loss: Loss, *, edited_too: bool = False, due: bool = True) -> str:
    return what_would_go(Sight(loss, due), Because.WITHDRAWN, edited_too=edited_too).plain


def test_each_kind_of_thing_is_told_and_what_is_not_there_is_not() -> None:
    loss = Loss(1, "Jan", (SOUND, TEXT), ("A1",), 1, 61.0, 2, 1, 0, (("M2", 1), ("M3", 4)))
    text = told(loss)
    assert "1 recording, 1 min of sound\n  2 fragments of text\n  1 value\n  from session A1" in text
    assert "M2: 1 statement\n  M3: 4 statements" in text
    assert "label" not in text
    assert "Documents" not in text


def test_a_document_elsewhere_is_only_told_of() -> None:
    loss = Loss(1, "Jan", (TEXT,), documents=(Holding("/elders/M2.docx", edited=True, outside=True),))
    for text in (told(loss, edited_too=True), what_went(loss, edited_too=True).plain):
        assert "throw them away yourself\n  /elders/M2.docx" in text
        assert "1 document" not in text


def test_rests_that_cannot_be_counted_are_told() -> None:
    assert "Only rests are left" in told(Loss(1, "Jan", (SOUND,)))
    assert "nothing left" in told(Loss(1, "Jan", (SOUND,)), due=False)


def test_names_that_look_like_markup_stay_as_they_are() -> None:
    assert "[/x] takes back" in Content(told(Loss(1, "[/x]", (SOUND,), recordings=1))).plain


def test_losses_together_count_each_document_once() -> None:
    jan = Loss(
        1, "Jan", (SOUND,), ("A1",), 2, 5.0, modules=(("M2", 1),), documents=(Holding("a.docx", False),)
    )
    ria = Loss(
        2, "Ria", (SOUND,), ("B1",), 1, 3.0, modules=(("M2", 2),), documents=(Holding("a.docx", True),)
    )
    both = together([jan, ria])
    assert (both.recordings, both.seconds, both.sessions) == (3, 8.0, ("A1", "B1"))
    assert both.modules == (("M2", 3),)
    assert both.documents == (Holding("a.docx", True),)


async def test_how_much_is_below_is_told_and_end_goes_there(permitted: Programme) -> None:
    app = VakborgApp(permitted)
    async with app.run_test(size=(80, 12)) as pilot:
        screen = await looking(pilot, permitted, SOUND, TEXT)
        await pilot.pause()
        below = screen.query_one(".below", Static)
        assert "below" in str(below.content)
        await pressed(pilot, "end")
        await pilot.pause()
        assert str(below.content) == ""


async def test_the_last_question_has_help(permitted: Programme) -> None:
    app = VakborgApp(permitted)
    async with app.run_test(size=SMALL) as pilot:
        await looking(pilot, permitted, SOUND)
        assert isinstance(await pressed(pilot, "w"), SureDialog)
        await pressed(pilot, "f1")
        assert "no key by accident" in " ".join(read(app).split())
        assert isinstance(await pressed(pilot, "escape"), SureDialog)


async def test_the_help_names_no_key_for_what_is_not_there(permitted: Programme) -> None:
    app = VakborgApp(permitted)
    async with app.run_test(size=SMALL) as pilot:
        screen = await looking(pilot, permitted, SOUND)
        assert "worked in" not in screen.about
        edited_document(permitted)
        screen = await looking(pilot, permitted, TEXT)
        assert "choose so with b" in screen.about
