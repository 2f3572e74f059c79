from dataclasses import replace
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from capture.app import VakborgApp
from capture.screens.consent import ConsentScreen
from capture.screens.permission import PermissionRow
from capture.screens.withdrawing.history import answers_told
from capture.screens.withdrawing.taking import Sight
from capture.settings import read_settings, remember
from sessions.consent_wording import DUTCH, wording
from sessions.interview import Session
from sessions.moment import now
from sessions.people import WORDING, Consent, Expert, Permission
from sessions.programme import Programme
from sessions.store.interviews import find_session
from sessions.store.people import keep_consent
from sessions.store.queue import waiting_clips
from sessions.withdrawal import Because, Loss, Withdrawal
from tests.watching import SMALL, read, settled

YES_TO_ALL = dict.fromkeys(Permission, True)


async def opened(
    pilot: Pilot[None], programme: Programme, code: str = "A1", *, talk_follows: bool = False
) -> ConsentScreen:
    screen = ConsentScreen(programme, code, talk_follows=talk_follows)
    await pilot.app.push_screen(screen)
    await settled(pilot)
    return screen


def consents(programme: Programme, code: str = "A") -> list[Consent]:
    with programme.store() as store:
        (expert,) = store.all(Expert, code=code)
        return store.all(Consent, expert_id=expert.id)


def answered_before(programme: Programme) -> None:
    with programme.store() as store:
        keep_consent(store, store.all(Expert, code="A")[0], YES_TO_ALL, "Anneke")


async def test_each_permission_is_asked_by_itself_and_none_is_given_before_it_is(
    programme: Programme,
) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        text = read(app)
        assert all(asked.question in text and asked.meaning in text for asked in DUTCH.asked)
        assert DUTCH.taking_back in text
        assert [row.given for row in screen.rows] == [None] * 4
        assert "•" not in text


async def test_yes_and_no_are_stored_with_their_time_wording_and_asker(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        await pilot.press("y", "j", "n", "n", *"Anneke", "enter")
        await settled(pilot)
    assert screen.result is True
    stored = consents(programme)
    assert {c.permission: c.given for c in stored} == dict(
        zip(Permission, (True, True, False, False), strict=True)
    )
    assert {(c.wording, c.asked_by) for c in stored} == {(WORDING, "Anneke")}
    assert read_settings().interviewer == "Anneke"


async def test_nothing_is_stored_before_all_four_are_answered_and_somebody_asked(
    programme: Programme,
) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme, talk_follows=True)
        await pilot.press("y", "enter")
        assert DUTCH.asked[1].question in read(app).partition("Not answered yet")[2]
        assert app.focused is screen.rows[1]
        await pilot.press("y", "y", "y", "enter")
        assert "Who asked?" in read(app)
        assert isinstance(app.focused, Input)
        await pilot.press("escape")
        await settled(pilot)
    assert screen.result is None
    assert consents(programme) == []


async def test_where_no_talk_follows_what_was_not_asked_stays_so(programme: Programme) -> None:
    remember(interviewer="Anneke")
    async with VakborgApp(programme).run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        await pilot.press("enter")
        assert "Not answered yet" in read(pilot.app)
        await pilot.press("down", "n", "enter")
        await settled(pilot)
    assert screen.result is False
    assert [(c.permission, c.given) for c in consents(programme)] == [(Permission.TRANSCRIPT, False)]


async def test_text_that_is_permitted_again_puts_the_recordings_back_on_the_queue(
    programme: Programme,
) -> None:
    remember(interviewer="Anneke")
    answered_before(programme)
    with programme.store() as store:
        keep_consent(store, store.all(Expert, code="A")[0], {Permission.TRANSCRIPT: False}, "Anneke")
        assert waiting_clips(store, find_session(store, "A1")) == []
    async with VakborgApp(programme).run_test(size=SMALL, notifications=True) as pilot:
        await opened(pilot, programme)
        await pilot.press("down", "y", "enter")
        await settled(pilot)
        assert "again to become" in read(pilot.app)
    with programme.store() as store:
        assert waiting_clips(store, find_session(store, "A1"))


async def test_no_to_recording_says_that_notes_are_kept_and_goes_on(programme: Programme) -> None:
    remember(interviewer="Anneke")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        await pilot.press("n")
        await pilot.pause()
        assert DUTCH.notes_only in read(app)
        await pilot.press("n", "n", "n", "enter")
        await settled(pilot)
    assert screen.result is False


