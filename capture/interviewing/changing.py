"""From one microphone to another, without waiting for a recorder that hangs."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from capture.interviewing.recording import Takes
from capture.interviewing.sound import Sound
from capture.interviewing.state import Recording
from capture.recorder.client import Recorder


class MicrophoneChange:
    """Lets the old recorder go and starts the next; what was being recorded goes on as another take.

    ``bring`` takes something back to the conductor's thread.
    """

    def __init__(self, sound: Sound, takes: Takes, bring: Callable[[Callable[[float], None]], None]) -> None:
        self._sound = sound
        self._takes = takes
        self._bring = bring
        self._hands = ThreadPoolExecutor(max_workers=1, thread_name_prefix="microphone")
        self._wanted = ("", 1)
        self._goes_on = False

    def to(self, key: str, channels: int, at: float) -> None:
        """To the microphone with this key; of two that are asked for in a hurry, the last."""
        self._goes_on = self._goes_on or self._sound.keeps or self._sound.broken_off
        self._wanted = (key, channels)
        self._takes.end(at)
        self._hands.submit(self._let_go, self._sound.let_go(), key, channels)

    def _let_go(self, old: Recorder | None, key: str, channels: int) -> None:
        if old:
            old.close()
        self._bring(lambda at: self._open(key, channels, at))

    def _open(self, key: str, channels: int, at: float) -> None:
        if (key, channels) != self._wanted or not self._takes.may_record:
            return
        self._takes.finish_left()
        self._sound.channels = channels
        self._sound.open(key)
        goes_on, self._goes_on = self._goes_on, False
        if goes_on and self._sound.state is not Recording.OFF_THE_RECORD:
            self._takes.record(at)

    def close(self) -> None:
        """No more changes."""
        self._hands.shutdown()
