"""What the experts tell about a topic, as paragraphs in their own words with their sources."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from exports.draft.placing import Placed
from exports.labels import HEADINGS
from sessions.facets import Facet
from sessions.fragments import Fragment, by_person
from sessions.guides.model import Module, Topic
from sessions.placing import is_story, next_to
from sessions.transcript import Doubt

LONGEST = 5
"""Fragments in one paragraph, as a rule at most: more would be a wall to read and to trace."""

ORDER: tuple[Facet | None, ...] = (None, *HEADINGS)


@dataclass(frozen=True)
class Piece:
    """One fragment's current text, unchanged, with its source reference."""

    text: str
    reference: str
    doubt: Doubt = Doubt.NONE


@dataclass(frozen=True)
class Paragraph:
    """Fragments that were said in one breath.

    ``label`` names the company where several experts are heard on the topic; ``because`` holds the
    words that caused a suggestion.
    """

    pieces: tuple[Piece, ...]
    label: str = ""
    because: tuple[str, ...] = ()

    @property
    def references(self) -> tuple[str, ...]:
        """The source references of its pieces, in order."""
        return tuple(p.reference for p in self.pieces)


@dataclass(frozen=True)
class FacetBlock:
    """Paragraphs that show one facet of a topic; None is what shows no facet in particular."""

    facet: Facet | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class TopicBlock:
    """All that was told about a topic, and what may be about it too but nobody confirmed."""

    slug: str
    title: str
    facets: tuple[FacetBlock, ...]
    suggestions: tuple[Paragraph, ...] = ()

    @property
    def parted(self) -> bool:
        """Whether it is more than one block under its heading, so that each needs a heading of its own."""
        return len(self.facets) + bool(self.suggestions) > 1

    @property
    def told(self) -> bool:
        """Whether there is anything to read under its heading."""
        return bool(self.facets or self.suggestions)


def topic_blocks(module: Module, placed: Sequence[Placed]) -> tuple[TopicBlock, ...]:
    """A block for each topic of ``module``, in its order."""
    asked = {q.id: at for at, q in enumerate(module.questions)}
    return tuple(_topic_block(topic, placed, asked) for topic in module.topics)


def _topic_block(topic: Topic, all_placed: Sequence[Placed], asked: dict[str, int]) -> TopicBlock:
    placed = [p for p in all_placed if p.topic == topic.slug]
    told = [p for p in placed if not p.suggested]
    # a lone suggestion has nobody's words around it, and would be read as those of whoever spoke last
    labels = _labels(p.fragment for p in (placed if told else all_placed))
    by_facet: dict[Facet | None, list[Placed]] = defaultdict(list)
    for facet, one in _with_facets(told):
        by_facet[facet].append(one)
    blocks = (FacetBlock(f, _paragraphs(by_facet[f], asked, labels)) for f in ORDER if f in by_facet)
    suggestions = _paragraphs([p for p in placed if p.suggested], asked, labels)
    return TopicBlock(topic.slug, topic.title, tuple(blocks), suggestions)


def _with_facets(told: Iterable[Placed]) -> list[tuple[Facet | None, Placed]]:
    """Each with the facet that it stands under: a story is one example, and what leans on what was said
    before it stands under the facet of that, unless a person named another."""
    shown: list[tuple[Facet | None, Placed]] = []
    for one in told:
        facet = one.fragment.facet
        if is_story(one.fragment):
            facet = Facet.EXAMPLE
        elif one.leans and shown and next_to(shown[-1][1].fragment, one.fragment) and not _named(one):
            facet = shown[-1][0]
        shown.append((facet, one))
    return shown


def _named(placed: Placed) -> bool:
    return any(tag.facet and by_person(tag) for tag in placed.fragment.tags)


def _paragraphs(
    placed: Sequence[Placed], asked: dict[str, int], labels: dict[int, str]
) -> tuple[Paragraph, ...]:
    return tuple(
        _paragraph(part, labels) for breath in _side_by_side(placed, asked) for part in _parts(breath)
    )


def _side_by_side(placed: Iterable[Placed], asked: dict[str, int]) -> list[list[Placed]]:
    """What was said in one breath, by question; the experts on a question in turn, but a story as a whole."""
    turns: Counter[tuple[str, int]] = Counter()
    ordered: list[tuple[int, str, int, list[Placed]]] = []
    for breath in _breaths(placed):
        first = breath[0].fragment
        who = (first.question.id, first.expert.id)
        turn = 0 if is_story(first) else turns[who]
        turns[who] += 1
        ordered.append((asked.get(first.question.id, len(asked)), first.question.id, turn, breath))
    return [breath for *_order, breath in sorted(ordered, key=lambda one: one[:3])]


def _breaths(placed: Iterable[Placed]) -> list[list[Placed]]:
    runs: list[list[Placed]] = []
    for one in placed:
        if runs and next_to(runs[-1][-1].fragment, one.fragment):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _parts(breath: Sequence[Placed]) -> list[list[Placed]]:
    """A breath in paragraphs of about the same length, none of which begins with what leans."""
    size = ceil(len(breath) / ceil(len(breath) / LONGEST))
    parts = [[breath[0]]]
    for one in breath[1:]:
        if len(parts[-1]) >= size and not one.leans:
            parts.append([one])
        else:
            parts[-1].append(one)
    return parts


def _paragraph(part: Sequence[Placed], labels: dict[int, str]) -> Paragraph:
    pieces = tuple(
        Piece(p.fragment.segment.text, p.fragment.reference, p.fragment.segment.doubt) for p in part
    )
    because = tuple(dict.fromkeys(word for p in part for word in p.because))
    return Paragraph(pieces, labels.get(part[0].fragment.expert.id, ""), because)


def _labels(fragments: Iterable[Fragment]) -> dict[int, str]:
    """The name to put before each expert's paragraphs, where several are heard on one topic."""
    experts = {f.expert.id: f for f in fragments}
    if len(experts) < 2:
        return {}
    per_company = Counter(f.company.id for f in experts.values())
    return {who: _label(f, per_company[f.company.id] == 1) for who, f in experts.items()}


def _label(fragment: Fragment, alone: bool) -> str:
    name = fragment.company.name
    return name if alone else f"{name} ({fragment.expert.code})"
