"""What a name looks like in a text: capitals, codes such as drawing numbers, and words of names that are known."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from sessions.text import fold

LETTERS = re.compile(r"[^\W_]+")
LONG_ENOUGH = 4
"""Letters: a name of at least so many is looked for in longer words too."""

_TOKEN = re.compile(r"[^\W_]+(?:[-‑–/._'’][^\W_]+)*")
_SENTENCE_ENDS = re.compile(r"[.!?…:\n]")
_POSSESSIVE = re.compile(r"['’]s$")
PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "het", "ter", "ten", "te", "el", "al", "la", "le", "du"}
)
_QUANTITY = re.compile(
    r"\d+([.,]\d+)?(-\d+([.,]\d+)?)?([a-zµ°%²³]{1,4}|A|V|W|C|N|K|J|L|Hz|kHz|MHz|Pa|µS|kV|kW)?"
)
_LONG_NUMBER = 5


@dataclass(frozen=True)
class _Token:
    text: str
    after_end: bool  # nothing, or the end of a sentence, stands before it
    beside: bool  # only white space stands between it and the one before


@dataclass(frozen=True)
class Shapes:
    """Folded words: ``usual`` ones are no names; ``common`` ones begin a sentence with a capital that says nothing;
    ``parts`` are words of known names, and ``names`` known names without their spaces."""

    usual: Collection[str]
    common: Collection[str] = frozenset()
    parts: Collection[str] = frozenset()
    names: Sequence[str] = field(default=())

    def names_in(self, text: str) -> Iterator[str]:
        """Words that may be names, as they are written; those of one name together."""
        run: list[_Token] = []
        for token in _tokens(text):
            named = self._named(token) or self.is_part(token.text)
            if run and token.beside and not token.after_end and (named or _joins(token)):
                run.append(token)
                continue
            yield from _finished(run)
            run = [token] if named and (not token.after_end or self._tells(token)) else []
            if not run and (_is_code(token.text) or self._holds(token.text)) and not self._is_usual(token):
                yield token.text
        yield from _finished(run)

    def is_part(self, text: str) -> bool:
        """Whether a word of a known name stands in ``text``, by itself or with an "s" behind it."""
        words = LETTERS.findall(fold(text))
        return any(word in self.parts or word.removesuffix("s") in self.parts for word in words)

    def _named(self, token: _Token) -> bool:
        parts = [part for part in LETTERS.findall(token.text) if fold(part) not in self.usual]
        return any(part[0].isupper() and len(part) > 1 for part in parts)

    def _tells(self, token: _Token) -> bool:
        """Whether it is no word that a sentence simply begins with."""
        words = LETTERS.findall(fold(token.text))
        return self.is_part(token.text) or any(w not in self.usual and w not in self.common for w in words)

    def _is_usual(self, token: _Token) -> bool:
        return all(word in self.usual for word in LETTERS.findall(fold(token.text)))

    def _holds(self, text: str) -> bool:
        folded = fold(text)
        return any(name in folded for name in self.names)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        between = text[end : match.start()]
        starts = not tokens or bool(_SENTENCE_ENDS.search(between))
        tokens.append(_Token(_POSSESSIVE.sub("", match.group()), starts, between.isspace()))
        end = match.end()
    return tokens


def _finished(run: list[_Token]) -> Iterator[str]:
    """The words of ``run`` as one name, without particles at its end."""
    while run and _joins(run[-1]):
        run = run[:-1]
    if run:
        yield " ".join(token.text for token in run)


def _joins(token: _Token) -> bool:
    return token.text in PARTICLES


def _is_code(text: str) -> bool:
    """Whether it is like a drawing number: digits with letters or hyphens, or many digits."""
    if not any(c.isdigit() for c in text):
        return False
    if text.isdigit():
        return len(text) >= _LONG_NUMBER
    digits = sum(c.isdigit() for c in text)
    if _QUANTITY.fullmatch(text):
        return "-" in text and digits >= _LONG_NUMBER
    return any(c.isalpha() for c in text) or "-" in text or "/" in text
