"""Taking back what was brought to the wrong place: out of the database, but never off the disk."""

from dataclasses import dataclass, replace
from pathlib import Path

from sessions.errors import UnknownName, disk_errors
from sessions.i18n import gettext as _
from sessions.interview import Answer, Clip
from sessions.programme import Programme
from sessions.store import Store, queue
from sessions.transcript import Segment, Source, Transcript, TranscriptState
from transcripts.bringing import Place

FOLDER = "taken-back"


@dataclass(frozen=True)
class Brought:
    """Something that was brought to an answer: a recording, or a transcript file. ``fragments`` counts
    those that go with it."""

    answer: Answer
    thing: Clip | Transcript
    fragments: int

    @property
    def name(self) -> str:
        """What the file was called."""
        return self.thing.original_name


def last_brought(place: Place) -> Brought:
    """What was brought last to the question; raises :class:`UnknownName` where nothing was."""
    answer = place.store.first(Answer, session_id=place.session.id, question_id=place.question.id)
    things = _brought_to(place.store, answer) if answer else []
    if not answer or not things:
        raise UnknownName(
            _("Nothing was brought to question {question} in session {session}.").format(
                question=place.question.id, session=place.session.code
            ),
            _("See what there is with: vakborg session show {id}").format(id=place.session.code),
        )
    last = max(things, key=_moment)
    return Brought(answer, last, _fragments(place.store, last))


def _moment(thing: Clip | Transcript) -> tuple[str, int]:
    moment = thing.added_at if isinstance(thing, Clip) else thing.made_at
    return moment.isoformat(), isinstance(thing, Transcript)  # of a pair, the text came second


def _brought_to(store: Store, answer: Answer) -> list[Clip | Transcript]:
    clips = [c for c in store.all(Clip, answer_id=answer.id) if c.original_name]
    current = store.all(Transcript, answer_id=answer.id, state=TranscriptState.CURRENT)
    return [*clips, *(t for t in current if t.source is not Source.WHISPER)]


def _fragments(store: Store, thing: Clip | Transcript) -> int:
    if isinstance(thing, Transcript):
        return store.count(Segment, transcript_id=thing.id)
    ids = [t.id for t in store.all(Transcript, clip_id=thing.id, state=TranscriptState.CURRENT)]
    return store.count(Segment, transcript_id=ids)


def take_back(programme: Programme, store: Store, brought: Brought) -> Path:
    """Take ``brought`` out of the programme, with its text; gives where the file is now.

    A recording whose brought text is taken back gets its earlier text again, or waits for one. An answer
    of which nothing is left goes too. Raises the :class:`~sessions.errors.ProgrammeError` family.
    """
    with store.immediate():
        store.delete(brought.thing)
        if isinstance(brought.thing, Transcript):
            _restore_text(store, brought.thing)
        if not (
            store.count(Clip, answer_id=brought.answer.id)
            or store.count(Transcript, answer_id=brought.answer.id)
        ):
            store.delete(brought.answer)
        return _put_aside(programme, brought)


def _restore_text(store: Store, taken: Transcript) -> None:
    clip = store.first(Clip, id=taken.clip_id)
    if clip is None:
        return
    earlier = store.all(Transcript, clip_id=clip.id, state=TranscriptState.SUPERSEDED)
    if earlier:
        store.save(replace(earlier[-1], state=TranscriptState.CURRENT))
    else:
        queue.enqueue(store, clip)


def _put_aside(programme: Programme, brought: Brought) -> Path:
    source, folder = programme.file(brought.thing.path), programme.folder / FOLDER
    with disk_errors(folder):
        folder.mkdir(exist_ok=True)
        names = (Path(brought.name or source.name).name, f"{brought.thing.sha256[:12]}-{source.name}")
        target = next((folder / n for n in names if not (folder / n).exists()), folder / source.name)
        source.replace(target)
    return target
