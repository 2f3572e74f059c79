"""Finds every statement and source in a draft, wherever in it: what is new in the model is covered by itself."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import TypeVar

from exports.draft.model import Source, Statement

T = TypeVar("T")


def found(kind: type[T], thing: object) -> Iterator[T]:
    """Every ``kind`` in ``thing``, in the order in which it stands; also one inside another."""
    if isinstance(thing, kind):
        yield thing
    for part in _parts(thing):
        yield from found(kind, part)


def statements_in(thing: object) -> list[Statement]:
    """Every statement in a draft or a part of one, as often as it stands there."""
    return list(found(Statement, thing))


def sources_in(thing: object) -> list[Source]:
    """Every source in a draft or a part of one, those of folded statements too."""
    return list(found(Source, thing))


def ids_in(thing: object) -> list[int]:
    """The ids of the fragments in a draft or a part of one, as often as they stand there, from small to large."""
    return sorted(source.segment_id for source in sources_in(thing))


def _parts(thing: object) -> Iterator[object]:
    if is_dataclass(thing):
        yield from (getattr(thing, field.name) for field in fields(thing))
    elif isinstance(thing, Mapping):
        yield from thing.values()
    elif isinstance(thing, tuple | list | frozenset | set):
        yield from thing
