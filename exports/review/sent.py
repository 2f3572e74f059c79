"""What an expert was sent, word by word, to look up by fragment."""

from collections.abc import Mapping
from dataclasses import dataclass

from exports.review.typed import keys
from sessions.sheet import SentAnswer, Sheet


@dataclass(frozen=True)
class Sent:
    """A fragment as it was sent: ``order`` is its place among all, ``keys`` are its words for comparison. One that
    the expert ``took_out`` before has the words that it had then. ``begins`` tells that a paragraph began with it;
    None where that is not known."""

    id: int
    answer: int
    order: int
    text: str
    keys: tuple[str, ...]
    took_out: bool = False
    begins: bool | None = None


def sent_fragments(sheet: Sheet) -> Mapping[int, Sent]:
    """All fragments of what the expert saw last, in their order."""
    once = {f.segment_id: f.text for answer in sheet.answers for f in answer.fragments}
    told = any(fragment.begins for answer in sheet.answers for fragment in answer.fragments)
    began = {f.segment_id: f.begins for answer in sheet.answers for f in answer.fragments}
    known = [(answer, f) for answer in sheet.known for f in answer.fragments]
    return {
        f.segment_id: Sent(
            f.segment_id,
            answer.answer_id,
            order,
            f.text,
            keys(f.text or once.get(f.segment_id, "")),
            took_out=not f.text.strip(),
            begins=began.get(f.segment_id) if told else None,
        )
        for order, (answer, f) in enumerate(known)
    }


def answer_of(sheet: Sheet, answer_id: int) -> SentAnswer | None:
    """The answer with that id as it was sent."""
    return next((answer for answer in sheet.known if answer.answer_id == answer_id), None)
