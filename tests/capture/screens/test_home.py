from datetime import date
from pathlib import Path

from textual.widgets import DataTable

from capture.app import VakborgApp
from capture.screens.failure import FailureScreen
from capture.screens.home import HomeScreen
from capture.screens.new_session import NewSessionScreen
from capture.screens.overview import overview
from capture.screens.session import SessionScreen
from capture.settings import remember
from sessions.i18n import gettext as _
from sessions.people import Expert, Permission
from sessions.programme import Programme, create_programme
from sessions.store import queue
from sessions.store.people import keep_consent
from sessions.store.retention import keep_until
from tests.builders import add_session
from tests.watching import SMALL, read, settled, shown, until


async def test_it_shows_every_session_and_how_far_it_is(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        text = read(app)
    assert "leerpad" in text
    assert "A1 Jan van Dijk Vonkwerk" in text
    assert "B1 Fatima el Amrani Matrijs & Zn" in text
    assert _("{done} of {all}").format(done=2, all=4) in text
    assert _("{n} set aside").format(n=1) in text
    assert "vakborg transcribe" in text


async def test_an_empty_programme_says_exactly_what_to_do(tmp_path: Path) -> None:
    app = VakborgApp(create_programme(tmp_path / "leeg"))
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        text = read(app)
        await pilot.press("enter", "escape")
    assert "Press n to start one with an expert." in text
    for command in ("vakborg session new --expert", "vakborg import", "vakborg transcribe"):
        assert command in text
    assert f"--question {_('QUESTION')}" in text


async def test_a_key_that_was_changed_is_named_by_its_new_name(tmp_path: Path) -> None:
    remember(keys={"new_session": "f7"})
    app = VakborgApp(create_programme(tmp_path / "leeg"))
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert "Press F7 to start one with an expert." in read(app)


async def test_sessions_without_answers_lead_to_importing(tmp_path: Path) -> None:
    programme = create_programme(tmp_path / "leeg")
    with programme.store() as store:
        add_session(store, "Piet Smit", "Vonkwerk")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert "i begins the conversation" in read(app)
        assert "vakborg import" in read(app)


async def test_the_keys_of_a_conversation_work_in_an_empty_programme(tmp_path: Path) -> None:
    app = VakborgApp(create_programme(tmp_path / "leeg"))
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        for key in ("n", "i"):
            await pilot.press(key)
            await settled(pilot)
            assert isinstance(app.screen, NewSessionScreen)
            await pilot.press("escape")
            await settled(pilot)
            assert " / " in read(app)  # the search is at the bottom of the screen again


async def test_enter_and_a_click_open_the_session(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("down", "enter")
        await settled(pilot)
        assert isinstance(app.screen, SessionScreen)
        assert app.screen.code == "B1"
        await pilot.press("escape")
        await pilot.click(DataTable, offset=(10, 1))
        await pilot.click(DataTable, offset=(10, 1))
        await settled(pilot)
        assert isinstance(app.screen, SessionScreen)
        assert app.screen.code == "A1"


async def test_what_another_window_did_appears_and_the_choice_stays(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("down")
        with programme.store() as store:
            job = queue.claim(store)
            assert job
            queue.finish(store, job)
        home = app.screen
        assert isinstance(home, HomeScreen)
        home.look_again()
        await settled(pilot)
        assert _("{n} wait").split()[-1] not in read(app)
        assert app.screen.query_one(DataTable).cursor_row == 1
        assert "vakborg transcribe --retry" in read(app)


async def test_a_name_that_does_not_fit_ends_in_an_ellipsis(programme: Programme) -> None:
    with programme.store() as store:
        add_session(store, "Wilhelmina van den Broek-Hoogendoorn", "Gereedschapsmakerij De Gouden Vonk")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert "Wilhelmina" in read(app)
        assert "…" in read(app)
        assert _("no answers yet") in read(app)
        await pilot.resize_terminal(140, 30)
        await settled(pilot)
        assert "Wilhelmina van den Broek-Hoogendoorn" in shown(app)


async def test_after_a_failure_it_asks_again_only_when_told(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        hidden = programme.database.with_suffix(".weg")
        programme.database.rename(hidden)
        programme.database.mkdir()
        await pilot.press("r")
        await settled(pilot)
        assert isinstance(app.screen, FailureScreen)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "Jan van Dijk" in read(app)
        programme.database.rmdir()
        hidden.rename(programme.database)
        await pilot.press("r")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_what_is_due_stands_above_the_table_in_one_line_each(programme: Programme) -> None:
    with programme.store() as store:
        expert = store.all(Expert, code="A")[0]
        keep_consent(store, expert, dict.fromkeys(Permission, False), "Bea")
        keep_until(store, date(2020, 9, 30), "Bea")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await until(pilot, lambda: "Jan van Dijk" in shown(app))
        lines = shown(app).splitlines()
        due = [number for number, line in enumerate(lines) if line.startswith(" ! ")]
        assert len(due) == 2
        assert "1 withdrawal not carried out yet (o)" in lines[due[1]]
        assert due[1] < next(number for number, line in enumerate(lines) if "Jan van Dijk" in line)
        assert "Fatima el Amrani" in shown(app)


async def test_recordings_of_somebody_who_wants_no_text_do_not_wait_for_it(programme: Programme) -> None:
    with programme.store() as store:
        expert = store.all(Expert, code="A")[0]
        keep_consent(store, expert, {Permission.TRANSCRIPT: False}, "Bea")
        assert [line.waiting for line in overview(store)] == [0, 0]
