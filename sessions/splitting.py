"""One fragment as two, two as one, with every word at its time."""

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from sessions.release import Release
from sessions.timing import timed
from sessions.transcript import Doubt, Segment, Timed, Word

_HOW_FAR = (Release.STRUCK, Release.INTERNAL, Release.PARTNERS, Release.FREE)
_DOUBTS = (Doubt.NONE, Doubt.LOW_CONFIDENCE, Doubt.REPETITION)
_TIMES = (Timed.MACHINE, Timed.ALIGNED, Timed.ESTIMATED)


def split_at(segment: Segment, at: int) -> tuple[Segment, Segment] | None:
    """The fragment in two, the second from the word on that holds the character ``at`` of the current text.

    None where one of the two would have no words.
    """
    spans = [match.span() for match in re.finditer(r"\S+", segment.text)]
    first = next((n for n, (_begin, end) in enumerate(spans) if end > at), len(spans))
    if not 0 < first < len(spans):
        return None
    texts = segment.text[: spans[first - 1][1]], segment.text[spans[first][0] :]
    now = _words_of(segment, len(spans))
    cut = _cut(segment, now, first, len(spans))
    own = segment.words if _stand_one_for_one(segment) else ()
    heard = _divided(own, sum(_middle(w) < cut for w in own))
    machine = _machine_texts(segment, heard, first)
    parts = []
    for n, ends in enumerate(((segment.start, cut), (_after(now, first, cut), segment.end))):
        timing = () if texts[n] == machine[n] and segment.timed is Timed.MACHINE else _part(now, first, n)
        parts.append(
            replace(
                segment,
                start=ends[0],
                end=max(ends),
                machine_text=machine[n],
                text=texts[n],
                words=heard[n],
                timing=timing,
                timed=Timed.MACHINE if texts[n] == machine[n] else _edited_time(segment),
                made_of=(segment.id,),
                id=0,
            )
        )
    return parts[0], parts[1]


def joined(first: Segment, second: Segment) -> Segment:
    """Both as one; how far it may go, its doubt and its times are those of the more careful of the two."""
    machine, text = _beside(first.machine_text, second.machine_text), _beside(first.text, second.text)
    edited = text != machine
    return replace(
        first,
        end=second.end,
        machine_text=machine,
        text=text,
        words=first.words + second.words,
        timing=first.current_words + second.current_words if edited else (),
        timed=max(first.timed, second.timed, key=_TIMES.index) if edited else Timed.MACHINE,
        doubt=max(first.doubt, second.doubt, key=_DOUBTS.index),
        release=min(first.release, second.release, key=_HOW_FAR.index),
        made_of=(first.id, second.id),
        checked=first.checked and second.checked,
        no_topic=first.no_topic and second.no_topic,
        facet=first.facet if first.facet_settled else second.facet,
        facet_settled=first.facet_settled or second.facet_settled,
        id=0,
    )


def _beside(one: str, other: str) -> str:
    return " ".join(part for part in (one.strip(), other.strip()) if part)


def _words_of(segment: Segment, count: int) -> tuple[Word, ...]:
    """One for each word of the current text; none where there are no times to give them."""
    words = segment.current_words
    if len(words) == count or not words:
        return words
    return timed(segment.text, words, segment.start, segment.end) if segment.end > segment.start else ()


def _stand_one_for_one(segment: Segment) -> bool:
    """Whether the machine's words are those of its text: it may give a sentence as one, or none of a part."""
    written = [text for word in segment.words if (text := word.text.strip())]
    return written == segment.machine_text.split()


def _cut(segment: Segment, words: Sequence[Word], first: int, count: int) -> float:
    """When the first part ends: with its last word, else in proportion to the words."""
    if len(words) == count:
        return words[first - 1].end
    return segment.start + (segment.end - segment.start) * first / count


def _after(words: Sequence[Word], first: int, cut: float) -> float:
    return max(cut, words[first].start) if first < len(words) else cut


def _middle(word: Word) -> float:
    return (word.start + word.end) / 2


def _divided(words: tuple[Word, ...], at: int) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    return words[:at], words[at:]


def _part(words: tuple[Word, ...], first: int, n: int) -> tuple[Word, ...]:
    return words[first:] if n else words[:first]


def _edited_time(segment: Segment) -> Timed:
    return Timed.ESTIMATED if segment.timed is Timed.MACHINE else segment.timed


def _machine_texts(
    segment: Segment, heard: tuple[tuple[Word, ...], tuple[Word, ...]], first: int
) -> tuple[str, str]:
    """What the machine wrote of either part: by the times of its words, else by the words that still stand."""
    if any(heard):
        before, after = (" ".join(w.text.strip() for w in words) for words in heard)
        return before, after
    written, now = segment.machine_text.split(), segment.text.split()
    at = first
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, written, now, autojunk=False).get_opcodes():
        if j1 <= first <= j2:
            at = i1 + (first - j1 if tag == "equal" else min(first - j1, i2 - i1))
            break
    return " ".join(written[:at]), " ".join(written[at:])
