"""Where a text may hold a mishearing: the same as was corrected before, like it, or what sounds like a term."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial

from sessions.i18n import N_
from sessions.lexicon import ENDINGS, Lexicon, letters
from sessions.mishearing import Correction
from sessions.placed import placed, unsure_places
from sessions.replacing import Replacement
from sessions.sounding import sound
from sessions.text import fold
from sessions.transcript import Word as Timed
from sessions.words import Word

CORRECTED = N_("corrected before")
LIKE_CORRECTED = N_("like what was corrected before")
SOUNDS_LIKE = N_("sounds like this term")

_WORDS = 4
_SMALL = frozenset((*ENDINGS, "een", "a", "an"))
"""Words that may look like the end of the one before them: "vonk en"."""

# numbers of sounds
_SHORTEST = 6
_RATHER_LONG = 9
_LONG = 10


class Proposer:
    """Finds mishearings in the texts of one session. Made once: it remembers what it looked up.

    ``corrections`` are what was corrected before; ``lexicon`` holds the terms and the ordinary words.
    """

    def __init__(
        self, lexicon: Lexicon, corrections: Iterable[Correction] = (), language: str = "nl"
    ) -> None:
        self._lexicon = lexicon
        self._language = language
        self._exact: dict[str, str] = {}
        self._inflected: dict[str, str] = {}
        self._heard: dict[str, str] = {}
        for one in corrections:
            self._exact[letters(one.heard)] = one.term
            self._heard.setdefault(sound(one.heard, language), one.term)
            for ending in ENDINGS[1:]:
                self._inflected.setdefault(letters(one.heard) + ending, one.term + ending)
        self._terms = {key: term for term in lexicon.terms if len(key := sound(term, language)) >= _SHORTEST}
        self._single: dict[tuple[str, bool], tuple[str, str] | None] = {}

    def suggestions(
        self, text: str, words: Sequence[Timed] = (), refused: Collection[tuple[str, str]] = ()
    ) -> list[Replacement]:
        """What in ``text`` may be meant otherwise, none over another; never what is in ``refused``
        (heard, instead). ``words`` tell how sure the machine was."""
        said = placed(text)
        unsure = unsure_places(text, words)
        turned_down = {(letters(heard), fold(instead)) for heard, instead in refused}
        found: list[Replacement] = []
        free = [True] * len(said)
        for part in _windows(said):
            if not all(free[part.start : part.stop]):
                continue
            one = self._look(text, said[part.start : part.stop], unsure)
            if one is None or _stands_there(said, part, one.instead):
                continue
            if (letters(one.heard), fold(one.instead)) not in turned_down:
                found.append(one)
                free[part.start : part.stop] = [False] * len(part)
        return sorted(found, key=lambda r: r.start)

    def _look(self, text: str, part: Sequence[Word], unsure: Collection[int]) -> Replacement | None:
        start, end = part[0].start, part[-1].end
        words = tuple(word.folded for word in part)
        meant = self._meant(words, any(word.start in unsure for word in part))
        heard = text[start:end]
        if meant is None or heard.casefold() == meant[0].casefold():
            return None
        return Replacement(start, end, heard, _with_case_of(heard, meant[0]), meant[1])

    def _meant(self, words: tuple[str, ...], unsure: bool) -> tuple[str, str] | None:
        """What was meant and why; None where the words are right for all that is known."""
        joined = "".join(words)
        if exact := self._exact.get(joined):
            return exact, CORRECTED
        if len(words) > 1:
            return self._in_pieces(words, joined)
        if (joined, unsure) not in self._single:
            self._single[joined, unsure] = self._one_word(joined, unsure)
        return self._single[joined, unsure]

    def _in_pieces(self, words: tuple[str, ...], joined: str) -> tuple[str, str] | None:
        """A term, or a known mishearing, that was written as several words."""
        if words[-1] in _SMALL:
            return None
        if inflected := self._inflected.get(joined):
            return inflected, CORRECTED
        for ending in ENDINGS:
            known = (
                self._lexicon.by_letters.get(joined.removesuffix(ending)) if joined.endswith(ending) else None
            )
            if known and not _same_words(words, known + ending):
                return known + ending, SOUNDS_LIKE
        strange = not all(self._lexicon.knows(word) for word in words)
        return self._alike(sound(joined, self._language)) if strange else None

    def _one_word(self, word: str, unsure: bool) -> tuple[str, str] | None:
        if inflected := self._inflected.get(word):
            return inflected, CORRECTED
        if self._lexicon.knows(word):
            return None
        stems = [(word.removesuffix(e), e) for e in ENDINGS if len(word) > len(e) and word.endswith(e)]
        for look in (self._alike, partial(self._near, unsure=unsure)):
            for stem, ending in stems:
                if found := look(sound(stem, self._language)):
                    return found[0] + ending, found[1]
        return None

    def _alike(self, key: str) -> tuple[str, str] | None:
        if key in self._heard:
            return self._heard[key], LIKE_CORRECTED
        return (self._terms[key], SOUNDS_LIKE) if key in self._terms else None

    def _near(self, key: str, *, unsure: bool) -> tuple[str, str] | None:
        if len(key) < _SHORTEST:
            return None
        if near := _nearest(key, self._heard, 2 if len(key) >= _LONG else 1):
            return self._heard[near], LIKE_CORRECTED
        near = _nearest(key, self._terms, _allowed(key, unsure))
        return (self._terms[near], SOUNDS_LIKE) if near else None


def _stands_there(said: Sequence[Word], part: range, instead: str) -> bool:
    """Whether ``instead`` is there already, with words around ``part``."""
    wanted = tuple(word.folded for word in placed(instead))
    around = range(max(0, part.stop - len(wanted)), part.start + 1)
    return any(
        tuple(word.folded for word in said[at : at + len(wanted)]) == wanted
        for at in around
        if at < part.start or at + len(wanted) > part.stop
    )


def _allowed(key: str, unsure: bool) -> int:
    """How many sounds may differ from those of a term: a surely heard word is seldom another one."""
    if unsure:
        return 2 if len(key) >= _LONG else 1
    return 1 if len(key) >= _RATHER_LONG else 0


def _same_words(words: tuple[str, ...], other: str) -> bool:
    return words == tuple(word.folded for word in placed(other))


def _nearest(key: str, keys: dict[str, str], allowed: int) -> str | None:
    if not allowed or not keys:
        return None
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    found = process.extractOne(key, keys.keys(), scorer=DamerauLevenshtein.distance, score_cutoff=allowed)
    return str(found[0]) if found else None


def _windows(said: Sequence[Word]) -> Iterator[range]:
    """Words after each other in one clause, the longest first: what was heard in pieces is one thing."""
    for length in range(_WORDS, 0, -1):
        for at in range(len(said) - length + 1):
            if all(not word.after.strip(" -\u2010\u2011") for word in said[at : at + length - 1]):
                yield range(at, at + length)


def _with_case_of(heard: str, term: str) -> str:
    return term[:1].upper() + term[1:] if heard[:1].isupper() else term
