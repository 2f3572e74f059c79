from textual.content import Content
from textual.widgets import Input, OptionList

from capture.app import VakborgApp
from capture.screens.home import HomeScreen
from capture.screens.search import LIMIT, SearchScreen
from capture.screens.session import SessionScreen
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.programme import Programme
from sessions.store import queue
from sessions.store.search import HIT_START
from tests.builders import Said, add_clip, add_session, add_transcript
from tests.watching import SMALL, prompts, read, settled, shown, until


async def test_hits_come_while_typing_with_their_words_in_bold(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"dielek")
        await until(pilot, lambda: "rook uit de bak" in read(app))
        prompt = app.screen.query_one(OptionList).options[0].prompt
        assert isinstance(prompt, Content)
        assert "Fatima el Amrani, M1-V3, 00:02" in prompt.plain
        assert "diëlektricum" in [
            prompt.plain[s.start : s.end] for s in prompt.spans if "bold" in str(s.style)
        ]
        assert HIT_START not in shown(app)


async def test_enter_searches_without_waiting_and_opens_the_first_hit(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+f", *"grafiet", "enter")
        await settled(pilot)
        await until(pilot, lambda: isinstance(app.screen, SessionScreen))
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, SessionScreen)
        chosen = screen.fragments.highlighted_option
        assert chosen
        assert "Grafiet" in str(chosen.prompt)
        await pilot.press("escape")
        assert isinstance(app.screen, SearchScreen)
        assert "Grafiet" in read(app)


async def test_down_and_enter_choose_another_hit(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"draad")
        await until(pilot, lambda: len(app.screen.query_one(OptionList).options) == 3)
        await pilot.press("down", "down", "down", "enter")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, SessionScreen)
        chosen = screen.fragments.highlighted_option
        assert chosen
        assert "draad" in str(chosen.prompt)


async def test_searching_from_a_session_that_a_search_opened_goes_back_to_it(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"grafiet", "enter")
        await until(pilot, lambda: isinstance(app.screen, SessionScreen))
        await pilot.press("slash")
        await settled(pilot)
        assert app.screen.query_one(Input).value == "grafiet"
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


async def test_nothing_found_and_nothing_asked_are_both_said(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"x[/]y", "enter")
        await until(pilot, lambda: _("Nothing found for “{wanted}”.").format(wanted="x[/]y") in read(app))
        await pilot.press("enter", *["backspace"] * 5)
        await until(pilot, lambda: "x[/]y" not in read(app))
        assert prompts(app.screen.query_one(OptionList)) == []


async def test_too_many_hits_are_counted_honestly(programme: Programme) -> None:
    with programme.store() as store:
        while job := queue.claim(store):
            queue.finish(store, job)
        clip = add_clip(programme, store, add_session(store, "Piet", "Vonkwerk"), "M1-V3", 1)
        add_transcript(store, clip, [Said(f"vonkje {n}", n) for n in range(LIMIT + 5)])
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"vonkje")
        await until(
            pilot,
            lambda: _("The first {n} fragments; another word makes it fewer.").format(n=LIMIT) in read(app),
        )
        await pilot.press("space", "7")
        await until(pilot, lambda: ngettext("{n} fragment", "{n} fragments", 1).format(n=1) in read(app))
