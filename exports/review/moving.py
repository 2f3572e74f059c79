"""Which fragments stand elsewhere than where they were sent, and of which paragraphs only the borders changed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from exports.review.lines import Line
from exports.review.sent import answer_of
from exports.review.shares import Share
from sessions.i18n import gettext as _
from sessions.received import Note, NoteKind
from sessions.sheet import Sheet
from sessions.text import clean_line

QUOTED = 8
"""Words of a paragraph that tell which one it is."""


def in_reading_order(found: Mapping[int, Share]) -> list[Share]:
    """What came back, by where it begins."""
    return sorted(found.values(), key=lambda one: (one.words[0].line, one.words[0].at))


def moved(sheet: Sheet, lines: Sequence[Line], found: Mapping[int, Share]) -> Iterator[tuple[int, Note]]:
    """A note for each run of fragments that stand elsewhere, with the answer that they are of."""
    order = in_reading_order(found)
    stay = _staying(order, lines)
    for run in _runs(order, stay, lines):
        first = order[run[0]]
        before = order[run[0] - 1] if run[0] else None
        text = _where(sheet, lines[first.words[0].line].answer, first.sent.answer, before, lines)
        quote = _beginning(" ".join(order[at].sent.text for at in run))
        yield first.sent.answer, Note(NoteKind.MOVED, text, quote, first.sent.id)


def _staying(order: Sequence[Share], lines: Sequence[Line]) -> set[int]:
    """Those that stand in their answer and in the order in which they were sent: as many words as possible."""
    home = [one for one in order if lines[one.words[0].line].answer == one.sent.answer]
    best: list[tuple[int, tuple[int, ...]]] = []
    for at, share in enumerate(home):
        before = [
            best[i]
            for i in range(at)
            if home[i].sent.order < share.sent.order and _same_answer(home[i], share)
        ]
        words, chain = max(before, default=(0, ()), key=lambda one: one[0])
        best.append((words + len(share.words), (*chain, share.sent.id)))
    chains: dict[int, tuple[int, tuple[int, ...]]] = {}
    for share, one in zip(home, best, strict=True):
        known = chains.get(share.sent.answer, (0, ()))
        chains[share.sent.answer] = max(known, one, key=lambda c: c[0])
    return {number for _words, chain in chains.values() for number in chain}


def _same_answer(one: Share, other: Share) -> bool:
    return one.sent.answer == other.sent.answer


def _runs(order: Sequence[Share], stay: set[int], lines: Sequence[Line]) -> Iterator[list[int]]:
    """Neighbours that went together, as places in ``order``."""
    run: list[int] = []
    for at, share in enumerate(order):
        goes_on = run and _together(order[run[-1]], share, lines)
        if run and (share.sent.id in stay or not goes_on):
            yield run
            run = []
        if share.sent.id not in stay:
            run.append(at)
    if run:
        yield run


def _together(one: Share, other: Share, lines: Sequence[Line]) -> bool:
    here = lines[one.words[0].line].answer == lines[other.words[0].line].answer
    return here and _same_answer(one, other) and one.sent.order < other.sent.order


def _where(sheet: Sheet, now: int, home: int, before: Share | None, lines: Sequence[Line]) -> str:
    heading = answer_of(sheet, now)
    if heading is None:
        return _("The expert moved this out of the answers.")
    if now != home:
        return _("The expert moved this to the answer to “{heading}”.").format(heading=heading.heading)
    if before is None or lines[before.words[0].line].answer != now:
        return _("The expert moved this to the beginning of the answer.")
    words = _beginning(before.sent.text)
    return _("The expert moved this: it now stands after “{words}”.").format(words=words)


def _beginning(text: str) -> str:
    words = clean_line(text).split()
    return " ".join(words[:QUOTED]) + (" …" if len(words) > QUOTED else "")


def borders(sheet: Sheet, found: Mapping[int, Share]) -> tuple[int, int]:
    """How many paragraphs were split and how many joined, without moving what is in them."""
    split = sum(len(share.lines) - 1 for share in found.values() if share.unchanged)
    joined = 0
    for answer in sheet.known:
        sent = [(f, found[f.segment_id]) for f in answer.fragments if f.segment_id in found]
        if not any(fragment.begins for fragment in answer.fragments):
            continue
        for (_one, before), (fragment, after) in pairwise(sent):
            apart = after.lines[0] - before.lines[-1]
            split += not fragment.begins and apart == 1
            joined += fragment.begins and apart == 0
    return split, joined
