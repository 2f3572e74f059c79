"""What there is of one expert: the sound that hangs on the permission to record, the text on that for a transcript."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sessions.files import is_arriving, is_beside
from sessions.interview import Answer, Attachment, Clip, HandledFollowUp, Session
from sessions.people import Expert, Permission
from sessions.sheet import Sheet
from sessions.store.store import Store
from sessions.store.tables import TABLES
from sessions.transcript import Segment, Transcript

SOUND, TEXT = Permission.RECORDING, Permission.TRANSCRIPT
_TEXTS = frozenset({".vtt", ".srt", ".docx", ".part"})


@dataclass(frozen=True)
class Belongings:
    """What the database has of an expert."""

    expert: Expert
    sessions: tuple[Session, ...]
    answers: tuple[Answer, ...]
    clips: tuple[Clip, ...]
    transcripts: tuple[Transcript, ...]

    @property
    def session_ids(self) -> list[int]:
        return [session.id for session in self.sessions]

    @property
    def answer_ids(self) -> list[int]:
        return [answer.id for answer in self.answers]

    @property
    def heard(self) -> list[Clip]:
        """The recordings of which the sound is there."""
        return [clip for clip in self.clips if not clip.erased]


def belongings(store: Store, expert: Expert) -> Belongings:
    """All that there is of ``expert`` now."""
    sessions = store.all(Session, expert_id=expert.id)
    answers = store.all(Answer, session_id=[s.id for s in sessions])
    ids = [a.id for a in answers]
    clips, transcripts = store.all(Clip, answer_id=ids), store.all(Transcript, answer_id=ids)
    return Belongings(expert, tuple(sessions), tuple(answers), tuple(clips), tuple(transcripts))


def still_there(store: Store, there: Belongings, permission: Permission) -> bool:
    """Whether something of ``there`` hangs on ``permission``, in the database or as a file."""
    if permission is SOUND:
        return bool(there.heard) or any(sound_files(store, there))
    return permission is TEXT and (
        bool(there.transcripts)
        or store.count(Sheet, session_id=there.session_ids) > 0
        or any(one.quote for one in store.all(HandledFollowUp, answer_id=there.answer_ids))
        or any(text_files(store, there))
    )


def sound_files(store: Store, there: Belongings) -> Iterator[Path]:
    """The files that hold sound of ``there``: recordings, those that were broken off, and what else lies beside
    them that is nobody else's."""
    folder, own = store.path.parent, {clip.id for clip in there.clips}
    others = {clip.path for clip in store.all(Clip) if clip.id not in own}
    named = {name for clip in there.clips for name in (clip.path, f"{clip.path}.part")}
    beside = {path for session in there.sessions for path in _inside(folder, f"audio/{session.code}")}
    yield from _there(folder, (named | beside) - others)


def text_files(store: Store, there: Belongings) -> Iterator[Path]:
    """The files that hold text of ``there``: transcripts that were brought, and what was typed and not kept."""
    folder, own = store.path.parent, {text.id for text in there.transcripts}
    others = {text.path for text in store.all(Transcript) if text.id not in own}
    others |= {file.path for file in store.all(Attachment)}
    named = {text.path for text in there.transcripts if text.path}
    named |= {f".typing-{session.code}.json" for session in there.sessions}
    beside = (path for session in there.sessions for path in _inside(folder, f"attachments/{session.code}"))
    named |= {path for path in beside if Path(path).suffix.lower() in _TEXTS}
    yield from _there(folder, named - others)


def texts_of_others(store: Store, there: Belongings) -> Iterator[str]:
    """All that everybody else said, as it was heard and as it stands: of a whole programme, so the words only."""
    own = [text.id for text in there.transcripts]
    rows = store.rows(
        f"""select text, nullif(machine_text, text) as heard from {TABLES[Segment]}
            where transcript_id not in (select value from json_each(?))""",
        (json.dumps(own),),
    )
    for row in rows:
        yield from (row["text"], row["heard"] or "")


def _inside(folder: Path, part: str) -> list[str]:
    return [p.relative_to(folder).as_posix() for p in (folder / part).rglob("*") if p.is_file()]


def _there(folder: Path, names: set[str]) -> list[Path]:
    """Those of ``names`` that are files of the folder itself."""
    whole = folder.resolve()
    paths = [(folder / name) for name in sorted(names)]
    return [path for path in paths if path.is_file() and path.resolve().is_relative_to(whole)]


def broken_off(folder: Path) -> list[Path]:
    """Copies that an import left in ``folder`` when it was ended: nobody knows whose they are, or needs them."""
    return [path for path in sorted(folder.glob(".*.part")) if path.is_file() and not is_arriving(path)]


def half_written(folder: Path) -> list[Path]:
    """What was typed and not kept, of which the writing was broken off: nobody knows whose it is, or needs it."""
    return [path for path in sorted(folder.glob(".*.json")) if is_beside(path)]
