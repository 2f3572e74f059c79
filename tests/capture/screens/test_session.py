import pytest
from textual.widgets import OptionList

from capture.app import VakborgApp
from capture.screens.failure import FailureScreen
from capture.screens.session import SessionScreen
from capture.withdrawing import withdraw
from sessions.i18n import gettext as _
from sessions.interview import Clip
from sessions.people import Expert, Permission
from sessions.programme import Programme
from sessions.store import queue
from sessions.store.interviews import find_session
from sessions.store.people import keep_consent
from sessions.transcript import Segment
from tests.builders import VEILIG, Said, add_clip, add_session, add_transcript
from tests.watching import SMALL, prompts, read, settled, shown


def app_on(programme: Programme, code: str, at: int | None = None) -> tuple[VakborgApp, SessionScreen]:
    return VakborgApp(programme), SessionScreen(programme, code, at)


async def test_the_first_answer_is_shown_at_once(programme: Programme) -> None:
    app, screen = app_on(programme, "A1")
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        text = read(app)
        assert len(screen.answers.options) == 4
    assert "A1 Jan van Dijk Vonkwerk" in text
    assert "Sodick AQ537L" in text
    assert "Hoe bepaal jij waar het startgat komt" in text
    assert "drie millimeter naast" in text.replace("transcribed ", "")


async def test_moving_in_the_answers_shows_each_with_its_state(programme: Programme) -> None:
    app, screen = app_on(programme, "A1")
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        await pilot.press("down", "down")
        await pilot.pause()
        assert "The recording stops in the middle." in prompts(screen.fragments)[0]
        await pilot.press("down")
        await pilot.pause()
        assert "vakborg transcribe" in prompts(screen.fragments)[0]


async def test_arrows_and_enter_go_between_the_two_sides(programme: Programme) -> None:
    app, screen = app_on(programme, "A1")
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        for key, side in (("right", screen.fragments), ("left", screen.answers), ("enter", screen.fragments)):
            await pilot.press(key)
            assert app.focused is side


@pytest.mark.parametrize("width", [60, 73, 80, 101, 120])
async def test_no_width_cuts_off_the_end_of_a_fragment(programme: Programme, width: int) -> None:
    app, screen = app_on(programme, "A1")
    async with app.run_test(size=(width, 40)) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        assert "“druk”)" in shown(app)
        assert "wand." in shown(app)


async def test_it_opens_at_a_fragment(programme: Programme) -> None:
    with programme.store() as store:
        wanted = next(s for s in store.all(Segment) if s.text.startswith("Grafiet"))
    app, screen = app_on(programme, "B1", wanted.id)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        chosen = screen.fragments.highlighted_option
        assert chosen
        assert chosen.id == str(wanted.id)
        assert app.focused is screen.fragments


async def test_reloading_keeps_the_place_and_shows_what_is_new(programme: Programme) -> None:
    app, screen = app_on(programme, "A1")
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        await pilot.press("right", "down", "down")
        chosen = screen.fragments.highlighted_option
        with programme.store() as store:
            queue.finish(store, queue.enqueue(store, _clip_of_last_answer(programme)))
        await pilot.press("r")
        await settled(pilot)
        again = screen.fragments.highlighted_option
        assert chosen
        assert again
        assert chosen.id == again.id is not None


def _clip_of_last_answer(programme: Programme) -> Clip:
    with programme.store() as store:
        return add_clip(programme, store, find_session(store, "A1"), "M3-V1", 1)


async def test_a_session_without_answers_says_how_to_bring_one(programme: Programme) -> None:
    with programme.store() as store:
        add_session(store, "Piet Smit", "Vonkwerk")
    app, screen = app_on(programme, "C1")
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        assert "vakborg import" in read(app)
        assert "--session C1 --question M1-V1" in read(app)
        await pilot.press("right", "left", "r", "escape")


async def test_a_session_that_is_gone_is_a_failure_with_the_nearest_name(programme: Programme) -> None:
    app, screen = app_on(programme, "A9")
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        assert isinstance(app.screen, FailureScreen)
        assert "A9" in read(app)
        await pilot.press("escape")
        assert _("The session could not be read. r tries again.") in read(app)


async def test_a_long_answer_scrolls_to_its_last_fragment(programme: Programme) -> None:
    with programme.store() as store:
        session = add_session(store, "Fatima el Amrani", "Matrijs & Zn")
        queue.recover(store)
        while job := queue.claim(store):
            queue.finish(store, job)
        clip = add_clip(programme, store, session, "M1-V3", 1)
        add_transcript(store, clip, [*VEILIG, *(Said(f"Zin nummer {n}.", n * 5.0) for n in range(400))])
    app, screen = app_on(programme, "B2")
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        await pilot.press("right", "end")
        await settled(pilot)
        assert "Zin nummer 399." in shown(app)
        assert isinstance(app.focused, OptionList)


async def test_what_the_worker_does_meanwhile_is_followed(programme: Programme) -> None:
    """While a recording waits the screen looks again by itself; nobody has to press a key."""
    app, screen = app_on(programme, "A1")
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        before = screen.opened
        with programme.store() as store:
            queue.retry_set_aside(store)
        screen.look_again()
        await settled(pilot)
        assert before is not None
        assert screen.opened is not None
        assert screen.opened.jobs != before.jobs


async def test_what_was_taken_back_and_is_there_still_stands_above_it(programme: Programme) -> None:
    with programme.store() as store:
        (expert,) = store.all(Expert, code="A")
        keep_consent(store, expert, {Permission.TRANSCRIPT: False}, "Bea")
    app, screen = app_on(programme, "A1")
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        assert "the text of what was said: taken back on" in read(app)
        withdraw(programme, expert.id, [Permission.TRANSCRIPT], "Bea")
        await pilot.press("r")
        await settled(pilot)
        assert "the text of what was said: taken out on" in read(app)
        assert "not taken out yet" not in read(app)
