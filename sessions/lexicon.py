"""The words that are right: what a text is compared with before anything in it is taken for a mishearing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sessions.placed import placed
from sessions.sounding import sound

ENDINGS = ("", "s", "n", "en", "e", "je", "jes", "tje", "tjes")
"""What a Dutch word may have more when it is inflected (English: "s")."""

_SHORTEST_PART = 4  # letters


@dataclass(frozen=True)
class Lexicon:
    """``terms`` of the programme's vocabulary and of the glossary, as they are written, and ``ordinary`` words
    (folded)."""

    terms: tuple[str, ...]
    ordinary: frozenset[str] = frozenset()

    def term(self, text: str) -> str | None:
        """The term that ``text`` is, as it is written there, whatever its case, accents and spaces."""
        return self.by_letters.get(letters(text))

    def is_right(self, text: str) -> bool:
        """Whether each word is ordinary, or a term, inflected or as a part of a compound."""
        return self.knows(letters(text)) or all(self.knows(word.folded) for word in placed(text))

    def knows(self, word: str) -> bool:
        """As :meth:`is_right`, for one folded word."""
        return self._is_inflected(word) or any(
            word[:at] in self._right and self._is_inflected(word[at:])
            for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        )

    @cached_property
    def by_letters(self) -> dict[str, str]:
        """Each term by its :func:`letters`."""
        return {letters(term): term for term in reversed(self.terms)}

    @cached_property
    def _right(self) -> frozenset[str]:
        parts = {word.folded for term in self.terms for word in placed(term)}
        return self.ordinary | parts | self.by_letters.keys()

    def _is_inflected(self, word: str) -> bool:
        return any(
            base in self._right
            for ending in ENDINGS
            if word.endswith(ending)
            for base in _bases(word.removesuffix(ending), ending)
        )


def letters(text: str) -> str:
    """The letters and digits of ``text``, folded: "na-snede" and "Na snede" are the same."""
    return sound(text, "")


def _bases(stem: str, ending: str) -> Iterator[str]:
    """What may stand in a dictionary: "matrijz-en" is "matrijs", "ribb-en" is "rib", "bor-en" is "boor"."""
    yield stem
    if not ending.startswith("e") or len(stem) < 3:
        return
    before, last = stem[-2], stem[-1]
    if last in "zv":
        yield stem[:-1] + {"z": "s", "v": "f"}[last]
    yield stem[:-1] if last == before else f"{stem[:-1]}{before}{last}"
