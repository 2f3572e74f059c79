"""Reads what drafts are made of. Only the gate (:mod:`sessions.store.leaving`) may call this."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from sessions.approving import approved
from sessions.exported import KeptApart
from sessions.fragments import AnswerReading, Fragment, SessionReading
from sessions.interview import Attachment, Case, Marker, MarkerKind
from sessions.leaving import only
from sessions.material import CaseReading, Material, Photo
from sessions.people import Company
from sessions.release import Approval, Approved, Release, may_go
from sessions.store.interviews import guides_used
from sessions.store.people import never_to_be_text
from sessions.store.reading import read_sessions
from sessions.store.store import Store
from sessions.store.vocabulary import prompt_words
from sessions.transcript import Role, Value

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif"})
"""Kinds of files that can stand in a document as a picture."""

_HEARD_BEFORE = 1.5
"""Seconds after the end of a fragment in which a golden mark still means that fragment: people press after
they heard it."""


def read_material(store: Store, audience: Release) -> Material:
    """All that may go to ``audience``, with its own names in it still."""
    readings = read_sessions(store)
    refused = never_to_be_text(store)
    fragments = [f for r in readings for a in r.answers for f in a.fragments]
    gone = {f.segment.id for f in fragments if _goes(f, audience, refused)}
    return Material(
        audience=audience,
        guides=tuple(guides_used(store)),
        readings=tuple(only(_counting(r, refused), lambda f: f.segment.id in gone) for r in readings),
        values=tuple(v for v in store.all(Value) if v.segment_id in gone and not v.dismissed),
        golden=_golden(store, [f for f in fragments if f.segment.id in gone]),
        photos=_photos(store, audience, refused),
        cases=_cases(store, audience),
        approved=_approved(store, readings),
        terms=tuple(prompt_words(store)),
        apart=frozenset(k.segment_id for k in store.all(KeptApart)),
    )


def _goes(fragment: Fragment, audience: Release, refused: set[int]) -> bool:
    if fragment.answer.id in refused or fragment.segment.role is not Role.EXPERT:
        return False
    return may_go(fragment.segment.release, audience)


def _counting(reading: SessionReading, refused: Collection[int]) -> SessionReading:
    """``reading``, in which what may never be text counts for no topic: nobody can still release it."""
    return replace(reading, answers=tuple(_answer(a, a.answer.id in refused) for a in reading.answers))


def _answer(reading: AnswerReading, is_refused: bool) -> AnswerReading:
    if not is_refused:
        return reading
    return replace(reading, fragments=tuple(replace(f, topics=()) for f in reading.fragments))


def _approved(store: Store, readings: Iterable[SessionReading]) -> dict[int, Approved]:
    given: dict[int, list[Approval]] = defaultdict(list)
    for approval in store.all(Approval):
        given[approval.answer_id].append(approval)
    answers: list[AnswerReading] = [a for r in readings for a in r.answers if a.answer.id in given]
    return {a.answer.id: approved(a, given[a.answer.id]) for a in answers}


def _golden(store: Store, fragments: Sequence[Fragment]) -> frozenset[int]:
    """The fragments during which, or just after which, somebody marked a golden quote."""
    by_clip: dict[int, list[Fragment]] = defaultdict(list)
    for fragment in fragments:
        if fragment.clip:
            by_clip[fragment.clip.id].append(fragment)
    marks = (m for m in store.all(Marker) if m.kind is MarkerKind.GOLDEN_QUOTE)
    found = (_at(by_clip[mark.clip_id], mark.at) for mark in marks if mark.clip_id)
    return frozenset(f.segment.id for f in found if f)


def _at(fragments: Sequence[Fragment], moment: float) -> Fragment | None:
    begun = [f for f in fragments if f.segment.start <= moment <= f.segment.end + _HEARD_BEFORE]
    return max(begun, key=lambda f: f.segment.start, default=None)


def _photos(store: Store, audience: Release, refused: set[int]) -> tuple[Photo, ...]:
    return tuple(
        Photo(PurePosixPath(a.path), a.caption, a.answer_id, a.clip_id, a.at, a.id)
        for a in store.all(Attachment)
        if may_go(a.release, audience) and a.answer_id not in refused and is_picture(a.path)
    )


def is_picture(path: str) -> bool:
    """Whether a file can stand in a document as a picture, by its name."""
    return PurePosixPath(path).suffix.lower() in PICTURES


def _cases(store: Store, audience: Release) -> tuple[CaseReading, ...]:
    companies = {c.id: c for c in store.all(Company)}
    released = (c for c in store.all(Case) if may_go(c.release, audience))
    return tuple(CaseReading(c, companies[c.company_id], _case_photos(c)) for c in released)


def _case_photos(case: Case) -> tuple[Photo, ...]:
    pictures = (PurePosixPath(path) for path in case.photos if is_picture(path))
    return tuple(Photo(path) for path in pictures)
