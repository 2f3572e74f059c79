"""The fields of a paragraph while it is read: their code, which is no text, and what they show."""

from enum import Enum

from exports.review import boxes
from exports.review.wordml import Element, w


class _Part(Enum):
    """Where in a field we are: in its code, in what it shows, or in the sign of a check box."""

    CODE = 1
    SHOWN = 2
    SIGN = 3


class Fields:
    """Those that are open; in a ``paragraph`` where each that begins ends as well: else what stands after the
    beginning of one is not its code."""

    def __init__(self, paragraph: Element | None = None) -> None:
        self._open: list[_Part] = []
        chars = () if paragraph is None else paragraph.iter(w("fldChar"))
        kinds = [one.get(w("fldCharType")) for one in chars]
        self._whole = kinds.count("begin") == kinds.count("end")

    @property
    def hidden(self) -> bool:
        """Whether a text here is no text of the paragraph."""
        return self._whole and any(part is not _Part.SHOWN for part in self._open)

    def met(self, char: Element) -> bool | None:
        """A field begins here, or goes on, or ends (``w:fldChar``); whether it is ticked, where it is a check box."""
        match char.get(w("fldCharType")):
            case "begin":
                ticked = boxes.of_field(char)
                self._open.append(_Part.CODE if ticked is None else _Part.SIGN)
                return ticked
            case "separate" if self._open and self._open[-1] is _Part.CODE:
                self._open[-1] = _Part.SHOWN
            case "end" if self._open:
                self._open.pop()
        return None
