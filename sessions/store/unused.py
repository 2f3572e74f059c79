"""What is struck because the expert wants nobody to use their answer: newly heard words too, until they decide
otherwise."""

from dataclasses import replace
from datetime import datetime

from sessions.approving import decided
from sessions.fragments import AnswerReading
from sessions.moment import now
from sessions.people import Expert
from sessions.received import Wish
from sessions.release import Approval, Release
from sessions.store.revising import versions
from sessions.store.store import Store
from sessions.transcript import Revision, Role, Segment, Transcript, Why


def struck_for_it(store: Store, answer: AnswerReading) -> list[int]:
    """The ids of the fragments of ``answer`` that are struck only because it is not to be used: not those that a
    person struck one by one."""
    latest = decided(store.all(Approval, answer_id=answer.answer.id))
    if latest is None or latest.wish is not Wish.NOT_TO_USE:
        return []
    struck = [f.segment for f in answer.fragments if f.segment.release is Release.STRUCK]
    return [s.id for s in struck if _is_made_of(store, s, latest) and not _struck_anew(store, s, latest.at)]


def _is_made_of(store: Store, segment: Segment, decision: Approval) -> bool:
    """Whether the decision struck it, or all that it was made of."""
    if segment.id in decision.struck:
        return True
    parts = store.all(Segment, id=segment.made_of)
    return bool(parts) and all(_is_made_of(store, part, decision) for part in parts)


def _struck_anew(store: Store, segment: Segment, since: datetime) -> bool:
    """Whether a person struck it after it had come back by an undo, or one by one."""
    whys = [revision.why for revision in versions(store, segment.id) if revision.at >= since]
    back = next((n for n, why in enumerate(whys) if why in (Why.UNDONE, Why.RESTORED)), len(whys))
    return Why.STRUCK in whys[back:]


def strike_unused(store: Store, transcript: Transcript) -> None:
    """Strike what is newly heard in ``transcript`` where its answer is not to be used; a part of that decision."""
    latest = decided(store.all(Approval, answer_id=transcript.answer_id))
    if latest is None or latest.wish is not Wish.NOT_TO_USE:
        return
    heard = store.all(Segment, transcript_id=transcript.id, role=Role.EXPERT, release=Release.INTERNAL)
    new = [segment for segment in heard if not segment.made_of]
    by = latest.noted_by or store.get(Expert, latest.expert_id).name
    for segment in new:
        store.save(replace(segment, release=Release.STRUCK))
        store.add(Revision(segment.id, segment.text, "", by, now(), Why.STRUCK))
    store.save(replace(latest, struck=(*latest.struck, *(segment.id for segment in new))))
