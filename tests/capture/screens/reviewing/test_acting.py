"""What the keys of the review do and leave, on a real programme."""

import pytest
from textual.widgets import OptionList

from capture.reviewing import elsewhere
from capture.screens.failure import FailureScreen
from capture.screens.reviewing.emptied import EmptiedDialog
from capture.screens.reviewing.topics import TopicDialog
from sessions.interview import Marker, MarkerKind
from sessions.programme import Programme
from sessions.release import Release
from sessions.transcript import Tag, TagOrigin
from tests.capture.screens.reviewing.held import all_done, change_elsewhere, held_up
from tests.capture.screens.reviewing.sitting import segment_of, sitting, stored

INTERVIEWER = "En hoe bepaal je"
IK_ZET = "Ik zet het startgat"
EN_LET = "En let op het spoelen"


def decided(programme: Programme, beginning: str) -> dict[str, bool | None]:
    id_ = segment_of(programme, beginning)
    with programme.store() as store:
        return {tag.topic: tag.accepted for tag in store.all(Tag, segment_id=id_)}


async def test_all_right_says_what_is_still_open(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.sees("1 proposal")
        await at.press("K")
        await at.sees("Still open in it: 1 word in doubt, 1 proposal, 1 topic, 1 value")


async def test_a_second_key_before_the_page_came_decides_nothing_more(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        with held_up(at):
            await at.press("a", "x", "x")
        await all_done(at)
        await at.sees("● Spoelen en kopafstand")
        assert decided(programme, EN_LET)["spoelen-draad"] is True
        await at.press("x")
        await at.sees("No topic is suggested for this fragment.")


async def test_joining_twice_before_the_page_came_joins_once(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        with held_up(at):
            await at.press("j", "j")
        await all_done(at)
        await at.until(lambda: EN_LET in at.here)
        assert not isinstance(at.app.screen, FailureScreen)


@pytest.mark.parametrize("key", ["a", "x", "t", "0", "1", "f", "w", "g"])
async def test_what_the_interviewer_said_gets_no_labels(programme: Programme, key: str) -> None:
    async with sitting(programme, at=INTERVIEWER) as at:
        await at.press(key)
        await at.sees("The interviewer says this: it gets no topics, facet or value.")
        assert at.app.screen is at.screen
        await all_done(at)
    assert not next(s for s in stored(programme) if s.text.startswith(INTERVIEWER)).no_topic


async def test_what_is_struck_gets_no_labels(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("v", "4")
        await at.sees("struck: it goes into no document")
        await at.press("a")
        await at.sees("This is struck: it gets no topics, facet or value.")
    assert decided(programme, EN_LET)["spoelen-draad"] is None


async def test_without_a_suggestion_the_topic_of_the_question_is_right(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("a")
        await at.sees("● Startgaten maken")
    with programme.store() as store:
        tags = store.all(Tag, segment_id=segment_of(programme, IK_ZET))
    assert [(t.origin, t.accepted) for t in tags if t.accepted] == [(TagOrigin.QUESTION, True)]


@pytest.mark.parametrize(
    ("digit", "text", "level"), [("2", IK_ZET, Release.STRUCK), ("3", "", Release.INTERNAL)]
)
async def test_an_empty_text_is_struck_or_left_empty_after_asking(
    programme: Programme, digit: str, text: str, level: Release
) -> None:
    id_ = segment_of(programme, IK_ZET)
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("enter", "f7", "delete", "enter")
        assert isinstance(at.app.screen, EmptiedDialog)
        await at.press(digit)
        await all_done(at)
    kept = next(s for s in stored(programme) if s.id == id_)
    assert (kept.text[: len(text)] if text else kept.text, kept.release) == (text, level)


async def test_after_an_empty_text_one_may_type_on(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("enter", "f7", "delete", "enter", "enter", *"Hier.", "enter")
        await at.until(lambda: at.here == "Hier.")


async def test_a_topic_that_nothing_is_called_is_said_not_to_be_there(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("t", *"qqxx")
        await at.sees("Nothing is called so.")
        await at.press("enter")
        assert isinstance(at.app.screen, TopicDialog)
        assert at.app.screen.query_one(OptionList).highlighted is None


async def test_what_another_window_changed_is_seen_by_itself_and_the_field_stays(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "LOOK_AGAIN", 0.05)
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("enter", "ctrl+end", "x", "y")
        change_elsewhere(programme, segment_of(programme, EN_LET), "En let op het water.")
        await at.sees("En let op het water.")
        assert at.screen.editor.field.text.endswith("wand.xy")


async def test_a_golden_quote_shows_its_star_until_the_same_key_takes_it_back(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("g")
        await at.sees("★ golden quote")
        with programme.store() as store:
            assert [mark.kind for mark in store.all(Marker)] == [MarkerKind.GOLDEN_QUOTE]
        await at.press("g")
        await at.sees("No golden quote any more.")
    with programme.store() as store:
        assert store.count(Marker) == 0
