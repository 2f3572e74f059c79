"""What somebody typed and did not keep yet: in a small file in the programme, so that a terminal that closes does
not take it along; and where it belongs when its fragment was split, joined or transcribed again meanwhile."""

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from merge3 import Merge3

from capture.reviewing.state import PutBack, Unkept
from sessions.files import write_whole
from sessions.release import Release
from sessions.store import Store
from sessions.transcript import Segment, Transcript, TranscriptState, Value

if TYPE_CHECKING:
    from capture.reviewing.bench import Bench


def typing_file(folder: Path, code: str) -> Path:
    """Where a session's texts are that nobody kept yet; it goes when something in the session is struck."""
    return folder / f".typing-{code}.json"


class UnkeptTexts:
    """The texts of the session on a bench that nobody kept yet."""

    def __init__(self, bench: "Bench") -> None:
        self._bench = bench
        self._file = typing_file(bench.programme.folder, bench.session.code)

    def note(self, texts: Sequence[Unkept]) -> None:
        """These are not kept yet; without any the file goes. What was struck or taken out meanwhile stands nowhere."""
        kept = [asdict(one) for one in texts if not self._is_out(one.segment_id)]
        with suppress(OSError):  # a help only: what is typed is still in the field
            if kept:
                write_whole(self._file, json.dumps(kept, ensure_ascii=False).encode())
            else:
                self._file.unlink(missing_ok=True)

    def put_back(self) -> None:
        """Tell what was typed before and not kept."""
        found = [self.where_now(one) for one in _read(self._file) if not self._is_out(one.segment_id)]
        texts = tuple(one for one in found if one.changed)
        self.note(texts)
        if texts:
            self._bench.tell(PutBack(texts))

    def where_now(self, one: Unkept) -> Unkept:
        """The same on the fragment that stands there now, laid over what that says; ``gone`` where none does."""
        segment = standing_for(self._bench.store, one.segment_id)
        if segment is None:
            return replace(one, gone=True)
        if segment.id == one.segment_id:
            return replace(one, seen=segment.text)
        text = _laid_over(one.seen, one.text, segment.text)
        return replace(one, segment_id=segment.id, text=text, seen=segment.text, moved=True)

    def card_now(self, card: Value) -> Value:
        """A value card that could not be stored, on the fragment that stands there now: with the id that the same
        card has there, a new one where it has none."""
        store, segment = self._bench.store, standing_for(self._bench.store, card.segment_id)
        if segment is None or segment.id == card.segment_id:
            return card if store.first(Value, id=card.id) else replace(card, id=0)
        same = (v.id for v in store.all(Value, segment_id=segment.id) if v.quote == card.quote)
        return replace(card, segment_id=segment.id, id=next(same, 0) if card.id else 0)

    def _is_out(self, segment_id: int) -> bool:
        """Whether the fragment is struck, or out of the programme altogether."""
        segment = self._bench.store.first(Segment, id=segment_id)
        if segment is None:
            return True
        heir = standing_for(self._bench.store, segment_id)
        return Release.STRUCK in {one.release for one in (segment, heir) if one}


def standing_for(store: Store, segment_id: int) -> Segment | None:
    """The fragment that stands in the place of this one now: itself, else the one made of it, else the one at the
    same moment of the same recording."""
    old = store.first(Segment, id=segment_id)
    if old is None:
        return None
    place = store.get(Transcript, old.transcript_id)
    readings = {t.id: t for t in store.all(Transcript, answer_id=place.answer_id)}
    everything = store.all(Segment, transcript_id=list(readings))
    standing = [
        s for s in everything if not s.retired and readings[s.transcript_id].state is TranscriptState.CURRENT
    ]
    same = [s for s in standing if readings[s.transcript_id].clip_id == place.clip_id and s.role is old.role]
    heirs = _made_of(old.id, everything)
    chosen = [s for s in standing if s.id == old.id] or [s for s in standing if s.id in heirs]
    middle = (old.start + old.end) / 2
    at_that_time = [s for s in (chosen or same) if s.start <= middle < s.end]
    return next(iter([*at_that_time, *chosen]), None)


def _made_of(segment_id: int, segments: Iterable[Segment]) -> set[int]:
    """All that were made of this one, and of those that were."""
    found, ahead, all_of_them = set[int](), {segment_id}, list(segments)
    while ahead:
        ahead = {s.id for s in all_of_them if ahead & set(s.made_of)} - found
        found |= ahead
    return found


def _read(file: Path) -> list[Unkept]:
    """What the file holds; nothing of what cannot be read, or was not written here."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        listed: Any = json.loads(file.read_bytes())
        texts = [Unkept(int(one["segment_id"]), one["text"], one["seen"]) for one in listed]
        return [one for one in texts if isinstance(one.text, str) and isinstance(one.seen, str)]
    return []


def _laid_over(seen: str, typed: str, now: str) -> str:
    """``typed`` with what ``now`` says before and behind it; where both changed ``seen``, ``typed`` stands."""
    words: list[str] = []
    for kind, *stretches in Merge3(seen.split(), typed.split(), now.split()).merge_groups():
        words += _both(*stretches, first=not words) if kind == "conflict" else stretches[0]
    return " ".join(words)


def _both(seen: Sequence[str], typed: Sequence[str], now: Sequence[str], *, first: bool) -> list[str]:
    size, was = len(seen), list(seen)
    if list(now[len(now) - size :]) == was and (first or size):
        return [*now[: len(now) - size], *typed]
    if list(now[:size]) == was:
        return [*typed, *now[size:]]
    return list(typed)
