"""Names that should not leave: each has a replacement, in every document of the programme."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import accumulate

from sessions import hesitating
from sessions.text import fold
from sessions.transcript import Word

_LETTERS = re.compile(r"[^\W_]+")
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_BETWEEN = r"[\s\-_]"
_PAUSE = r"(?:[\s\-_,]|\.{2,})"
_SOUND = rf"(?:{'|'.join(sorted(hesitating.EVERY, key=len, reverse=True))}){_NO_LETTER_AFTER}"
_CUT_OFF = r"[^\W\d_]+-+(?=[\s,])"
_HESITATION = rf"(?:{_PAUSE}+(?:{_SOUND}|{_CUT_OFF}))*"
_LONGEST_REPEAT = 4  # words
_MOST_REPEATS = 3
_ENDING = r"(?P<ending>'?s)?"
_OPENING, _CLOSING = " \t\xa0\"'“„‘«([<-–—•*", "\"'”’»)]>"
_ABBREVIATED = re.compile(
    r"(?:\b[^\W\d_]|\b(?:dhr|mevr|mw|mr|mrs|dr|ir|ing|prof|fa|bijv|bv|evt|incl|excl|resp|nr|vs|ca))\.$", re.I
)
_APOSTROPHES, _HYPHENS = "'’‘ʼ`´", "-‐‑‒–—−"


@dataclass(frozen=True)
class Pseudonym:
    """A name (of a customer, a colleague, a drawing) and what stands in its place in every document."""

    name: str
    replacement: str
    by: str
    at: datetime
    id: int = 0


@dataclass(frozen=True)
class Found:
    """A name at ``start``:``stop`` of a text, in characters, and what is to stand there; ``id`` is the pseudonym's."""

    start: int
    stop: int
    put: str
    id: int


