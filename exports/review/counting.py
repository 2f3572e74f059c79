"""For which answer the boxes that are ticked count.

A box that has its bookmark counts for its own answer, wherever it stands. A set of boxes without bookmarks counts for
the answer of which the text stands above it; where that is unclear, what is ticked is a remark, and no wish.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from exports.review.lines import Kind, Line
from exports.review.notes import said_again
from exports.review.sent import answer_of
from exports.review.shares import Share
from sessions.i18n import gettext as _
from sessions.received import Note, NoteKind, Wish
from sessions.sheet import Sheet

_CARE = (Wish.RIGHT, Wish.CHANGED, None, Wish.INTERNAL, Wish.NOT_TO_USE)
"""From the least careful to the most: of an answer of which nothing is ticked, nothing leaves the company."""


@dataclass(frozen=True)
class Counted:
    """What is ticked for each answer, and what there is to tell of it: with its answer (its id; 0: none)."""

    wishes: Mapping[int, frozenset[Wish]]
    notes: tuple[tuple[int, Note], ...]


@dataclass
class _Boxes:
    """The boxes that stand together: their lines, and how many words of which answers stand above them.

    ``first`` tells that no others stand before them since the answer began.
    """

    above: Counter[int]
    first: bool
    lines: list[Line] = field(default_factory=list)

    @property
    def answer(self) -> int:
        """That by its bookmarks, else that under whose heading they stand."""
        return next((line.answer for line in self.lines if line.bound), self.lines[0].answer)

    @property
    def bound(self) -> bool:
        return any(line.bound for line in self.lines)

    @property
    def labels(self) -> set[str]:
        return {line.label for line in self.lines}

    @property
    def wishes(self) -> frozenset[Wish]:
        return frozenset(wish for line in self.lines for wish in line.wishes)

    def ticked(self) -> str:
        """What is ticked, as a person reads it."""
        return ", ".join(f"“{line.label}”" for line in self.lines if line.wishes) or _("nothing")


def counted(sheet: Sheet, lines: Sequence[Line], found: Mapping[int, Share]) -> Counted:
    """What is ticked in ``lines``, for the answers of which it is clear."""
    every = list(_together(lines, _answers_of(lines, found)))
    own = {boxes.answer for boxes in every if boxes.bound or boxes.first}
    of: defaultdict[int, list[_Boxes]] = defaultdict(list)
    for boxes in every:
        of[_answer(boxes, own)].append(boxes)
    notes = [(0, _unclear(sheet, boxes)) for boxes in of.pop(0, []) if boxes.wishes]
    notes += [(answer, _told(some)) for answer, some in of.items() if not _agree(some)]
    return Counted({answer: _wishes(some) for answer, some in of.items()}, tuple(notes))


def _answers_of(lines: Sequence[Line], found: Mapping[int, Share]) -> Mapping[int, Counter[int]]:
    """By line, of which answers words stand in it, those that are said once more included."""
    here: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for share in found.values():
        for word in share.words:
            here[word.line][share.sent.answer] += 1
    for line in lines:
        again = said_again(line, lines, found) if line.kind is Kind.TEXT and line.at not in here else None
        if again:
            here[line.at][again.sent.answer] += len(line.words)
    return here


def _together(lines: Sequence[Line], here: Mapping[int, Counter[int]]) -> Iterator[_Boxes]:
    boxes, answer = _Boxes(Counter(), first=True), 0
    for line in lines:
        ticks = line.kind is Kind.TICK
        begins = line.kind is Kind.HEADING or (not ticks and line.answer != answer)
        answer = line.answer
        ends = begins or line.at in here or line.kind in (Kind.NOTES, Kind.OURS)
        if boxes.lines and (ends or (ticks and _of_others(line, boxes))):
            yield boxes
            boxes = _Boxes(Counter(), first=False)
        if begins:
            boxes = _Boxes(Counter(), first=True)
        if ticks:
            boxes.lines.append(line)
        boxes.above.update(here.get(line.at, {}))
    if boxes.lines:
        yield boxes


def _of_others(line: Line, boxes: _Boxes) -> bool:
    return line.label in boxes.labels or (line.bound and boxes.bound and line.answer != boxes.answer)


def _answer(boxes: _Boxes, own: set[int]) -> int:
    """The answer for which boxes count; 0 where it is unclear. ``own`` are those with boxes of their own."""
    if boxes.bound:
        return boxes.answer
    others = set(boxes.above) - {boxes.answer}
    if boxes.answer in boxes.above or not boxes.above:
        sure = boxes.answer in boxes.above or boxes.first
        return boxes.answer if sure and others <= own else 0
    return others.pop() if len(others) == 1 and not others & own else 0


def _agree(some: Sequence[_Boxes]) -> bool:
    """Whether boxes of one answer say the same, or are parts of one set."""
    parts = sum(len(boxes.labels) for boxes in some) == len({one for boxes in some for one in boxes.labels})
    return parts or len({boxes.wishes for boxes in some}) == 1


def _wishes(some: Sequence[_Boxes]) -> frozenset[Wish]:
    """All that is ticked; the most careful where the same boxes stand there twice and say something else."""
    if _agree(some):
        return frozenset(wish for boxes in some for wish in boxes.wishes)
    holds = max((max(boxes.wishes or {None}, key=_CARE.index) for boxes in some), key=_CARE.index)
    return frozenset([holds]) if holds else frozenset()


def _unclear(sheet: Sheet, boxes: _Boxes) -> Note:
    heading = answer_of(sheet, boxes.lines[0].answer)
    text = _("Ticked: {labels}. It is unclear for which answer: it counts for none.")
    quote = heading.heading if heading else ""
    return Note(NoteKind.UNPLACED, text.format(labels=boxes.ticked()), quote)


def _told(some: Sequence[_Boxes]) -> Note:
    text = _(
        "The boxes of this answer stand there more than once, and say: {labels}. The most careful counts."
    )
    return Note(NoteKind.ROOM, text.format(labels="; ".join(boxes.ticked() for boxes in some)))
