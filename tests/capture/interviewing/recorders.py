"""A recorder that only notes what it is told."""

from collections.abc import Callable

from capture.recorder.protocol import Command, Event, Level, Order


class NotedRecorder:
    """Stands in for the recorder's process; ``made`` holds each one, oldest first."""

    made: list["NotedRecorder"]

    def __init__(self, order: Order, hear: Callable[[Event], None]) -> None:
        self.order, self.hear = order, hear
        self.told: list[Command] = []
        self.ended = False
        type(self).made.append(self)

    def tell(self, command: Command) -> None:
        self.told.append(command)

    def close(self) -> None:
        self.ended = True

    def kill(self) -> None:
        self.ended = True


def level(clip_id: int, at: float, seconds: float, *, recording: bool = True) -> Level:
    """What is heard while a clip is open."""
    return Level(at, (-20.0,), (-10.0,), clip_id, seconds, recording)
