"""Until which day a programme keeps recordings and texts, and what is there still after it."""

from dataclasses import dataclass
from datetime import date

from sessions.interview import Answer, Clip
from sessions.moment import now
from sessions.store.store import Store
from sessions.text import clean_line
from sessions.transcript import Transcript
from sessions.withdrawal import Retention


@dataclass(frozen=True)
class Overdue:
    """What is there after the last day, ``until``: how many recordings, and how many sessions with sound or text."""

    recordings: int
    sessions: int
    until: date


def retention(store: Store) -> Retention | None:
    """The day that holds; None where there is none, or none any more."""
    latest = next(iter(store.all(Retention)[-1:]), None)
    return latest if latest and latest.until else None


def keep_until(store: Store, until: date | None, by: str) -> Retention:
    """From now on recordings and texts are kept until that day, included; None: without an end."""
    return store.add(Retention(until, clean_line(by), now()))


def overdue(store: Store, today: date) -> Overdue | None:
    """What is there still though its last day is over; None where that is not so, or nothing is there."""
    kept = retention(store)
    if kept is None or kept.until is None or today <= kept.until:
        return None
    clips = [clip for clip in store.all(Clip) if not clip.erased]
    answers = {clip.answer_id for clip in clips} | {text.answer_id for text in store.all(Transcript)}
    sessions = {answer.session_id for answer in store.all(Answer, id=list(answers))}
    return Overdue(len(clips), len(sessions), kept.until) if sessions else None
