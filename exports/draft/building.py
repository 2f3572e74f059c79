"""Builds the draft of a module: pure data, from what may leave.

It can be built again at any time, and each of its statements points to expert, question, clip and time.
"""

from datetime import datetime

from exports.draft.assessing import items
from exports.draft.assignment import assignment
from exports.draft.comparing import comparisons
from exports.draft.faults import faults
from exports.draft.folding import fold
from exports.draft.glossary import glossary
from exports.draft.instructions import instructions
from exports.draft.lacking import missing
from exports.draft.model import Counts, Draft, SourceSession
from exports.draft.placing import place
from exports.draft.printing import printed
from exports.draft.quoting import golden_quote
from exports.draft.sources import sources
from exports.draft.standing import kept_whole
from exports.draft.statements import Basis, counted, tell
from exports.draft.topics import topic_blocks
from exports.labels import Labels
from sessions.guides.model import Guide, Module
from sessions.material import Material
from sessions.release import Approved
from sessions.transcript import DEMO_MODEL, Doubt


def build_draft(
    guide: Guide,
    module: Module,
    material: Material,
    *,
    programme: str,
    made_at: datetime,
    version: int = 1,
    folding: bool = True,
) -> Draft:
    """The draft of ``module`` from all of ``material`` that was said with this guide.

    Without ``folding`` nearly equal statements stand each by itself.
    """
    basis = lay_out(guide, module, material, folding=folding)
    said, topics, exercise = sources(basis), topic_blocks(basis), assignment(basis)
    told, ways, beside = faults(basis), instructions(basis), comparisons(basis)
    return Draft(
        programme=programme,
        made_at=made_at,
        language=guide.language,
        audience=material.audience,
        version=version,
        guide_id=guide.id,
        guide_title=guide.title,
        guide_version=guide.version,
        module_id=module.id,
        title=module.title,
        level=module.level,
        study_time=module.study_time,
        goals=module.goals,
        prior=module.prior,
        earlier=tuple(m.title for m in guide.modules[: guide.modules.index(module)]),
        voices=tuple(dict.fromkeys(t.statement.source.voice for t in basis.unfolded)),
        counts=_counts(basis, said),
        quote=golden_quote(basis),
        topics=topics,
        comparisons=beside,
        faults=told,
        instructions=ways,
        assignment=exercise,
        items=items(basis, told, ways, beside),
        glossary=glossary(basis, printed(basis, topics, exercise)),
        missing=missing(basis),
        sources=said,
        demo=any(t.fragment.transcript.model == DEMO_MODEL for t in (*basis.unfolded, *basis.suggested)),
    )


def lay_out(guide: Guide, module: Module, material: Material, *, folding: bool = True) -> Basis:
    """What was told about ``module``, before it becomes the parts of a draft."""
    labels = Labels(guide.language)
    placed = place(guide, module, material.fragments(guide))
    everything = tell(placed, material, labels)
    told = tuple(t for t in everything if not t.suggested)
    return Basis(
        guide,
        module,
        material,
        labels,
        fold(told, material.apart | kept_whole(told)) if folding else told,
        told,
        tuple(t for t in everything if t.suggested),
    )


def _counts(basis: Basis, said: tuple[SourceSession, ...]) -> Counts:
    slugs = {topic.slug for topic in basis.module.topics}
    answers = [answer for session in said for answer in session.answers]
    return Counts(
        statements=len(basis.told),
        withheld=basis.material.withheld(basis.guide, slugs),
        doubtful=sum(t.statement.doubt is not Doubt.NONE for t in basis.told),
        answers=len(answers),
        approved=sum(a.approved is Approved.AS_IT_IS for a in answers),
        words=counted(basis.told),
        unchecked=sum(not t.statement.checked for t in basis.told),
    )
