"""What was said: fragments with their words, their history and their labels."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sessions.facets import Facet
from sessions.release import Release

DEMO_MODEL = "demo-nl"
"""The name of the model that knows only the demo's computer voices: what it made is never for use."""


@dataclass(frozen=True)
class Word:
    """One word, with start and end in seconds from the start of the clip, and its probability (0 to 1)."""

    start: float
    end: float
    text: str
    probability: float


class Source(StrEnum):
    """Where the text of a transcript came from."""

    WHISPER = "whisper"
    WEBVTT = "vtt"
    SUBRIP = "srt"
    WORD = "docx"


class TranscriptState(StrEnum):
    """Whether a transcript is still being made, is the one that people read, or has a successor."""

    IN_PROGRESS = "in_progress"
    CURRENT = "current"
    SUPERSEDED = "superseded"


@dataclass(frozen=True)
class Transcript:
    """One reading of a clip, or of an answer that came as text alone (``clip_id`` is None).

    ``model`` and ``options`` (names to values) say how it was made; a brought file has its
    ``original_name``. While in progress it holds the chunks that are done, up to ``done_until``
    seconds, and nobody but the worker sees it.
    """

    answer_id: int
    source: Source
    made_at: datetime
    clip_id: int | None = None
    model: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    language: str = "nl"
    original_name: str = ""
    path: str = ""
    sha256: str = ""
    state: TranscriptState = TranscriptState.CURRENT
    done_until: float = 0.0
    id: int = 0


class Role(StrEnum):
    """Whose voice a fragment is; only the expert's becomes module text."""

    EXPERT = "expert"
    INTERVIEWER = "interviewer"


class Doubt(StrEnum):
    """Why the machine itself does not trust a fragment."""

    NONE = ""
    REPETITION = "repetition"
    LOW_CONFIDENCE = "low_confidence"


@dataclass(frozen=True)
class Segment:
    """A transcribed span; ``start`` and ``end`` in seconds from the start of the clip.

    ``machine_text`` never changes; ``text`` is the current text, changed through revisions only.
    """

    transcript_id: int
    position: int
    start: float
    end: float
    machine_text: str
    text: str
    words: tuple[Word, ...] = ()
    role: Role = Role.EXPERT
    speaker: str = ""
    doubt: Doubt = Doubt.NONE
    release: Release = Release.INTERNAL
    id: int = 0


class Why(StrEnum):
    """What a revision came from."""

    HUMAN = "human"
    VOCABULARY = "vocabulary"
    WORD = "word"


@dataclass(frozen=True)
class Revision:
    """Who changed which segment, from what to what, when, and why."""

    segment_id: int
    before: str
    after: str
    by: str
    at: datetime
    why: Why = Why.HUMAN
    id: int = 0


class TagOrigin(StrEnum):
    """Who says that a fragment is about a topic."""

    QUESTION = "question"
    SUGGESTED = "suggested"
    HUMAN = "human"


@dataclass(frozen=True)
class Tag:
    """A fragment's topic, and the facet it shows of it.

    ``score`` is between 0 and 1; ``because`` holds the words that caused a suggestion; ``accepted``
    is None until a person decided.
    """

    segment_id: int
    topic: str
    origin: TagOrigin
    facet: Facet | None = None
    score: float = 1.0
    because: tuple[str, ...] = ()
    accepted: bool | None = None
    id: int = 0


@dataclass(frozen=True)
class Value:
    """A process value as an expert gave it. Only one with its whole context reaches a module's table."""

    segment_id: int
    quantity: str
    number: str
    unit: str
    machine: str = ""
    material: str = ""
    height: str = ""
    electrode: str = ""
    cut: str = ""
    deviate_when: str = ""
    id: int = 0

    @property
    def complete(self) -> bool:
        """Whether every part of the context is known."""
        context = (self.machine, self.material, self.height, self.electrode, self.cut, self.deviate_when)
        return all((self.quantity, self.number, self.unit, *context))
