"""What a person's correction teaches: which term was meant where the machine heard something else."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, partial

from sessions.lexicon import ENDINGS, Lexicon, letters
from sessions.new_terms import new_term
from sessions.placed import placed
from sessions.sounding import likeness, sound
from sessions.spoken_numbers import is_number
from sessions.words import Word

LONGEST = 4
"""Words; what is longer is a rewording."""

_LIKE_A_KNOWN_TERM = 0.5
_LIKE_ANY_WORD = 0.6
_NEAR_THE_GLOSSARY = 0.8
_SHORTEST = 4  # letters
_WIDER = ((2, 0), (0, 2), (1, 1), (1, 0), (0, 1))


@dataclass(frozen=True)
class Correction:
    """``heard`` stood where ``term`` was meant; both as they were written, words between single spaces.

    ``heard`` is empty where another word stood, that is not taken for the term elsewhere.
    """

    heard: str
    term: str


def learned(
    before: str, after: str, lexicon: Lexicon, language: str = "nl", said: Collection[str] = frozenset()
) -> list[Correction]:
    """The terms in what a person made of a text: words that sound or are spelled like those they replaced,
    and that are known, near something known, or no ordinary words; and up to three words that nothing knows,
    in the place of a few others. ``said`` are the words, folded, that the model wrote by itself.

    Deleting, rewording, punctuation, grammar and numbers teach nothing.
    """
    old, new = placed(before), placed(after)
    matcher = SequenceMatcher(None, _folded(old), _folded(new), autojunk=False)
    found: dict[Correction, None] = {}
    for tag, i1, i2, j1, j2 in _changes(matcher, before, after, old, new):
        if tag == "replace" and max(i2 - i1, j2 - j1) <= 2 * LONGEST:
            left, right = _around(old, new, (i1, i2, j1, j2), lexicon)
            heard, meant = (
                _texts(before, old[i1 - left : i2 + right]),
                _texts(after, new[j1 - left : j2 + right]),
            )
            terms = [
                term
                for pair in _aligned(heard, meant, lexicon, language)
                for term in _term(*pair, lexicon, language)
            ]
            if not terms:
                came_before = new[j1 - 1].folded if j1 else ""
                pieces = _cut(before, old[i1:i2]), _cut(after, new[j1:j2])
                term = new_term(*pieces, came_before, lexicon, language, said)
                terms = [Correction("", term)] if term else []
            found |= dict.fromkeys(terms)
    return list(found)


def _cut(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end]


def _changes(
    matcher: "SequenceMatcher[str]", before: str, after: str, old: Sequence[Word], new: Sequence[Word]
) -> Iterator[tuple[str, int, int, int, int]]:
    """What changed; words of which only the accents did are replaced too."""
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            yield tag, i1, i2, j1, j2
            continue
        for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
            if _texts(before, [old[i]])[0].casefold() != _texts(after, [new[j]])[0].casefold():
                yield "replace", i, i + 1, j, j + 1


def _around(
    old: Sequence[Word], new: Sequence[Word], change: tuple[int, int, int, int], lexicon: Lexicon
) -> tuple[int, int]:
    """How many words left and right, the same before and after, make a term of what was changed."""
    i1, i2, j1, j2 = change
    for left, right in _WIDER:
        if j1 < left or i1 < left or j2 + right > len(new) or i2 + right > len(old):
            continue
        wider = new[j1 - left : j2 + right]
        same = _folded(old[i1 - left : i1]) == _folded(new[j1 - left : j1])
        same = same and _folded(old[i2 : i2 + right]) == _folded(new[j2 : j2 + right])
        if same and lexicon.term(" ".join(_folded(wider))):
            return left, right
    return 0, 0


def _folded(words: Sequence[Word]) -> list[str]:
    return [word.folded for word in words]


def _texts(text: str, words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(text[word.start : word.end] for word in words)


def _aligned(
    heard: tuple[str, ...], meant: tuple[str, ...], lexicon: Lexicon, language: str
) -> list[tuple[str, str]]:
    """Which of ``meant`` stands for which of ``heard``: the pairs that are most alike, in order."""
    if lexicon.term(" ".join(meant)):
        return [(" ".join(heard), " ".join(meant))]

    @cache
    def best(i: int, j: int) -> tuple[float, tuple[tuple[str, str], ...]]:
        if i == len(heard) or j == len(meant):
            return 0.0, ()
        options = [best(i + 1, j), best(i, j + 1)]
        for to_i in range(i + 1, min(i + LONGEST, len(heard)) + 1):
            for to_j in range(j + 1, min(j + LONGEST, len(meant)) + 1):
                one, other = " ".join(heard[i:to_i]), " ".join(meant[j:to_j])
                gain, pairs = best(to_i, to_j)
                gain += likeness(one, other, language) * len(letters(other)) - 0.1 * (to_i - i + to_j - j)
                options.append((gain, ((one, other), *pairs)))
        return max(options, key=lambda option: (option[0], len(option[1])))

    return list(best(0, 0)[1])


def _term(heard: str, meant: str, lexicon: Lexicon, language: str) -> list[Correction]:
    if all(_numbers(heard, language)) or any(_numbers(meant, language)):
        return []
    heard, meant = _uninflected(heard, meant, lexicon)
    known = lexicon.term(meant)
    if heard.casefold() == (known or meant).casefold() or lexicon.term(heard) not in (None, known):
        return []
    alike = likeness(heard, meant, language)
    if known:
        return [Correction(heard, known)] if alike >= _LIKE_A_KNOWN_TERM else []
    looks = alike >= _LIKE_ANY_WORD and len(letters(meant)) >= _SHORTEST
    if _is_a_name(heard, meant):
        return [Correction(heard, meant)] if looks else []
    looks = looks and not _inflects(heard, meant, language)
    return [Correction(heard, meant)] if looks and _is_of_the_trade(meant, lexicon, language) else []


def _is_a_name(heard: str, meant: str) -> bool:
    return meant[0].isupper() and not heard[0].isupper()


def _numbers(text: str, language: str) -> list[bool]:
    return [is_number(word.folded, language) for word in placed(text)]


def _uninflected(heard: str, meant: str, lexicon: Lexicon) -> tuple[str, str]:
    """Both without the ending that they share, where what is left is a term ("nasnedes")."""
    for ending in ENDINGS[1:]:
        both_have_it = heard.endswith(ending) and meant.endswith(ending)
        if both_have_it and not lexicon.term(meant) and lexicon.term(meant.removesuffix(ending)):
            return heard.removesuffix(ending), meant.removesuffix(ending)
    return heard, meant


def _inflects(heard: str, meant: str, language: str) -> bool:
    """Whether one is the other with an ending ("groot", "grote"): grammar, no term."""
    for key in (letters, partial(sound, language=language)):
        shorter, longer = sorted((key(heard), key(meant)), key=len)
        if shorter != longer and longer.startswith(shorter) and len(longer) - len(shorter) <= 2:
            return True
    return False


def _is_of_the_trade(meant: str, lexicon: Lexicon, language: str) -> bool:
    near = any(
        likeness(meant, term, language) >= _NEAR_THE_GLOSSARY
        or (len(letters(term)) >= _SHORTEST and letters(term) in letters(meant))
        for term in lexicon.terms
    )
    return near or not lexicon.is_right(meant)
