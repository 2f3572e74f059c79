"""Module drafts from a programme to files: each is built, written, and remembered in the ledger of exports.

The command line, the demo and the app all make their drafts here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath

from exports.changes import Since, changes
from exports.delivery import deliver, place_of
from exports.draft.building import build_draft
from exports.draft.entries import entries
from exports.draft.model import Draft
from exports.modules import FORMATS, module_file, modules_file, render
from exports.recognising import is_remembered
from exports.saving import Kept, Saved
from sessions.errors import ProgrammeError
from sessions.exported import Export, ExportedModule
from sessions.guides import library
from sessions.guides.model import Guide, Module
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.descent import origins
from sessions.store.exported import (
    begin_export,
    drop_export,
    finish_export,
    last_exported,
    promise_export,
    version_of_next,
)
from sessions.store.interviews import guides_used
from sessions.store.leaving import Gate


@dataclass(frozen=True)
class Wishes:
    """How drafts are made. ``template`` is the content of a house template and ``template_name`` the name of its
    file, both empty for ours."""

    audience: Release = Release.PARTNERS
    folding: bool = True
    format: str = FORMATS[0]
    template: bytes | None = None
    template_name: str = ""


@dataclass(frozen=True)
class Made:
    """A document that was written. ``added`` are the styles that the template lacked and ``advice`` is what to do
    about it; ``since`` says per draft
    what is new since the one before it for the same audience, None where it is the first; ``edited`` that a draft
    of ours stood in its place, in which somebody worked on."""

    drafts: tuple[Draft, ...]
    saved: Saved
    added: tuple[str, ...] = ()
    since: tuple[Since | None, ...] = ()
    edited: bool = False
    advice: tuple[str, ...] = ()


class Drafting:
    """The modules of a programme, read once through the gate, and what becomes of them.

    ``guides`` are those of its sessions; without any session all that come with Vakborg. ``leaving`` holds the
    same guides without the names that have a pseudonym: what is printed, and what files are called, comes from
    those. The ledger knows a module by the ids that the guide itself has, whatever they are called outside.
    """

    def __init__(self, programme: Programme, wishes: Wishes | None = None) -> None:
        self.programme = programme
        self.wishes = wishes or Wishes()
        with programme.store() as store:
            gate = Gate(store)
            self.name = gate.text(programme.name)
            self.material = gate.material(self.wishes.audience)
            self.guides: Sequence[Guide] = guides_used(store)
        self.begun = bool(self.guides)
        if not self.begun:
            self.guides = [library.find(one.id)[0] for one in library.bundled()]
        self.leaving: Sequence[Guide] = self.material.guides if self.begun else self.guides

    def draft(self, guide: Guide, module: Module) -> Draft:
        """The draft of a module of ``guides``, as it is now, with the version that it would get now."""
        draft = build_draft(
            *self._outside(guide, module),
            self.material,
            programme=self.name,
            made_at=datetime.now().astimezone(),
            folding=self.wishes.folding,
        )
        with self.programme.store() as store:
            return replace(draft, version=version_of_next(store, self._entered(draft), draft.audience))

    def file_of(self, guide: Guide, module: Module) -> str:
        """The name of the file for a module of ``guides``."""
        wishes = self.wishes
        return module_file(self.leaving, *self._outside(guide, module), wishes.audience, wishes.format)

    def file_of_several(self, chosen: Sequence[tuple[Guide, Module]], *, all_of_them: bool = False) -> str:
        """The name of one file for several modules of ``guides``."""
        modules = [self._outside(*one)[1] for one in chosen]
        return modules_file(modules, self.wishes.audience, self.wishes.format, all_of_them=all_of_them)

    @property
    def telling(self) -> frozenset[int]:
        """The ids of all fragments that may be told."""
        said = (f for reading in self.material.readings for a in reading.answers for f in a.fragments)
        return frozenset(f.segment.id for f in said if f.usable)

    def since_last(self, store: Store, draft: Draft) -> Since | None:
        """What is new in ``draft`` since the last export of its module for the same audience; None without one."""
        last = last_exported(store, *self._inside(draft), draft.audience)
        return since(store, last, draft) if last else None

    def write(self, drafts: Sequence[Draft], target: Path, *, overwrite: bool = False) -> Made:
        """Write ``drafts`` as one document to ``target``, or beside it (see :func:`exports.delivery.deliver`)."""
        with self.programme.store() as store:
            since = tuple(self.since_last(store, draft) for draft in drafts)
            export, entered = begin_export(store, self._export(), [self._entered(draft) for draft in drafts])
            try:
                # only now nobody else can get the same number
                made = [replace(one, version=e.version) for one, e in zip(drafts, entered, strict=True)]
                document = render(made, self.wishes.format, self._file, self.wishes.template)
                data = document.marked(export)
                export = promise_export(store, export, sha256(data).hexdigest())
                saved = deliver(self.programme, data, target, overwrite=overwrite)
            except BaseException:
                drop_export(store, export)
                raise
            finish_export(store, export, place_of(self.programme, saved.path))
            edited = saved.kept is Kept.NOT_OURS and is_remembered(self.programme, store, target)
        return Made(tuple(made), saved, document.added, since, edited, document.advice)

    def _outside(self, guide: Guide, module: Module) -> tuple[Guide, Module]:
        """The same, as it leaves."""
        leaving = self.leaving[self.guides.index(guide)]
        return leaving, leaving.modules[guide.modules.index(module)]

    def _inside(self, draft: Draft) -> tuple[str, str]:
        """The ids that the guide itself has for the module of ``draft``."""
        known = ((guide, module) for guide in self.guides for module in guide.modules)
        for guide, module in known:
            there, part = self._outside(guide, module)
            if (there.id, part.id) == (draft.guide_id, draft.module_id):
                return guide.id, module.id
        return draft.guide_id, draft.module_id

    def _entered(self, draft: Draft) -> ExportedModule:
        return ExportedModule(0, *self._inside(draft), draft.version, entries(draft))

    def _export(self) -> Export:
        wishes = self.wishes
        return Export(datetime.now(UTC), "", "", wishes.format, wishes.audience, wishes.template_name)

    def _file(self, path: PurePosixPath) -> bytes | None:
        """The content of a file of the programme; None where it is gone."""
        try:
            return self.programme.file(str(path)).read_bytes()
        except (OSError, ProgrammeError):
            return None


def since(store: Store, earlier: ExportedModule, draft: Draft) -> Since:
    """What is new in ``draft`` since ``earlier``."""
    known = {id_ for entry in earlier.entries for id_ in entry.segments}
    return Since(earlier, changes(earlier.entries, draft, origins(store, known)))
