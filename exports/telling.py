"""What the experts tell about a topic, as paragraphs in their own words with their sources."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from exports.labels import HEADINGS
from exports.placing import Placed
from sessions.facets import Facet
from sessions.fragments import Fragment
from sessions.guides.model import Module
from sessions.transcript import Doubt

LONGEST = 5
"""Fragments in one paragraph at most: more would be a wall to read and to trace."""

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

    ``label`` names the company where several experts answered the same question; ``because`` holds
    the words that caused a suggestion.
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
    def told(self) -> bool:
        """Whether there is anything to read under its heading."""
        return bool(self.facets or self.suggestions)


def topic_blocks(module: Module, placed: Sequence[Placed]) -> tuple[TopicBlock, ...]:
    """A block for each topic of ``module``, in its order."""
    labels = _labels(placed)
    asked = {q.id: at for at, q in enumerate(module.questions)}
    by_question = sorted(placed, key=lambda p: asked.get(p.fragment.question.id, len(asked)))
    return tuple(
        TopicBlock(
            topic.slug,
            topic.title,
            _facet_blocks([p for p in by_question if p.topic == topic.slug and not p.suggested], labels),
            _paragraphs((p for p in by_question if p.topic == topic.slug and p.suggested), labels),
        )
        for topic in module.topics
    )


def _facet_blocks(placed: Sequence[Placed], labels: dict[tuple[str, int], str]) -> tuple[FacetBlock, ...]:
    blocks = (FacetBlock(f, _paragraphs((p for p in placed if p.fragment.facet is f), labels)) for f in ORDER)
    return tuple(block for block in blocks if block.paragraphs)


def _paragraphs(placed: Iterable[Placed], labels: dict[tuple[str, int], str]) -> tuple[Paragraph, ...]:
    runs: list[list[Placed]] = []
    for one in placed:
        if runs and len(runs[-1]) < LONGEST and _follows(runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return tuple(_paragraph(run, labels) for run in runs)


def _paragraph(run: Sequence[Placed], labels: dict[tuple[str, int], str]) -> Paragraph:
    pieces = tuple(
        Piece(p.fragment.segment.text, p.fragment.reference, p.fragment.segment.doubt) for p in run
    )
    because = tuple(dict.fromkeys(word for p in run for word in p.because))
    return Paragraph(pieces, labels.get(_who_on_what(run[0].fragment), ""), because)


def _follows(before: Placed, after: Placed) -> bool:
    one, other = before.fragment.segment, after.fragment.segment
    return one.transcript_id == other.transcript_id and other.position == one.position + 1


def _labels(placed: Sequence[Placed]) -> dict[tuple[str, int], str]:
    """The name to put before what an expert answered, where another answered the same question."""
    told = sorted((p.fragment for p in placed if not p.suggested), key=lambda f: f.question.id)
    labels: dict[tuple[str, int], str] = {}
    for _question, fragments in groupby(told, key=lambda f: f.question.id):
        experts = {f.expert.id: f for f in fragments}
        if len(experts) > 1:
            labels |= _company_labels(list(experts.values()))
    return labels


def _company_labels(fragments: Sequence[Fragment]) -> dict[tuple[str, int], str]:
    per_company = Counter(f.company.id for f in fragments)
    return {_who_on_what(f): _company_label(f, per_company[f.company.id] == 1) for f in fragments}


def _company_label(fragment: Fragment, alone: bool) -> str:
    name = fragment.company.name
    return name if alone else f"{name} ({fragment.expert.code})"


def _who_on_what(fragment: Fragment) -> tuple[str, int]:
    return fragment.question.id, fragment.expert.id
