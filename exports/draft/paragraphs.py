"""Statements as paragraphs: what was said in one breath stays together, with the name of who said it."""

from collections.abc import Iterable, Sequence
from math import ceil

from exports.draft.model import Paragraph, Statement
from exports.draft.statements import Told
from sessions.guides.model import Guide, Module
from sessions.placing import next_to

LONGEST = 5
"""Statements in one paragraph, as a rule at most: more would be a wall to read and to trace."""


def by_question(told: Iterable[Told], guide: Guide, module: Module) -> list[Told]:
    """``told``, in order of speaking, by question: the module's own first. So the experts on one question stand
    one after the other, and each tells what they told without interruption."""
    questions = dict.fromkeys((*(q.id for q in module.questions), *guide.questions))
    asked = {question: at for at, question in enumerate(questions)}
    return sorted(told, key=lambda t: asked.get(t.fragment.question.id, len(asked)))


def paragraphs(told: Iterable[Told], *, labelled: bool) -> tuple[Paragraph, ...]:
    """``told``, in the order of reading, as paragraphs; ``labelled`` with those who said it."""
    return tuple(
        Paragraph(tuple(part), label_of(breath[0]) if labelled else "")
        for breath in _breaths(told)
        for part in in_parts([t.statement for t in breath])
    )


def in_parts(statements: Sequence[Statement]) -> list[list[Statement]]:
    """``statements``, at least one, in paragraphs of about the same length, none of which begins with what leans."""
    size = ceil(len(statements) / ceil(len(statements) / LONGEST))
    parts = [[statements[0]]]
    for one in statements[1:]:
        if len(parts[-1]) >= size and not one.leans:
            parts.append([one])
        else:
            parts[-1].append(one)
    return parts


def label_of(told: Told) -> str:
    """Everybody who said it, as a label before it."""
    return ", ".join(dict.fromkeys(voice.label for voice in told.statement.voices))


def _breaths(told: Iterable[Told]) -> list[list[Told]]:
    """What was said on end by the same people; what several said was folded, and is not of one breath."""
    runs: list[list[Told]] = []
    for one in told:
        last = runs[-1][-1] if runs else None
        if last and next_to(last.fragment, one.fragment) and last.statement.voices == one.statement.voices:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs
