"""A sitting with one expert: its answers, its recordings and its marked moments."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
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
    """One sitting. ``number`` counts the expert's sittings from 1; ``code`` names it for people ("A2").

    ``modules`` are the ids of those that the conversation is about (none: all of the guide); ``place``
    is the id of the question at hand, empty as long as the conversation did not begin; ``ended_at``
    is when it was closed.
    """

    code: str
    number: int
    expert_id: int
    guide_copy_id: int
    started_at: datetime
    machine: str = ""
    language: str = "nl"
    title: str = ""
    modules: tuple[str, ...] = ()
    place: str = ""
    ended_at: datetime | None = None
    id: int = 0


class AnswerState(StrEnum):
    """How far an answer is, derived from what there is of it. Withdrawn is one of which the expert took back what
    there was."""

    OPEN = "open"
    SKIPPED = "skipped"
    RECORDED = "recorded"
    FAILED = "failed"
    TRANSCRIBED = "transcribed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Answer:
    """One question in one session. ``number`` counts the session's answers from 1; ``withdrawn`` tells that sound or
    text of it was taken out for good."""

    session_id: int
    question_id: str
    number: int
    note: str = ""
    flagged: bool = False
    skipped_because: str = ""
    case_id: int | None = None
    withdrawn: bool = False
    id: int = 0


@dataclass(frozen=True)
class Clip:
    """One audio file of an answer, kept byte for byte.

    ``path`` is relative to the programme, with forward slashes; ``seconds`` is the length of the sound;
    ``original_name`` is what the file was called when it was brought, empty for own recordings. An own
    recording is there from before its first sample; until it is closed it has no checksum, and its file
    is called ``path`` + ``.part``. Of one that was ``erased`` only the text is left: there is no file.
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
    erased: bool = False
    id: int = 0

    @property
    def open(self) -> bool:
        """Whether it is still being recorded, or was left so by a crash."""
        return not self.sha256 and not self.erased


@dataclass(frozen=True)
class Attachment:
    """A photo or another file that belongs to an answer, kept byte for byte. It leaves with its release only:
    a photo may show whose part it is.

    ``clip_id`` and ``at`` (seconds from the start of the clip) say when it was taken in, where a recording
    was running.
    """

    answer_id: int
    path: str
    sha256: str
    size: int
    original_name: str
    added_at: datetime
    clip_id: int | None = None
    at: float | None = None
    caption: str = ""
    release: Release = Release.INTERNAL
    id: int = 0


class MarkerKind(StrEnum):
    """What happened at a marked moment. Off the record says only that something is not there; a gap that
    the microphone failed."""

    PROBE = "probe"
    FACET = "facet"
    GOLDEN_QUOTE = "golden_quote"
    OFF_THE_RECORD = "off_the_record"
    GAP = "gap"


@dataclass(frozen=True)
class Marker:
    """A marked moment of an answer.

    Where it was recorded it knows its clip and ``at``, in seconds from the start of that clip. ``probe``
    counts the question's probes from 1, 0 is one that the tool suggested (its rule is in ``note``).
    """

    answer_id: int
    kind: MarkerKind
    clip_id: int | None = None
    at: float = 0.0
    facet: Facet | None = None
    probe: int | None = None
    note: str = ""
    id: int = 0


@dataclass(frozen=True)
class Case:
    """A job that a company brings in; answers can be about it, assignments are built on it.

    ``captions`` say what the ``photos`` show, in the same order; there may be fewer of them.
    """

    company_id: int
    title: str
    workpiece: str = ""
    material: str = ""
    machine: str = ""
    requirements: str = ""
    topics: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    release: Release = Release.INTERNAL
    captions: tuple[str, ...] = ()
    id: int = 0

    @property
    def captioned(self) -> dict[str, str]:
        """The caption of each photo, empty where it has none."""
        return dict(zip(self.photos, (*self.captions, *("" for _photo in self.photos)), strict=False))

    def with_photos(self, captioned: Mapping[str, str]) -> "Case":
        """The case with these photos and their captions."""
        captions = tuple(captioned.values()) if any(captioned.values()) else ()
        return replace(self, photos=tuple(captioned), captions=captions)


@dataclass(frozen=True)
class HandledFollowUp:
    """A suggestion that the interviewer asked, or waved away: it is never made again for that answer.

    ``rule`` is the id of the guide's rule, ``quote`` the words that caused it.
    """

    answer_id: int
    rule: str
    quote: str
    asked: bool
    at: datetime
    id: int = 0


def session_code(expert_code: str, number: int) -> str:
    """The session's name for people: expert A's second sitting is "A2"."""
    return f"{expert_code}{number}"
