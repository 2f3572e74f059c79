"""How far every module of the programme is: read in a thread, one module after another."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from capture.drafts.calm import calm
from sessions.release import Release

if TYPE_CHECKING:
    from exports.changes import Changed
    from exports.draft.model import Draft
    from exports.drafting import Drafting
    from sessions.guides.model import Guide
    from sessions.programme import Programme
    from sessions.store import Store


@dataclass(frozen=True)
class Which:
    """A module of a guide."""

    guide_id: str
    module_id: str


@dataclass(frozen=True)
class Tally:
    """What is in a draft: ``approved`` of the ``answers`` that are quoted, ``withheld`` fragments that were not
    released to the audience, ``differences`` between experts, ``gaps`` that are left."""

    statements: int
    experts: int
    companies: int
    answers: int
    approved: int
    withheld: int
    differences: int
    gaps: int
    folded: int = 0


@dataclass(frozen=True)
class Last:
    """The last export of a module for this audience, and what changed in its draft since."""

    version: int
    made_at: datetime
    path: str
    changed: "tuple[Changed, ...]" = ()


@dataclass(frozen=True)
class ModuleLine:
    """A module with what is known of it; ``tally`` is None until its draft was built."""

    which: Which
    title: str
    tally: Tally | None = None
    last: Last | None = None


@dataclass(frozen=True)
class Shelf:
    """The modules of every guide that the programme uses, for one audience."""

    audience: Release
    lines: tuple[ModuleLine, ...] = ()

    def with_line(self, line: ModuleLine) -> "Shelf":
        """With what is known of one module now."""
        lines = (line if line.which == known.which else known for known in self.lines)
        return replace(self, lines=tuple(lines))

    @property
    def complete(self) -> bool:
        """Whether every draft was built."""
        return all(line.tally for line in self.lines)

    @property
    def released(self) -> bool:
        """Whether anything may go to this audience, as far as is known."""
        return any(line.tally.statements for line in self.lines if line.tally)


def read_shelf(programme: "Programme", audience: Release, tell: Callable[[Shelf], None]) -> Shelf:
    """Every module with its draft; ``tell`` gets the titles first, then each module as it comes."""
    from sessions.store.interviews import guides_used

    with programme.store() as store:
        shelf = Shelf(audience, tuple(_titles(guides_used(store))))
        if not shelf.lines:
            return shelf
        tell(shelf)
        with calm():
            for line in _lines(programme, store, audience):
                shelf = shelf.with_line(line)
                tell(shelf)
    return shelf


def _titles(guides: "Sequence[Guide]") -> Iterator[ModuleLine]:
    for guide in guides:
        for module in guide.modules:
            yield ModuleLine(Which(guide.id, module.id), module.title)


def _lines(programme: "Programme", store: "Store", audience: Release) -> Iterator[ModuleLine]:
    from exports.drafting import Drafting, Wishes

    drafting = Drafting(programme, Wishes(audience))
    for guide in drafting.guides:
        for module in guide.modules:
            draft = drafting.draft(guide, module)
            yield ModuleLine(
                Which(guide.id, module.id), module.title, tally(draft), last_export(store, drafting, draft)
            )


def last_export(store: "Store", drafting: "Drafting", draft: "Draft") -> Last | None:
    """The last export of this module for this audience, with what is new since."""
    from sessions.exported import Export

    since = drafting.since_last(store, draft)
    if since is None:
        return None
    made = store.get(Export, since.earlier.export_id)
    return Last(since.earlier.version, made.made_at, made.path, since.changes.all)


def tally(draft: "Draft") -> Tally:
    """What is in ``draft``."""
    from capture.drafts.deciding import differences, gaps

    return Tally(
        statements=draft.counts.statements,
        experts=len(draft.voices),
        companies=len(draft.companies),
        answers=draft.counts.answers,
        approved=draft.counts.approved,
        withheld=draft.counts.withheld,
        differences=len(differences(draft)),
        gaps=gaps(draft),
        folded=sum(bool(s.also) for s in draft.statements()),
    )