async def test_the_mouse_answers_too(programme: Programme) -> None:
    remember(interviewer="Anneke")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        for row, answer in zip(screen.rows, (".yes", ".no", ".yes", ".no"), strict=True):
            await pilot.click(row.query_one(answer))
        assert [row.given for row in screen.rows] == [True, False, True, False]
        await pilot.click(screen.rows[0].query_one(".question"))
        assert screen.rows[0].given is True
        await pilot.click("#forward")
        await settled(pilot)
    assert screen.result is True


async def test_an_answer_is_changed_with_the_arrows(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        await pilot.press("right", "up", "left")
        assert screen.rows[0].given is True


async def test_what_was_answered_before_stands_there_and_is_confirmed_with_enter(
    programme: Programme,
) -> None:
    answered_before(programme)
    remember(interviewer="Bea")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        assert "Answers of" in read(app)
        assert [row.given for row in screen.rows] == [True] * 4
        await pilot.press("down", "n")
        await pilot.pause()
        assert "That holds from now on" in read(app)
        await pilot.press("enter")
        await settled(pilot)
    stored = consents(programme)
    assert len(stored) == 8
    assert [(c.permission, c.asked_by) for c in stored if not c.given] == [(Permission.TRANSCRIPT, "Bea")]


@pytest.mark.parametrize("language", ["nl", "en", "de"])
async def test_it_is_asked_in_the_language_of_the_talk(programme: Programme, language: str) -> None:
    with programme.store() as store:
        store.save(replace(store.all(Session)[0], language=language))
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, programme)
        assert wording(language).opening in read(app)


async def test_a_session_that_is_gone_is_told_and_can_be_left(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme, "Z9")
        await pilot.press("enter")
        assert "nothing was stored" in read(app)
        assert not screen.query(PermissionRow)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is not screen


async def test_what_was_answered_over_time_can_be_read(programme: Programme) -> None:
    answered_before(programme)
    with programme.store() as store:
        expert = store.all(Expert, code="A")[0]
        keep_consent(store, expert, {Permission.RECORDING: False}, "")
        store.add(Withdrawal(expert.id, Permission.RECORDING, Because.WITHDRAWN, now(), "Bea"))
        store.add(Withdrawal(expert.id, Permission.CLIP, Because.RETENTION, now(), ""))
        consents, withdrawals = store.all(Consent, expert_id=expert.id), store.all(Withdrawal)
    told = answers_told(DUTCH, consents, withdrawals).plain
    first, *_middle, last = told.split("\n\n")
    assert [line.partition(": ")[2] for line in first.splitlines()[1:]] == [
        "Ja, asked by Anneke",
        "Nee",
        "taken out by Bea",
    ]
    assert last.endswith("taken out by ?, its time was over")


async def test_before_anything_was_asked_there_is_nothing_to_read(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        await pilot.press("h")
        await settled(pilot)
        assert app.screen is screen
        answered_before(programme)
        again = await opened(pilot, programme)
        await pilot.press("h")
        await settled(pilot)
        assert "asked by Anneke" in read(app)
        await pilot.press("escape")
        assert app.screen is again


async def test_what_is_still_due_is_said_and_shown_again(programme: Programme) -> None:
    answered_before(programme)
    remember(interviewer="Bea")
    with programme.store() as store:
        keep_consent(store, store.all(Expert, code="A")[0], {Permission.RECORDING: False}, "Bea")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        assert "What was taken back is still there" in read(app)
        await pilot.press("enter")
        await settled(pilot)
    assert screen.what_goes
    assert screen.what_goes.sight
    assert screen.what_goes.sight.loss.recordings == 4


async def test_while_the_answers_are_being_stored_nobody_leaves(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered_before(programme)
    remember(interviewer="Bea")
    go_on = Event()

    def look_slowly(*_about: object) -> Sight:
        assert go_on.wait(20)
        return Sight(Loss(1, "Jan", (Permission.RECORDING,), recordings=1))

    monkeypatch.setattr("capture.screens.consent.look", look_slowly)
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        await pilot.press("n", "enter", "escape")
        await pilot.pause()
        assert app.screen is screen
        go_on.set()
        await settled(pilot)
    assert screen.result is False
    assert screen.what_goes
