"""Which earlier drafts the drafts of now are compared with."""

import re
from collections.abc import Collection, Sequence
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

_NUMBER = re.compile("[0-9]{1,9}")


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
        audience: Release | None,
    ) -> None:
        self._programme = programme
        self._module_ids = module_ids
        self._earlier = earlier
        self._version = int(earlier) if earlier and _NUMBER.fullmatch(earlier) else 0
        self._guide_id = guide_id
        self._audience = audience

    def compared(self) -> list[Compared]:
        """Them, in the order of the guide: at least one, all made for the same audience, the one that was asked for.

        Raises :class:`UsageRefused` or :class:`UnknownName`.
        """
        found = self._found()
        refuse_mixed(found, self._audience)
        return found

    def _found(self) -> list[Compared]:
        with self._programme.store() as store:
            guides = guides_used(store)
            ids = [find_module(guides, one, self._guide_id) for one in self._module_ids]
            wanted = ids or (all_modules(guides, self._guide_id) if guides else [])
            keys = [(guide.id, module.id) for guide, module in wanted]
            if self._earlier and not self._version:
                return self._since_file(store, Path(self._earlier), keys)
            found = [self._since_version(store, *key) for key in keys]
            missing = [key for key, one in zip(keys, found, strict=True) if one is None]
        if len(missing) == len(keys) or (ids and missing):
            raise self._never(missing[0][1] if ids else "")
        return [one for one in found if one]

    def _since_file(self, store: Store, path: Path, keys: Sequence[tuple[str, str]]) -> list[Compared]:
        export = recognised(self._programme, store, path)
        found = [
            Compared(module, export)
            for module in modules_of(store, export)
            if (module.guide_id, module.module_id) in keys
        ]
        if not found:
            raise UsageRefused(
                _("{file} holds none of these modules.").format(file=path.name),
                _("Name a module that is in it, or leave the modules away."),
            )
        return found

    def _since_version(self, store: Store, guide_id: str, module_id: str) -> Compared | None:
        if self._version:
            module = version_of_module(store, guide_id, module_id, self._version)
        else:
            module = last_exported(store, guide_id, module_id, self._audience)
        if module is None:
            return None
        return Compared(module, store.get(Export, module.export_id))

    def _never(self, module_id: str) -> UsageRefused:
        if self._earlier:
            return UnknownName(
                _("Version {version} is not remembered.").format(version=self._earlier),
                _("The last {n} versions of a module are.").format(n=KEPT),
            )
        return UsageRefused(
            _("No draft of {module} was made yet, so all of it is new.").format(
                module=module_id or _("a module")
            ),
            _("Make one with: vakborg export module {module}").format(module=module_id or "--all"),
        )


def refuse_mixed(found: Sequence[Compared], asked: Release | None) -> None:
    """Never what went to one audience beside what went to another: in one list nobody sees which is which.

    Raises :class:`UsageRefused`.
    """
    audiences = {one.export.audience for one in found}
    if asked and audiences != {asked}:
        other = next(one for one in found if one.export.audience is not asked)
        raise UsageRefused(
            _("Version {version} of {module} was made for {audience}, not for {asked}.").format(
                version=other.module.version,
                module=other.module.module_id,
                audience=other.export.audience.value,
                asked=asked.value,
            ),
            _("Leave --for away, or choose another version with: --since"),
        )
    if len(audiences) > 1:
        raise UsageRefused(
            _("These drafts were not made for the same people: {drafts}.").format(drafts=_for_whom(found)),
            _("Name the modules of one audience, or add: --for partners, or: --for free"),
        )


def _for_whom(found: Collection[Compared]) -> str:
    line = _("{module} version {version} for {audience}")
    return ", ".join(
        line.format(
            module=one.module.module_id, version=one.module.version, audience=one.export.audience.value
        )
        for one in found
    )
