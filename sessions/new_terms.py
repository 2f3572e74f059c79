"""Terms that nothing knows yet, typed where a model wrote something else altogether."""

from collections.abc import Collection

from sessions.lexicon import Lexicon, letters
from sessions.placed import placed
from sessions.sounding import likeness

MOST_WORDS = 3
"""Of a term, and of what stood in its place; what is longer is a rewording."""

_SHORTEST = 4  # letters
_SOUNDS_ALIKE = 0.5
_AS_A_NOUN = frozenset(
    "de het een deze dit die dat geen elk elke ieder iedere mijn je jouw zijn haar ons onze hun zo'n "
    "the a an this that these those each every my your his her its our their no "
    "aan bij door in met naar om onder op over per tegen tussen uit van via voor zonder "
    "at by from into of on onto through to under with without".split()
)
"""What stands before a noun: verbs and adjectives that are typed are rewordings more often than terms."""

_OF_AN_ADJECTIVE = ("end", "ende", "lijk", "lijke", "ig", "ige", "isch", "ische", "baar", "bare", "zaam", "zame")


def new_term(
    heard: str, meant: str, before: str, lexicon: Lexicon, language: str, said: Collection[str]
) -> str | None:
    """The term in ``meant``, which a person typed for ``heard`` behind the word ``before``; None where each word
    is known, or ``said`` (folded) by the model itself, and for what is like ``heard``, a name or a number."""
    words = placed(meant)
    if not heard or len(placed(heard)) > MOST_WORDS or len(words) > MOST_WORDS:
        return None
    unknown = [n for n, word in enumerate(words) if not lexicon.knows(word.folded)]
    if not unknown or unknown[-1] < len(words) - 1:
        return None
    term = meant[words[unknown[0]].start : words[unknown[-1]].end]
    precedes = [before, *(word.folded for word in words[: unknown[0]])]
    if len(letters(term)) < _SHORTEST or not term.islower() or not any(c.isalpha() for c in term):
        return None
    if any(c.isdigit() for c in term) or term.endswith(_OF_AN_ADJECTIVE) or all(words[n].folded in said for n in unknown):
        return None
    if not _AS_A_NOUN.intersection(precedes) or lexicon.is_right(term):
        return None
    return None if _alike(heard, term, language) else term


def _alike(heard: str, term: str, language: str) -> bool:
    pairs = [(heard, term), *((word.folded, term) for word in placed(heard))]
    return any(likeness(one, other, language) >= _SOUNDS_ALIKE for one, other in pairs)