class Replacer:
    """Puts the replacement in the place of every name: as whole words, whatever their case and accents.

    An "s" or "'s" behind a name stays. At the start of a sentence the replacement begins with a capital, unless the
    name began with a small letter. The words of a name may be parted by any white space, hyphen or comma and as
    people hesitate ("Jan eh Jansen", "Jan van van Dam", "Jan Jan- Jansen"), and it is found in what is put together
    with a hyphen ("Jansen-matrijs") but not in one word ("Jansenmatrijs").
    Of names that overlap the longest goes first, and what is left of the other is replaced too. As long as
    no two :func:`meet`, a text in which names were replaced stays as it is.
    """

    def __init__(self, pseudonyms: Iterable[Pseudonym]) -> None:
        ordered = sorted(pseudonyms, key=lambda p: (-len(fold(p.name)), p.name))
        self._rules = [
            (_longest(p.name), _pattern(p.name), p) for p in ordered if _LETTERS.search(fold(p.name))
        ]

    def __bool__(self) -> bool:
        return bool(self._rules)

    def text(self, text: str) -> str:
        """``text`` without any of the names."""
        for found in reversed(self.find(text)):
            text = text[: found.start] + found.put + text[found.stop :]
        return text

    def find(self, text: str) -> list[Found]:
        """Where the names stand in ``text``, in order."""
        folded, places = _folded(text)
        covered = [False] * len(folded)
        found = []
        for word, pattern, pseudonym in self._rules:
            if word not in folded:
                continue
            for match in pattern.finditer(folded):
                start, stop = _free(folded, covered, *match.span())
                if start == stop:
                    continue
                covered[start:stop] = [True] * (stop - start)
                # up to the next character: an accent that was written apart goes with its letter
                until = places[stop] if stop < len(places) else len(text)
                put = _with_s(pseudonym.replacement) if match["ending"] else pseudonym.replacement
                if not text[places[start]].islower() and begins_sentence(text, places[start]):
                    put = put[0].upper() + put[1:]
                found.append(Found(places[start], until, put, pseudonym.id))
        return sorted(found, key=lambda one: one.start)

    def words(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """``words`` without any of the names. What stands for a name takes the time of its words, word for word
        where there are as many, and else shared evenly, with the smallest of their probabilities."""
        beside = "" if any(w.text[:1].isspace() for w in words[1:]) else " "
        texts = [w.text + beside for w in words]
        ends = list(accumulate(len(text) for text in texts))
        found = self.find("".join(texts))
        kept: list[Word] = []
        at = 0
        for first, last, group in _groups(found, ends):
            offset = ends[first] - len(texts[first])
            moved = [replace(f, start=f.start - offset, stop=f.stop - offset) for f in group]
            kept += [*words[at:first], *_timed(_put("".join(texts[first:last]), moved), words[first:last])]
            at = last
        return (*kept, *words[at:])


def begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence begins at ``at``. Behind an abbreviation or an ellipsis it goes on."""
    before = text[:at].rstrip(_OPENING)
    if not before or before.endswith("\n"):
        return True
    end = before.rstrip(_CLOSING)
    parted = any(sign.isspace() for sign in text[len(before) : at])
    if not parted or not end.endswith((".", "!", "?")):
        return False
    return not end.endswith("..") and not _ABBREVIATED.search(end)


def meet(name: str, replacement: str) -> bool:
    """Whether ``name`` could be found in, or across the edge of, ``replacement``: replacing would never end."""
    if not _LETTERS.search(fold(name)):
        return False
    if stands_in(name, replacement):
        return True
    one, other = _bare(name), _bare(replacement)
    return any(_agree(one, other, shift) for shift in range(1 - len(one), len(other)))


def _agree(one: Sequence[str], other: Sequence[str], shift: int) -> bool:
    """Whether all words that lie beside each other are the same, with ``one`` put ``shift`` words further."""
    pairs = [(word, other[at + shift]) for at, word in enumerate(one) if 0 <= at + shift < len(other)]
    return bool(pairs) and all(word == beside for word, beside in pairs)


def _bare(text: str) -> list[str]:
    return [word.rstrip("s") or word for word in _LETTERS.findall(_folded(text)[0])]


def stands_in(name: str, text: str) -> bool:
    """Whether ``name`` is found in ``text``, as a :class:`Replacer` finds it."""
    return bool(_LETTERS.search(fold(name)) and _pattern(name).search(_folded(text)[0]))


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for case, accents, white space and hyphens."""
    return bool(_pattern(one).fullmatch(_folded(other)[0])) and bool(
        _pattern(other).fullmatch(_folded(one)[0])
    )


def _longest(name: str) -> str:
    """The longest word of ``name``, as it stands in folded text wherever the name is found."""
    return max(_LETTERS.findall(_folded(name)[0]), key=len, default="")


@lru_cache(maxsize=1024)
def _pattern(name: str) -> re.Pattern[str]:
    """What finds ``name`` in folded text."""
    folded = _folded(name)[0].strip()
    parts = re.split(r"([^\W_]+)", folded)
    words = parts[1::2]
    body = "".join(
        re.escape(word) + _repeats(words[: at + 1]) + _joint(word, parts[2 * at + 2], words[at + 1])
        for at, word in enumerate(words[:-1])
    )
    body += re.escape(words[-1]) if words else ""
    dot = r"(?:\.(?=\s*[^\W_]))?" if folded.endswith(".") else ""
    return re.compile(_NO_LETTER_BEFORE + body + _ENDING + _NO_LETTER_AFTER + dot)


def _repeats(said: Sequence[str]) -> str:
    """The last words of ``said`` once more, of one up to a few, as people begin a name again."""
    again = [said[-n:] for n in range(1, min(len(said), _LONGEST_REPEAT) + 1)]
    either = "|".join(f"{_PAUSE}+".join(map(re.escape, words)) + _NO_LETTER_AFTER for words in again)
    return f"(?:{_HESITATION}{_PAUSE}+(?:{either})){{0,{_MOST_REPEATS}}}"


def _joint(before: str, between: str, after: str) -> str:
    """What may stand between two words of a name where ``between`` stands: a full stop may be left out, and
    so may all between a digit and a letter ("4711-A" is "4711A"). Two numbers are parted as in the name only."""
    signs = [
        re.escape(sign) + ("?" if sign == "." else "") for sign in between if not re.match(_BETWEEN, sign)
    ]
    numbers = before[-1].isdigit() and after[0].isdigit()
    hesitation, pause = ("", _BETWEEN) if numbers else (_HESITATION, _PAUSE)
    if signs:
        return f"{hesitation}{pause}*" + "".join(f"{sign}{hesitation}{pause}*" for sign in signs)
    return hesitation + pause + ("*" if before[-1].isdigit() != after[0].isdigit() else "+")


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """``text`` for comparison, and for each of its letters its place in ``text``."""
    if text.isascii():
        return text.lower().replace("`", "'"), range(len(text))
    if all(len(_plain(char)) == 1 for char in set(text)):
        return "".join(map(_plain, text)), range(len(text))
    pairs = [(letter, at) for at, char in enumerate(text) for letter in _plain(char)]
    return "".join(letter for letter, _at in pairs), [at for _letter, at in pairs]


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    if char in _APOSTROPHES:
        return "'"
    if char in _HYPHENS:
        return "-"
    if unicodedata.category(char) == "Cf":  # soft hyphens and other characters that nobody sees
        return ""
    return fold(unicodedata.normalize("NFKC", char))


def _free(folded: str, covered: Sequence[bool], start: int, stop: int) -> tuple[int, int]:
    """The first part of ``start``:``stop`` that is not covered, from letter to letter; empty where there is none."""
    while start < stop and (covered[start] or folded[start].isspace()):
        start += 1
    end = start
    while end < stop and not covered[end]:
        end += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return (start, end) if _LETTERS.search(folded, start, end) else (start, start)


def _with_s(replacement: str) -> str:
    """Its genitive or plural, as Dutch writes it."""
    last = replacement[-1]
    if fold(last) in "sxz" and not last.isupper():
        return f"{replacement}'"
    return f"{replacement}'s" if not last.islower() or fold(last) in "aiouy" else f"{replacement}s"


def _groups(found: Iterable[Found], ends: Sequence[int]) -> Iterator[tuple[int, int, list[Found]]]:
    """The names by the words that they stand in: from the first up to the last, which no two groups share."""
    groups: list[tuple[int, int, list[Found]]] = []
    for one in found:
        first = next(at for at, end in enumerate(ends) if end > one.start)
        last = next(at for at, end in enumerate(ends) if end >= one.stop) + 1
        if groups and groups[-1][1] > first:
            begin, _end, group = groups.pop()
            groups.append((begin, last, [*group, one]))
        else:
            groups.append((first, last, [one]))
    return iter(groups)


def _put(text: str, found: Sequence[Found]) -> str:
    for one in reversed(found):
        text = text[: one.start] + one.put + text[one.stop :]
    return text


def _timed(text: str, words: Sequence[Word]) -> list[Word]:
    """The words of ``text`` in the time of ``words``."""
    written = text.split()
    if len(written) == len(words):
        return [replace(word, text=f" {put}") for word, put in zip(words, written, strict=True)]
    start, share = words[0].start, (words[-1].end - words[0].start) / max(1, len(written))
    surely = min(word.probability for word in words)
    return [
        Word(start + at * share, start + (at + 1) * share, f" {put}", surely)
        for at, put in enumerate(written)
    ]
