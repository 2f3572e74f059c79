import subprocess
import sys

import pytest

from capture.recorder import microphone_stream
from capture.recorder.microphone_stream import open_microphone
from capture.recorder.protocol import Order
from sessions.errors import SoundSystemError

WITHOUT_PORTAUDIO = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name == "sounddevice":
            raise OSError("PortAudio library not found")
sys.meta_path.insert(0, Missing())
from capture.recorder.microphone_stream import open_microphone
from capture.recorder.protocol import Order
from sessions.errors import SoundSystemError
try:
    open_microphone(Order("."), print)
except SoundSystemError as error:
    print(error.message)
"""


def test_a_computer_without_portaudio_says_so() -> None:
    command = [sys.executable, "-c", WITHOUT_PORTAUDIO]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "PortAudio is missing\n"


class NoDevices:
    """A sounddevice that knows one loudspeaker."""

    @staticmethod
    def query_devices() -> list[dict[str, object]]:
        return [{"name": "Luidspreker", "max_input_channels": 0}]


@pytest.mark.parametrize("key", ["Luidspreker", "Microfoon"])
def test_only_what_can_listen_is_a_microphone(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(microphone_stream, "portaudio", NoDevices)
    with pytest.raises(SoundSystemError, match=f"“{key}” is not there"):
        open_microphone(Order(".", key), print)
