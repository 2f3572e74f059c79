"""Where each reference of a draft leads: session, answer, recording, time, and the words as spoken."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePosixPath

from exports.draft.model import SourceAnswer, SourceLine, SourceSession
from exports.draft.placing import spoken_order
from exports.draft.statements import Basis, Told
from exports.labels import Labels
from sessions.fragments import answer_code


def sources(basis: Basis) -> tuple[SourceSession, ...]:
    """The sessions behind all that stands in the draft, suggestions too, in order of their codes."""
    told = sorted((*basis.unfolded, *basis.suggested), key=lambda t: spoken_order(t.fragment))
    by_session = groupby(told, key=lambda t: t.fragment.session.id)
    return tuple(_session(list(group), basis.labels) for _id, group in by_session)


def _session(told: Sequence[Told], labels: Labels) -> SourceSession:
    first = told[0].fragment
    by_answer = groupby(told, key=lambda t: t.fragment.answer.id)
    return SourceSession(
        first.session.code,
        told[0].statement.source.voice,
        first.session.machine,
        first.session.started_at.date(),
        tuple(_answer(list(group), labels) for _id, group in by_answer),
    )


def _answer(told: Sequence[Told], labels: Labels) -> SourceAnswer:
    first = told[0].fragment
    return SourceAnswer(
        answer_code(first.session.code, first.answer.number),
        first.question.id,
        first.question.text,
        tuple(dict.fromkeys(clip for t in told if (clip := _clip(t)))),
        tuple(dict.fromkeys(labels.origin(t.fragment.transcript) for t in told)),
        told[0].statement.approved,
        tuple(_line(t) for t in told),
    )


def _line(told: Told) -> SourceLine:
    source = told.statement.source
    return SourceLine(
        source.segment_id,
        source.reference,
        source.start,
        source.end,
        source.spoken,
        _clip(told),
        told.statement.doubt,
        told.fragment.segment.written,
    )


def _clip(told: Told) -> str:
    """The name of its recording in the programme; the name that a brought file had may hold the expert's."""
    clip = None if told.fragment.segment.written else told.fragment.clip
    return PurePosixPath(clip.path).name if clip else ""
