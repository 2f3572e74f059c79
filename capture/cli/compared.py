"""Which earlier drafts the drafts of now are compared with."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from capture.cli.documents import all_modules, find_module
from exports.recognising import recognised
from sessions.errors import UnknownName, UsageRefused
from sessions.exported import Export, ExportedModule
from sessions.i18n import gettext as _
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.exported import KEPT, last_exported, modules_of, version_of_module
from sessions.store.interviews import guides_used


@dataclass(frozen=True)
class Compared:
    """A draft that is compared with: what stood in it, and when it was made."""

    module: ExportedModule
    export: Export


class Question:
    """Which modules are asked about, and with which earlier drafts they are compared."""

    def __init__(
        self,
        programme: Programme,
        module_ids: Sequence[str],
        earlier: str | None,
        guide_id: str | None,
        audience: Release,
    ) -> None:
        self._programme = programme
        self._module_ids = module_ids
        self._earlier = earlier
        self._guide_id = guide_id
        self.audience = audience

    def compared(self) -> list[Compared]:
        """Them, in the order of the guide; raises :class:`UsageRefused` or :class:`UnknownName`."""
        with self._programme.store() as store:
            guides = guides_used(store)
            ids = [find_module(guides, one, self._guide_id) for one in self._module_ids]
            wanted = ids or (all_modules(guides, self._guide_id) if guides else [])
            keys = [(guide.id, module.id) for guide, module in wanted]
            if self._earlier and not self._earlier.isdigit():
                return self._since_file(store, Path(self._earlier), keys)
            found = [self._since_version(store, *key) for key in keys]
            missing = [key for key, one in zip(keys, found, strict=True) if one is None]
        if missing and (ids or len(missing) == len(keys)):
            raise self._never(missing[0][1] if ids else "")
        return [one for one in found if one]

    def _since_file(self, store: Store, path: Path, keys: Sequence[tuple[str, str]]) -> list[Compared]:
        export = recognised(self._programme, store, path)
        self.audience = export.audience
        return [
            Compared(module, export)
            for module in modules_of(store, export)
            if (module.guide_id, module.module_id) in keys
        ]

    def _since_version(self, store: Store, guide_id: str, module_id: str) -> Compared | None:
        if self._earlier:
            module = version_of_module(store, guide_id, module_id, int(self._earlier))
        else:
            module = last_exported(store, guide_id, module_id, self.audience)
        if module is None:
            return None
        export = store.get(Export, module.export_id)
        self.audience = export.audience
        return Compared(module, export)

    def _never(self, module_id: str) -> UsageRefused:
        if self._earlier:
            return UnknownName(
                _("Version {version} is not remembered.").format(version=self._earlier),
                _("The last {n} drafts of a module are.").format(n=KEPT),
            )
        return UsageRefused(
            _("No draft of {module} was made yet, so all of it is new.").format(
                module=module_id or _("a module")
            ),
            _("Make one with: vakborg export module {module}").format(module=module_id or "--all"),
        )
