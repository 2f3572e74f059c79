"""The content block of each topic: all that was told about it, part by part."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from exports.draft.model import Kind, Picture, Section, TopicBlock, ValueRow
from exports.draft.paragraphs import by_question, paragraphs
from exports.draft.pictures import pictures
from exports.draft.standing import standing
from exports.draft.statements import Basis, Told
from exports.draft.steps import beside_tables, step_tables
from exports.draft.values import value_rows
from sessions.facets import COVERED, Facet
from sessions.guides.model import Topic

KINDS: dict[Facet | None, Kind] = {
    None: Kind.SAID,
    Facet.REASON: Kind.WHAT,
    Facet.STEP: Kind.HOW,
    Facet.KEY_POINT: Kind.HOW,
    Facet.SIGNAL: Kind.SIGNAL,
    Facet.EXAMPLE: Kind.EXAMPLE,
    Facet.LIMIT: Kind.LIMIT,
    Facet.ERROR: Kind.ERROR,
    Facet.CHECK: Kind.CHECK,
    Facet.VALUE: Kind.VALUES,
}
"""Where a statement stands by its facet; a reason that was told with a step stands with that step."""


@dataclass(frozen=True)
class _About:
    """What there is about one topic, by question: before folding, as it is told, and what only may be about it."""

    unfolded: list[Told] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    suggested: list[Told] = field(default_factory=list)


def topic_blocks(basis: Basis) -> tuple[TopicBlock, ...]:
    """A block for each topic of the module, in its order."""
    about = {topic.slug: _About() for topic in basis.module.topics}
    for one in by_question(basis.unfolded, basis.guide, basis.module):
        about[one.topic].unfolded.append(one)
    for one in by_question(basis.told, basis.guide, basis.module):
        about[one.topic].told.append(one)
    for one in by_question(basis.suggested, basis.guide, basis.module):
        about[one.topic].suggested.append(one)
    shown = pictures(basis)
    return tuple(_block(basis, t, about[t.slug], shown.get(t.slug, ())) for t in basis.module.topics)


def _block(basis: Basis, topic: Topic, about: _About, shown: tuple[Picture, ...]) -> TopicBlock:
    labelled = _several(basis)
    return TopicBlock(
        topic.slug,
        topic.title,
        tuple(_sections(about.told, value_rows(about.unfolded, basis.material.values), labelled=labelled)),
        shown,
        paragraphs(about.suggested, labelled=labelled),
        _lacking(about.unfolded),
    )


def _several(basis: Basis) -> bool:
    """Whether several people are heard in the module. People cut it in pieces, so that each paragraph must say
    whose it is, also where the others said nothing on its topic."""
    return len({voice for t in (*basis.told, *basis.suggested) for voice in t.statement.voices}) > 1


def _sections(told: Sequence[Told], values: tuple[ValueRow, ...], *, labelled: bool) -> Iterator[Section]:
    stand = standing(told)
    by_kind: dict[Kind, list[Told]] = defaultdict(list)
    for one in beside_tables(stand):
        by_kind[KINDS[one.facet]].append(one.told)
    for kind in Kind:
        # an example says whose it is, also where nobody else is heard
        said = paragraphs(by_kind[kind], labelled=labelled or kind is Kind.EXAMPLE)
        steps = step_tables(stand) if kind is Kind.HOW else ()
        rows = values if kind is Kind.VALUES else ()
        if said or steps or rows:
            yield Section(kind, said, steps, rows)


def _lacking(unfolded: Iterable[Told]) -> tuple[Facet, ...]:
    """Before folding, so that it agrees with what is missing: what was folded was told as well."""
    shown = {t.statement.facet for t in unfolded}
    return tuple(facet for facet in COVERED if facet not in shown)
