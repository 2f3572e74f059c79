"""The interview screen: what is painted of a conversation."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from capture.app import VakborgApp
from capture.interviewing.state import Alarm, Notice, Recording
from capture.recorder.protocol import Level
from capture.screens.failure import FailureScreen
from capture.screens.interview import InterviewScreen
from capture.screens.interviewing.guide_list import GuidePanel
from capture.screens.interviewing.strip import Strip
from sessions.errors import VakborgError
from sessions.facets import Facet
from sessions.follow_ups import Suggested
from sessions.guides.model import Probe
from sessions.i18n import gettext as _
from sessions.interview import AnswerState
from tests.capture.interviewing.fakes import FakeConductor, a_conversation, a_level, an_answer, at_hand, rule
from tests.capture.screens.sitting import WIDE, Sitting, key, sitting
from tests.capture.screens.test_hostile import ALL, VISIBLE, is_harmless
from tests.sessions.telling import told
from tests.watching import SMALL, read, settled, shown, until


async def test_a_conversation_that_is_still_being_opened_gets_its_keys_with_it() -> None:
    fake = FakeConductor(None)
    app = VakborgApp(None)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(InterviewScreen(fake))
        await pilot.pause()
        assert "F8" not in read(app)
        fake.say(a_conversation())
        await until(pilot, lambda: "F8" in read(app))


@pytest.mark.parametrize("recording", list(Recording))
async def test_what_happens_to_the_sound_is_said_in_words(recording: Recording) -> None:
    from capture.screens.interviewing.headline import _STATES

    async with sitting(a_conversation(recording=recording)) as talk:
        assert _(_STATES[recording]) in shown(talk.app).splitlines()[1]
        others = [_(words) for state, words in _STATES.items() if state is not recording]
        assert not any(words in shown(talk.app) for words in others)


async def test_a_recording_shows_its_length_and_take() -> None:
    async with sitting(a_conversation(recording=Recording.RUNNING, take=2)) as talk:
        await talk.say(a_level(192.4))
        assert "03:12" in shown(talk.app).splitlines()[1]
        assert _("(take {n})").format(n=2) in shown(talk.app).splitlines()[1]


async def test_a_level_paints_the_meter_and_nothing_else() -> None:
    async with sitting(a_conversation(recording=Recording.RUNNING, take=1)) as talk:
        await talk.say(a_level(peak=-12.0))
        before = shown(talk.app).splitlines()
        await talk.say(a_level(peak=-3.0))
        after = shown(talk.app).splitlines()
        assert "−12 dB" in before[2]
        assert "−3 dB" in after[2]
        assert [i for i, line in enumerate(before) if line != after[i]] == [2]


async def test_two_microphones_have_a_line_each() -> None:
    async with sitting(a_conversation(recording=Recording.RUNNING)) as talk:
        await talk.say(Level(0.0, (-40.0, -20.0), (-30.0, -10.0), 1, 1.0, True))
        await talk.pilot.pause()
        lines = shown(talk.app).splitlines()
        assert "−30 dB" in lines[2]
        assert "−10 dB" in lines[3]


async def test_off_the_record_strikes_the_whole_screen_through() -> None:
    async with sitting(a_conversation(recording=Recording.OFF_THE_RECORD)) as talk:
        await talk.say(a_level())
        words = talk.screen.query_one(".words", Strip)
        assert words.styles.text_style.strike
        assert "╱" in shown(talk.app)
        assert "dB" not in shown(talk.app)
        await talk.change(recording=Recording.RUNNING)
        assert not words.styles.text_style.strike
        assert "╱" not in shown(talk.app)


async def test_every_question_of_the_guide_fits_with_its_probes() -> None:
    """And so would the longest one with five probes."""
    modules = [f"M{n}" for n in range(1, 9)]
    async with sitting(a_conversation(modules)) as talk:
        now = talk.fake.snapshot
        assert now
        longest = max((s.question for s in now.standings), key=lambda q: len(q.text))
        hard = replace(
            longest,
            id="M3-V9",
            probes=tuple(Probe(f"Wat zag je bij stap {n} op het scherm?", Facet.SIGNAL) for n in range(5)),
        )
        for here, standing in enumerate(now.standings):
            await talk.say(replace(now, here=here))
            await talk.pilot.pause()
            assert_fits(talk, standing.question.text, [p.text for p in standing.question.probes])
        await talk.say(at_hand(now, question=hard))
        await talk.pilot.pause()
        assert_fits(talk, hard.text, [p.text for p in hard.probes])


def assert_fits(talk: Sitting, question: str, probes: list[str]) -> None:
    text = read(talk.app).replace("▌ ", "")
    for words in (question, *probes, _("○ NOT RECORDING"), key("end").description):
        assert " ".join(words.split()) in text, f"{words} is not on:\n{shown(talk.app)}"


async def test_asked_probes_have_a_tick() -> None:
    async with sitting(at_hand(a_conversation(), asked=frozenset({2}))) as talk:
        assert "2 ✔ Wat doe je anders" in read(talk.app)
        assert "1 ☐ Waar let je op" in read(talk.app)


async def test_the_answer_so_far_is_told_in_one_line() -> None:
    now = a_conversation()
    answer = an_answer(now, flagged=True, note="let op", skipped_because="")
    now = at_hand(now, answer=answer, takes=2, seconds=192.0, state=AnswerState.RECORDED)
    async with sitting(now, WIDE) as talk:
        line = next(line for line in shown(talk.app).splitlines() if line.startswith(" M3-V3"))
        for part in (_("⚑ come back"), _("recorded"), "03:12", _("with a note")):
            assert part in line


async def test_a_wide_screen_has_the_guide_beside_it_to_click_on() -> None:
    async with sitting(size=WIDE) as talk:
        await talk.click_on("M1-V3")
        assert talk.fake.calls == [("go", "M1-V3")]
        await talk.pilot.resize_terminal(80, 24)
        await talk.pilot.pause()
        assert not talk.screen.query_one(GuidePanel).display


async def test_the_guide_follows_the_question_at_hand() -> None:
    async with sitting(size=WIDE) as talk:
        now = talk.fake.snapshot
        assert now
        await talk.say(at_hand(replace(now, here=1), state=AnswerState.TRANSCRIBED))
        assert "▶ M1-V2 ✔" in shown(talk.app)
        assert "▶ M3-V3" not in shown(talk.app)
        await talk.say(replace(now, standings=now.standings[4:], here=0))
        await talk.pilot.pause()
        assert "▶ M3-V1" in shown(talk.app)
        assert "M1-V1" not in shown(talk.app)


async def test_the_signs_of_the_module_stand_beside_the_question_to_click_on() -> None:
    now = at_hand(a_conversation(), state=AnswerState.RECORDED)
    async with sitting(now) as talk:
        line = next(line for line in shown(talk.app).splitlines() if line.startswith(" M3-V3"))
        assert line.startswith(" M3-V3  ☐☐[◐]☐  ")
        await talk.pilot.click(offset=(line.index("☐") + 1, shown(talk.app).splitlines().index(line)))
        await talk.pilot.pause()
        assert talk.fake.calls == [("go", "M3-V2")]


async def test_the_clock_runs_on_between_snapshots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("capture.screens.interview.time", SimpleNamespace(monotonic=lambda: 1060.0))
    async with sitting(a_conversation(talked=760.0, talking=True, at=1000.0)) as talk:
        assert _("{spent} of {planned} min").format(spent="13:40", planned=90) in shown(talk.app)


async def test_teach_back_shows_the_experts_own_sentences_with_their_place() -> None:
    now = a_conversation(["M2"], here="M2-V4")
    said = tuple(told(f"Zin nummer {n}.", now.standings[0].question, n) for n in range(20))
    async with sitting(replace(now, told_so_far=said)) as talk:
        assert "Zin nummer 0." in read(talk.app)
        assert said[0].reference in read(talk.app)
        assert "Zin nummer 19." not in read(talk.app)
        await talk.press(*["down"] * 12)
        assert "Zin nummer 19." in read(talk.app)
        assert key("end").description in read(talk.app)


async def test_a_failure_is_shown() -> None:
    async with sitting() as talk:
        await talk.say(VakborgError("Dat ging niet.", "Probeer het nog eens."))
        await settled(talk.pilot)
        assert isinstance(talk.app.screen, FailureScreen)
        assert "Dat ging niet." in read(talk.app)


async def test_nothing_that_people_said_or_typed_is_markup() -> None:
    now = a_conversation()
    words = told(f"Gezegd {ALL}", now.standing.question)
    nasty = replace(rule(now, "maat"), probe=f"Waaraan {ALL}?")
    hostile = replace(
        at_hand(now, answer=an_answer(now, note=ALL, skipped_because=ALL)),
        expert=replace(now.expert, name=f"Zed {ALL}"),
        microphone=f"Mic {ALL}",
        suggestion=Suggested(nasty, f"net {ALL}", 1),
        said=(words,),
        told_so_far=(words,),
        undo=ALL,
    )
    async with sitting(hostile, (200, 50)) as talk:
        assert all(part in read(talk.app) for part in VISIBLE)
        assert is_harmless(shown(talk.app))
        for y in range(1, 48, 3):
            await talk.pilot.click(offset=(6, y))
            if talk.app.screen is not talk.screen:
                await talk.press("escape")
        await talk.say(replace(hostile, suggestion=None, recovered=(ALL,), alarm=Alarm(ALL, ALL)))
        await talk.say(Notice(ALL))
        assert is_harmless(shown(talk.app))
        assert talk.app.is_running


async def test_keys_can_be_changed_and_the_bar_shows_them() -> None:
    async with sitting() as talk:
        talk.app.set_keymap({"golden_quote": "h"})
        await talk.pilot.pause()
        await talk.press("h")
        assert talk.fake.calls == [("golden_quote",)]
        await until(talk.pilot, lambda: "h " + key("golden_quote").description in shown(talk.app))


async def test_the_help_names_the_keys_and_the_signs() -> None:
    async with sitting(size=(100, 60)) as talk:
        await talk.press("question_mark")
        assert key("golden_quote").tooltip in read(talk.app)
        assert "◐" in read(talk.app)
