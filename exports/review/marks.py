"""The bookmarks by which a paragraph is known again, whatever an office program did to it.

``vb_MARK_f12`` is around the words of fragment 12, ``vb_MARK_a3`` around the heading of answer 3, ``vb_MARK_n3``
around its room for remarks, ``vb_MARK_t3_right`` around the box for that :class:`~sessions.received.Wish`, and
``vb_MARK_x7`` around the seventh line that is ours and nobody's to change. MARK is that of the
:class:`~sessions.sheet.Sheet`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from sessions.received import Wish

STAMP = "Vakborg review"
"""The custom document property that holds the mark of the sheet."""


class Of(StrEnum):
    """What a bookmark is around."""

    FRAGMENT = "f"
    ANSWER = "a"
    NOTES = "n"
    TICK = "t"
    OURS = "x"


@dataclass(frozen=True)
class Name:
    """The name of a bookmark of ours, taken apart; ``wish`` is that of a box."""

    mark: str
    of: Of
    id: int
    wish: Wish | None = None

    def __str__(self) -> str:
        tail = f"_{self.wish}" if self.wish else ""
        return f"vb_{self.mark}_{self.of}{self.id}{tail}"


_NAME = re.compile(r"vb_(?P<mark>[0-9a-z]+)_(?P<of>[fantx])(?P<id>\d{1,12})(?:_(?P<wish>[a-z_]+))?")


def read_name(name: str) -> Name | None:
    """A bookmark of ours from its name; None where it is another's.

    >>> read_name("vb_k7m2xw9q_t3_not_to_use")
    Name(mark='k7m2xw9q', of=<Of.TICK: 't'>, id=3, wish=<Wish.NOT_TO_USE: 'not_to_use'>)
    >>> read_name("_Toc1234") is None
    True
    """
    found = _NAME.fullmatch(name)
    if not found:
        return None
    of, wish = Of(found["of"]), found["wish"]
    if (of is Of.TICK) != (wish in tuple(Wish)):
        return None
    return Name(found["mark"], of, int(found["id"]), Wish(wish) if wish else None)
