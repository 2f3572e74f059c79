"""The ordinary words of a language as far as a guide uses them: its questions, examples and cues are full of them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache

from sessions.guides.model import Guide
from sessions.placed import placed


@lru_cache(maxsize=8)
def ordinary_words(guide: Guide) -> frozenset[str]:
    """Every word of the guide, folded, but neither names nor what is in its glossary alone."""
    parts = (getattr(guide, field.name) for field in fields(guide) if field.name != "glossary")
    return frozenset(
        word.folded
        for part in parts
        for text in _texts(part)
        for word in placed(text)
        if word.start == 0 or text[word.start].islower()
    )


def _texts(thing: object) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from _texts(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _texts(getattr(thing, field.name))


def glossary_terms(guide: Guide) -> tuple[str, ...]:
    """The terms of the guide with their variants."""
    return tuple(name for term in guide.glossary for name in (term.term, *term.variants))
