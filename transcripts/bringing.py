"""Bringing in recordings and transcripts that exist already.

A file goes in whole or not at all: it is hashed, refused where it is known, read to its end, copied,
and entered in the database in one transaction.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Flag, auto
from pathlib import Path

from sessions.errors import AlreadyThere, UsageRefused
from sessions.guides.model import Guide, Question
from sessions.i18n import gettext as _
from sessions.interview import Answer, Clip, Session
from sessions.moment import now
from sessions.programme import Programme
from sessions.store import Store, queue
from sessions.store.interviews import answer_to, next_clip_number
from sessions.store.people import refuses_sound, refuses_text
from sessions.store.transcripts import add_brought
from sessions.text import clean_line
from sessions.transcript import Role, Segment, Source, Tag, Transcript, TranscriptState
from transcripts.audio import Sound, verify
from transcripts.captions import Line, role_of
from transcripts.copying import copied, fingerprint, free_name
from transcripts.learning import suggester_for
from transcripts.tagging import tags_for
from transcripts.topics import Suggester

AUDIO_SUFFIXES = frozenset(
    {
        ".wav",
        ".flac",
        ".mp3",
        ".m4a",
        ".aac",
        ".ogg",
        ".oga",
        ".opus",
        ".mp4",
        ".m4v",
        ".mov",
        ".webm",
        ".mka",
    }
)
CAPTION_SUFFIXES = frozenset({".vtt", ".srt", ".docx"})


@dataclass(frozen=True)
class Place:
    """Where files are brought to: a question in a session of a programme."""

    programme: Programme
    store: Store
    session: Session
    question: Question
    guide: Guide


@dataclass(frozen=True)
class Brought:
    """What went in: the answer it belongs to and its sound, or None for text alone.

    ``waits`` tells of a recording that it is going to be transcribed: not where the expert refused that.
    """

    answer: Answer
    clip: Clip | None
    waits: bool = False


def bring_recording(place: Place, path: Path, progress: Callable[[float], None] | None = None) -> Brought:
    """Bring the recording at ``path`` as a take of the answer, and queue it where the expert lets it become
    text: a transcript that comes with it takes it off the queue again.

    ``progress`` gets the share that is checked, 0 to 1. Raises :class:`~sessions.errors.RecordingError`,
    :class:`AlreadyThere`, :class:`UsageRefused` where the expert does not permit recordings, and the
    :class:`~sessions.errors.ProgrammeError` family; nothing is left behind.
    """
    sha256 = fingerprint(path)
    _refuse_sound(place, path)
    _refuse_known_sound(place.store, sha256, path)
    sound = verify(path, progress)
    with copied(place.programme, path, sha256, "audio") as copy, place.store.immediate():
        _refuse_sound(place, path)
        _refuse_known_sound(place.store, sha256, path)
        answer = answer_to(place.store, place.session, place.question)
        clip = _clip(place, answer, path, sound, sha256)
        copy.place(clip.path)
        clip = place.store.add(clip)
        waits = queue.may_be_transcribed(place.store, clip)
        if waits:
            queue.enqueue(place.store, clip)
    return Brought(answer, clip, waits)


def _clip(place: Place, answer: Answer, path: Path, sound: Sound, sha256: str) -> Clip:
    number = next_clip_number(place.store, answer)
    stem = f"{answer.number:02d}-{place.question.id}-{number}"
    return Clip(
        answer_id=answer.id,
        number=number,
        path=free_name(place.programme, f"audio/{place.session.code}", stem, _safe_suffix(path), sha256),
        sha256=sha256,
        size=path.stat().st_size,
        seconds=sound.seconds,
        rate=sound.rate,
        channels=sound.channels,
        added_at=now(),
        original_name=clean_line(path.name),
    )


def _safe_suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    return suffix if suffix in AUDIO_SUFFIXES else ".audio"


def _refuse_known_sound(store: Store, sha256: str, path: Path) -> None:
    if clip := store.first(Clip, sha256=sha256):
        _refuse_known(store, clip.answer_id, path)


def _refuse_known(store: Store, answer_id: int, path: Path) -> None:
    answer = store.get(Answer, answer_id)
    session = store.get(Session, answer.session_id)
    raise AlreadyThere(
        _("{file} is in this programme already: session {session}, question {question}.").format(
            file=path.name, session=session.code, question=answer.question_id
        ),
        _("Nothing was changed."),
    )


class Again(Flag):
    """What may be done again: a file that is known already read once more, another file's text replaced."""

    NOTHING = 0
    SAME_FILE = auto()
    OTHER_FILE = auto()


