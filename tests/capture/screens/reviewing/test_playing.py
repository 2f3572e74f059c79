"""What is noted of the sound, by itself: no screen, and a player that only counts."""

from dataclasses import replace
from pathlib import Path

import pytest

from capture.player.events import Ended, Failed, Paused, Playing, Told
from capture.screens.reviewing.playing import Playback, Sound
from sessions.errors import SoundSystemError
from sessions.programme import Programme
from tests.capture.screens.reviewing.lines import a_line
from tests.capture.screens.reviewing.sitting import FakePlayer


class Counting(FakePlayer):
    """Gives each play its number."""

    def play(self, *asked: object, **more: object) -> int:  # type: ignore[override]
        self.asked.append(("play", *asked, more))
        return len([one for one in self.asked if one[0] == "play"])


@pytest.fixture
def playback(programme: Programme) -> Playback:
    """It plays the same fragment for the second time."""
    made = Playback(Path(programme.folder), lambda _told: None)
    made._player = Counting()  # type: ignore[assignment]
    for _turn in range(2):
        made.play(a_line(programme).fragment)
    return made


def sound_of(playback: Playback) -> Sound:
    assert playback.sound is not None
    return playback.sound


@pytest.mark.parametrize("late", [Ended(9.0, 1), Failed(SoundSystemError("weg"), 1), Paused(9.0, 1)])
def test_what_comes_too_late_of_the_sound_before_is_dropped(playback: Playback, late: Told) -> None:
    before = sound_of(playback)
    assert not playback.heard(late)
    assert playback.sound == before


def test_what_the_expert_added_in_writing_cannot_be_played(programme: Programme, playback: Playback) -> None:
    spoken = a_line(programme).fragment
    assert playback.refusal(spoken) == ""
    segment = replace(spoken.segment, machine_text="", end=spoken.segment.start)
    assert "added this in writing" in playback.refusal(replace(spoken, segment=segment))


def test_what_was_taken_out_as_sound_cannot_be_played(programme: Programme, playback: Playback) -> None:
    spoken = a_line(programme).fragment
    assert spoken.clip is not None
    assert "taken out" in playback.refusal(replace(spoken, clip=replace(spoken.clip, erased=True)))


def test_the_end_of_what_plays_is_taken_in(playback: Playback) -> None:
    assert playback.heard(Ended(9.0, 2))
    assert playback.sound is None


def test_what_began_again_just_before_its_end_was_told_is_followed(playback: Playback) -> None:
    path = sound_of(playback).path
    playback.heard(Ended(9.0, 2))
    playback.heard(Playing(path, 4.0, 2))
    assert sound_of(playback).at == 4.0
