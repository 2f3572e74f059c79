import numpy as np

from capture.recorder.protocol import RATE, Event, Tried
from capture.recorder.sound_check import SoundCheck
from tests.sound import packed

SECOND = packed(np.full(RATE, 2**22, np.int32))


def test_the_figures_are_those_of_exactly_the_seconds_asked_for() -> None:
    told: list[Event] = []
    check = SoundCheck(1, told.append)
    check.hear(SECOND)
    check.begin(1.5)
    check.hear(SECOND)
    assert told == []
    check.hear(SECOND)
    check.hear(SECOND)
    [tried] = told
    assert isinstance(tried, Tried)
    assert [round(value, 1) for value in (*tried.rms, *tried.peak)] == [-6.0, -6.0]
    assert not tried.silent


def test_a_second_check_begins_anew() -> None:
    told: list[Event] = []
    check = SoundCheck(1, told.append)
    for sound in (SECOND, bytes(len(SECOND))):
        check.begin(1.0)
        check.hear(sound)
    assert [event.silent for event in told if isinstance(event, Tried)] == [False, True]


def test_what_is_forgotten_gives_no_figures() -> None:
    told: list[Event] = []
    check = SoundCheck(1, told.append)
    check.begin(1.5)
    check.hear(SECOND)
    check.forget()
    check.hear(SECOND)
    assert told == []
