import subprocess
import sys
import time
from queue import SimpleQueue
from typing import cast

import psutil
import pytest

from capture.player import process
from capture.player.belt import Belt
from capture.player.deck import Deck
from capture.player.protocol import Pause, decode
from sessions.errors import SoundSystemError
from tests.capture.player.ear import PATIENCE
from tests.sound import VirtualMicrophone

INTERFACE = """
import sys, time
from capture.player.client import Player

player = Player(lambda event: print(player.pid, flush=True))
player.play(sys.argv[1], 0.0, 1.0)
time.sleep(60)
"""


def test_when_the_interface_is_killed_nothing_is_heard_any_more(loudspeaker: VirtualMicrophone) -> None:
    command = [sys.executable, "-c", INTERFACE, "weg.wav"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as interface:
        assert interface.stdout is not None
        player = psutil.Process(int(interface.stdout.readline()))
        interface.kill()
    deadline = time.monotonic() + PATIENCE
    while player.is_running() and player.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.02)


WITHOUT_PORTAUDIO = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name == "sounddevice":
            raise OSError("PortAudio library not found")
sys.meta_path.insert(0, Missing())
from capture.player.process import main
main()
"""


def test_a_computer_without_portaudio_says_so() -> None:
    command = [sys.executable, "-c", WITHOUT_PORTAUDIO]
    done = subprocess.run(command, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
    told = decode(done.stdout)
    assert told.message == "PortAudio is missing"
    assert "libportaudio2" in told.advice
    assert not told.recording


class Playing:
    """A deck that plays, or does not."""

    def __init__(self, playing: bool) -> None:
        self.playing = playing
        self.turns = 0

    def take(self, _command: object) -> None:
        pass

    def turn(self) -> None:
        self.turns += 1


def test_a_loudspeaker_that_takes_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_STUCK", 0.2)
    with pytest.raises(SoundSystemError, match="takes no sound any more"):
        process._work(cast(Deck, Playing(True)), Belt(), SimpleQueue())


def test_who_plays_nothing_goes_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_IDLE", 0.2)
    deck = Playing(False)
    inbox: process.Inbox = SimpleQueue()
    inbox.put(Pause())
    process._work(cast(Deck, deck), Belt(), inbox)
    assert deck.turns >= 2
