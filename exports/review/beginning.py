"""Where an answer begins of which the heading is not known any more: at the first of its text below another's boxes."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from exports.review.lines import Kind, Line, Zone
from exports.review.sections import Begin, Sections
from exports.review.sent import answer_of
from exports.review.shares import Share
from exports.review.typed import keys
from sessions.sheet import SentAnswer, Sheet


def beginnings(sheet: Sheet, read: Sections, found: Mapping[int, Share]) -> Mapping[int, Begin]:
    """By the number of the line at which it begins: the answers without a heading of which text was found."""
    begins = {}
    for number in sorted({share.sent.answer for share in found.values()} - read.headed):
        own = {at for share in found.values() if share.sent.answer == number for at in share.lines}
        outside = sorted(at for at in own if read.lines[at].zone is not Zone.TEXT)
        answer = answer_of(sheet, number)
        if outside and answer:
            begin = _above(answer, read.lines[outside[0]], list(_free_above(read, outside[0], found)))
            begins[begin[0]] = Begin(number, begin[1])
    return begins


def _free_above(read: Sections, at: int, found: Mapping[int, Share]) -> Iterator[Line]:
    """The lines with words right above one, the nearest first, in which nothing was found."""
    placed = {line for share in found.values() for line in share.lines}
    above = takewhile(
        lambda line: line.kind is Kind.TEXT and line.at not in placed, reversed(read.lines[:at])
    )
    return (line for line in above if line.words)


def _above(answer: SentAnswer, first: Line, above: Sequence[Line]) -> tuple[int, Kind]:
    """Where the answer of which ``first`` is a line begins: a word or two of it may stand above that, and what an
    expert made of its heading."""
    texts, at = {keys(fragment.text) for fragment in answer.fragments}, first.at
    short = list(takewhile(lambda line: line.keys in texts, above))
    at = short[-1].at if short else at
    for line in above[len(short) : len(short) + 1]:
        if line.keys[:1] == keys(answer.heading)[:1] or line.block.style.startswith(("heading", "kop")):
            return line.at, Kind.HEADING
    return at, Kind.TEXT
