"""Which box an expert ticked, by clicking on it or by typing an x."""

import re
from collections.abc import Iterable, Sequence

from exports.review import wording
from exports.review.lines import beyond
from exports.review.model import Block
from exports.review.typed import Typed, in_common, keys
from sessions.received import Wish
from sessions.text import clean_line

_EMPTY = re.compile(r"[\[\](){}☐□▢◻❏❑_.:;,\-–—]+")
_CROSS = re.compile(r"[\[({☐□▢]*(?:[xX×vV]|[✓✔✗✘☑☒√🗹🗷])[\])}.:;,]*")
_YES = re.compile(r"(?:ja|yes|ok|oke|oké|akkoord)[.!,]?", re.IGNORECASE)


def label_of(wish: Wish, text: str) -> str:
    """The label of a box, in the language that is nearest to ``text``."""
    labels = [label for label, meant in wording.tick_labels().items() if meant is wish]
    return max(labels, key=lambda label: in_common(keys(label), keys(text)))


def wish_by_label(block: Block, *, among_boxes: bool) -> Wish | None:
    """The wish of a line without a bookmark, by the label that it begins with.

    Further on in a text a label may be said by chance: what follows it is looked at only ``among_boxes``.
    """
    words = [word for word in clean_line(block.text).split() if not _is_box(word)]
    found = [
        (len(keys(label)), wish)
        for label, wish in wording.tick_labels().items()
        if _begins(words, label) and (among_boxes or block.boxes or len(words) == len(keys(label)))
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _begins(words: Sequence[str], label: str) -> bool:
    wanted = keys(label)
    return in_common(wanted, keys(" ".join(words[: len(wanted)]))) >= max(0.75 * len(wanted), 1)


def _is_box(word: str) -> bool:
    return bool(_EMPTY.fullmatch(word) or _CROSS.fullmatch(word))


def read_boxes(block: Block, wishes: Sequence[Wish], words: Sequence[Typed]) -> frozenset[Wish]:
    """Those of ``wishes``, whose boxes stand in a block, that are ticked; ``words`` are what is not ours in it.

    A box of which the label was taken out does not count.
    """
    if len(wishes) > 1 and len(wishes) == len(block.boxes):
        return frozenset(wish for wish, ticked in zip(wishes, block.boxes, strict=True) if ticked)
    ticked = any(block.boxes) or any(_CROSS.fullmatch(w.text) for w in words) or _says_yes(words)
    return frozenset(wish for wish in wishes if ticked and _has_label(block, wish))


def _has_label(block: Block, wish: Wish) -> bool:
    label = keys(label_of(wish, block.text))
    return in_common(label, keys(block.text)) * 2 >= len(label)


def _says_yes(words: Sequence[Typed]) -> bool:
    said = [word.text for word in words if not _is_box(word.text)]
    return len(said) == 1 and bool(_YES.fullmatch(said[0]))


def labels(wishes: Iterable[Wish], text: str) -> str:
    """The labels of all of ``wishes`` after each other."""
    return " ".join(label_of(wish, text) for wish in wishes)


def beside_the_box(words: Sequence[Typed], label: str) -> tuple[Typed, ...]:
    """What was typed on the line of a box that is neither its label nor a tick."""
    typed = beyond(words, label)
    if _says_yes(typed):
        return ()
    return tuple(word for word in typed if not _is_box(word.text))
