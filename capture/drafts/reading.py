"""One module for its screen: its draft as text, what was folded in it, and where its statements lead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from capture.drafts.calm import calm
from capture.drafts.rows import Block
from capture.drafts.shelf import Last, Tally, Which, last_export, tally
from sessions.release import Release

if TYPE_CHECKING:
    from exports.draft.model import Draft, Source
    from sessions.fragments import SessionReading
    from sessions.programme import Programme
    from sessions.store import Store


@dataclass(frozen=True)
class Wording:
    """The words of one source of a folded statement; ``apart`` tells that a person wants it by itself."""

    segment_id: int
    text: str
    label: str
    reference: str
    apart: bool = False


@dataclass(frozen=True)
class Fold:
    """Statements that stand as one in the draft, each with its own words; the first are those that stand."""

    wordings: tuple[Wording, ...]


@dataclass(frozen=True)
class ModulePage:
    """A module as its screen shows it, for one audience; ``topics`` are titles by slug."""

    which: Which
    title: str
    audience: Release
    tally: Tally
    last: Last | None
    blocks: tuple[Block, ...]
    topics: Mapping[str, str] = field(default_factory=dict)
    folds: tuple[Fold, ...] = ()


def read_page(programme: "Programme", which: Which, audience: Release) -> ModulePage:
    """Build the draft of a module and lay it out; raises :class:`~sessions.errors.VakborgError`."""
    with calm():
        return _read_page(programme, which, audience)


def _read_page(programme: "Programme", which: Which, audience: Release) -> ModulePage:
    from capture.drafts.outline import outline
    from exports.drafting import Drafting, Wishes

    drafting = Drafting(programme, Wishes(audience))
    guide = next(g for g in drafting.guides if g.id == which.guide_id)
    draft = drafting.draft(guide, guide.module(which.module_id))
    with programme.store() as store:
        return ModulePage(
            which,
            draft.title,
            audience,
            tally(draft),
            last_export(store, drafting, draft),
            outline(draft, _experts(store)),
            {t.slug: t.title for t in draft.topics},
            tuple(_folds(draft, drafting.material.apart)),
        )


def _experts(store: "Store") -> list[str]:
    from sessions.people import Company, Expert

    companies = {c.id: c.name for c in store.all(Company)}
    return [f"{e.name}, {companies[e.company_id]}" for e in store.all(Expert)]


def _folds(draft: "Draft", apart: frozenset[int]) -> Iterator[Fold]:
    """What stands as one first, then what a person keeps by itself."""
    statements = list(draft.statements())
    for statement in statements:
        if statement.also:
            yield Fold(tuple(_wording(source) for source in statement.sources))
    for statement in statements:
        if statement.source.segment_id in apart:
            yield Fold((_wording(statement.source, apart=True),))


def _wording(source: "Source", *, apart: bool = False) -> Wording:
    return Wording(source.segment_id, source.spoken, source.voice.label, source.reference, apart)


def session_of(programme: "Programme", segment_id: int) -> "SessionReading":
    """The session in which a fragment was said, to review it; raises :class:`UnknownName` where it is gone."""
    from sessions.interview import Answer, Session
    from sessions.store.reading import read_session
    from sessions.transcript import Segment, Transcript

    with programme.store() as store:
        transcript = store.get(Transcript, store.get(Segment, segment_id).transcript_id)
        answer = store.get(Answer, transcript.answer_id)
        return read_session(store, store.get(Session, answer.session_id))
