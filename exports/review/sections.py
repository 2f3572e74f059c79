"""The blocks of a file that came back, each in the answer under whose heading it stands."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
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
    headed: frozenset[int]
    """Those that have a place of their own: under their heading, or by the bookmarks of their text."""


@dataclass(frozen=True)
class Begin:
    """An answer that begins at a line; ``kind`` tells whether that is what became of its heading."""

    answer: int
    kind: Kind


def sections(returned: Returned, sheet: Sheet, begins: Mapping[int, Begin] | None = None) -> Sections:
    """What each block of ``returned`` is, going by its bookmarks, and else by what it says.

    ``begins``, by the number of their line, are answers of which it was found out where they begin.
    """
    reader = _Reader(sheet, _marked_headings(returned, sheet), _in_several(returned, sheet), begins or {})
    lines = tuple(reader.line(at, block) for at, block in enumerate(returned.blocks))
    return Sections(lines, frozenset(reader.there), frozenset(reader.headed))


def _in_several(returned: Returned, sheet: Sheet) -> set[int]:
    """The fragments of which the bookmark is in more than one block."""
    names = Counter(name for block in returned.blocks for name in {one.name for one in block.found})
    return {n.id for n, times in names.items() if times > 1 and n.of is Of.FRAGMENT and n.mark == sheet.mark}


def _marked_headings(returned: Returned, sheet: Sheet) -> set[int]:
    names = (one.name for block in returned.blocks for one in block.found)
    return {name.id for name in names if name.mark == sheet.mark and name.of is Of.ANSWER}


@dataclass
class _Reader:
    """Goes through the blocks and remembers in which answer it is."""

    sheet: Sheet
    marked: set[int]
    in_several: set[int]
    begins: Mapping[int, Begin]
    answer: int = 0
    zone: Zone = Zone.OUTSIDE
    there: set[int] = field(default_factory=set)
    headed: set[int] = field(default_factory=set)

    def line(self, at: int, block: Block) -> Line:
        found = self._without_running_on(block, [f for f in block.found if f.name.mark == self.sheet.mark])
        words = words_of(block, found)
        begin = self.begins.get(at)
        if begin:
            self._begin(begin.answer)
        kind = begin.kind if begin else self._kind(block, found)
        wish = wish_by_label(block, among_boxes=self.zone is Zone.ROOM) if kind is Kind.TICK else None
        label = self._label(kind, block, found, wish)
        if kind is Kind.TICK:
            wishes, rest = _ticked(block, found, words, wish, label)
        else:
            wishes, rest = frozenset(), _rest(kind, block, words, label, self.sheet.ours)
        bound = any(one.name.of is Of.TICK for one in found)
        return Line(at, block, kind, self.zone, self.answer, rest, marks_of(found), label, wishes, bound)

    def _without_running_on(self, block: Block, found: Sequence[Found]) -> list[Found]:
        """The bookmarks without those of fragments that go on across a line of ours: it stays ours."""
        ours = [
            (one.start, one.end) for one in found if one.name.of is not Of.FRAGMENT and one.end > one.start
        ]
        text = clean_line(block.text)
        headings = (answer.heading for answer in self.sheet.known)
        if text in headings or wording.is_ours(text, self.sheet.ours):
            ours.append((0, len(block.text.rstrip())))
        return [
            one
            for one in found
            if one.name.of is not Of.FRAGMENT
            or one.name.id not in self.in_several
            or not any(one.start <= start and end <= one.end for start, end in ours)
        ]

    def _label(self, kind: Kind, block: Block, found: Sequence[Found], wish: Wish | None) -> str:
        """What stood in a line of ours when it was sent, as far as that can be known."""
        if kind is Kind.HEADING:
            return next((a.heading for a in self.sheet.known if a.answer_id == self.answer), "")
        if kind is Kind.TICK:
            wishes = [one.name.wish for one in found if one.name.of is Of.TICK and one.name.wish]
            return labels(wishes, block.text) or (label_of(wish, block.text) if wish else "")
        if kind is Kind.NOTES:
            return max(wording.notes_labels(), key=lambda one: in_common(keys(one), keys(block.text)))
        return _nearest_line(block, self.sheet.ours) if kind is Kind.OURS else ""

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
        if Of.OURS in kinds or (Of.FRAGMENT not in kinds and wording.is_ours(block.text, self.sheet.ours)):
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
        self.headed.add(answer)
        return Kind.HEADING

    def _is_tick(self, block: Block, kinds: dict[Of, int]) -> bool:
        if Of.FRAGMENT in kinds:
            return False
        return wish_by_label(block, among_boxes=self.zone is Zone.ROOM) is not None

    def _boxes(self, answer: int) -> Kind:
        if answer in {a.answer_id for a in self.sheet.known}:
            self.answer, self.zone = answer, Zone.ROOM
            self.there.add(answer)
        return Kind.TICK

    def _line_of_ours(self, block: Block) -> Kind:
        """Between the text and the boxes stands what is asked; after the room the answer is over."""
        line = _nearest_line(block, self.sheet.ours)
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


def _rest(
    kind: Kind, block: Block, words: Sequence[Typed], label: str, ours: Collection[str]
) -> tuple[Typed, ...]:
    """The words of a block that are not ours; of a line that was filled in for this sheet all, where it is another:
    a date or a machine that was put right says nothing without the rest."""
    if kind is Kind.OURS and wording.is_ours(block.text, ours):
        return ()
    if kind is Kind.TEXT or label in ours:
        return tuple(words)
    return beyond(words, label)


def _nearest_line(block: Block, ours: Collection[str]) -> str:
    """The line of ours of which most words stand in ``block``, else the one of ``ours``, which are filled in for this
    sheet, that begins as it does; empty if none."""
    here = keys(block.text)
    lines = {line: keys(line) for line in (*_fixed_lines(), *ours)}
    best = max(lines, key=lambda line: in_common(lines[line], here) / len(lines[line]))
    if in_common(lines[best], here) >= 0.75 * len(lines[best]):
        return best
    return next((line for line in ours if lines[line][:1] == here[:1]), "")


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
