"""The draft of a module: pure data, built from fragments, to be rendered as a document.

It can be built again at any time, and each of its paragraphs points to expert, question, clip and time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from exports.labels import Labels
from exports.missing import Missing, missing
from exports.placing import in_order, place
from exports.sources import SourceSession, sources
from exports.telling import TopicBlock, topic_blocks
from sessions.fragments import Fragment, SessionReading
from sessions.guides.model import Assignment, Guide, Module
from sessions.release import Release
from sessions.transcript import DEMO_MODEL


@dataclass(frozen=True)
class Contributor:
    """Who spoke. ``name`` is as permitted; ``code`` begins each of their references."""

    code: str
    name: str
    company: str
    sessions: int
    fragments: int


@dataclass(frozen=True)
class Draft:
    """A module draft, based on ``fragments``; what is only suggested does not count.

    ``internal`` are the fragments in it, suggestions too, that may not leave the team yet; ``demo``
    tells that the demo model made some of its text.
    """

    programme: str
    made_at: datetime
    language: str
    guide_title: str
    guide_version: str
    module_id: str
    title: str
    goals: tuple[str, ...]
    assignment: Assignment
    contributors: tuple[Contributor, ...]
    fragments: int
    internal: int
    topics: tuple[TopicBlock, ...]
    missing: Missing
    sources: tuple[SourceSession, ...]
    demo: bool = False

    @property
    def companies(self) -> tuple[str, ...]:
        """The companies that spoke, each once."""
        return tuple(dict.fromkeys(c.company for c in self.contributors))


def build_draft(
    guide: Guide,
    module: Module,
    fragments: Sequence[Fragment],
    *,
    programme: str,
    made_at: datetime,
    readings: Sequence[SessionReading] = (),
) -> Draft:
    """The draft of ``module`` from all ``fragments`` that may be used for it.

    ``readings`` are only for what is missing: they tell of answers without any text.
    """
    labels = Labels(guide.language)
    placed = place(guide, module, fragments)
    used, told = [p.fragment for p in placed], [p.fragment for p in placed if not p.suggested]
    suggested = {p.topic for p in placed if p.suggested}
    return Draft(
        programme=programme,
        made_at=made_at,
        language=guide.language,
        guide_title=guide.title,
        guide_version=guide.version,
        module_id=module.id,
        title=module.title,
        goals=module.goals,
        assignment=module.assignment,
        contributors=_contributors(told, labels),
        fragments=len(told),
        internal=sum(f.segment.release is Release.INTERNAL for f in used),
        topics=topic_blocks(module, placed),
        missing=missing(guide, module, told, readings, suggested),
        sources=sources(used, labels),
        demo=any(f.transcript.model == DEMO_MODEL for f in used),
    )


def _contributors(fragments: Iterable[Fragment], labels: Labels) -> tuple[Contributor, ...]:
    by_expert = groupby(in_order(fragments), key=lambda f: f.expert.id)
    return tuple(_contributor(list(group), labels) for _id, group in by_expert)


def _contributor(fragments: Sequence[Fragment], labels: Labels) -> Contributor:
    first = fragments[0]
    return Contributor(
        first.expert.code,
        labels.speaker(first.expert, first.company, first.named),
        first.company.name,
        len({f.session.id for f in fragments}),
        len(fragments),
    )
