"""Module drafts from a programme to files: each is built, written, and remembered in the ledger of exports.

The command line, the demo and the app all make their drafts here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath

from exports.changes import Changes, changes
from exports.delivery import deliver, place_of
from exports.draft.building import build_draft
from exports.draft.entries import entries
from exports.draft.model import Draft
from exports.modules import FORMATS, render
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
from sessions.store.exported import begin_export, drop_export, finish_export, last_exported, next_version
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
class Since:
    """What is new since an earlier draft of the same module."""

    earlier: ExportedModule
    changes: Changes


@dataclass(frozen=True)
class Made:
    """A document that was written. ``added`` are the styles that the template lacked; ``since`` says per draft
    what is new since the one before it for the same audience, None where it is the first; ``edited`` that a draft
    of ours stood in its place, in which somebody worked on."""

    drafts: tuple[Draft, ...]
    saved: Saved
    added: tuple[str, ...] = ()
    since: tuple[Since | None, ...] = ()
    edited: bool = False


class Drafting:
    """The modules of a programme, read once through the gate, and what becomes of them.

    ``guides`` are those of its sessions; without any session all that come with Vakborg. ``leaving`` holds the
    same guides without the names that have a pseudonym.
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
        """The draft of a module of ``guides``, as it is now."""
        leaving = self.leaving[self.guides.index(guide)]
        with self.programme.store() as store:
            version = next_version(store, guide.id, module.id)
        return build_draft(
            leaving,
            leaving.modules[guide.modules.index(module)],
            self.material,
            programme=self.name,
            made_at=datetime.now().astimezone(),
            version=version,
            folding=self.wishes.folding,
        )

    def write(self, drafts: Sequence[Draft], target: Path, *, overwrite: bool = False) -> Made:
        """Write ``drafts`` as one document to ``target``, or beside it (see :func:`exports.delivery.deliver`)."""
        wishes = self.wishes
        document = render(drafts, wishes.format, self._file, wishes.template)
        with self.programme.store() as store:
            since = tuple(since_last(store, draft) for draft in drafts)
            export = begin_export(store, self._export(), [_entered(draft) for draft in drafts])
            data = document.marked(export)
            try:
                saved = deliver(self.programme, data, target, overwrite=overwrite)
            except BaseException:
                drop_export(store, export)
                raise
            finish_export(store, export, place_of(self.programme, saved.path), sha256(data).hexdigest())
            edited = saved.kept is Kept.NOT_OURS and is_remembered(self.programme, store, target)
        return Made(tuple(drafts), saved, document.added, since, edited)

    def _export(self) -> Export:
        wishes = self.wishes
        return Export(datetime.now(UTC), "", "", wishes.format, wishes.audience, wishes.template_name)

    def _file(self, path: PurePosixPath) -> bytes | None:
        """The content of a file of the programme; None where it is gone."""
        try:
            return self.programme.file(str(path)).read_bytes()
        except (OSError, ProgrammeError):
            return None


def since_last(store: Store, draft: Draft) -> Since | None:
    """What is new in ``draft`` since the last export of its module for the same audience; None without one."""
    last = last_exported(store, draft.guide_id, draft.module_id, draft.audience)
    return since(store, last, draft) if last else None


def since(store: Store, earlier: ExportedModule, draft: Draft) -> Since:
    """What is new in ``draft`` since ``earlier``."""
    known = {id_ for entry in earlier.entries for id_ in entry.segments}
    return Since(earlier, changes(earlier.entries, draft, origins(store, known)))


def _entered(draft: Draft) -> ExportedModule:
    return ExportedModule(0, draft.guide_id, draft.module_id, draft.version, entries(draft))
