"""Recordings as the recorder leaves them, made with its own file format."""

import wave
from pathlib import Path

from capture.interviewing import keeping
from capture.recorder.protocol import RATE
from capture.recorder.wav import WavFile
from sessions.interview import Clip, Session
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.conversations import begin_clip
from sessions.store.interviews import answer_to, guide_of

SAID = b"\x11\x22\x33"
"""One frame of what was said."""

SECRET = b"\xde\xad\x42"
"""One frame of what was said in confidence."""


def begun(store: Store, session: Session, question_id: str = "M2-V2") -> Clip:
    """A take that was begun."""
    answer = answer_to(store, session, guide_of(store, session).question(question_id))
    return begin_clip(store, session, answer, taken=(), rate=RATE, channels=1)


def write_part(programme: Programme, clip: Clip, sound: bytes) -> Path:
    """The file of a take, as the recorder leaves it at its end."""
    part = programme.file(clip.path + keeping.PART)
    part.parent.mkdir(parents=True, exist_ok=True)
    file = WavFile(part, 1, "Vakborg A1-01-1")
    file.write(sound)
    file.close()
    return part


def kept(programme: Programme, store: Store, session: Session, sound: bytes) -> Clip:
    """A take that ended well."""
    clip = begun(store, session)
    write_part(programme, clip, sound)
    closed = keeping.keep(store, clip, keeping.finish(programme, clip))
    assert closed is not None
    return closed


def seconds_of(frame: bytes, seconds: float) -> bytes:
    """So many ``seconds`` of one and the same ``frame``."""
    return frame * round(seconds * RATE)


def sound_in(path: Path) -> bytes:
    """The samples of a recording, read by another reader than ours."""
    with wave.open(str(path)) as file:
        return bytes(file.readframes(file.getnframes()))
