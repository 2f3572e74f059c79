from dataclasses import replace

from capture.interviewing.state import PAUSE_AT, PLANNED, Alarm
from capture.screens.interviewing.sight import Sight
from sessions.follow_ups import Suggested
from tests.capture.interviewing.fakes import a_conversation, rule

MICROPHONE = Alarm("Weg.", "Kijk.", microphone=True)
DISK = Alarm("Vol.", "Ruim op.", disk=True)
PLAIN = a_conversation()
SUGGESTED = Suggested(rule(PLAIN, "verborgen-stap"), "zo", 1)
ALL = replace(PLAIN, alarm=DISK, recovered=("Terug.",), suggestion=SUGGESTED)


def test_what_was_put_away_makes_room_for_the_next() -> None:
    sight = Sight()
    for expected in (DISK, ("Terug.",), SUGGESTED):
        assert sight.below(ALL) == expected
        assert sight.suggestion(ALL) is (SUGGESTED if expected is SUGGESTED else None)
        sight.put_away(expected)
    assert sight.below(ALL) is SUGGESTED


def test_the_alarm_of_a_microphone_stays() -> None:
    sight, now = Sight(), replace(ALL, alarm=MICROPHONE)
    sight.put_away(MICROPHONE)
    assert sight.below(now) is MICROPHONE
    assert sight.suggestion(now) is None


def test_an_alarm_that_comes_back_counts_again() -> None:
    sight = Sight()
    sight.put_away(DISK)
    sight.forget_alarms()
    assert sight.below(ALL) is DISK


def test_the_clock_reminds_of_each_moment_once() -> None:
    sight = Sight()
    assert not sight.reminds(PAUSE_AT - 1)
    assert sight.reminds(PAUSE_AT)
    sight.put_reminder_away(PAUSE_AT + 5)
    assert not sight.reminds(PAUSE_AT + 60)
    assert sight.reminds(PLANNED)
