"""Reads what drafts are made of. Only the gate (:mod:`sessions.store.leaving`) may call this."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from sessions.approving import approved
from sessions.fragments import AnswerReading, Fragment, SessionReading
from sessions.interview import Attachment, Case
from sessions.leaving import only, without_file_names
from sessions.material import CaseReading, Material, Photo
from sessions.namesakes import hidden, without_namesakes
from sessions.people import Company, Expert
from sessions.release import Approval, Approved, Release, may_go
from sessions.store.decided import staying
from sessions.store.folding import kept_apart
from sessions.store.interviews import guides_used
from sessions.store.people import never_to_be_text, refusing_text, unnamed_experts
from sessions.store.quoting import golden_marks
from sessions.store.reading import read_sessions
from sessions.store.store import Store
from sessions.store.vocabulary import prompt_words
from sessions.transcript import Role, Value
from sessions.value_said import says

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif"})
"""Kinds of files that can stand in a document as a picture."""


def read_material(store: Store, audience: Release) -> Material:
    """All that may go to ``audience``, with its own names in it still."""
    refusing, staying_back = refusing_text(store), staying(store)
    readings = [r for r in read_sessions(store) if r.expert.id not in refusing]
    unnamed = unnamed_experts(store)
    fragments = [f for f in _all(readings) if f.answer.id not in staying_back and _goes(f, audience)]
    gone = {f.segment.id for f in fragments}
    said, unsaid = _values(store, fragments)
    return Material(
        audience=audience,
        guides=tuple(guides_used(store)),
        readings=tuple(_leaving(r, gone, unnamed) for r in readings),
        values=said,
        unsaid=unsaid,
        dismissed=tuple(replace(v, by="") for v in store.all(Value) if v.dismissed and v.segment_id in gone),
        golden=frozenset(golden_marks(store, _all(readings)).keys() & gone),
        photos=_photos(store, audience, never_to_be_text(store) | staying_back),
        cases=_cases(store, audience),
        approved=_approved(store, readings),
        terms=tuple(prompt_words(store)),
        apart=kept_apart(store),
    )


def _all(readings: Iterable[SessionReading]) -> list[Fragment]:
    return [f for r in readings for a in r.answers for f in a.fragments]


def _leaving(reading: SessionReading, gone: Collection[int], unnamed: Iterable[Expert]) -> SessionReading:
    return without_namesakes(without_file_names(only(reading, lambda f: f.segment.id in gone)), unnamed)


def _goes(fragment: Fragment, audience: Release) -> bool:
    return fragment.segment.role is Role.EXPERT and may_go(fragment.segment.release, audience)


def _values(store: Store, fragments: Iterable[Fragment]) -> tuple[tuple[Value, ...], frozenset[int]]:
    """The values that the text of their fragment still says, without who typed them, and the ids of the fragments
    of the others."""
    by_id = {f.segment.id: f for f in fragments}
    values = [v for v in store.all(Value) if v.segment_id in by_id and not v.dismissed]
    said = [v for v in values if _says(by_id[v.segment_id], v)]
    kept = {v.id for v in said}
    unsaid = frozenset(v.segment_id for v in values if v.id not in kept)
    return tuple(replace(v, by="") for v in said), unsaid


def _says(fragment: Fragment, value: Value) -> bool:
    return says(fragment.segment.text, value, fragment.transcript.language)


def _approved(store: Store, readings: Iterable[SessionReading]) -> dict[int, Approved]:
    given: dict[int, list[Approval]] = defaultdict(list)
    for approval in store.all(Approval):
        given[approval.answer_id].append(approval)
    answers: list[AnswerReading] = [a for r in readings for a in r.answers if a.answer.id in given]
    return {a.answer.id: approved(a, given[a.answer.id]) for a in answers}


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
    companies = _companies(store)
    released = (c for c in store.all(Case) if may_go(c.release, audience))
    return tuple(CaseReading(c, companies[c.company_id], _case_photos(c)) for c in released)


def _companies(store: Store) -> dict[int, Company]:
    """By id, each by the name under which it may leave."""
    unnamed = unnamed_experts(store)
    return {company.id: hidden(company, unnamed) for company in store.all(Company)}


def _case_photos(case: Case) -> tuple[Photo, ...]:
    pictures = ((path, text) for path, text in case.captioned.items() if is_picture(path))
    return tuple(Photo(PurePosixPath(path), text) for path, text in pictures)
