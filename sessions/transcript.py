"""What was said: fragments with their words, their history and their labels."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sessions.facets import Facet
from sessions.release import Release

DEMO_MODEL = "demo-nl"
"""The name of the model that knows only the demo's computer voices: what it made is never for use."""

UNSURE_BELOW = 0.5
"""A word that the machine gave less than this probability is shown as unsure."""


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


class Timed(StrEnum):
    """Where the times of a fragment's current words come from: the model, an estimate between words that a
    person left as they were, or the sound itself, to which the typed text was laid again."""

    MACHINE = "machine"
    ESTIMATED = "estimated"
    ALIGNED = "aligned"


class Doubt(StrEnum):
    """Why the machine itself does not trust a fragment."""

    NONE = ""
    REPETITION = "repetition"
    LOW_CONFIDENCE = "low_confidence"


@dataclass(frozen=True)
class Segment:
    """A transcribed span; ``start`` and ``end`` in seconds from the start of the clip.

    ``machine_text`` and its ``words`` never change; ``text`` is the current text, changed through revisions
    only. Once it differs, ``timing`` holds its words with their times, found as ``timed`` says; a word that
    a person wrote has probability 1. A fragment that was split or joined is retired (its ``position`` is
    negative) and lives on in others, which name it in ``made_of``.

    What a person settled: that text and labels are right (``checked``), that it is about none of the topics
    (``no_topic``), and, where ``facet_settled``, the one ``facet`` that it shows, or none.
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
    timing: tuple[Word, ...] = ()
    timed: Timed = Timed.MACHINE
    made_of: tuple[int, ...] = ()
    checked: bool = False
    no_topic: bool = False
    facet: Facet | None = None
    facet_settled: bool = False
    id: int = 0

    @property
    def retired(self) -> bool:
        """Whether it was split or joined, so that others stand in its place."""
        return self.position < 0

    @property
    def edited(self) -> bool:
        """Whether the text is not the machine's any more."""
        return self.text != self.machine_text

    @property
    def written(self) -> bool:
        """Whether it was added in writing when the expert read the text back: it is in no recording, and takes no
        time. One that a person filled in where the machine heard nothing has a span of sound."""
        return not self.machine_text and bool(self.text) and self.end <= self.start

    @property
    def current_words(self) -> tuple[Word, ...]:
        """The words of the current text with their times; none where it came without."""
        return self.timing if self.edited else self.words


class Why(StrEnum):
    """What a revision came from: typed by a person, the vocabulary, the pass over numbers, find and replace,
    a Word file, striking; splitting and joining; going back; or a better model that heard it again."""

    HUMAN = "human"
    VOCABULARY = "vocabulary"
    NUMBERS = "numbers"
    REPLACE = "replace"
    WORD = "word"
    STRUCK = "struck"
    SPLIT = "split"
    JOIN = "join"
    RESTORED = "restored"
    UNDONE = "undone"
    REDONE = "redone"
    HEARD_AGAIN = "heard_again"


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
    """A process value as an expert gave it. Only one with its whole context reaches a module's table.

    ``quote`` are the words of the fragment that say it; ``by`` is who completed the card. A ``dismissed`` one
    is a number of which a person said that it is no value.
    """

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
    quote: str = ""
    by: str = ""
    dismissed: bool = False
    id: int = 0

    @property
    def complete(self) -> bool:
        """Whether every part of the context is known."""
        context = (self.machine, self.material, self.height, self.electrode, self.cut, self.deviate_when)
        return all((self.quantity, self.number, self.unit, *context))


@dataclass(frozen=True)
class Conflict:
    """A place where a person's text and a better model that heard it again differ; the person's stands.

    ``mine`` are the person's words, ``heard`` the new machine's; either may be empty.
    """

    segment_id: int
    mine: str
    heard: str
    settled: bool = False
    id: int = 0
