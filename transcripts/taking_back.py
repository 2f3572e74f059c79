"""Taking back what was brought to the wrong place: out of the database, but never off the disk."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sessions.errors import UnknownName, disk_errors
from sessions.i18n import gettext as _
from sessions.interview import Answer, Clip, Session
from sessions.programme import Programme
from sessions.store import Store, queue
from sessions.store.carrying import strike_alike, struck_in
from sessions.store.reading import standing
from sessions.taken_back import FOLDER as FOLDER  # where photos go as well
from sessions.taken_back import Kind, note_whose
from sessions.transcript import Segment, Source, Transcript, TranscriptState
from transcripts.bringing import Place


@dataclass(frozen=True)
class LastBrought:
    """Something that was brought to an answer: a recording, or a transcript file. ``fragments`` counts
    those that go with it."""

    answer: Answer
    thing: Clip | Transcript
    fragments: int

    @property
    def name(self) -> str:
        """What the file was called."""
        return self.thing.original_name


def last_brought(place: Place) -> LastBrought:
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
    return LastBrought(answer, last, _fragments(place.store, last))


def _moment(thing: Clip | Transcript) -> tuple[str, float, bool, int]:
    """The order of bringing, to the second; within one, a text comes after its own recording."""
    if isinstance(thing, Clip):
        return thing.added_at.isoformat(), thing.id, False, thing.id
    return thing.made_at.isoformat(), thing.clip_id or float("inf"), True, thing.id


def _brought_to(store: Store, answer: Answer) -> list[Clip | Transcript]:
    clips = [c for c in store.all(Clip, answer_id=answer.id) if c.original_name]
    current = store.all(Transcript, answer_id=answer.id, state=TranscriptState.CURRENT)
    return [*clips, *(t for t in current if t.source is not Source.WHISPER)]


def _fragments(store: Store, thing: Clip | Transcript) -> int:
    if isinstance(thing, Transcript):
        return len(standing(store.all(Segment, transcript_id=thing.id)))
    ids = [t.id for t in store.all(Transcript, clip_id=thing.id, state=TranscriptState.CURRENT)]
    return len(standing(store.all(Segment, transcript_id=ids)))


def take_back(programme: Programme, store: Store, brought: LastBrought) -> Path:
    """Take ``brought`` out of the programme, with its text; gives where the file is now.

    A recording whose brought text is taken back gets its earlier text again, or waits for one. An answer
    of which nothing is left goes too. Raises the :class:`~sessions.errors.ProgrammeError` family.
    """
    moved: list[Path] = []
    try:
        with store.immediate():
            thing = brought.thing
            struck = struck_in(store, thing) if isinstance(thing, Transcript) else []
            store.delete(thing)
            if isinstance(thing, Transcript):
                _restore_text(store, thing, struck)
            _remove_if_empty(store, brought.answer)
            shared = store.count(Transcript, path=brought.thing.path) > 0
            target = _put_aside(programme, brought, moved, shared=shared)
            kind = Kind.SOUND if isinstance(thing, Clip) else Kind.TEXT
            code = store.get(Session, brought.answer.session_id).code
            note_whose(programme.folder, thing.sha256, code, kind)
            return target
    except Exception:
        for path in moved:
            path.replace(programme.file(brought.thing.path))
        raise


def _remove_if_empty(store: Store, answer: Answer) -> None:
    if not any(store.count(kind, answer_id=answer.id) for kind in (Clip, Transcript)):
        store.delete(answer)


def _restore_text(store: Store, taken: Transcript, struck: Sequence[Segment]) -> None:
    """Let people read the text again that ``taken`` had replaced, but for what they ``struck`` meanwhile; a
    recording without one waits for it."""
    earlier = store.all(
        Transcript, answer_id=taken.answer_id, clip_id=taken.clip_id, state=TranscriptState.SUPERSEDED
    )
    if taken.clip_id is None:
        earlier = [t for t in earlier if t.original_name == taken.original_name or t.sha256 == taken.sha256]
    if earlier:
        store.save(replace(earlier[-1], state=TranscriptState.CURRENT))
        strike_alike(store, earlier[-1], struck)
    elif clip := store.first(Clip, id=taken.clip_id):
        queue.enqueue(store, clip)


def _put_aside(programme: Programme, brought: LastBrought, moved: list[Path], *, shared: bool) -> Path:
    """Move the file out, or copy it where another reading of it remains; ``moved`` tells what was moved."""
    source, folder = programme.file(brought.thing.path), programme.folder / FOLDER
    with disk_errors(folder):
        folder.mkdir(exist_ok=True)
        names = (Path(brought.name or source.name).name, f"{brought.thing.sha256[:12]}-{source.name}")
        # a file that has the second name already holds the same: the name says so by its checksum
        target = next((folder / n for n in names if not (folder / n).exists()), folder / names[-1])
        if shared:
            shutil.copyfile(source, target)
        else:
            source.replace(target)
            moved.append(target)
    return target
