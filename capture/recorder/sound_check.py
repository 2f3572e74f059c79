"""The sound check: a few seconds in memory, their figures, and the same seconds through the loudspeaker."""

import threading
from collections.abc import Callable

from capture.recorder.levels import figures, samples
from capture.recorder.protocol import RATE, SAMPLE_BYTES, Event, Played
from sessions.i18n import gettext as _

Tell = Callable[[Event], None]


class SoundCheck:
    """Listens along while it is asked to."""

    def __init__(self, channels: int, tell: Tell) -> None:
        self._channels = channels
        self._tell = tell
        self._sound = bytearray()
        self._wanted = 0

    def begin(self, seconds: float) -> None:
        """Listen to the next ``seconds``."""
        self._sound.clear()
        self._wanted = round(seconds * RATE) * self._channels * SAMPLE_BYTES

    def hear(self, block: bytes) -> None:
        """Take a block, where a sound check is going on; its figures are told at its end."""
        if len(self._sound) >= self._wanted:
            return
        self._sound += block[: self._wanted - len(self._sound)]
        if len(self._sound) == self._wanted:
            self._tell(figures(samples(bytes(self._sound), self._channels), RATE))

    def forget(self) -> None:
        """Keep nothing of it."""
        self._sound.clear()
        self._wanted = 0

    def play(self) -> None:
        """Let it be heard; the end of it is told. Returns at once."""
        sound = bytes(self._sound)
        threading.Thread(target=self._play, args=(sound,), daemon=True, name="sound check").start()

    def _play(self, sound: bytes) -> None:
        import sounddevice

        try:
            with sounddevice.RawOutputStream(RATE, channels=self._channels, dtype="int24") as stream:
                stream.write(sound)
            self._tell(Played())
        except (sounddevice.PortAudioError, ValueError):
            self._tell(
                Played(_("No loudspeaker could be opened; check the sound settings of this computer."))
            )
