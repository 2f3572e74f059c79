"""The steps that an expert named in an answer, each with what makes or breaks it and why."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from exports.draft.model import Statement, Step, Steps
from exports.draft.standing import Standing
from sessions.facets import Facet


def step_tables(stand: Iterable[Standing]) -> tuple[Steps, ...]:
    """A table per expert and answer, in the order of ``stand``; never over experts, as each has their own way.

    A lone step of which nothing more was told is no table.
    """
    by_answer = groupby(stand, key=_answer)
    return tuple(table for _id, group in by_answer if (table := _table(list(group))))


def beside_tables(stand: Iterable[Standing]) -> list[Standing]:
    """What of ``stand`` is in none of its :func:`step_tables`."""
    rest: list[Standing] = []
    for _id, group in groupby(stand, key=_answer):
        answer = list(group)
        in_table = _worth(rows(answer))
        rest += [one for one in answer if not (one.of_step and in_table)]
    return rest


def rows(stand: Iterable[Standing]) -> tuple[Step, ...]:
    """The steps of one answer in order of speaking."""
    return tuple(_step(group) for group in _by_step(stand))


def _answer(stand: Standing) -> int:
    return stand.told.statement.source.answer_id


def _table(stand: Sequence[Standing]) -> Steps | None:
    made, first = rows(stand), stand[0].told
    if not _worth(made):
        return None
    question = first.fragment.question
    return Steps(first.statement.source.voice, question.id, question.text, made)


def _worth(made: Sequence[Step]) -> bool:
    return len(made) > 1 or any(step.key_points or step.reasons for step in made)


def _by_step(stand: Iterable[Standing]) -> Iterator[list[Standing]]:
    group: list[Standing] = []
    for one in stand:
        if one.facet is Facet.STEP:
            if group:
                yield group
            group = [one]
        elif one.beside_step:
            group.append(one)
    if group:
        yield group


def _step(group: Sequence[Standing]) -> Step:
    step, *beside = group
    return Step(step.told.statement, _of(beside, Facet.KEY_POINT), _of(beside, Facet.REASON))


def _of(beside: Iterable[Standing], facet: Facet) -> tuple[Statement, ...]:
    return tuple(one.told.statement for one in beside if one.facet is facet)
