"""A whole interview in a real terminal: from permission to closing, through a crash, with real speech."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from capture.settings import remember
from sessions.interview import Clip, HandledFollowUp, Marker, MarkerKind
from sessions.people import Consent
from sessions.programme import Programme, create_programme
from sessions.spending import Stretch, Who
from sessions.store.reading import read_sessions
from tests.app.terminals import Terminals
from tests.interviews import sentences
from tests.sound import RATE, SoundServer, VirtualMicrophone, sound

__all__ = ["sound"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """An empty programme."""
    return create_programme(tmp_path / "edm")


@pytest.fixture
def microphone(sound: SoundServer) -> Iterator[VirtualMicrophone]:
    """One in a real room, never quite silent; remembered from last time, as are interviewer and model."""
    microphone = sound.microphone(awake=True)
    remember(microphone=microphone.key, model="demo-nl", interviewer="Anneke")
    hiss = np.random.default_rng(1).normal(0, 800, (5 * 60 * RATE, 1)).astype(np.int32)  # -80 dBFS
    player = microphone.start_raw(hiss)
    yield microphone
    player.kill()
    player.wait()


@pytest.fixture
def terminals(programme: Programme) -> Iterator[Terminals]:
    """The app, as often as it is started."""
    opened = Terminals(programme)
    yield opened
    opened.close()


def test_from_permission_to_closing_through_a_crash(
    programme: Programme, microphone: VirtualMicrophone, terminals: Terminals, tmp_path: Path
) -> None:
    told, said = sentences("expert-a-M2-V2", 4, 6, tmp_path)
    secret, unsaid = sentences("expert-a-M2-V2", 1, 2, tmp_path)
    more, also_said = sentences("expert-a-M2-V2", 2, 3, tmp_path)

    terminals.start()
    terminals.see("Press n")
    terminals.press("n", "New session")
    terminals.press("Jan de Vries\tVonkwerk", "Vonkwerk")
    terminals.press("\r", "Machine")
    terminals.press("\r\r", "Mag ik ons gesprek opnemen?")
    terminals.press("yyyn", "Anneke")
    terminals.press("\r", "Sound check")
    terminals.see("in use")
    terminals.press("\r", "Fijn dat je meedoet")
    terminals.press("\r", "M1-V1")

    # the first question, with a probe, a golden quote, and something off the record
    terminals.press("j", "To which question")
    terminals.press("M2-V2\r", "startgat")
    terminals.press(" ", "RECORDING")
    microphone.play(told)
    terminals.press("1", "1 ✔")
    terminals.press("g", "golden quote")
    terminals.press("o", "OFF THE RECORD")
    microphone.play(secret)
    terminals.press("o", "● RECORDING")
    terminals.press("n", "M2-V3")

    # its text comes while the next one is recorded, and a probe from it
    microphone.play(more)
    terminals.see("2 millimeter")
    terminals.press("y", "M2-V2")

    # in the middle of that everything dies
    terminals.crash()
    terminals.start()
    terminals.see("Jan de Vries")
    terminals.press("i", "M2-V2")
    terminals.see("broken off")

    # the third question, and the end
    terminals.press("j", "To which question")
    terminals.press("M3-V4\r", "M3-V4")
    terminals.press(" ", "RECORDING")
    microphone.play(more)
    terminals.press("e", "M3-V4")
    terminals.press("\r", "Turn what waits into text")
    terminals.wait_while("is being kept")
    assert terminals.quit() == 0
    command = [sys.executable, "-m", "capture", "--programme", str(programme.folder)]
    assert subprocess.run([*command, "transcribe", "--model", "demo-nl"], check=False).returncode == 0

    with programme.store() as store:
        text = " ".join(f.segment.text for r in read_sessions(store) for a in r.answers for f in a.fragments)
        clips, markers = store.all(Clip), store.all(Marker)
        consents, handled = store.all(Consent), store.all(HandledFollowUp)
        spent = {s.who for s in store.all(Stretch)}
    assert "insteekbaan" in said
    assert "insteekbaan" in text
    assert "waterstraal" in also_said
    assert "waterstraal" in text
    assert "buiselektrode" in unsaid
    assert "buiselektrode" not in text
    assert not [c for c in clips if c.open]
    assert {m.kind for m in markers} >= {MarkerKind.PROBE, MarkerKind.GOLDEN_QUOTE, MarkerKind.OFF_THE_RECORD}
    assert [h.asked for h in handled] == [True]
    assert [c.given for c in consents] == [True, True, True, False]
    assert {c.asked_by for c in consents} == {"Anneke"}
    assert spent == {Who.EXPERT, Who.DEVELOPER}
