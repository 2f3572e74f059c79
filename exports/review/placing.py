"""Every word of a file that came back, put at the fragment that it is of, or reported: nothing lost, nothing twice.

A paragraph is known by the bookmarks of its fragments; its words are the second witness, and where the two clearly
differ, they win. What differs from what was sent only in spaces and in the quotes, dashes and dots that word processors
put in by themselves counts as what was sent. A paragraph that stands in the file twice, word for word, is a
remark and no addition.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from exports.review.beginning import beginnings
from exports.review.claiming import claims
from exports.review.counting import counted
from exports.review.lines import Line
from exports.review.model import Returned
from exports.review.moving import borders, moved
from exports.review.notes import beside, comments, copy, is_addition, is_copy
from exports.review.sections import Sections, sections
from exports.review.sent import Sent, sent_fragments
from exports.review.shares import Share, shares
from exports.review.wording import typed_on_the_edge
from sessions.i18n import ngettext
from sessions.received import Addition, AnswerBack, Note, NoteKind, Received, Wish
from sessions.sheet import SentAnswer, Sheet


@dataclass
class _Answers:
    """What comes to each answer (its id; 0: to none), while it is gathered."""

    wishes: Mapping[int, frozenset[Wish]]
    additions: defaultdict[int, list[Addition]] = field(default_factory=lambda: defaultdict(list))
    notes: defaultdict[int, list[Note]] = field(default_factory=lambda: defaultdict(list))


def place(returned: Returned, sheet: Sheet) -> Received:
    """All that stands in ``returned``, laid beside what the expert saw last of ``sheet``."""
    read, fragments = sections(returned, sheet), sent_fragments(sheet)
    found = shares(read.lines, fragments, claims(read.lines, fragments))
    begins = beginnings(sheet, read, found)
    if begins:
        read = sections(returned, sheet, begins)
        found = shares(read.lines, fragments, claims(read.lines, fragments))
    gathered = _gathered(sheet, read.lines, fragments, found)
    split, joined = borders(sheet, found)
    return Received(
        sheet.mark,
        returned.sha256,
        tuple(_answer(answer, read, found, gathered) for answer in sheet.known),
        (*gathered.notes[0], *_edges(returned, sheet), *_pictures(returned.pictures)),
        returned.modified,
        returned.open_changes,
        split,
        joined,
        crossed_out=returned.crossed_out,
    )


def _edges(returned: Returned, sheet: Sheet) -> Iterator[Note]:
    """What was typed in headers and footers, of which there may be several with the same in it."""
    typed = (typed_on_the_edge(text, sheet.ours) for text in returned.margins)
    yield from (Note(NoteKind.UNPLACED, text) for text in dict.fromkeys(typed) if text)


def _pictures(n: int) -> Iterator[Note]:
    """What cannot be taken in is told, and kept as a remark: the file has to be kept for it."""
    if n:
        told = ngettext(
            "{n} picture stands in the file. It is not taken in: keep the file, and add the picture to its answer.",
            "{n} pictures stand in the file. They are not taken in: keep the file, and add them to their answers.",
            n,
        )
        yield Note(NoteKind.UNPLACED, told.format(n=n))


def _gathered(
    sheet: Sheet, lines: Sequence[Line], fragments: Mapping[int, Sent], found: Mapping[int, Share]
) -> _Answers:
    ticks = counted(sheet, lines, found)
    answers = _Answers(ticks.wishes)
    for line in _nobodys(lines, found):
        if is_copy(line, lines, found):
            answers.notes[line.answer].append(copy(line))
        elif is_addition(line):
            answers.additions[line.answer].append(Addition(line.text, _after(line, lines, found)))
        else:
            answers.notes[line.answer].append(beside(line, lines, found))
    for answer, note in (
        *ticks.notes,
        *comments(sheet, lines, fragments, found),
        *moved(sheet, lines, found),
    ):
        answers.notes[answer].append(note)
    return answers


def _nobodys(lines: Sequence[Line], found: Mapping[int, Share]) -> Iterator[Line]:
    """The lines with words that no fragment got."""
    placed = {number for share in found.values() for number in share.lines}
    return (line for line in lines if line.words and line.at not in placed)


def _after(line: Line, lines: Sequence[Line], found: Mapping[int, Share]) -> int:
    """The fragment of the same answer that stands in it last before ``line``; 0 where none does."""
    places = [
        (word.line, word.at, number)
        for number, share in found.items()
        if share.sent.answer == line.answer
        for word in share.words
        if word.line < line.at and lines[word.line].answer == line.answer
    ]
    return max(places, default=(0, 0, 0))[2]


def _answer(answer: SentAnswer, read: Sections, found: Mapping[int, Share], gathered: _Answers) -> AnswerBack:
    number = answer.answer_id
    said = [found[f.segment_id] for f in answer.fragments if f.segment_id in found]
    there = number in read.there or bool(said)
    gone = [f.segment_id for f in answer.fragments if f.text.strip() and f.segment_id not in found]
    return AnswerBack(
        number,
        there,
        tuple(share.said() for share in said),
        tuple(gathered.additions[number]),
        tuple(gone) if there else (),
        gathered.wishes.get(number, frozenset()),
        tuple(gathered.notes[number]),
    )
