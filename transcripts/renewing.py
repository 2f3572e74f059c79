"""Suggested topics made anew from what people decided since, wherever nobody decided yet."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from sessions.edits import Delta, Edit, EditState
from sessions.fragments import AnswerReading, Fragment
from sessions.guides.model import Guide
from sessions.interview import Session
from sessions.store import Store
from sessions.store.reading import read_session
from sessions.transcript import Segment, Tag, TagOrigin
from transcripts.learning import suggester_for
from transcripts.tagging import facet_of, further_tags
from transcripts.topics import Suggester

Change = tuple[Tag | None, Tag | None]
"""A label as it is, and as it is to be; None where there is none."""


def renew(store: Store, session: Session | None = None) -> int:
    """Make the suggestions of ``session``, or of all sessions, anew; gives how many labels changed.

    What a person decided, found right, struck or can still undo stays as it is. Each answer is written by
    itself, and only where something changes.
    """
    sessions = store.all(Session) if session is None else [session]
    return sum(_renew_session(store, one) for one in sessions)


def _renew_session(store: Store, session: Session) -> int:
    reading = read_session(store, session)
    suggester = suggester_for(reading.guide, store)
    return sum(_renew_answer(store, answer, reading.guide, suggester) for answer in reading.answers)


def _renew_answer(store: Store, answer: AnswerReading, guide: Guide, suggester: Suggester) -> int:
    wanted = {f.segment.id: _wanted(f, guide, suggester) for f in answer.fragments if _is_open(f)}
    segments = [f.segment for f in answer.fragments if f.segment.id in wanted]
    if not _changes(store, segments, wanted):
        return 0
    with store.immediate():
        same = [s for s in store.all(Segment, id=[s.id for s in segments]) if s in segments]
        changes = _changes(store, same, wanted)  # people may have gone on meanwhile
        for before, after in changes:
            _write(store, before, after)
    return len(changes)


def _is_open(fragment: Fragment) -> bool:
    return fragment.usable and not fragment.segment.checked and not fragment.segment.no_topic


def _wanted(fragment: Fragment, guide: Guide, suggester: Suggester) -> list[Tag]:
    """The labels that would be suggested today."""
    text, question = fragment.segment.text, fragment.question
    found = suggester.suggest(text, guide.module_of_question(question.id))
    tags = further_tags(found, question, facet_of(text, question, guide))
    return [replace(tag, segment_id=fragment.segment.id) for tag in tags]


def _changes(store: Store, segments: Sequence[Segment], wanted: dict[int, list[Tag]]) -> list[Change]:
    ids = [segment.id for segment in segments]
    kept = _in_edits(store, ids)
    tags: dict[int, list[Tag]] = defaultdict(list)
    for tag in store.all(Tag, segment_id=ids):
        tags[tag.segment_id].append(tag)
    return [change for id_ in ids for change in _to_change(tags[id_], wanted[id_], kept[id_])]


def _in_edits(store: Store, segment_ids: Sequence[int]) -> dict[int, set[str]]:
    """The topics, per fragment, that an edit is about which can be undone or done again: what undo finds must
    be what it left."""
    topics: dict[int, set[str]] = defaultdict(set)
    dropped = {e.id for e in store.all(Edit, state=[EditState.DROPPED, EditState.TAKEN_BACK])}
    for delta in store.all(Delta, segment_id=segment_ids):
        if delta.kind == Tag.__name__ and delta.edit_id not in dropped:
            rows = [json.loads(row) for row in (delta.before, delta.after) if row]
            topics[delta.segment_id] |= {row["topic"] for row in rows}
    return topics


def _to_change(tags: Sequence[Tag], wanted: Sequence[Tag], kept: set[str]) -> list[Change]:
    """Suggestions that stay keep their row; a row of one that goes is used for one that comes."""
    open_ = {t.topic: t for t in tags if _is_undecided(t) and t.topic not in kept}
    settled = {t.topic for t in tags} - open_.keys() | kept
    fresh = {tag.topic: tag for tag in wanted if tag.topic not in settled}
    stay: list[Change] = [(open_[topic], fresh[topic]) for topic in open_.keys() & fresh.keys()]
    go = [tag for topic, tag in open_.items() if topic not in fresh]
    come = [tag for topic, tag in fresh.items() if topic not in open_]
    return [(old, new) for old, new in (*stay, *zip_longest(go, come)) if _differs(old, new)]


def _is_undecided(tag: Tag) -> bool:
    return tag.accepted is None and tag.origin is TagOrigin.SUGGESTED


def _differs(before: Tag | None, after: Tag | None) -> bool:
    return before is None or after is None or before != replace(after, id=before.id)


def _write(store: Store, before: Tag | None, after: Tag | None) -> None:
    if after and before:
        store.save(replace(after, id=before.id))
    elif after:
        store.add(after)
    elif before:
        store.delete(before)