def bring_transcript(
    place: Place,
    path: Path,
    lines: Sequence[Line],
    expert: str,
    clip: Clip | None = None,
    again: Again = Again.NOTHING,
) -> Brought:
    """Bring a transcript that exists already, as the text of ``clip``, else of the take of the same name,
    else as text alone.

    ``expert`` is the speaker whose lines are the expert's; other voices are kept as the interviewer's.
    Raises :class:`AlreadyThere`, :class:`UsageRefused` where the expert does not let what they say become
    text, and the :class:`~sessions.errors.ProgrammeError` family.
    """
    sha256 = fingerprint(path)
    suggester = suggester_for(place.guide, place.store)
    said = [_said(line, expert, place, suggester) for line in lines]
    with copied(place.programme, path, sha256, "attachments") as copy, place.store.immediate():
        _refuse_text(place, path)
        known = place.store.first(Transcript, sha256=sha256, state=TranscriptState.CURRENT)
        if known and not (again and _is_of(place, known.answer_id)):
            _refuse_known(place.store, known.answer_id, path)
        answer = answer_to(place.store, place.session, place.question)
        clip = _take_of(place.store, known, clip) or _take_named(place.store, answer, path)
        earlier = known or _earlier_text(place.store, answer, path, clip)
        if earlier and not known and Again.OTHER_FILE not in again:
            _refuse_second_text(earlier, path)
        transcript = _transcript(place, answer, path, sha256, clip)
        copy.place(transcript.path)
        add_brought(place.store, transcript, said, instead_of=earlier)
        if clip:
            queue.withdraw(place.store, clip)
    return Brought(answer, clip)


def _refuse_sound(place: Place, path: Path) -> None:
    if refuses_sound(place.store, place.session):
        told = _("{file}: the expert of session {session} does not permit recordings.")
        raise _not_permitted(told, place, path)


def _refuse_text(place: Place, path: Path) -> None:
    if refuses_text(place.store, place.session):
        told = _("{file}: the expert of session {session} does not let what they say become text.")
        raise _not_permitted(told, place, path)


def _not_permitted(told: str, place: Place, path: Path) -> UsageRefused:
    return UsageRefused(
        told.format(file=path.name, session=place.session.code),
        _(
            "Nothing was changed. If they permit it after all, put that down first: "
            "open the session and choose “Permission”."
        ),
    )


def _take_of(store: Store, known: Transcript | None, clip: Clip | None) -> Clip | None:
    """The take that was named, else the one that the same file was brought to before."""
    return clip or (store.first(Clip, id=known.clip_id) if known and known.clip_id else None)


def _earlier_text(store: Store, answer: Answer, path: Path, clip: Clip | None) -> Transcript | None:
    """The text that was brought before for the same take or, without sound, under the same name."""
    current = store.all(Transcript, answer_id=answer.id, state=TranscriptState.CURRENT)
    brought = [t for t in current if t.source is not Source.WHISPER]
    if clip:
        return next((t for t in brought if t.clip_id == clip.id), None)
    name = clean_line(path.name)
    return next((t for t in brought if t.clip_id is None and t.original_name == name), None)


def _refuse_second_text(earlier: Transcript, path: Path) -> None:
    raise AlreadyThere(
        _("{file}: there is a text already, from {other}.").format(
            file=path.name, other=earlier.original_name
        ),
        _("To put this one in its place, bring it again with --replace."),
    )


def _is_of(place: Place, answer_id: int) -> bool:
    answer = place.store.get(Answer, answer_id)
    return (answer.session_id, answer.question_id) == (place.session.id, place.question.id)


def _take_named(store: Store, answer: Answer, path: Path) -> Clip | None:
    """The take of ``answer`` that was called like ``path`` when it was brought, if any."""
    stem = Path(clean_line(path.name)).stem
    return next((c for c in store.all(Clip, answer_id=answer.id) if Path(c.original_name).stem == stem), None)


def _transcript(place: Place, answer: Answer, path: Path, sha256: str, clip: Clip | None) -> Transcript:
    suffix = path.suffix.lower()
    stem = f"{answer.number:02d}-{place.question.id}-{sha256[:8]}"
    return Transcript(
        answer_id=answer.id,
        source=Source(suffix.lstrip(".")),
        made_at=now(),
        clip_id=clip.id if clip else None,
        language=place.session.language,
        original_name=clean_line(path.name),
        path=free_name(place.programme, f"attachments/{place.session.code}", stem, suffix, sha256),
        sha256=sha256,
    )


def _said(line: Line, expert: str, place: Place, suggester: Suggester) -> tuple[Segment, list[Tag]]:
    role = role_of(line, expert)
    segment = Segment(0, 0, line.start, line.end, line.text, line.text, role=role, speaker=line.speaker)
    if role is not Role.EXPERT:
        return segment, []
    return segment, tags_for(line.text, place.question, place.guide, suggester)
