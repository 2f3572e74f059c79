"""Terms that nothing knows yet, typed where a model wrote something else altogether."""

from collections.abc import Collection

from sessions.lexicon import Lexicon, letters
from sessions.placed import placed
from sessions.sounding import likeness

MOST_WORDS = 3
"""Of a term, and of what stood in its place; what is longer is a rewording."""

_SHORTEST = 4  # letters
_SOUNDS_ALIKE = 0.5
_BEFORE = (
    "de het een deze dit die dat geen elk elke ieder iedere mijn je jouw zijn haar ons onze hun aan bij door in met "
    "naar om onder op over per tegen tussen uit van via voor zonder the a an this that these those each every my your "
    "his her its our their no at by from into of on onto through to under with without"
)
_BEFORE_A_NOUN = frozenset(_BEFORE.split())
"""What stands there: verbs and adjectives that are typed are rewordings more often than terms."""

_OF_AN_ADJECTIVE = (
    "end",
    "ende",
    "lijk",
    "lijke",
    "ig",
    "ige",
    "isch",
    "ische",
    "baar",
    "bare",
    "zaam",
    "zame",
)


def new_term(
    heard: str, meant: str, before: str, lexicon: Lexicon, language: str, said: Collection[str]
) -> str | None:
    """The term in ``meant``, which a person typed for ``heard`` behind the word ``before``; None where each word
    is known, or ``said`` (folded) by the model itself, and for what is like ``heard``, a name or a number."""
    words = placed(meant)
    if not heard or len(placed(heard)) > MOST_WORDS or len(words) > MOST_WORDS:
        return None
    first = next((n for n, word in enumerate(words) if not lexicon.knows(word.folded)), len(words))
    unknown = [word for word in words if not lexicon.knows(word.folded)]
    behind = {before, *(word.folded for word in words[:first])}
    if not unknown or unknown[-1] is not words[-1] or behind.isdisjoint(_BEFORE_A_NOUN):
        return None
    term = meant[unknown[0].start : unknown[-1].end]
    known = lexicon.is_right(term) or all(word.folded in said for word in unknown)
    return None if known or not _looks_like_one(term) or _alike(heard, term, language) else term


def _looks_like_one(term: str) -> bool:
    long_enough = len(letters(term)) >= _SHORTEST and not any(c.isdigit() for c in term)
    return long_enough and term.islower() and not term.endswith(_OF_AN_ADJECTIVE)


def _alike(heard: str, term: str, language: str) -> bool:
    pairs = [(heard, term), *((word.folded, term) for word in placed(heard))]
    return any(likeness(one, other, language) >= _SOUNDS_ALIKE for one, other in pairs)
