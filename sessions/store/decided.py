"""What experts decided about their answers, and which fragments stay back because of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sessions.approving import decided, held_back, stays
from sessions.interview import Answer
from sessions.received import Wish
from sessions.release import Approval, Release
from sessions.store.store import Store
from sessions.transcript import Segment, Transcript


def decisions(store: Store, session_id: int) -> dict[int, Approval]:
    """The latest decision per answer of a session, of those about which the expert decided at all."""
    return latest_of(store.all_below(Approval, Answer, "answer_id", "session_id", [session_id]))


def kept_back(store: Store, segments: Sequence[Segment], level: Release) -> list[Segment]:
    """Those of ``segments`` that go no further towards ``level``, because the expert said so of their answer."""
    if not store.count(Approval):
        return []
    transcripts = store.all(Transcript, id={s.transcript_id for s in segments})
    answer_of = {t.id: t.answer_id for t in transcripts}
    latest = latest_of(store.all(Approval, answer_id=set(answer_of.values())))
    return [s for s in segments if held_back(latest.get(answer_of[s.transcript_id]), s, level)]


def gone_too_far(store: Store, segments: Sequence[Segment]) -> list[Segment]:
    """Those of ``segments`` that stand further than the expert wishes by now."""
    at_home = {
        level: [replace(s, release=Release.STRUCK) for s in segments if s.release is level]
        for level in Release
    }
    ids = {s.id for level, held in at_home.items() for s in kept_back(store, held, level)}
    return [s for s in segments if s.id in ids]


def staying(store: Store) -> set[int]:
    """The ids of the answers of which nothing leaves the company, because the expert said so."""
    if not store.count(Approval):
        return set()
    return {id_ for id_, last in latest_of(store.all(Approval)).items() if stays(last)}


def not_to_be_used(store: Store) -> set[int]:
    """The ids of the answers of which nobody is to use what the expert said."""
    if not store.count(Approval):
        return set()
    return {id_ for id_, last in latest_of(store.all(Approval)).items() if last.wish is Wish.NOT_TO_USE}


def latest_of(approvals: Iterable[Approval]) -> dict[int, Approval]:
    """The latest of ``approvals`` per answer."""
    told: dict[int, list[Approval]] = defaultdict(list)
    for approval in approvals:
        told[approval.answer_id].append(approval)
    return {answer: last for answer, of in told.items() if (last := decided(of))}
