"""The blocks of a file that came back, each in the answer under whose heading it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz import fuzz

from exports.review import wording
from exports.review.lines import Kind, Line, Zone, beyond, marks_of, words_of
from exports.review.marks import Of
from exports.review.model import Block, Found, Returned
from exports.review.ticking import beside_the_box, label_of, labels, read_boxes, wish_by_label
from exports.review.typed import Typed, as_typed, in_common, keys
from sessions.i18n import LANGUAGES
from sessions.received import Wish
from sessions.sheet import SentAnswer, Sheet
from sessions.text import clean_line

HEADING_ALIKE = 90
"""From this rapidfuzz ratio on a line without a bookmark is a heading: a slip of the pen in it, no other question."""


@dataclass(frozen=True)
class Sections:
    """All lines in order, and the answers of which the heading or a box is still there."""

    lines: tuple[Line, ...]
    there: frozenset[int]


def sections(returned: Returned, sheet: Sheet) -> Sections:
    """What each block of ``returned`` is, going by its bookmarks, and else by what it says."""
    reader = _Reader(sheet, _marked_headings(returned, sheet))
    lines = tuple(reader.line(at, block) for at, block in enumerate(returned.blocks))
    return Sections(lines, frozenset(reader.there))


def _marked_headings(returned: Returned, sheet: Sheet) -> set[int]:
    names = (one.name for block in returned.blocks for one in block.found)
    return {name.id for name in names if name.mark == sheet.mark and name.of is Of.ANSWER}


@dataclass
class _Reader:
    """Goes through the blocks and remembers in which answer it is."""

    sheet: Sheet
    marked: set[int]
    answer: int = 0
    zone: Zone = Zone.OUTSIDE
    there: set[int] = field(default_factory=set)

    def line(self, at: int, block: Block) -> Line:
        found = [one for one in block.found if one.name.mark == self.sheet.mark]
        words = words_of(block, found)
        kind = self._kind(block, found)
        wish = wish_by_label(block, among_boxes=self.zone is Zone.ROOM) if kind is Kind.TICK else None
        label = _label(kind, block, found, wish, self._heading())
        if kind is Kind.TICK:
            wishes, rest = _ticked(block, found, words, wish, label)
        else:
            wishes, rest = frozenset(), _rest(kind, block, found, words, label)
        return Line(at, block, kind, self.zone, self.answer, rest, marks_of(found), label, wishes)

    def _heading(self) -> str:
        return next((a.heading for a in self.sheet.known if a.answer_id == self.answer), "")

    def _kind(self, block: Block, found: Sequence[Found]) -> Kind:
        """What the block is; the answer and the zone are from here on those that begin with it."""
        kinds = {one.name.of: one.name.id for one in reversed(found)}
        heading = self._heading_in(block, kinds)
        if heading:
            return self._begin(heading)
        if Of.TICK in kinds or self._is_tick(block, kinds):
            return self._boxes(kinds.get(Of.TICK, self.answer))
        if Of.NOTES in kinds or _says(block, wording.notes_labels()):
            self.zone = Zone.ROOM if self.answer else self.zone
            return Kind.NOTES
        if Of.OURS in kinds or (Of.FRAGMENT not in kinds and wording.is_ours(block.text)):
            return self._line_of_ours(block)
        if Of.FRAGMENT in kinds and self.zone is not Zone.TEXT and self._without_heading(kinds[Of.FRAGMENT]):
            self._begin(self._without_heading(kinds[Of.FRAGMENT]))
        return Kind.TEXT

    def _without_heading(self, fragment: int) -> int:
        """The answer of a fragment, where it comes next and its heading was taken out; else 0."""
        answers = [answer.answer_id for answer in self.sheet.known]
        homes = {f.segment_id: a.answer_id for a in self.sheet.known for f in a.fragments}
        answer = homes.get(fragment, 0)
        later = [number for number in answers[answers.index(answer) :] if answer and number in self.there]
        return 0 if answer in self.marked | self.there or later else answer

    def _heading_in(self, block: Block, kinds: dict[Of, int]) -> int:
        known = [answer.answer_id for answer in self.sheet.known]
        if Of.ANSWER in kinds:
            return kinds[Of.ANSWER] if kinds[Of.ANSWER] in known else 0
        waiting = [a for a in self.sheet.known if a.answer_id not in self.marked | self.there]
        return 0 if kinds else next((a.answer_id for a in waiting if _is_heading(a, block)), 0)

    def _begin(self, answer: int) -> Kind:
        self.answer, self.zone = answer, Zone.TEXT
        self.there.add(answer)
        return Kind.HEADING

    def _is_tick(self, block: Block, kinds: dict[Of, int]) -> bool:
        if not self.answer or Of.FRAGMENT in kinds:
            return False
        return wish_by_label(block, among_boxes=self.zone is Zone.ROOM) is not None

    def _boxes(self, answer: int) -> Kind:
        if answer in {a.answer_id for a in self.sheet.known}:
            self.answer, self.zone = answer, Zone.ROOM
            self.there.add(answer)
        return Kind.TICK

    def _line_of_ours(self, block: Block) -> Kind:
        """Between the text and the boxes stands what is asked; after the room the answer is over."""
        line = _nearest_line(block)
        if self.answer and line in wording.notes_labels():
            self.zone = Zone.ROOM
            return Kind.NOTES
        if self.answer and line in _tick_heads():
            self.zone = Zone.ROOM
        elif self.zone is Zone.ROOM and block.text.strip():
            self.answer, self.zone = 0, Zone.OUTSIDE
        return Kind.OURS


def _ticked(
    block: Block, found: Sequence[Found], words: Sequence[Typed], by_label: Wish | None, label: str
) -> tuple[frozenset[Wish], tuple[Typed, ...]]:
    """What is ticked in a line with boxes, and what else was typed on it."""
    wishes = [one.name.wish for one in found if one.name.of is Of.TICK and one.name.wish]
    return read_boxes(
        block, wishes or ([by_label] if by_label else []), beyond(words, label)
    ), beside_the_box(words, label)


def _label(kind: Kind, block: Block, found: Sequence[Found], wish: Wish | None, heading: str) -> str:
    """What stood in a line of ours when it was sent, as far as that can be known."""
    if kind is Kind.HEADING:
        return heading
    if kind is Kind.TICK:
        wishes = [one.name.wish for one in found if one.name.of is Of.TICK and one.name.wish]
        return labels(wishes, block.text) or (label_of(wish, block.text) if wish else "")
    if kind is Kind.NOTES:
        return max(wording.notes_labels(), key=lambda one: in_common(keys(one), keys(block.text)))
    return _nearest_line(block) if kind is Kind.OURS else ""


def _rest(
    kind: Kind, block: Block, found: Sequence[Found], words: Sequence[Typed], label: str
) -> tuple[Typed, ...]:
    """The words of a block that are not ours."""
    if kind is Kind.TEXT or not words:
        return tuple(words)
    if kind is not Kind.OURS:
        return beyond(words, label)
    if wording.is_ours(block.text):
        return ()
    return beyond(words, label or _inside(block, found))


def _inside(block: Block, found: Sequence[Found]) -> str:
    """What stands in the bookmark of a line of ours that is different in each file."""
    return " ".join(block.text[one.start : one.end] for one in found if one.name.of is Of.OURS)


def _nearest_line(block: Block) -> str:
    """The line of ours that is the same in each file and of which most words stand in ``block``; empty if none."""
    here = keys(block.text)
    shares = {line: in_common(keys(line), here) / len(keys(line)) for line in _fixed_lines()}
    best = max(shares, key=lambda line: shares[line])
    return best if shares[best] >= 0.75 else ""


def _is_heading(answer: SentAnswer, block: Block) -> bool:
    """Whether a line without a bookmark is this heading: as it was, or with a slip or a few words in it."""
    wanted, here = keys(answer.heading), keys(block.text)
    if fuzz.ratio(as_typed(answer.heading).casefold(), as_typed(block.text).casefold()) >= HEADING_ALIKE:
        return True
    looks = block.style.startswith(("heading", "kop"))
    return looks and len(wanted) > 2 and in_common(wanted, here) >= 0.9 * len(wanted)


def _says(block: Block, labels: frozenset[str]) -> bool:
    """Whether a line begins with one of ``labels``, and a colon or nothing after it."""
    said = clean_line(block.text).casefold()
    return any(said == one.casefold() or said.startswith(f"{one.casefold()}:") for one in labels)


@cache
def _tick_heads() -> frozenset[str]:
    return frozenset(_translated(wording.TICK))


@cache
def _fixed_lines() -> tuple[str, ...]:
    return tuple(sorted(line for language in LANGUAGES for line in wording.our_lines(language)))


def _translated(message: str) -> Iterator[str]:
    from exports.labels import Labels

    return (Labels(language)(message) for language in LANGUAGES)
