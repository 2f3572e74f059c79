"""What becomes of words, shown so that it reads without colour too: "[start gat → startgat]"."""

import re
from difflib import SequenceMatcher

from textual.content import Content

from sessions.text import clean

_STYLE = "bold $text-accent"
_LEAST = 12
"""Characters of the text before a place that are shown at least."""


def turned(before: str, after: str) -> Content:
    """What stands in the place of ``before``: "[heard → meant]", "[− taken away]" or "[+ put in]"."""
    old, new = one_line(before), one_line(after)
    inside = f"{old} → {new}" if old and new else f"− {old}" if old else f"+ {new}"
    return Content.styled(f"[{inside}]", _STYLE)


def changed(before: str, after: str) -> Content:
    """``after`` on one line, each word that is not as it was ``before`` marked with what it was."""
    old, new = clean(before).split(), clean(after).split()
    parts = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        words = " ".join(new[j1:j2])
        parts.append(Content(words) if tag == "equal" else turned(" ".join(old[i1:i2]), words))
    return Content(" ").join(parts)


def around(text: str, start: int, end: int, instead: str, room: int) -> Content:
    """The characters ``start``:``end`` of ``text`` with words around them, in about ``room`` cells.

    Where there is nothing to put ``instead`` yet, the place itself is marked.
    """
    place = text[start:end]
    shown = turned(place, instead) if instead else Content.styled(f"[{one_line(place)}]", _STYLE)
    before, after = one_line(text[:start]), one_line(text[end:])
    most = max(_LEAST, (room - shown.cell_length) // 2)
    if len(before) > most:
        before = "…" + before[1 - most :]
    return (Content(before) + shown + Content(after)).truncate(room, ellipsis=True)


def one_line(text: str) -> str:
    """``text`` without control characters or line breaks, with its outer spaces."""
    return re.sub(r"\s", " ", clean(text))
