"""Where each reference of a document leads: session, answer, file, times and the making of the text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import PurePosixPath

from exports.labels import Labels
from exports.placing import in_order
from sessions.fragments import Fragment, clock


@dataclass(frozen=True)
class SourceClip:
    """One recording (``file`` is empty for text that came without sound), its times and its text's origin."""

    code: str
    file: str
    times: tuple[str, ...]
    origin: str


@dataclass(frozen=True)
class SourceAnswer:
    """An answer that was quoted; ``code`` names it ("A1·03")."""

    code: str
    question_id: str
    question: str
    clips: tuple[SourceClip, ...]
    approved: bool = False


@dataclass(frozen=True)
class SourceSession:
    """A session that was quoted; ``expert`` is the name as permitted."""

    code: str
    expert: str
    company: str
    machine: str
    day: date
    answers: tuple[SourceAnswer, ...]


def sources(fragments: Iterable[Fragment], labels: Labels) -> tuple[SourceSession, ...]:
    """The sessions behind ``fragments``, in order of their codes, each with what was quoted from it."""
    by_session = groupby(in_order(fragments), key=lambda f: f.session.id)
    return tuple(_session(list(group), labels) for _id, group in by_session)


def prefix_and_time(reference: str) -> tuple[str, str]:
    """A reference in its two parts: "A1·03 00:12" is "A1·03" and "00:12"."""
    prefix, _space, time = reference.rpartition(" ")
    return prefix, time


def answer_code(reference: str) -> str:
    """The answer that a reference points into: "A1·03/2 00:12" is in "A1·03"."""
    return prefix_and_time(reference)[0].partition("/")[0]


def _session(fragments: Sequence[Fragment], labels: Labels) -> SourceSession:
    first = fragments[0]
    return SourceSession(
        first.session.code,
        labels.speaker(first.expert, first.company, first.named),
        first.company.name,
        first.session.machine,
        first.session.started_at.date(),
        tuple(_answer(list(group), labels) for _id, group in groupby(fragments, key=lambda f: f.answer.id)),
    )


def _answer(fragments: Sequence[Fragment], labels: Labels) -> SourceAnswer:
    first = fragments[0]
    by_text = groupby(fragments, key=lambda f: f.transcript.id)
    return SourceAnswer(
        answer_code(first.reference),
        first.question.id,
        first.question.text,
        tuple(_clip(list(group), labels) for _id, group in by_text),
    )


def _clip(fragments: Sequence[Fragment], labels: Labels) -> SourceClip:
    first = fragments[0]
    # the name that a brought file had may hold the expert's; ours never does
    file = PurePosixPath(first.clip.path).name if first.clip else ""
    times = dict.fromkeys(clock(f.segment.start) for f in fragments)
    code = prefix_and_time(first.reference)[0]
    return SourceClip(code, file, tuple(times), labels.origin(first.transcript, first.named))
