"""An expert's decision about an answer: kept with the version of the text that it is about, and carried out.

Undoing what a decision did to the fragments leaves the decision: what was struck because it is not to be used can be
read again, and goes no further all the same (:mod:`sessions.store.releasing`) until there is another decision.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace

from sessions.approving import version_of, version_of_texts
from sessions.fragments import AnswerReading
from sessions.i18n import N_
from sessions.interview import Answer, Clip, Session
from sessions.moment import now
from sessions.people import Expert
from sessions.received import Wish
from sessions.release import Approval, Release
from sessions.store.decided import decisions as decisions
from sessions.store.decided import latest_of
from sessions.store.editing import Pencil, editing
from sessions.store.photos import answer_files
from sessions.store.releasing import release, take_photos_back
from sessions.store.store import Store
from sessions.store.tables import TABLES
from sessions.store.unused import struck_for_it
from sessions.text import clean
from sessions.transcript import Role, Segment, Transcript, TranscriptState, Why

DECIDING = N_("the expert's decision")

_STATES = ("agreed", "changed", "not_to_use", "internal")
_NOTHING = version_of_texts(())
_BEYOND = (Release.PARTNERS, Release.FREE)

_STANDING = f"""from {TABLES[Answer]} answer
    join {TABLES[Transcript]} transcript on transcript.answer_id = answer.id
    join {TABLES[Segment]} segment on segment.transcript_id = transcript.id
    left join {TABLES[Clip]} clip on clip.id = transcript.clip_id
    where transcript.state = ? and segment.position >= 0"""
_WITH_TEXT = f"""select distinct answer.id as id, answer.session_id as session_id {_STANDING}
    and segment.role = ? and segment.release <> ? and trim(segment.text) <> ''"""
_TEXTS = f"""select answer.id as answer, segment.text as text {_STANDING}
    and segment.release <> ? and answer.id in (select answer_id from {TABLES[Approval]})
    order by answer.id, coalesce(clip.number, 0), transcript.id, segment.position"""


@dataclass(frozen=True)
class Agreement:
    """How far the expert of a session agreed: of so many ``answers`` with something of theirs in it, or that are
    not to be used, they ``agreed`` to so many as they are now, so many were ``changed`` since they agreed, so many
    are ``not_to_use``, and so many stay ``internal``, changed or not."""

    answers: int = 0
    agreed: int = 0
    changed: int = 0
    not_to_use: int = 0
    internal: int = 0


def decide(
    store: Store,
    session: Session,
    answer: AnswerReading,
    wish: Wish,
    noted_by: str = "",
    version: str | None = None,
    pencil: Pencil | None = None,
    out: Collection[int] = (),
) -> Approval:
    """Keep what the expert of ``session`` decided about ``answer``, and carry it out.

    ``version`` is that of the text as they read it (default: as it stands), ``noted_by`` who wrote it down where it
    did not come in a file. What is for within the company goes back there, its photos too; what is not to be used
    is struck, as far as the expert said it; where it may be used after all, what was struck only for that comes
    back, within the company, but for the fragments that stay ``out`` (ids). That is a part of the edit of
    ``pencil``, else one of its own.
    """
    with store.immediate():
        back = [] if wish is Wish.NOT_TO_USE else [s for s in struck_for_it(store, answer) if s not in out]
        struck = _struck_for(store, answer) if wish is Wish.NOT_TO_USE else ()
        if pencil:
            _carry_out(pencil, answer, wish, back)
        else:
            by = noted_by or store.get(Expert, session.expert_id).name
            with editing(store, session, by, Why.HUMAN, DECIDING) as own:
                _carry_out(own, answer, wish, back)
        if wish in (Wish.INTERNAL, Wish.NOT_TO_USE):
            files = [f for f in answer_files(store, session) if f.answer.id == answer.answer.id]
            take_photos_back(store, files, Release.INTERNAL)
        read = version or version_of(_with(answer, back))
        return store.add(Approval(answer.answer.id, session.expert_id, read, now(), wish, noted_by, struck))


def _struck_for(store: Store, answer: AnswerReading) -> tuple[int, ...]:
    """What a decision not to use it strikes, with what an earlier one struck."""
    said = [f.segment for f in answer.fragments if f.segment.role is Role.EXPERT]
    now_struck = [s.id for s in said if s.release is not Release.STRUCK]
    return (*struck_for_it(store, answer), *now_struck)


def _with(answer: AnswerReading, back: Collection[int]) -> AnswerReading:
    """``answer`` with the fragments that come ``back`` (ids)."""
    fragments = (
        replace(f, segment=replace(f.segment, release=Release.INTERNAL)) if f.segment.id in back else f
        for f in answer.fragments
    )
    return replace(answer, fragments=tuple(fragments))


def _carry_out(pencil: Pencil, answer: AnswerReading, wish: Wish, back: Collection[int]) -> None:
    segments = [f.segment for f in answer.fragments]
    release(pencil, back, Release.INTERNAL, despite_expert=True)
    if wish is Wish.INTERNAL:
        release(pencil, [s.id for s in segments if s.release in _BEYOND], Release.INTERNAL)
    elif wish is Wish.NOT_TO_USE:
        release(pencil, [s.id for s in segments if s.role is Role.EXPERT], Release.STRUCK)


def agreement(store: Store) -> dict[int, Agreement]:
    """How far each session's expert agreed, by its id; nothing of one without an answer in text.

    Reads the texts of decided answers only.
    """
    latest = latest_of(store.all(Approval))
    versions = _versions(store) if latest else {}
    found: dict[int, list[str]] = defaultdict(list)
    unused = [id_ for id_, decision in latest.items() if decision.wish is Wish.NOT_TO_USE]
    for answer_id, session_id in _answers(store, unused).items():
        found[session_id].append(_state(latest.get(answer_id), versions.get(answer_id, _NOTHING)))
    return {session: Agreement(len(told), *map(told.count, _STATES)) for session, told in found.items()}


def _state(decision: Approval | None, version: str) -> str:
    if decision is None:
        return ""
    if decision.wish in (Wish.NOT_TO_USE, Wish.INTERNAL):
        return decision.wish.value
    return "agreed" if decision.version == version else "changed"


def _answers(store: Store, unused: Collection[int]) -> dict[int, int]:
    """The sessions of the answers with text of the expert, and of those that are ``unused``."""
    rows = store.rows(_WITH_TEXT, (TranscriptState.CURRENT, Role.EXPERT, Release.STRUCK))
    known = {row["id"]: row["session_id"] for row in rows}
    return known | {a.id: a.session_id for a in store.all(Answer, id=[u for u in unused if u not in known])}


def _versions(store: Store) -> dict[int, str]:
    """Of each decided answer the version of its text as it stands."""
    texts: dict[int, list[str]] = defaultdict(list)
    for row in store.rows(_TEXTS, (TranscriptState.CURRENT, Release.STRUCK)):
        texts[row["answer"]].append(clean(row["text"]))
    return {answer: version_of_texts(of) for answer, of in texts.items()}
