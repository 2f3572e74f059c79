from dataclasses import replace

import pytest
from textual.app import App, ComposeResult

from capture.screens.interviewing.guide_list import GuidePanel, lines, matches, overview, question_line
from capture.screens.interviewing.strip import Strip
from sessions.interview import AnswerState
from tests.capture.interviewing.fakes import a_conversation, an_answer, at_hand


def test_questions_stand_under_their_modules() -> None:
    shown = [(i, line.plain) for i, line in lines(a_conversation())]
    assert [i for i, _line in shown][:3] == ["", "M1-V1", "M1-V2"]
    assert shown[0][1] == "M1 Vonkproces, proceskeuze en veilig werken"
    assert next(line for i, line in shown if i == "M3-V3").startswith("▶ M3-V3 ☐ Gehard")


@pytest.mark.parametrize(
    ("state", "sign"),
    [
        (AnswerState.OPEN, "☐"),
        (AnswerState.SKIPPED, "–"),
        (AnswerState.RECORDED, "◐"),
        (AnswerState.FAILED, "!"),
        (AnswerState.TRANSCRIBED, "✔"),
    ],
)
def test_each_state_has_a_sign_and_a_word(state: AnswerState, sign: str) -> None:
    from capture.naming import state_name

    standing = at_hand(a_conversation(), state=state).standing
    assert question_line(standing, False).plain.startswith(f"  M3-V3 {sign} Gehard")
    assert f"{sign} {state_name(state)} " in question_line(standing, False, in_words=True).plain


def test_a_long_reason_leaves_room_for_the_question() -> None:
    now = a_conversation()
    answer = an_answer(now, skipped_because="Omdat " + "heel " * 30)
    skipped = at_hand(now, answer=answer, state=AnswerState.SKIPPED).standing
    assert "heel…”) Gehard" in question_line(skipped, False, in_words=True).plain
    assert "Omdat" not in question_line(skipped, False).plain


def test_a_flag_is_in_sight() -> None:
    now = a_conversation()
    flagged = at_hand(now, answer=an_answer(now, flagged=True)).standing
    assert "⚑" in question_line(flagged, True).plain


@pytest.mark.parametrize("wanted", ["", "m3-v3", "stempel SNIJPLAAT", "nasnijden gehard", "hoofdsn"])
def test_a_question_is_found_by_its_words_its_module_or_its_topics(wanted: str) -> None:
    now = a_conversation()
    assert matches(now.standing, now.guide, wanted)


def test_words_that_are_not_there_find_nothing() -> None:
    now = a_conversation()
    assert not matches(now.standing, now.guide, "gehard draadbreuk")
    assert lines(now, "xyzzy") == []


def test_a_module_is_a_sign_per_question_with_the_one_at_hand_between_brackets() -> None:
    now = a_conversation(["M1", "M3"], here="M3-V2")
    states = (AnswerState.TRANSCRIBED, AnswerState.RECORDED, AnswerState.SKIPPED, AnswerState.OPEN)
    module = [replace(s, state=t) for s, t in zip(now.standings[4:], states, strict=True)]
    now = replace(now, standings=(*now.standings[:4], *module))
    assert overview(now).plain == "✔[◐]–☐"
    flagged = at_hand(now, answer=an_answer(now, flagged=True))
    assert overview(flagged).plain == "✔[⚑]–☐"


def test_of_a_long_module_the_questions_around_the_one_at_hand_are_shown() -> None:
    now = a_conversation(["M1"], here="M1-V1")
    many = tuple(replace(now.standing, seconds=float(n)) for n in range(40))
    shown = {here: overview(replace(now, standings=many, here=here)).plain for here in (0, 20, 39)}
    assert shown[0] == "[☐]" + "☐" * 15 + "…"
    assert shown[20] == "…" + "☐" * 8 + "[☐]" + "☐" * 7 + "…"
    assert shown[39] == "…" + "☐" * 15 + "[☐]"


async def test_a_change_paints_only_the_lines_that_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Panel(App[None]):
        def compose(self) -> ComposeResult:
            yield GuidePanel()

    app = Panel()
    async with app.run_test() as pilot:
        panel = app.query_one(GuidePanel)
        now = a_conversation()
        panel.show(now)
        await pilot.pause()
        painted: list[str] = []
        monkeypatch.setattr(Strip, "update", lambda _self, content, layout: painted.append(content.plain))
        panel.show(replace(now, here=now.here + 1))
        assert [line[:7] for line in painted] == ["  M3-V3", "▶ M3-V4"]
