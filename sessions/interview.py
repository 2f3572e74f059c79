"""A sitting with one expert: its answers, its recordings and its marked moments."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sessions.facets import Facet
from sessions.release import Release


@dataclass(frozen=True)
class GuideCopy:
    """The guide as a session used it, kept whole. ``toml`` is the text of the file."""

    guide_id: str
    version: str
    sha256: str
    toml: str
    id: int = 0


@dataclass(frozen=True)
class Session:
    """One sitting. ``number`` counts the expert's sittings from 1; ``code`` names it for people ("A2")."""

    code: str
    number: int
    expert_id: int
    guide_copy_id: int
    started_at: datetime
    machine: str = ""
    language: str = "nl"
    title: str = ""
    id: int = 0


class AnswerState(StrEnum):
    """How far an answer is, derived from what there is of it."""

    OPEN = "open"
    SKIPPED = "skipped"
    RECORDED = "recorded"
    FAILED = "failed"
    TRANSCRIBED = "transcribed"


@dataclass(frozen=True)
class Answer:
    """One question in one session. ``number`` counts the session's answers from 1."""

    session_id: int
    question_id: str
    number: int
    note: str = ""
    flagged: bool = False
    skipped_because: str = ""
    case_id: int | None = None
    id: int = 0


@dataclass(frozen=True)
class Clip:
    """One audio file of an answer, kept byte for byte.

    ``path`` is relative to the programme, with forward slashes; ``seconds`` is the length of the sound;
    ``original_name`` is what the file was called when it was brought, empty for own recordings.
    """

    answer_id: int
    number: int
    path: str
    sha256: str
    size: int
    seconds: float
    rate: int
    channels: int
    added_at: datetime
    started_at: datetime | None = None
    original_name: str = ""
    id: int = 0


class MarkerKind(StrEnum):
    """What happened at a marked moment."""

    PROBE = "probe"
    FACET = "facet"
    GOLDEN_QUOTE = "golden_quote"
    OFF_THE_RECORD = "off_the_record"


@dataclass(frozen=True)
class Marker:
    """A moment in a clip, in seconds from its start; ``until`` closes one that lasts."""

    clip_id: int
    kind: MarkerKind
    at: float
    until: float | None = None
    facet: Facet | None = None
    probe: int | None = None
    note: str = ""
    id: int = 0


@dataclass(frozen=True)
class Case:
    """A job that a company brings in; answers can be about it, assignments are built on it."""

    company_id: int
    title: str
    workpiece: str = ""
    material: str = ""
    machine: str = ""
    requirements: str = ""
    topics: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    release: Release = Release.INTERNAL
    id: int = 0


def session_code(expert_code: str, number: int) -> str:
    """The session's name for people: expert A's second sitting is "A2"."""
    return f"{expert_code}{number}"
