"""What the interview screens show: one frozen snapshot after each change, and what passes by.

The :class:`~capture.interviewing.conductor.Conductor` makes them; a screen only paints them.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from capture.recorder.protocol import Level, Played, Tried
from sessions.errors import VakborgError
from sessions.follow_ups import Suggested
from sessions.fragments import Fragment
from sessions.gaps import GapRow
from sessions.guides.model import Guide, Module, Question
from sessions.interview import Answer, AnswerState, Attachment, Case, Marker, Session
from sessions.people import Company, Expert

PLANNED = 90 * 60
"""Seconds that a conversation may take: after that an expert tires (see the guide's README)."""

PAUSE_AT = 45 * 60
"""Seconds after which a pause is proposed."""


class Recording(StrEnum):
    """What happens to the sound."""

    NOTES_ONLY = "notes_only"  # no permission to record, or no microphone on purpose
    NO_SOUND_YET = "no_sound_yet"  # the microphone is being opened
    READY = "ready"  # it listens, nothing is kept
    STARTING = "starting"  # asked for; the first sound is not on the disk yet
    RUNNING = "running"
    PAUSED = "paused"
    OFF_THE_RECORD = "off_the_record"
    BROKEN = "broken"  # the microphone cannot be trusted; see Snapshot.alarm


_AT_STAKE = (Recording.STARTING, Recording.RUNNING, Recording.PAUSED, Recording.OFF_THE_RECORD)


@dataclass(frozen=True)
class Standing:
    """One question of the plan and how far it is. ``asked`` holds numbers of probes, from 1."""

    question: Question
    module: Module
    state: AnswerState = AnswerState.OPEN
    answer: Answer | None = None
    takes: int = 0
    seconds: float = 0.0
    asked: frozenset[int] = frozenset()
    markers: tuple[Marker, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def skipped_because(self) -> str:
        """Why it was skipped; empty where it was not."""
        return self.answer.skipped_because if self.answer else ""

    @property
    def flagged(self) -> bool:
        """Whether the interviewer wants to come back to it."""
        return bool(self.answer and self.answer.flagged)

    @property
    def note(self) -> str:
        """What the interviewer wrote down at it."""
        return self.answer.note if self.answer else ""


class Writing(StrEnum):
    """What the transcription in the background does."""

    OFF = "off"
    NO_MODEL = "no_model"
    LOADING = "loading"
    WORKING = "working"
    IDLE = "idle"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Transcribing:
    """How the transcription stands: ``waiting`` recordings wait, ``model`` is its name; ``message`` and
    ``advice`` say what to do where it cannot go on."""

    writing: Writing = Writing.OFF
    waiting: int = 0
    model: str = ""
    message: str = ""
    advice: str = ""


@dataclass(frozen=True)
class Alarm:
    """Something that the interviewer must see at once, in words, with what to do."""

    message: str
    advice: str
    microphone: bool = False  # another microphone may help
    disk: bool = False


@dataclass(frozen=True)
class Snapshot:
    """Everything that is shown of a conversation. Times in seconds; ``talked`` up to moment ``at`` of
    ``time.monotonic()``, and ``talking`` whether that clock runs on since then. ``room`` is how many seconds
    of sound fit on the disk, to the minute; None where it is not known. ``begun`` and ``ended`` tell whether
    the conversation itself did. ``microphone`` is its name for people, ``microphone_key`` finds it."""

    session: Session
    expert: Expert
    company: Company
    guide: Guide
    standings: tuple[Standing, ...]
    here: int
    recording: Recording = Recording.NO_SOUND_YET
    take: int = 0
    microphone: str = ""
    microphone_key: str = ""
    suggestion: Suggested | None = None
    said: tuple[Fragment, ...] = ()
    told_so_far: tuple[Fragment, ...] = ()
    gaps: tuple[GapRow, ...] = ()
    cases: tuple[Case, ...] = ()
    transcribing: Transcribing = Transcribing()
    alarm: Alarm | None = None
    undo: str = ""
    talked: float = 0.0
    at: float = 0.0
    talking: bool = False
    room: float | None = None
    photo_folder: str = ""
    begun: bool = False
    ended: bool = False
    recovered: tuple[str, ...] = field(default=())

    @property
    def standing(self) -> Standing:
        """The question at hand."""
        return self.standings[self.here]

    @property
    def sound_at_stake(self) -> bool:
        """Whether a recording is open, held or not: who leaves now is asked first."""
        return self.recording in _AT_STAKE

    @property
    def case(self) -> Case | None:
        """The practice case that the answer at hand is about."""
        answer = self.standing.answer
        return next((c for c in self.cases if answer and c.id == answer.case_id), None)


@dataclass(frozen=True)
class Notice:
    """Something worth a line that goes away by itself."""

    text: str
    warning: bool = False


News = Snapshot | Notice | Level | Tried | Played | VakborgError
"""What a conductor tells: from its own thread, so a screen posts it to itself as a message."""
