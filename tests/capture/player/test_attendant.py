"""What the player's attendant makes of what its process tells."""

from queue import SimpleQueue
from threading import Thread
from typing import cast

import pytest

from capture.player import attendant
from capture.player.attendant import Attendant, Inbox, Line
from capture.player.child import Child, Give
from capture.player.events import Ended, Failed, Playing, Told
from capture.player.protocol import Fails, Over, Play, Sounds
from capture.wire import encode
from sessions.errors import RecordingError


class Quiet:
    """A process that takes everything and tells nothing by itself."""

    pid = 1

    def __init__(self, _give: Give) -> None:
        pass

    def send(self, line: str) -> None:
        pass

    def kill(self) -> None:
        pass

    def end(self) -> str:
        return ""


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> SimpleQueue[Told]:
    monkeypatch.setattr(attendant, "Child", Quiet)
    return SimpleQueue()


def heard(told: SimpleQueue[Told], *lines: str, orders: int = 1) -> list[Told]:
    """What is heard of so many orders, when the process writes these ``lines``."""
    inbox: Inbox = SimpleQueue()
    attending = Attendant(inbox, told.put)
    for number in range(1, orders + 1):
        attending._handle(Play(number, "a.wav", 0.0, 0.0, 1.0))
    child = cast(Child, attending._child)
    for line in (*(Line(child, text) for text in lines), None):
        inbox.put(line)
    thread = Thread(target=attending.work)
    thread.start()
    thread.join(20.0)
    assert not thread.is_alive()
    return [told.get() for _ in range(told.qsize())]


def test_all_that_is_heard_has_the_number_of_its_order(told: SimpleQueue[Told]) -> None:
    lines = [encode(event) for event in (Over(1, 0.9), Sounds(2, 0.5), Over(2, 1.0))]
    assert heard(told, *lines, orders=2) == [Playing("a.wav", 0.5, 2), Ended(1.0, 2)]


def test_a_failure_has_the_number_of_its_order(told: SimpleQueue[Told]) -> None:
    (failed,) = heard(told, encode(Fails(0, "weg", "zoek", recording=True)), orders=3)
    assert isinstance(failed, Failed)
    assert failed.number == 3
    assert isinstance(failed.error, RecordingError)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("line", ["ALSA lib pcm.c: underrun\n", '{"is": "Sounds"}\n', "[1]\n", '"x"\n', "\n"])
def test_a_line_that_is_none_of_its_own_ends_nothing(told: SimpleQueue[Told], line: str) -> None:
    assert heard(told, line, encode(Sounds(1, 0.5))) == [Playing("a.wav", 0.5, 1)]
