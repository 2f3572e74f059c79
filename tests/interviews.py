"""Conversations for tests: a session with a conductor, a listener to wait with, and what to say into it."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import soundfile

from capture.demonstration import MATERIAL
from capture.interviewing.conductor import Conductor
from capture.interviewing.state import News, Snapshot
from capture.recorder.protocol import Level
from capture.settings import remember
from sessions.people import Expert, Permission
from sessions.programme import Programme, create_programme
from sessions.store.people import keep_consent
from tests.builders import add_session
from tests.sound import VirtualMicrophone
from transcripts.models import DEMO as DEMO_MODEL

PATIENCE = 60.0


@dataclass
class Listener:
    """Everything that a conductor told but levels."""

    news: list[News] = field(default_factory=list)
    levels: int = 0

    def __call__(self, news: News) -> None:
        if isinstance(news, Level):
            self.levels += 1
        else:
            self.news.append(news)

    @property
    def now(self) -> Snapshot:
        """The last snapshot."""
        return next(n for n in reversed(self.news) if isinstance(n, Snapshot))

    @property
    def told(self) -> list[str]:
        """All that was told but snapshots, in words."""
        return [str(n) for n in self.news if not isinstance(n, Snapshot)]

    def until(self, seen: Callable[[Snapshot], object], patience: float = PATIENCE) -> Snapshot:
        """Wait until a snapshot is as ``seen`` wants it."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if any(isinstance(n, Snapshot) for n in self.news) and seen(self.now):
                return self.now
            time.sleep(0.02)
        raise AssertionError(f"never came; last: {self.now}\ntold: {self.told}")


def make_conversation(folder: Path, *, recording: bool = True, transcript: bool = True) -> Programme:
    """A programme with session A1, of an expert who was asked for their permissions."""
    programme = create_programme(folder)
    with programme.store() as store:
        session = add_session(store, "Jan van Dijk", "Vonkwerk", machine="Sodick AQ537L")
        expert = store.get(Expert, session.expert_id)
        answers = {
            Permission.RECORDING: recording,
            Permission.TRANSCRIPT: transcript,
            Permission.NAMED_QUOTE: True,
            Permission.CLIP: False,
        }
        keep_consent(store, expert, answers, "Anneke")
    return programme


def conduct(
    programme: Programme, microphone: VirtualMicrophone | None = None, model: str = DEMO_MODEL
) -> tuple[Conductor, Listener]:
    """A conductor for A1 that has been started, listening to ``microphone``."""
    if microphone:
        remember(microphone=microphone.key)
    conductor, listener = Conductor(programme, "A1", model), Listener()
    conductor.listen(listener)
    conductor.start()
    return conductor, listener


def sentences(recording: str, first: int, last: int, folder: Path) -> tuple[Path, str]:
    """Sentences ``first`` up to ``last`` of a demo recording as a sound file, and what is said in it."""
    cues = json.loads((MATERIAL / "reference.json").read_text(encoding="utf-8"))[recording]["cues"]
    said = cues[first:last]
    sound, rate = soundfile.read(MATERIAL / "audio" / f"{recording}.flac")
    start, end = max(0.0, said[0]["start"] - 0.2), said[-1]["end"] + 0.3
    path = folder / f"{recording}-{first}-{last}.wav"
    soundfile.write(path, sound[int(start * rate) : int(end * rate)], rate)
    return path, " ".join(cue["text"] for cue in said)
