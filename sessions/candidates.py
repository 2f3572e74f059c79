"""Words that may be names: a list for a person to check before anything leaves."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sessions.fragments import Fragment
from sessions.guides.model import Guide
from sessions.pseudonyms import Pseudonym, Replacer
from sessions.text import clean, fold

_TOKEN = re.compile(r"[^\W_]+(?:[-‑–/._'’][^\W_]+)*")
_LETTERS = re.compile(r"[^\W_]+")
_SENTENCE_ENDS = re.compile(r"[.!?…:]")
_POSSESSIVE = re.compile(r"['’]s$")
_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "het", "ter", "ten", "te", "el", "al", "la", "le", "du"}
)
_QUANTITY = re.compile(
    r"\d+([.,]\d+)?(-\d+([.,]\d+)?)?([a-zµ°%²³]{1,4}|A|V|W|C|N|K|J|L|Hz|kHz|MHz|Pa|µS|kV|kW)?"
)
_LONG_NUMBER = 5
_LONG_ENOUGH = 4


@dataclass(frozen=True)
class Candidate:
    """Words as they were written, how often, and where first ("A2·03 04:12")."""

    text: str
    count: int
    reference: str


@dataclass(frozen=True)
class _Token:
    text: str
    after_end: bool  # nothing, or the end of a sentence, stands before it
    beside: bool  # only white space stands between it and the one before


def candidates(
    fragments: Iterable[Fragment], guides: Iterable[Guide], pseudonyms: Sequence[Pseudonym]
) -> tuple[Candidate, ...]:
    """What looks like a name and has no pseudonym, the most frequent first: words with a capital in the
    middle of a sentence, codes such as drawing numbers, and longer words that hold a known name.

    A word of a glossary is none. A name that only ever begins a sentence is not found.
    """
    replacer, usual = Replacer(pseudonyms), _usual(guides, pseudonyms)
    names = [n for p in pseudonyms if len(n := fold(p.name).replace(" ", "")) >= _LONG_ENOUGH]
    counts: Counter[str] = Counter()
    written: dict[str, tuple[str, str]] = {}
    for fragment in fragments:
        for text in _names(_tokens(replacer.text(clean(fragment.segment.text))), usual, names):
            counts[fold(text)] += 1
            written.setdefault(fold(text), (text, fragment.reference))
    found = (Candidate(text, counts[key], where) for key, (text, where) in written.items())
    return tuple(sorted(found, key=lambda c: (-c.count, fold(c.text))))


def _usual(guides: Iterable[Guide], pseudonyms: Iterable[Pseudonym]) -> frozenset[str]:
    """Folded words that are no names: those of the glossaries, and what stands for names already."""
    terms = [
        t for guide in guides for term in guide.glossary for t in (term.term, *term.variants, term.english)
    ]
    texts = [*terms, *(p.replacement for p in pseudonyms)]
    return frozenset(word for text in texts for word in _LETTERS.findall(fold(text)))


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        between = text[end : match.start()]
        starts = not tokens or bool(_SENTENCE_ENDS.search(between))
        tokens.append(_Token(_POSSESSIVE.sub("", match.group()), starts, between.isspace()))
        end = match.end()
    return tokens


def _names(tokens: Sequence[_Token], usual: frozenset[str], names: Sequence[str]) -> Iterator[str]:
    run: list[_Token] = []
    for token in tokens:
        if run and token.beside and not token.after_end and (_named(token, usual) or _joins(token)):
            run.append(token)
            continue
        yield from _finished(run)
        run = [token] if _named(token, usual) and not token.after_end else []
        if not run and (_is_code(token.text) or _holds(token.text, names)) and not _is_usual(token, usual):
            yield token.text
    yield from _finished(run)


def _finished(run: list[_Token]) -> Iterator[str]:
    """The words of ``run`` as one name, without particles at its end."""
    while run and _joins(run[-1]):
        run = run[:-1]
    if run:
        yield " ".join(token.text for token in run)


def _named(token: _Token, usual: frozenset[str]) -> bool:
    parts = [part for part in _LETTERS.findall(token.text) if fold(part) not in usual]
    return any(part[0].isupper() and len(part) > 1 for part in parts)


def _joins(token: _Token) -> bool:
    return token.text in _PARTICLES


def _is_usual(token: _Token, usual: frozenset[str]) -> bool:
    return all(word in usual for word in _LETTERS.findall(fold(token.text)))


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


def _holds(text: str, names: Sequence[str]) -> bool:
    folded = fold(text)
    return any(name in folded for name in names)
