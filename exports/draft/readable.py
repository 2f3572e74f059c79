"""What can be read by itself: a statement, with those before it that it leans on."""

from collections.abc import Sequence

from exports.draft.model import Statement
from exports.draft.statements import Told
from sessions.placing import next_to
from sessions.transcript import Doubt

LONGEST = 3
"""Statements that may stand before one that leans; with more it is a story."""


def by_itself(told: Sequence[Told]) -> dict[int, tuple[Statement, ...]]:
    """For each fragment id the statements that make it readable: those it leans on, then itself.

    A statement that leans on what is not in ``told`` (in order of speaking, not folded), on what the machine
    doubts, or on a long story, is not there; nor is one that is doubted itself.
    """
    chains: dict[int, tuple[Statement, ...]] = {}
    for before, one in zip([None, *told], told, strict=False):
        statement = one.statement
        if statement.doubt is not Doubt.NONE:
            continue
        chain: tuple[Statement, ...] = ()
        if statement.leans:
            chain = _before(chains, before, one)
            if not chain:
                continue
        chains[statement.source.segment_id] = (*chain, statement)
    return {which: chain for which, chain in chains.items() if len(chain) <= LONGEST + 1}


def _before(
    chains: dict[int, tuple[Statement, ...]], before: Told | None, one: Told
) -> tuple[Statement, ...]:
    if before is None or not next_to(before.fragment, one.fragment):
        return ()
    return chains.get(before.statement.source.segment_id, ())
