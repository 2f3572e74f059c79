"""The words of a text with their places, phrases among them, and short quotes around those."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sessions.text import clean_line, fold

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d]\w*|[%°]")
_SENTENCE_ENDS = frozenset(".?!…;:")
_CLAUSE_ENDS = _SENTENCE_ENDS | frozenset(",–—")
_BETWEEN = 5  # words
_CLEAR_CLAUSE = 4  # words; a shorter clause does not say what it was about

Phrase = tuple[tuple[str, ...], ...]
"""The folded words of a phrase, in parts between which other words may stand."""


@dataclass(frozen=True)
class Word:
    """A word, a number ("0,25") or a sign ("%") at ``start``:``end`` of its text, folded for comparison.

    ``after`` is what stands between it and the next one.
    """

    start: int
    end: int
    folded: str
    after: str

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends behind it."""
        return not _SENTENCE_ENDS.isdisjoint(self.after)

    @property
    def ends_clause(self) -> bool:
        """Whether a clause, or the whole sentence, ends behind it."""
        return not _CLAUSE_ENDS.isdisjoint(self.after)


@dataclass(frozen=True)
class Spoken:
    """A text on one line, and its words."""

    text: str
    words: tuple[Word, ...]


def spoken(text: str) -> Spoken:
    """``text`` made safe and its words; accents that were written apart are joined to their letters."""
    line = clean_line(unicodedata.normalize("NFC", text))
    found = list(_WORD.finditer(line))
    nexts = [*(m.start() for m in found[1:]), len(line)]
    words = (
        Word(m.start(), m.end(), fold(m.group()), line[m.end() : following])
        for m, following in zip(found, nexts, strict=False)
    )
    return Spoken(line, tuple(words))


@lru_cache(maxsize=4096)
def phrase(text: str) -> Phrase:
    """What :func:`find` looks for: the words of ``text``; at "…" a few other ones may stand between."""
    parts = (tuple(word.folded for word in spoken(part).words) for part in re.split(r"…|\.\.\.", text))
    return tuple(part for part in parts if part)


def find(wanted: Phrase, said: Sequence[Word]) -> Iterator[range]:
    """Where ``wanted`` stands in one sentence of ``said``."""
    begins = wanted[0][0] if wanted else ""
    for at in (at for at, word in enumerate(said) if word.folded == begins):
        end = _end(wanted, said, at)
        if end and not any(word.ends_sentence for word in said[at : end - 1]):
            yield range(at, end)


def _end(wanted: Phrase, said: Sequence[Word], at: int) -> int | None:
    """Where ``wanted`` ends if it begins at ``at``, None where it does not."""
    first, *others = wanted
    if not _stands(first, said, at):
        return None
    end = at + len(first)
    for part in others:
        starts = (start for start in range(end, end + _BETWEEN + 1) if _stands(part, said, start))
        if (start := next(starts, None)) is None:
            return None
        end = start + len(part)
    return end


def _stands(part: tuple[str, ...], said: Sequence[Word], at: int) -> bool:
    return tuple(word.folded for word in said[at : at + len(part)]) == part


def quote(said: Spoken, hit: range, most: int = 12) -> str:
    """What was said around ``hit``, as it was said: its sentence, else its clause, else ``most`` words of it.

    An ellipsis stands where words of the sentence were left out in the middle of a clause.
    """
    sentence = _around(said.words, hit, "ends_sentence")
    clause = _around(said.words, hit, "ends_clause")
    if len(sentence) <= most:
        return _cut(said, sentence)
    if _CLEAR_CLAUSE <= len(clause) <= most:
        return _cut(said, clause)
    window = _window(sentence, hit, max(most, len(hit)))
    before = "… " if window.start > sentence.start else ""
    return before + _cut(said, window) + (" …" if window.stop < sentence.stop else "")


def _around(words: Sequence[Word], hit: range, ends: str) -> range:
    first, last = hit.start, hit.stop - 1
    while first > 0 and not getattr(words[first - 1], ends):
        first -= 1
    while last < len(words) - 1 and not getattr(words[last], ends):
        last += 1
    return range(first, last + 1)


def _window(sentence: range, hit: range, most: int) -> range:
    first = max(sentence.start, hit.start - (most - len(hit)) // 2)
    last = min(sentence.stop, first + most)
    return range(max(sentence.start, last - most), last)


def _cut(said: Spoken, part: range) -> str:
    return said.text[said.words[part.start].start : said.words[part.stop - 1].end]
