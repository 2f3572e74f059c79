"""Which fragment of an earlier transcript a newly heard word belongs to: by the words that stand in both, and
between those by time.

A word that overlaps a struck fragment belongs to it, and so does a phrase of it that is heard at another moment,
so that nothing struck is ever read again.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from sessions.release import Release
from sessions.timing import timed, word_key
from sessions.transcript import Segment, Word

_SAME_MOMENT = 1.0  # seconds that two models may differ about one word
_NEAR = 0.5
_MARGIN = 0.3
_PHRASE = 3  # words in a row that say what was struck, whenever it was


@dataclass(frozen=True)
class Heard:
    """A word of a new transcript, the segment it is ``of``, and whether its time is ``estimated``: then it may
    have been said anywhere from ``earliest`` to ``latest``. ``at`` counts the words of the transcript."""

    word: Word
    of: Segment
    at: int
    estimated: bool
    earliest: float
    latest: float


def heard_in(segments: Sequence[Segment]) -> list[Heard]:
    """All words of ``segments`` as the machine made them, in order."""
    words = ((segment, word) for segment in segments for word in _machine_words(segment))
    return [_heard(segment, word, at) for at, (segment, word) in enumerate(words)]


def _heard(segment: Segment, word: Word, at: int) -> Heard:
    estimated = not segment.words
    earliest, latest = (segment.start, segment.end) if estimated else (word.start, word.end)
    return Heard(word, segment, at, estimated, earliest, latest)


def _machine_words(segment: Segment) -> tuple[Word, ...]:
    return segment.words or timed(segment.machine_text, (), segment.start, max(segment.start, segment.end))


def owners(earlier: Sequence[Segment], heard: Sequence[Heard]) -> list[int | None]:
    """For each word the number of the segment in ``earlier`` that it belongs to; None for one that was said
    where nothing was heard before."""
    anchors = _anchors(earlier, heard)
    struck = [(n, _Struck(s)) for n, s in enumerate(earlier) if s.release is Release.STRUCK]
    others = [s for s in earlier if s.release is not Release.STRUCK]
    limits = _limits(anchors)
    found: list[int | None] = []
    for at, one in enumerate(heard):
        other = _stands_in(earlier, anchors[at], one)
        held = next((n for n, span in struck if span.holds(one, other not in (None, n), others)), None)
        found.append(_by_time(earlier, one, *limits[at]) if held is None else held)
    return found


def _stands_in(earlier: Sequence[Segment], anchor: int | None, one: Heard) -> int | None:
    """The segment in which a word was heard before, where it still overlaps that: else it may be another word."""
    if anchor is None:
        return None
    span = earlier[anchor]
    untimed = span.end <= span.start
    return anchor if untimed or (one.earliest < span.end and one.latest > span.start) else None


class _Struck:
    """A struck fragment, and what is not to be read again."""

    def __init__(self, segment: Segment) -> None:
        self._start, self._end = segment.start, segment.end
        self._timed = segment.end > segment.start
        self._keys = {word_key(w) for text in (segment.machine_text, segment.text) for w in text.split()}

    def holds(self, one: Heard, elsewhere: bool, others: Sequence[Segment]) -> bool:
        """Whether the word goes with it: all that overlaps it, what says the same beside it, and what is heard
        just beside it where there was nothing. One that stands ``elsewhere``, in a fragment that is not struck,
        only where it overlaps and says what was struck."""
        says = word_key(one.word.text) in self._keys
        if elsewhere or not self._timed:  # without any times only the words tell
            return says and self._overlaps(one, 0.0)
        if self._overlaps(one, _SAME_MOMENT if says else 0.0):
            return True
        return self._overlaps(one, _MARGIN) and all(_away(segment, one.word) > 0 for segment in others)

    def _overlaps(self, one: Heard, margin: float) -> bool:
        if not self._timed:
            return True
        return one.earliest < self._end + margin and one.latest > self._start - margin


def _anchors(earlier: Sequence[Segment], heard: Sequence[Heard]) -> list[int | None]:
    """The segment in which the same word was heard at the same moment before; of one that is struck, at any."""
    known = [(n, word) for n, segment in enumerate(earlier) for word in _machine_words(segment)]
    before, now = [word_key(w.text) for _n, w in known], [word_key(one.word.text) for one in heard]
    anchors: list[int | None] = [None] * len(heard)
    said = Counter(n for n, _word in known)
    for block in LCSseq.opcodes(before, now).as_matching_blocks():
        alike = Counter(n for n, _word in known[block.a : block.a + block.size])
        phrases = {
            n
            for n, count in alike.items()
            if earlier[n].release is Release.STRUCK and count >= min(_PHRASE, said[n])
        }
        for (n, word), j in zip(known[block.a :], range(block.b, block.b + block.size), strict=False):
            if n in phrases or abs(_middle(word) - _middle(heard[j].word)) <= _SAME_MOMENT:
                anchors[j] = n
    return anchors


def _limits(anchors: Sequence[int | None]) -> list[tuple[int, int | None]]:
    """For each word between which segments of the earlier transcript it stands, by the words around it."""
    before, after = _latest(anchors), _latest(anchors[::-1])[::-1]
    return [(first or 0, last) for first, last in zip(before, after, strict=True)]


def _latest(anchors: Sequence[int | None]) -> list[int | None]:
    latest: list[int | None] = []
    for n in anchors:
        latest.append(n if n is not None or not latest else latest[-1])
    return latest


def _by_time(earlier: Sequence[Segment], one: Heard, first: int, last: int | None) -> int | None:
    limits = range(first, len(earlier) if last is None else last + 1)
    among = [n for n in limits if earlier[n].role is one.of.role or first == last]
    nearest = min(among, key=lambda n: _away(earlier[n], one.word), default=None)
    if nearest is None or (first != last and _away(earlier[nearest], one.word) > _NEAR):
        return None
    return nearest


def _away(segment: Segment, word: Word) -> float:
    """Seconds between the middle of ``word`` and the segment; 0 where it lies in it."""
    return max(segment.start - _middle(word), _middle(word) - segment.end, 0.0)


def _middle(word: Word) -> float:
    return (word.start + word.end) / 2
