"""What the keys and the mouse ask the conductor."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from capture.app import VakborgApp
from capture.interviewing.state import Recording
from capture.screens.closing import ClosingScreen
from capture.screens.interview import InterviewScreen
from capture.screens.interviewing.confirm import Confirm
from sessions.facets import Facet
from sessions.i18n import gettext as _
from sessions.programme import Programme
from tests.capture.interviewing.fakes import FakeConductor, a_conversation
from tests.capture.screens.sitting import ALARM, key, sitting, suggested
from tests.watching import SMALL, read, settled


@pytest.mark.parametrize(
    ("keys", "call"),
    [
        (["space"], ("record", False)),
        (["r"], ("record", False)),
        (["R"], ("record", True)),
        (["n"], ("next",)),
        (["right"], ("next",)),
        (["p"], ("previous",)),
        (["left"], ("previous",)),
        (["2"], ("probe", 2)),
        (["k", "3"], ("facet", Facet.LIMIT)),
        (["g"], ("golden_quote",)),
        (["o"], ("off_the_record",)),
        (["x", "left", "enter"], ("strike", 60.0)),
        (["t"], ("second_take",)),
        (["v"], ("flag",)),
        (["w"], ("go_where_most_is_missing",)),
        (["m", "enter"], ("go_where_most_is_missing",)),
        (["u"], ("undo",)),
        (["0"], ("follow_up", True)),
        (["y"], ("follow_up", True)),
        (["minus"], ("follow_up", False)),
        (["b"], ("follow_up", False)),
        (["j", *"M1-V2", "enter"], ("go", "M1-V2")),
        (["j", "down", "enter"], ("go", "M3-V4")),
        (["s", "2"], ("skip", "This was told at another question already.")),
        (["s", "tab", *"ziek", "enter"], ("skip", "ziek")),
        (["a", *"let op", "escape"], ("note", "let op", "M3-V3")),
        (["f", *"/tmp/foto.jpg", "enter"], ("attach", [Path("/tmp/foto.jpg")])),
        (["f", "tab", *"/fotos", "enter"], ("watch_photos", Path("/fotos"))),
        (["c", "2"], ("about_case", None)),
    ],
)
async def test_each_key_asks_the_conductor(keys: list[str], call: tuple[Any, ...]) -> None:
    now = a_conversation()
    async with sitting(replace(now, suggestion=suggested(now))) as talk:
        for pressed in keys:
            await talk.press(pressed)
        assert talk.fake.calls == [call]


@pytest.mark.parametrize("keys", [["9"], ["x", "escape"], ["s", "escape"], ["k", "escape"], ["0"], ["minus"]])
async def test_nothing_is_asked_where_there_is_nothing_to_ask(keys: list[str]) -> None:
    async with sitting() as talk:
        await talk.press(*keys)
        assert talk.fake.calls == []


async def test_before_the_first_snapshot_no_key_does_harm() -> None:
    fake = FakeConductor(None)
    app = VakborgApp(None)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(InterviewScreen(fake))
        await pilot.press(*"npjkgoxaftsvmwcuez1", "space", "f8")
        await pilot.pause()
        assert fake.calls == []
        await pilot.press("escape")
        assert not isinstance(app.screen, InterviewScreen)


async def test_the_mouse_does_what_the_keys_do() -> None:
    now = a_conversation(recording=Recording.RUNNING)
    async with sitting(replace(now, suggestion=suggested(now))) as talk:
        for words in (
            "Wat doe je anders",
            _("● RECORDING"),
            _("asked") + "   -",
            _("not now"),
            key("next").description,
            key("off_the_record").description,
        ):
            await talk.click_on(words)
        assert talk.fake.calls == [
            ("probe", 2),
            ("record", False),
            ("follow_up", True),
            ("follow_up", False),
            ("next",),
            ("off_the_record",),
        ]


@pytest.mark.parametrize(
    "over", [{"alarm": ALARM}, {"alarm": replace(ALARM, microphone=False)}, {"recovered": ("A1·03",)}]
)
async def test_a_suggestion_that_is_not_in_sight_is_not_answered(over: dict[str, Any]) -> None:
    now = a_conversation()
    async with sitting(replace(now, suggestion=suggested(now), **over)) as talk:
        assert "Doe alsof" not in read(talk.app)
        await talk.press("0", "y", "minus")
        assert talk.fake.calls == []
        if not talk.fake.snapshot or talk.fake.snapshot.alarm is not ALARM:
            assert "Doe alsof" in read(talk.app)
            await talk.press("0")
            assert talk.fake.calls == [("follow_up", True)]


async def test_leaving_for_now_goes_by_mouse() -> None:
    async with sitting() as talk:
        await talk.click_on(f"Esc {key('back').description}")
        assert talk.screen.result is False


@pytest.mark.parametrize("keys", [["escape"], ["q"]])
async def test_leaving_asks_first_while_sound_is_at_stake(keys: list[str]) -> None:
    async with sitting(a_conversation(recording=Recording.RUNNING)) as talk:
        await talk.press(*keys)
        assert isinstance(talk.app.screen, Confirm)
        await talk.press("enter")
        assert talk.is_back
        await talk.press(*keys, "left", "enter")
        assert talk.screen.result is False or talk.app._exit


async def test_leaving_needs_no_question_where_nothing_is_recorded() -> None:
    async with sitting() as talk:
        await talk.press("escape")
        assert talk.app.screen is not talk.screen
        assert talk.screen.result is False


async def test_rounding_off_leads_to_the_closing_words_and_back(programme: Programme) -> None:
    async with sitting(programme=programme) as talk:
        await talk.press("e")
        await settled(talk.pilot)
        assert isinstance(talk.app.screen, ClosingScreen)
        await talk.press("escape")
        assert talk.is_back
        await talk.press("n", "e")
        await settled(talk.pilot)
        await talk.press("enter")
        await settled(talk.pilot)
        assert talk.fake.calls == [("next",), ("end",)]
        assert talk.screen.result is True


async def test_a_dropped_photo_belongs_to_the_answer() -> None:
    from textual.events import Paste

    async with sitting() as talk:
        talk.app.post_message(Paste("'/home/jan/mijn foto.jpg'\n"))
        await talk.pilot.pause()
        talk.app.post_message(Paste("zomaar tekst"))
        await talk.pilot.pause()
        assert talk.fake.calls == [("attach", [Path("/home/jan/mijn foto.jpg")])]
