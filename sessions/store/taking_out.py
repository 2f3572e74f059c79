"""Deleting what an expert said: all sound, or all text, with whatever was made of it."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import PurePosixPath

from sessions.edits import Edit
from sessions.interview import Clip, HandledFollowUp
from sessions.jobs import Job
from sessions.release import Approval
from sessions.remark import Remark
from sessions.sheet import Sheet
from sessions.store.belongings import Belongings
from sessions.store.conversations import drop_clip
from sessions.store.exported import forget
from sessions.store.store import Store, Stored
from sessions.store.vocabulary import forget_told
from sessions.transcript import Segment, Transcript, TranscriptState
from sessions.vocabulary import Mishearing, VocabularyTerm


def take_text(store: Store, there: Belongings) -> set[int]:
    """All text; gives the ids of the answers that lost some."""
    segments = store.all(Segment, transcript_id=[text.id for text in there.transcripts])
    ids = {segment.id for segment in segments}
    forget(store, ids)
    _leave_with_others(store, ids)
    forget_told(store, [term.term for term in terms_of(store, there)], but={t.id for t in there.transcripts})
    for handled in store.all(HandledFollowUp, answer_id=there.answer_ids):
        store.save(replace(handled, quote=""))
    things: list[Stored] = [
        *there.transcripts,
        *store.all(Approval, answer_id=there.answer_ids),
        *store.all(Sheet, session_id=there.session_ids),
        *store.all(Remark, session_id=there.session_ids),
        *store.all(Edit, session_id=there.session_ids),
    ]
    for thing in things:
        store.delete(thing)
    for clip in there.clips:
        _forget_names(store, clip)
    return {text.answer_id for text in there.transcripts}


def terms_of(store: Store, there: Belongings) -> list[VocabularyTerm]:
    """What of the vocabulary comes from their text only."""
    ids = {
        segment.id for segment in store.all(Segment, transcript_id=[text.id for text in there.transcripts])
    }
    return [t for t in store.all(VocabularyTerm, segment_id=ids) if not _heard_elsewhere(store, t, ids)]


def _leave_with_others(store: Store, ids: Collection[int]) -> None:
    """A term that was said by somebody else too is kept, as theirs."""
    for term in store.all(VocabularyTerm, segment_id=ids):
        if heard := _heard_elsewhere(store, term, ids):
            store.save(replace(term, segment_id=heard[0].segment_id))


def _heard_elsewhere(store: Store, term: VocabularyTerm, ids: Collection[int]) -> list[Mishearing]:
    return [one for one in store.all(Mishearing, term_id=term.id) if one.segment_id not in ids]


def _forget_names(store: Store, clip: Clip) -> None:
    """Of a recording whose text is gone: what waits for one, and what its file was called; where the sound is gone
    too, all of it."""
    for job in store.all(Job, clip_id=clip.id):
        store.delete(job)
    if clip.erased:
        drop_clip(store, clip)
    elif clip.original_name:
        store.save(replace(clip, original_name=PurePosixPath(clip.path).name))


def take_sound(store: Store, there: Belongings) -> set[int]:
    """All sound; a recording that became text stays as the place that the text is about. Gives the ids of the
    answers that lost some."""
    for clip in there.heard:
        for text in store.all(Transcript, clip_id=clip.id, state=TranscriptState.IN_PROGRESS):
            store.delete(text)
        for job in store.all(Job, clip_id=clip.id):
            store.delete(job)
        if store.count(Transcript, clip_id=clip.id):
            store.save(replace(clip, sha256="", size=0, original_name="", erased=True))
        else:
            drop_clip(store, clip)
    return {clip.answer_id for clip in there.heard}
