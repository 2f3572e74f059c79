"""Deleting what an expert said: all sound, or all text, with whatever was made of it."""

import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

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
from sessions.transcript import Segment, Transcript, TranscriptState
from sessions.vocabulary import VocabularyTerm


def take_text(store: Store, there: Belongings) -> set[int]:
    """All text; gives the ids of the answers that lost some."""
    segments = store.all(Segment, transcript_id=[text.id for text in there.transcripts])
    ids = {segment.id for segment in segments}
    forget(store, ids)
    _forget_terms(store, store.all(VocabularyTerm, segment_id=ids), {text.id for text in there.transcripts})
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


def _forget_terms(store: Store, terms: Collection[VocabularyTerm], own: Collection[int]) -> None:
    """What models were told to listen for stands with the texts of others as well."""
    if not terms:
        return
    told = re.compile(rf"\b(?:{'|'.join(re.escape(term.term) for term in terms)})\b", re.IGNORECASE)
    for text in store.all(Transcript):
        options = {name: _without(told, value) for name, value in text.options.items()}
        if text.id not in own and options != text.options:
            store.save(replace(text, options=options))


def _without(told: re.Pattern[str], value: Any) -> Any:
    if isinstance(value, list):
        return [_without(told, one) for one in value if not (isinstance(one, str) and told.fullmatch(one))]
    return told.sub("", value) if isinstance(value, str) else value


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
