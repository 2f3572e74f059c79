"""What is shown while the review is still being read: what the screen before knew of the session."""

from dataclasses import replace

from capture.reviewing.state import Answered, Left, Line, Page
from sessions.fragments import AnswerReading, Fragment, SessionReading
from sessions.timing import unsure

AROUND = 40
"""Fragments on both sides of the one at hand that are there at first."""


def first_page(reading: SessionReading, goal: int | None, by: str) -> Page:
    """The page around the fragment ``goal``, or around the first that nobody looked at."""
    answers = tuple(Answered(answer, _left(answer)) for answer in reading.answers)
    here = next((n for n, a in enumerate(reading.answers) if _index(a, goal) is not None), 0)
    lines = _lines(reading.answers[here], goal) if reading.answers else ()
    return Page(reading, answers, here, lines, sum((a.left for a in answers), Left()), by=by)


def meanwhile(page: Page, here: int) -> Page:
    """The page at another of its answers, until the review has looked at that."""
    lines = tuple(_line(fragment) for fragment in page.answers[here].reading.fragments)
    return replace(page, here=here, lines=lines)


def _index(answer: AnswerReading, goal: int | None) -> int | None:
    """Where the goal is in this answer; without one, the first fragment that is left."""
    fragments = enumerate(answer.fragments)
    if goal is None:
        return next((n for n, f in fragments if f.usable and not f.segment.checked), None)
    return next((n for n, f in fragments if f.segment.id == goal), None)


def _lines(answer: AnswerReading, goal: int | None) -> tuple[Line, ...]:
    at = _index(answer, goal) or 0
    return tuple(_line(f) for f in answer.fragments[max(0, at - AROUND) : at + AROUND])


def _line(fragment: Fragment) -> Line:
    doubtful = fragment.usable and not fragment.segment.checked
    return Line(fragment, doubts=tuple(unsure(fragment.segment)) if doubtful else ())


def _left(answer: AnswerReading) -> Left:
    usable = [f.segment.checked for f in answer.fragments if f.usable]
    return Left(len(usable), sum(usable))
