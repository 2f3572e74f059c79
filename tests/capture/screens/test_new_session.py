from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Select

from capture.app import VakborgApp
from capture.screens.failure import FailureScreen
from capture.screens.interviewing.confirm import Confirm
from capture.screens.new_session import ModuleList, NewSessionScreen
from sessions.interview import Session
from sessions.people import Company, Expert
from sessions.programme import Programme
from tests.watching import SMALL, read, settled

CLICK = "[@click=app.quit]x[/]"


async def opened(pilot: Pilot[None], programme: Programme) -> NewSessionScreen:
    screen = NewSessionScreen(programme)
    await pilot.app.push_screen(screen)
    await settled(pilot)
    return screen


def sessions(programme: Programme) -> list[Session]:
    with programme.store() as store:
        return store.all(Session)


async def test_a_new_expert_takes_two_names_and_three_times_enter(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        await pilot.press(*"Piet", "enter", *"Noord", "enter", "enter")
        await settled(pilot)
    assert screen.result == "C1"
    session = sessions(programme)[-1]
    assert (session.machine, session.modules, session.language) == ("", (), "nl")
    with programme.store() as store:
        expert = store.get(Expert, session.expert_id)
        assert (expert.name, store.get(Company, expert.company_id).name) == ("Piet", "Noord")


async def test_of_somebody_who_was_here_the_rest_is_known(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        await pilot.press(*"jan van dijk")
        await pilot.pause()
        assert [screen.typed(name) for name in ("company", "machine")] == ["Vonkwerk", "Sodick AQ537L"]
        await pilot.press("enter")
        await settled(pilot)
    assert screen.result == "A2"


async def test_what_was_filled_in_goes_when_it_is_somebody_else(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        await pilot.press(*"Jan van Dijk", "s")
        await pilot.pause()
        assert screen.typed("company") == screen.typed("machine") == ""


async def test_what_a_person_typed_is_never_filled_over(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        screen.field("company").value = "Anders BV"
        await pilot.press(*"Jan van Dijk")
        await pilot.pause()
        assert screen.typed("company") == "Anders BV"


async def test_a_name_is_suggested_and_taken_with_the_right_arrow(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        await pilot.press(*"fat")
        await settled(pilot)
        await pilot.press("right")
        await pilot.pause()
        assert screen.field("expert").value == "Fatima el Amrani"


async def test_it_says_what_is_missing_and_goes_there(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        await pilot.press("enter")
        assert "Type a name" in read(app)
        await pilot.press(*"Piet", "tab", "tab", "enter")
        assert "Which company" in read(app)
        assert app.focused is screen.field("company")
    assert len(sessions(programme)) == 2


async def test_modules_are_ticked_with_space_or_a_click(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        assert "the whole guide" in read(app)
        await pilot.press(*"Jan van Dijk", "tab", "tab", "tab", "down", "space")
        await pilot.click(ModuleList, offset=(8, 0))
        await pilot.click(ModuleList, offset=(8, 2))
        await pilot.click(ModuleList, offset=(8, 2))
        await pilot.pause()
        assert "the whole guide" not in read(app)
        assert "☑ M1" in read(app)
        await pilot.press("enter")
        await settled(pilot)
    assert screen.result == "A2"
    assert sessions(programme)[-1].modules == ("M1", "M2")


async def test_the_language_of_the_talk_can_be_chosen(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        await pilot.press(*"Jan van Dijk")
        screen.query_one("#language", Select).value = "en"
        await pilot.click("#forward")
        await settled(pilot)
    assert sessions(programme)[-1].language == "en"


@pytest.mark.parametrize(("answer", "stays"), [("escape", True), ("enter", True), ("yes", False)])
async def test_leaving_asks_first_where_something_was_typed(
    programme: Programme, answer: str, stays: bool
) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        await pilot.press("P", "escape")
        assert isinstance(app.screen, Confirm)
        await (pilot.click(".yes") if answer == "yes" else pilot.press(answer))
        await settled(pilot)
        assert (screen in app.screen_stack) is stays
        assert not isinstance(app.screen, Confirm)
    assert len(sessions(programme)) == 2


async def test_an_empty_form_is_left_at_once(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is not screen
        assert screen.result is None


async def test_names_that_drive_a_terminal_are_names_like_any_other(programme: Programme) -> None:
    with programme.store() as store:
        expert = store.all(Expert)[0]
        store.save(replace(expert, name=CLICK))
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        screen.field("expert").value = CLICK
        await pilot.pause()
        assert screen.typed("company") == "Vonkwerk"
        await pilot.press("enter")
        await settled(pilot)
        assert app.is_running
    assert screen.result == "A2"


async def test_a_failure_keeps_what_was_typed(programme: Programme, tmp_path: Path) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, programme)
        programme.database.rename(tmp_path / "weg")
        await pilot.press(*"Jan van Dijk", "enter")
        await settled(pilot)
        assert isinstance(app.screen, FailureScreen)
        await pilot.press("enter")
        assert "nothing was stored" in read(app)
        (tmp_path / "weg").rename(programme.database)
        await pilot.press("enter")
        await settled(pilot)
    assert screen.result == "A2"
