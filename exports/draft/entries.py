"""What stands in a draft, one line for each thing, without its words: what the next draft is compared with."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exports.draft.model import (
    CaseBlock,
    ComparisonRow,
    Draft,
    Picture,
    Source,
    Statement,
    TopicBlock,
    ValueRow,
    Verdict,
)
from sessions.exported import Entry

SUGGESTED, PICTURE, CASES, COMPARISON, QUOTE = "suggested", "picture", "cases", "comparison", "quote"
NAMES, APPROVAL, GUIDE = "names", "approval", "guide"
"""Places beside the parts of a topic's block (:class:`~exports.draft.model.Kind`)."""
_FOLDED = "/folded"
_NAME = "n:"
_STANDING = (_NAME, "a:", "g:")

_DIGITS = 16  # of a SHA-256: enough to tell two texts of one place apart


@dataclass(frozen=True)
class Printed:
    """An :class:`~sessions.exported.Entry` with what a person would see of it now."""

    entry: Entry
    text: str
    reference: str = ""


def entries(draft: Draft) -> tuple[Entry, ...]:
    """What stands in ``draft``, in its order, each key once."""
    return tuple(one.entry for one in printed(draft))


def printed(draft: Draft) -> tuple[Printed, ...]:
    """The same, with words and references."""
    found: dict[str, Printed] = {}
    for one in _all(draft):
        found.setdefault(one.entry.key, one)
    return tuple(found.values())


def segment_key(segment_id: int) -> str:
    """The key of a statement, and of a source that was folded into another."""
    return f"s:{segment_id}"


def is_standing(key: str) -> bool:
    """Whether this is about what was said, not said itself: what an expert is called, whether an answer was
    approved, what the guide says. That it is new or gone shows in what was said; that it is different does not."""
    return key.startswith(_STANDING)


def is_folded(place: str) -> bool:
    """Whether this is the place of a source whose own words are not printed, as nearly equal ones are."""
    return place.endswith(_FOLDED)


def digest(*texts: str) -> str:
    """The beginning of the SHA-256 of texts in their order."""
    return hashlib.sha256("\0".join(texts).encode(errors="replace")).hexdigest()[:_DIGITS]


def _all(draft: Draft) -> Iterator[Printed]:
    yield from _guide(draft)
    for voice in draft.voices:
        # the code stands for the name: who may not be named any more is named in no list either
        yield _printed(f"{_NAME}{voice.code}", NAMES, voice.code, voice.name)
    if draft.quote:
        said = draft.quote.statements
        key = "q:" + "+".join(str(s.source.segment_id) for s in said)
        yield _printed(key, QUOTE, " ".join(s.text for s in said), reference=said[0].source.reference)
    for topic in draft.topics:
        yield from _topic(topic)
    for comparison in draft.comparisons:
        for row in comparison.rows:
            if row.verdict is not Verdict.BESIDE:  # nothing was found between those
                yield _compared(comparison.question, row)
    for case in draft.assignment.cases:
        yield _case(case)
        yield from _pictures(CASES, case.pictures)
    for session in draft.sources:
        for answer in session.answers:
            yield _printed(f"a:{answer.code}", APPROVAL, "", answer.approved.name, reference=answer.code)


def _guide(draft: Draft) -> Iterator[Printed]:
    given = draft.assignment
    parts = {
        "title": (draft.title,),
        "goals": draft.goals,
        "level": (draft.level, draft.study_time, *draft.prior),
        "assignment": (given.title, given.text, *given.criteria),
    }
    for name, texts in parts.items():
        yield _printed(f"g:{name}", f"{GUIDE}/{name}", "", *texts)


def _topic(topic: TopicBlock) -> Iterator[Printed]:
    for section in topic.sections:
        place = f"{topic.slug}/{section.kind}"
        for paragraph in section.paragraphs:
            yield from _statements(place, paragraph.statements)
        for table in section.steps:
            for row in table.rows:
                yield from _statements(place, (row.step, *row.key_points, *row.reasons))
        yield from _values(place, section.values)
    for paragraph in topic.suggestions:
        yield from _statements(f"{topic.slug}/{SUGGESTED}", paragraph.statements)
    yield from _pictures(f"{topic.slug}/{PICTURE}", topic.pictures)


def _statements(place: str, statements: Iterable[Statement]) -> Iterator[Printed]:
    for statement in statements:
        source = statement.source
        yield _printed(segment_key(source.segment_id), place, statement.text, reference=source.reference)
        for also in statement.also:
            yield _folded(place, also)


def _folded(place: str, source: Source) -> Printed:
    key = segment_key(source.segment_id)
    return _printed(key, f"{place}{_FOLDED}", source.spoken, reference=source.reference)


def _values(place: str, rows: Iterable[ValueRow]) -> Iterator[Printed]:
    count: Counter[int] = Counter()
    for row in rows:
        source = row.statement.source
        count[source.segment_id] += 1
        parts = (row.quantity, row.number, row.unit, row.machine, row.material, row.height, row.electrode)
        whole = (*parts, row.cut, row.deviate_when)
        key = f"v:{source.segment_id}:{count[source.segment_id]}"
        yield _printed(
            key, place, f"{row.quantity}: {row.number} {row.unit}", *whole, reference=source.reference
        )


def _pictures(place: str, pictures: Iterable[Picture]) -> Iterator[Printed]:
    for picture in pictures:
        key = f"p:{digest(picture.path.as_posix())}"
        yield _printed(key, place, picture.caption, reference=picture.reference)


def _compared(question: str, row: ComparisonRow) -> Printed:
    said = [s for position in row.positions for s in position.statements]
    ids = sorted({s.source.segment_id for s in said})
    key = "d:" + "+".join(str(id_) for id_ in ids)
    reference = said[0].source.reference if said else ""
    return _printed(
        key, f"{COMPARISON}/{row.verdict}", question, *(s.text for s in said), reference=reference
    )


def _case(case: CaseBlock) -> Printed:
    texts = (case.title, case.company, case.workpiece, case.material, case.machine, case.requirements)
    return _printed(f"c:{case.id}", CASES, case.title, *texts, *case.topics)


def _printed(key: str, place: str, text: str, *all_of_it: str, reference: str = "") -> Printed:
    """``all_of_it`` is what is printed, where that is more than ``text``."""
    return Printed(Entry(key, place, digest(*(all_of_it or (text,)))), text, reference)
