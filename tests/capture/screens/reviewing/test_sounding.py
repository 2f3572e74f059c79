"""The keys of the sound in the review."""

from capture.player.events import Ended, Paused
from capture.screens.search import SearchScreen
from sessions.programme import Programme
from tests.capture.interviewing.fakes import FakeConductor, a_conversation
from tests.capture.screens.reviewing.sitting import sitting

IK_ZET = "Ik zet het startgat"
EN_LET = "En let op het spoelen"


async def test_space_pauses_what_plays_on_wherever_it_is(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("o")
        await at.hears_at(13.0)
        assert at.here.startswith(EN_LET)
        await at.press("space")
        assert at.player.asked[-1] == ("toggle",)


async def test_the_last_seconds_are_heard_again_after_the_end(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("space", "right_square_bracket")
        await at.hears_at(5.0)
        await at.hears(Ended(10.6))
        await at.press("comma")
        assert at.player.asked[-1] == ("back", 5.0)
        await at.hears_at(6.0)
        await at.sees("▶ playing 00:06", "speed 1.1")
        assert at.screen.fragments._spoken is not None


async def test_behind_another_screen_it_is_silent(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("space", "v")
        assert at.player.asked[-1][0] == "play"
        await at.press("escape", "slash")
        assert isinstance(at.app.screen, SearchScreen)
        assert at.player.asked[-1] == ("pause",)


async def test_while_a_conversation_goes_on_nothing_goes_on_or_back(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("space")
        await at.hears(Paused(5.0))
        at.app.conductor = FakeConductor(a_conversation(), programme)
        before = list(at.player.asked)
        await at.press("space", "comma", "o")
        await at.sees("A conversation is going on")
        assert at.player.asked == before
        at.app.conductor = None


async def test_before_anything_was_played_there_is_nothing_to_hear_again(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("comma")
        await at.sees("Nothing was played yet.")
        assert at.player.asked == []


async def test_after_its_end_a_fragment_plays_from_its_beginning_again(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("space")
        await at.hears(Ended(10.6))
        await at.press("space")
        first, again = at.player.asked
        assert first == again


async def test_repeat_begins_the_fragment_where_nothing_plays(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("l")
        assert [(asked[0], asked[4]) for asked in at.player.asked] == [("play", True)]
        await at.sees("repeating")
        await at.press("l")
        assert at.player.asked[-1] == ("loop", False)


async def test_repeat_says_why_it_cannot_begin_and_repeats_nothing(programme: Programme) -> None:
    async with sitting(programme, "B1", at="Grafiet") as at:
        await at.press("l")
        await at.sees("This text came without a recording")
        assert at.player.asked == []
        assert not at.screen.playback.loop


async def test_from_a_marked_word_it_plays_once_and_then_from_the_beginning(programme: Programme) -> None:
    async with sitting(programme) as at:
        await at.press("d")
        begin = at.segment.start
        await at.press("space")
        await at.hears(Ended(at.segment.end))
        await at.press("space")
        from_the_word, from_the_start = (asked[1] for asked in at.player.asked)
        assert from_the_word > begin
        assert from_the_start == begin
