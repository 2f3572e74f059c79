"""A file that was sent, and what came back of it, as the reader of Word files would place it."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sessions.approving import version_of
from sessions.fragments import AnswerReading
from sessions.incoming import Incoming
from sessions.interview import Session
from sessions.moment import now
from sessions.received import Addition, AnswerBack, Note, Received, SaidAgain, Wish
from sessions.sheet import SentAnswer, SentFragment, Sheet, new_mark
from sessions.store import Store, receiving, sheets
from sessions.store.reading import read_session
from sessions.transcript import Role, Segment


def answers(store: Store, session: Session) -> tuple[AnswerReading, ...]:
    return read_session(store, session).answers


def segments(store: Store, session: Session) -> list[Segment]:
    return [f.segment for a in answers(store, session) for f in a.fragments]


def texts(store: Store, session: Session) -> list[str]:
    return [s.text for s in segments(store, session)]


def sent(store: Store, session: Session) -> Sheet:
    """What the expert said, in a file made now."""
    said = tuple(
        SentAnswer(a.answer.id, a.question.text, version_of(a), tuple(_fragments(a)))
        for a in answers(store, session)
    )
    return sheets.add(store, Sheet(session.id, new_mark(), now(), "Anneke", "exports/nakijken.docx", said))


def _fragments(answer: AnswerReading) -> Iterable[SentFragment]:
    for segment in (f.segment for f in answer.fragments):
        if segment.role is Role.EXPERT:
            yield SentFragment(segment.id, segment.text)


def back(
    sheet: Sheet,
    texts: Mapping[int, str] | None = None,
    *,
    gone: Iterable[int] = (),
    added: Iterable[Addition] = (),
    wishes: Iterable[Wish] = (),
    notes: Iterable[Note] = (),
    sha256: str = "ab" * 32,
    modified: datetime | None = None,
    unplaced: Iterable[Note] = (),
) -> Received:
    """``sheet`` with these ``texts`` by the ids of their fragments, and these fragments ``gone``; what was ``added``,
    ticked and remarked is in the first answer."""
    changed, out = dict(texts or {}), set(gone)
    found = []
    for n, answer in enumerate(sheet.known):
        here = [f for f in answer.fragments if f.text or f.segment_id in changed]
        found.append(
            AnswerBack(
                answer.answer_id,
                True,
                tuple(
                    SaidAgain(f.segment_id, changed.get(f.segment_id, f.text))
                    for f in here
                    if f.segment_id not in out
                ),
                () if n else tuple(added),
                tuple(f.segment_id for f in here if f.segment_id in out),
                frozenset() if n else frozenset(wishes),
                () if n else tuple(notes),
            )
        )
    return Received(sheet.mark, sha256, tuple(found), tuple(unplaced), modified)


def taken_in(store: Store, sheet: Sheet, received: Received) -> Incoming:
    """Take it in, as a person who saw what it changes."""
    return receiving.accept(store, sheet, received, receiving.plan(store, sheet, received))
