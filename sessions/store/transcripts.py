"""Writing transcripts: chunk by chunk for the worker, at once for a file that was brought."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sessions.errors import TakenBack
from sessions.i18n import gettext as _
from sessions.interview import Clip
from sessions.jobs import Job
from sessions.moment import now
from sessions.store import queue
from sessions.store.carrying import carry_over
from sessions.store.store import Store
from sessions.store.unused import strike_unused
from sessions.transcript import Segment, Source, Tag, Transcript, TranscriptState


def begin(store: Store, clip: Clip, *, model: str, options: dict[str, Any], language: str) -> Transcript:
    """The transcript to go on with: the one that an interrupted worker began with the same model
    and options, else a new one. What was begun otherwise is removed."""
    with store.immediate():
        answer_id = store.get(Clip, clip.id).answer_id  # the clip may have moved
        for begun in store.all(Transcript, clip_id=clip.id, state=TranscriptState.IN_PROGRESS):
            if (begun.model, begun.options, begun.language) == (model, options, language):
                return begun
            store.delete(begun)
        return store.add(
            Transcript(
                answer_id,
                Source.WHISPER,
                made_at=now(),
                clip_id=clip.id,
                model=model,
                options=options,
                language=language,
                state=TranscriptState.IN_PROGRESS,
            )
        )


def add_chunk(
    store: Store, transcript: Transcript, said: Sequence[tuple[Segment, Sequence[Tag]]], until: float
) -> Transcript:
    """Add the segments of one chunk with their tags and move ``done_until`` on, all or nothing.

    Positions, transcript ids and segment ids are filled in here. Raises :class:`TakenBack` where the
    transcript is gone, because a person took the recording back, or may not be made any more.
    """
    with store.immediate():
        current = store.first(Transcript, id=transcript.id)  # with the answer that it belongs to by now
        if current is None:
            raise TakenBack(_("This recording was taken back while it was transcribed."))
        queue.refuse_silent(store, current.answer_id)
        _add_segments(store, current, said)
        return store.save(replace(current, done_until=until))


def complete(store: Store, transcript: Transcript, job: Job) -> Transcript | None:
    """Let people read ``transcript`` in the place of an earlier one, and finish its job, at once.

    What they did in the earlier one is carried over; see :mod:`sessions.store.carrying`.

    Where the job was withdrawn meanwhile, because a person brought the text, it is thrown away: None.
    Raises :class:`TakenBack` where it may not be made any more.
    """
    with store.immediate():
        current = store.first(Transcript, id=transcript.id)
        if current is None or not store.count(Job, id=job.id):
            store.delete(transcript)
            return None
        queue.refuse_silent(store, current.answer_id)
        queue.finish(store, job)
        return _make_current(store, current, _current_of(store, current))


def add_brought(
    store: Store,
    transcript: Transcript,
    said: Sequence[tuple[Segment, Sequence[Tag]]],
    instead_of: Transcript | None = None,
) -> Transcript:
    """Store a transcript that came as a file, and let people read it, in the place of another or beside it.

    What people did in the one that it replaces is carried over; see :mod:`sessions.store.carrying`.
    """
    with store.immediate():
        stored = store.add(transcript)
        _add_segments(store, stored, said)
        replaced = {instead_of.id: instead_of} if instead_of else {}
        if stored.clip_id:
            replaced |= {t.id: t for t in _current_of(store, stored) if t.id != stored.id}
        return _make_current(store, stored, replaced.values())


def _add_segments(
    store: Store, transcript: Transcript, said: Sequence[tuple[Segment, Sequence[Tag]]]
) -> None:
    first = store.count(Segment, transcript_id=transcript.id)
    for position, (segment, tags) in enumerate(said, start=first):
        stored = store.add(replace(segment, transcript_id=transcript.id, position=position))
        store.add_all(replace(tag, segment_id=stored.id) for tag in tags)


def _current_of(store: Store, transcript: Transcript) -> list[Transcript]:
    return store.all(Transcript, clip_id=transcript.clip_id, state=TranscriptState.CURRENT)


def _make_current(store: Store, transcript: Transcript, instead_of: Iterable[Transcript]) -> Transcript:
    for earlier in instead_of:
        store.save(replace(earlier, state=TranscriptState.SUPERSEDED))
        carry_over(store, earlier, transcript)
    strike_unused(store, transcript)
    return store.save(replace(transcript, state=TranscriptState.CURRENT))
