"""What a person settles in a review beside the text: topics, facet, values, and that a fragment is right.

Each function writes with the :class:`~sessions.store.editing.Pencil` of one edit, and raises
:class:`~sessions.errors.ChangedSince` where the fragment is not there any more.
"""

from collections.abc import Iterable
from dataclasses import replace

from sessions.facets import Facet
from sessions.store.editing import Pencil
from sessions.store.revising import standing_segment
from sessions.transcript import Tag, TagOrigin, Value


def accept(pencil: Pencil, segment_id: int, topic: str) -> None:
    """The fragment is about ``topic``, whoever said so before; a fragment may be about several."""
    segment = standing_segment(pencil.store, segment_id)
    pencil.save(replace(segment, no_topic=False))
    _decide(pencil, segment_id, topic, accepted=True)


def reject(pencil: Pencil, segment_id: int, topic: str) -> None:
    """The fragment is not about ``topic``."""
    standing_segment(pencil.store, segment_id)
    _decide(pencil, segment_id, topic, accepted=False)


def undecide(pencil: Pencil, segment_id: int, topic: str) -> None:
    """Nobody decided whether the fragment is about ``topic``; a topic that only a person gave it goes."""
    tag = pencil.store.first(Tag, segment_id=segment_id, topic=topic)
    if tag is None:
        return
    if tag.origin is TagOrigin.HUMAN:
        pencil.delete(tag)
    else:
        pencil.save(replace(tag, accepted=None))


def no_topic(pencil: Pencil, segment_id: int, *, on: bool = True) -> None:
    """The fragment is about none of the topics; what was decided on single ones before is kept aside."""
    pencil.save(replace(standing_segment(pencil.store, segment_id), no_topic=on))


def set_facet(pencil: Pencil, segment_id: int, facet: Facet | None) -> None:
    """The fragment shows ``facet``, or none."""
    segment = standing_segment(pencil.store, segment_id)
    pencil.save(replace(segment, facet=facet, facet_settled=True))


def check(pencil: Pencil, segment_ids: Iterable[int], *, on: bool = True) -> None:
    """A person looked at these fragments, and they are right."""
    for segment_id in segment_ids:
        pencil.save(replace(standing_segment(pencil.store, segment_id), checked=on))


def put_value(pencil: Pencil, value: Value) -> Value:
    """Keep a value card, new or changed."""
    standing_segment(pencil.store, value.segment_id)
    return pencil.save(value) if value.id else pencil.add(value)


def drop_value(pencil: Pencil, value_id: int) -> None:
    """Take a value card away: what it stood for is a number in the text again."""
    value = pencil.store.first(Value, id=value_id)
    if value:
        pencil.delete(value)


def _decide(pencil: Pencil, segment_id: int, topic: str, *, accepted: bool) -> None:
    tag = pencil.store.first(Tag, segment_id=segment_id, topic=topic)
    if tag:
        pencil.save(replace(tag, accepted=accepted))
    else:
        pencil.add(Tag(segment_id, topic, TagOrigin.HUMAN, accepted=accepted))
