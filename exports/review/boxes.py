"""Check boxes: content controls of Word, old form fields, and the bare signs that other programs make of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.review.glyphs import BARE, EMPTY, TICKED
from exports.review.wordml import Element, is_on, w, w14

_STYLE = "\ufe0e\ufe0f"  # invisible: says whether the sign before it is in colour
_SIGNS = EMPTY + TICKED + BARE


@dataclass(frozen=True)
class Box:
    """A check box, and the character of the text before which it stands."""

    at: int
    ticked: bool


def of_control(control: Element) -> bool | None:
    """Whether a content control (``w:sdt``) is ticked; None where it is no check box."""
    box = control.find(f"{w('sdtPr')}/{w14('checkbox')}")
    return None if box is None else is_on(box.find(w14("checked")), w14("val"))


def of_field(field: Element) -> bool | None:
    """The same for the beginning of a form field (``w:fldChar``)."""
    box = field.find(f"{w('ffData')}/{w('checkBox')}")
    if box is None:
        return None
    checked = box.find(w("checked"))
    return is_on(box.find(w("default")) if checked is None else checked)


def without_signs(text: str) -> str:
    """The text in a check box, which is nothing but its sign."""
    return "".join(char for char in text if char not in _SIGNS + _STYLE)


def bare_boxes(text: str, words: Sequence[range]) -> Iterator[Box]:
    """The signs in ``text`` that stand for a box, but for those within ``words``.

    A tick without a box is one only at the beginning or the end of a line; elsewhere it belongs to what is said.
    """
    for at, char in enumerate(text):
        if char not in _SIGNS or any(at in span for span in words):
            continue
        if char not in BARE or _at_the_edge(text, at):
            yield Box(at, char in TICKED + BARE)


def _at_the_edge(text: str, at: int) -> bool:
    signs = _SIGNS + _STYLE + " \t\xa0"
    before, after = text[:at].rpartition("\n")[2], text[at + 1 :].partition("\n")[0]
    return not before.strip(signs) or not after.strip(signs)


def cut(text: str, boxes: Sequence[Box]) -> frozenset[int]:
    """The places in ``text`` of the signs of ``boxes``, with what says how they look."""
    ends = (range(box.at, box.at + 1 + (text[box.at + 1 : box.at + 2] in tuple(_STYLE))) for box in boxes)
    return frozenset(at for end in ends for at in end)
