"""The words of a text with their places in that very text, whatever its spaces and however its accents are written."""

import re
from collections.abc import Iterable

from sessions.text import fold
from sessions.transcript import Word as Timed
from sessions.words import Word

_MARKS = "\u0300-\u036f"
_WORD = re.compile(rf"\d+(?:[.,]\d+)*|[^\W\d](?:[^\W\d]|[\d{_MARKS}])*|[%°]")


def placed(text: str) -> tuple[Word, ...]:
    """As :func:`sessions.words.spoken`, but ``text`` is left as it is: places count its own characters."""
    found = list(_WORD.finditer(text))
    nexts = [*(m.start() for m in found[1:]), len(text)]
    return tuple(
        Word(m.start(), m.end(), fold(m.group()), text[m.end() : following])
        for m, following in zip(found, nexts, strict=False)
    )


UNSURE = 0.6
"""Below this probability a word may well be another one."""


def unsure_places(text: str, words: Iterable[Timed]) -> frozenset[int]:
    """Where in ``text`` a word begins of which the machine was not sure."""
    at, found = 0, []
    for word in words:
        wanted = word.text.strip()
        place = text.find(wanted, at) if wanted else -1
        if place >= 0:
            at = place + len(wanted)
            if word.probability < UNSURE:
                found.append(place)
    return frozenset(found)
