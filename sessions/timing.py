"""Where in the sound the words of a changed text lie, going by the words that were left as they were."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from sessions.text import clean, fold
from sessions.transcript import UNSURE_BELOW, Segment, Word

_LETTERS = re.compile(r"\w+")


def timed(text: str, known: Sequence[Word], start: float, end: float) -> tuple[Word, ...]:
    """The words of ``text`` with times in seconds, the first with none before ``start``, the last none after ``end``.

    Words that stand among ``known`` keep their time and probability. Those that came between share the time
    of what they stand for, by their letters, and have probability 1: a person wrote them.
    """
    written = re.findall(r"\S+", clean(text))
    before, after = [word_key(w.text) for w in known], [word_key(w) for w in written]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    words: list[Word] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            words += [_kept(known[i], written[j]) for i, j in zip(range(i1, i2), range(j1, j2), strict=True)]
        elif j2 > j1:
            words += _shared(written[j1:j2], *_room(known, i1, i2, start, end))
    return tuple(words)


def word_spans(segment: Segment) -> list[tuple[int, int, Word]]:
    """Where in the current text each word with a time begins and ends, in characters, in their order.

    A word that cannot be found in the text any more is left out.
    """
    spans, at = [], 0
    for word in segment.current_words:
        heard = clean(word.text).strip()
        found = segment.text.find(heard, at) if heard else -1
        if found >= 0:
            at = found + len(heard)
            spans.append((found, at, word))
    return spans


def unsure(segment: Segment) -> list[tuple[int, int]]:
    """Where in the current text the words stand that the machine hardly heard, without their punctuation."""
    doubtful = (span for span in word_spans(segment) if span[2].probability < UNSURE_BELOW)
    return [_letters_of(segment.text, start, end) for start, end, _word in doubtful]


def _letters_of(text: str, start: int, end: int) -> tuple[int, int]:
    inner = re.search(r"\w(?:.*\w)?", text[start:end], re.DOTALL)
    return (start + inner.start(), start + inner.end()) if inner else (start, end)


def word_key(word: str) -> str:
    """A word for comparison: its letters and digits without accents, in lower case; marks alone as they are."""
    return "".join(_LETTERS.findall(fold(word))) or word.strip()


def _kept(word: Word, written: str) -> Word:
    """The same word; where only its spelling was mended, a person stands for it."""
    same = clean(word.text).strip() == written
    return Word(word.start, word.end, f" {written}", word.probability if same else 1.0)


def _room(known: Sequence[Word], first: int, last: int, start: float, end: float) -> tuple[float, float]:
    """The time of the words ``first``:``last``, or of the pause where there are none."""
    if last > first:
        return known[first].start, known[last - 1].end
    begin = known[first - 1].end if first else start
    finish = known[first].start if first < len(known) else end
    return begin, max(begin, finish)


def _shared(written: Sequence[str], begin: float, finish: float) -> Iterator[Word]:
    letters = sum(len(word) for word in written)
    at = 0
    for word in written:
        share = (finish - begin) / letters
        yield Word(begin + at * share, begin + (at + len(word)) * share, f" {word}", 1.0)
        at += len(word)
