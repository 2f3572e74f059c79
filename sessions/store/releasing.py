"""How far fragments may go, decided by a person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sessions.i18n import N_
from sessions.interview import Session
from sessions.release import LEVELS, Release, may_go
from sessions.store.decided import gone_too_far, kept_back
from sessions.store.editing import Pencil, editing
from sessions.store.photos import AnswerFile, answer_files
from sessions.store.reading import read_session
from sessions.store.revising import standing_segment
from sessions.store.store import Store
from sessions.transcript import Segment, Why

STRIKING = N_("striking")
RELEASING = N_("release")


@dataclass(frozen=True)
class Released:
    """What became of a release in bulk: how many fragments changed, were so already, and stayed struck.

    ``kept_back`` ones stay where they are because the expert said so of their answer. ``photos_back`` photos do not
    go as far any more as they did; ``photos_waiting`` ones do not go as far as the fragments, as only a person who
    looked at a photo releases it.
    """

    changed: int
    same: int
    left_struck: int
    photos_back: int = 0
    photos_waiting: int = 0
    kept_back: int = 0


def release(
    pencil: Pencil,
    segment_ids: Iterable[int],
    level: Release,
    *,
    also_struck: bool = True,
    despite_expert: bool = False,
) -> Released:
    """Let these fragments go as far as ``level``; gives what became of it.

    Struck ones stay so unless ``also_struck``: in bulk, what a person struck one by one stays struck. What the
    expert keeps in the company, or wants nobody to use, goes no further unless ``despite_expert``. Striking a
    fragment, and taking that back, is in its history. Raises :class:`~sessions.errors.ChangedSince` where one
    is not there any more.
    """
    segments = [standing_segment(pencil.store, id_) for id_ in segment_ids]
    held = [] if despite_expert else kept_back(pencil.store, segments, level)
    left = [] if also_struck else [s for s in _stay_struck(segments, level) if s not in held]
    same = [s for s in segments if s.release is level]
    held += [] if despite_expert else gone_too_far(pencil.store, same)
    changing = [s for s in segments if s not in held and s not in left and s not in same]
    for segment in changing:
        _release(pencil, segment, level)
    return Released(len(changing), sum(s not in held for s in same), len(left), kept_back=len(held))


def _stay_struck(segments: Iterable[Segment], level: Release) -> list[Segment]:
    return [s for s in segments if s.release is Release.STRUCK and level is not Release.STRUCK]


def _release(pencil: Pencil, segment: Segment, level: Release) -> None:
    changed = pencil.save(replace(segment, release=level))
    if level is Release.STRUCK:
        pencil.revise(changed, segment.text, "", Why.STRUCK)
    elif segment.release is Release.STRUCK:
        pencil.revise(changed, "", segment.text, Why.RESTORED)


def said_in(store: Store, session: Session, question_id: str = "") -> list[Segment]:
    """The fragments of ``session``, or of its answer to one question: the interviewer's lines too."""
    answers = read_session(store, session).answers
    asked = [a for a in answers if not question_id or a.question.id == question_id]
    return [f.segment for a in asked for f in a.fragments]


def release_all(
    store: Store,
    session: Session,
    segments: Sequence[Segment],
    level: Release,
    by: str,
    *,
    also_struck: bool = False,
    despite_expert: bool = False,
) -> Released:
    """Release fragments of one session as one edit; see :func:`release`. Nothing changes for those that go as
    far as ``level`` already."""
    why, what = (Why.STRUCK, STRIKING) if level is Release.STRUCK else (Why.HUMAN, RELEASING)
    ids = [s.id for s in segments]
    with editing(store, session, by, why, what) as pencil:
        return release(pencil, ids, level, also_struck=also_struck, despite_expert=despite_expert)


def release_answers(
    store: Store,
    session: Session,
    question_id: str,
    segments: Sequence[Segment],
    level: Release,
    by: str,
    *,
    also_struck: bool = False,
    despite_expert: bool = False,
) -> Released:
    """:func:`release_all` for all that was said in ``session``, or in its answer to one question; what is taken
    back of it takes the photos of the same answers back. No photo goes further by it, and undoing the release
    leaves them where they are."""
    with store.immediate():
        files = [f for f in answer_files(store, session) if question_id in ("", f.question.id)]
        farthest = _narrowed(segments, level)
        done = release_all(
            store, session, segments, level, by, also_struck=also_struck, despite_expert=despite_expert
        )
        back = take_photos_back(store, files, farthest)
    return replace(done, photos_back=back, photos_waiting=sum(_waits(f, level) for f in files))


def take_photos_back(store: Store, files: Iterable[AnswerFile], farthest: Release) -> int:
    """Let none of these ``files`` go beyond ``farthest``; gives how many went further."""
    back = [f.file for f in files if f.file.release in _beyond(farthest)]
    for file in back:
        store.save(replace(file, release=farthest))
    return len(back)


def _narrowed(segments: Iterable[Segment], level: Release) -> Release:
    """How far photos may go still: as far as they do, where nothing is taken back."""
    if level in (Release.INTERNAL, Release.STRUCK):
        return Release.INTERNAL
    return level if any(s.release in _beyond(level) for s in segments) else LEVELS[-1]


def _beyond(level: Release) -> tuple[Release, ...]:
    return LEVELS[LEVELS.index(level) + 1 :]


def _waits(file: AnswerFile, level: Release) -> bool:
    goes_out = level not in (Release.INTERNAL, Release.STRUCK)
    return goes_out and file.picture and not file.withheld and not may_go(file.file.release, level)
