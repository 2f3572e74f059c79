"""Whether two statements say the same in nearly the same words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from exports.draft.bearing import Bearing, bearing
from exports.draft.measures import Measure, measures
from sessions.placed import placed
from sessions.words import Word

FEW_WORDS = 4
"""A statement of fewer words that carry something is the same as another only word for word."""

SPELLING = 85.0
"""How alike two longer words must be to be one, spelt or inflected otherwise (rapidfuzz ratio, 0 to 100)."""

_LONG = 8  # letters
_START = 4  # letters


@dataclass(frozen=True)
class Gist:
    """What a text says, as far as it can be compared: its words, its numbers, and the words that carry something."""

    text: str
    said: tuple[Word, ...]
    measures: tuple[Measure, ...]
    words: tuple[str, ...]
    language: Bearing | None

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """Every word, folded."""
        return tuple(word.folded for word in self.said)

    @cached_property
    def key(self) -> str:
        """Its words in the order of the alphabet, for comparing many at once."""
        return " ".join(sorted(self.words))

    @cached_property
    def numbers(self) -> tuple[tuple[str, str], ...]:
        """Its numbers with their units."""
        return tuple(measure.key for measure in self.measures)

    @cached_property
    def ordered(self) -> bool:
        """Whether the order of its words makes what it says ("sneller dan", "niet dit, maar dat")."""
        if (
            self.language is None
            or len(self.measures) > 1
            or not self.language.ordering.isdisjoint(self.plain)
        ):
            return True
        than = (
            a.endswith(self.language.comparing) for a, b in pairwise(self.plain) if b == self.language.than
        )
        denies = not self.language.denying.isdisjoint(self.plain)
        return any(than) or (denies and any(word.ends_clause for word in self.said[:-1]))


@lru_cache(maxsize=16384)
def gist(text: str, language: str) -> Gist:
    """What ``text`` says; in a language without a word list every word carries something."""
    said = placed(text)
    found = measures(text, said, language)
    known = bearing(language)
    taken = {at for measure in found for at in range(measure.start, measure.stop)}
    filling = known.filling if known else frozenset()
    words = tuple(w.folded for at, w in enumerate(said) if at not in taken and w.folded not in filling)
    return Gist(text, said, found, words, known)


def alike(one: Gist, other: Gist) -> bool:
    """Whether only harmless words differ: every word that carries something has its partner in the other."""
    if one.numbers != other.numbers or one.language is not other.language:
        return False
    if one.plain == other.plain:
        return True
    if one.language is None or len(one.words) != len(other.words):
        return False
    if len(one.words) + len(one.measures) < FEW_WORDS or _by_others_or_elsewhere(one, other, one.language):
        return False
    places = _partners(one.words, other.words, one.language)
    if places is None:
        return False
    telling = one.language.opposite.keys() | one.language.related.keys()
    opposites = [place for word, place in zip(one.words, places, strict=True) if word in telling]
    if one.ordered or other.ordered or not _in_order(opposites):
        return _in_order(places)
    # with "ik" in both, what goes around the verb is no subject: "de draad raakt de plaat" has none
    moves = 2 if all(one.language.speakers & set(g.plain) for g in (one, other)) else 1
    return _moves(places) <= moves and _still_bound(one.words, places, one.language)


def _by_others_or_elsewhere(one: Gist, other: Gist, language: Bearing) -> bool:
    """Whether the words that may lack are other ones: "ik" against "ze", "op" against "in"."""
    mine, theirs = (frozenset(gist.plain) for gist in (one, other))
    by_others = [bool(words & language.others) for words in (mine, theirs)]
    if by_others[0] is not by_others[1] and language.speakers & (theirs if by_others[0] else mine):
        return True
    return bool((mine - theirs) & language.placing and (theirs - mine) & language.placing)


def same_word(one: str, other: str, language: Bearing) -> bool:
    """Whether two folded words are one, inflected or spelt otherwise."""
    if one == other or {one, other} <= language.choosing:
        return True
    if one in language.opposite.get(other, ()) or one[0] != other[0]:
        return False
    if not stems(one, language.endings).isdisjoint(stems(other, language.endings)):
        return True
    if min(len(one), len(other)) < _LONG or one[:_START] != other[:_START]:
        return False
    compared = [word for word in (one, other) if word.endswith(language.comparing)]
    return len(compared) != 1 and fuzz.ratio(one, other) >= SPELLING


@lru_cache(maxsize=16384)
def stems(word: str, endings: tuple[str, ...]) -> frozenset[str]:
    """What the word may be an inflection of, spelt so that "boor" and "boren", "schuif" and "schuiven" meet."""
    bases = [word, *(word.removesuffix(e) for e in endings if word.endswith(e) and len(word) - len(e) >= 3)]
    return frozenset(_bare(base) for base in bases)


def _bare(base: str) -> str:
    letters = "".join(c for at, c in enumerate(base) if at == 0 or c != base[at - 1])
    return letters[:-1] + {"z": "s", "v": "f"}.get(letters[-1], letters[-1])


def _partners(one: Sequence[str], other: Sequence[str], language: Bearing) -> list[int] | None:
    """For each word of ``one`` where its partner stands in ``other``, each used once; None where one has none."""
    free, places = list(range(len(other))), []
    for word in one:
        at = next((a for a in free if other[a] == word), None)
        if at is None:
            at = next((a for a in free if same_word(word, other[a], language)), None)
        if at is None:
            return None
        free.remove(at)
        places.append(at)
    return places


def _in_order(places: Sequence[int]) -> bool:
    return all(a < b for a, b in pairwise(places))


def _moves(places: Sequence[int]) -> int:
    """How many times the order breaks between the words that stand elsewhere: once where one group does ("Bij
    hardmetaal boor ik"), twice where two changed places around a third."""
    first, last = 0, len(places)
    while first < last and places[first] == first:
        first += 1
    while last > first and places[last - 1] == last - 1:
        last -= 1
    return sum(b != a + 1 for a, b in pairwise(places[first:last]))


def _still_bound(words: Sequence[str], places: Sequence[int], language: Bearing) -> bool:
    """Whether "als" and the like stand before the same word in both."""
    return all(
        places[at + 1] == places[at] + 1 for at in range(len(words) - 1) if words[at] in language.binding
    )
