"""An expert's decision about an answer: kept with the version of the text that it is about, and carried out.

Undoing what a decision did to the fragments leaves the decision: what was struck because it is not to be used can be
read again, and goes no further all the same (:mod:`sessions.store.releasing`) until there is another decision.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

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
from sessions.text import clean
from sessions.transcript import Role, Segment, Transcript, TranscriptState, Why

DECIDING = N_("the expert's decision")

_STATES = ("agreed", "changed", "not_to_use")
_NOTHING = version_of_texts(())
_BEYOND = (Release.PARTNERS, Release.FREE)

_STANDING = f"""from {TABLES[Answer]} answer
    join {TABLES[Transcript]} transcript on transcript.answer_id = answer.id
    join {TABLES[Segment]} segment on segment.transcript_id = transcript.id
    left join {TABLES[Clip]} clip on clip.id = transcript.clip_id
    where transcript.state = ? and segment.position >= 0"""
_WITH_TEXT = f"""select distinct answer.id as id, answer.session_id as session_id {_STANDING}
    and segment.role = ? and segment.release <> ? and trim(segment.text) <> ''"""
_TEXTS = f"""select answer.id as answer, segment.id as id, segment.text as text {_STANDING}
    and segment.release <> ? and answer.id in (select answer_id from {TABLES[Approval]})
    order by answer.id, coalesce(clip.number, 0), transcript.id, segment.position"""


@dataclass(frozen=True)
class Agreement:
    """How far the expert of a session agreed: of so many ``answers`` with something of theirs in it, or about which
    they decided, they ``agreed`` to so many as they are now, so many were ``changed`` since they agreed, and so
    many are ``not_to_use``."""

    answers: int = 0
    agreed: int = 0
    changed: int = 0
    not_to_use: int = 0


def decide(
    store: Store,
    session: Session,
    answer: AnswerReading,
    wish: Wish,
    noted_by: str = "",
    version: str | None = None,
    pencil: Pencil | None = None,
) -> Approval:
    """Keep what the expert of ``session`` decided about ``answer``, and carry it out.

    ``version`` is that of the text as they read it (default: as it stands), ``noted_by`` who wrote it down where it
    did not come in a file. What is for within the company goes back there, its photos too; what is not to be used
    is struck, as far as the expert said it. That is a part of the edit of ``pencil``, else one of its own.
    """
    with store.immediate():
        if pencil:
            _carry_out(pencil, answer, wish)
        else:
            by = noted_by or store.get(Expert, session.expert_id).name
            with editing(store, session, by, Why.HUMAN, DECIDING) as own:
                _carry_out(own, answer, wish)
        if wish in (Wish.INTERNAL, Wish.NOT_TO_USE):
            files = [f for f in answer_files(store, session) if f.answer.id == answer.answer.id]
            take_photos_back(store, files, Release.INTERNAL)
        read = version or version_of(answer)
        return store.add(Approval(answer.answer.id, session.expert_id, read, now(), wish, noted_by))


def _carry_out(pencil: Pencil, answer: AnswerReading, wish: Wish) -> None:
    segments = [f.segment for f in answer.fragments]
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
    for answer_id, session_id in _answers(store, latest).items():
        found[session_id].append(_state(latest.get(answer_id), versions.get(answer_id, _NOTHING)))
    return {session: Agreement(len(told), *map(told.count, _STATES)) for session, told in found.items()}


def _state(decision: Approval | None, version: str) -> str:
    if decision is None:
        return ""
    if decision.wish is Wish.NOT_TO_USE:
        return "not_to_use"
    return "agreed" if decision.version == version else "changed"


def _answers(store: Store, decided: Collection[int]) -> dict[int, int]:
    """The sessions of the answers with text of the expert, or about which they decided."""
    rows = store.rows(_WITH_TEXT, (TranscriptState.CURRENT, Role.EXPERT, Release.STRUCK))
    known = {row["id"]: row["session_id"] for row in rows}
    return known | {a.id: a.session_id for a in store.all(Answer, id=[d for d in decided if d not in known])}


def _versions(store: Store) -> dict[int, str]:
    """Of each decided answer the version of its text as it stands."""
    texts: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in store.rows(_TEXTS, (TranscriptState.CURRENT, Release.STRUCK)):
        texts[row["answer"]].append((row["id"], clean(row["text"])))
    return {answer: version_of_texts(of) for answer, of in texts.items()}
