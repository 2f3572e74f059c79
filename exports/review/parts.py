"""The parts of a Word file, found as Word finds them: by the relationships between them."""

import posixpath
import zipfile
from urllib.parse import unquote

from exports.review.wordml import Element, parsed
from exports.word.unpacking import unpacked

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_USUAL = "word/document.xml"


class Parts:
    """An opened file. What is broken raises one of :data:`~exports.word.unpacking.UNREADABLE`."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.casefold(): name for name in archive.namelist()}
        self._main = next(iter(self._targets("", "officeDocument")), _USUAL)

    def document(self) -> Element:
        """The root of the text itself."""
        return self._parsed(self._main)

    def related(self, kind: str) -> list[Element]:
        """The roots of the parts that the text uses as ``kind``, such as "comments" or "header"."""
        names = self._targets(self._main, kind)
        usual = posixpath.join(posixpath.dirname(self._main), f"{kind}.xml")
        return [self._parsed(name) for name in names or [usual] if names or usual in self._names]

    def one(self, kind: str) -> Element | None:
        """The first of :meth:`related`."""
        return next(iter(self.related(kind)), None)

    def properties(self) -> Element | None:
        """The root of the properties every file has: its dates, for one."""
        name = next(iter(self._targets("", "core-properties")), "docProps/core.xml")
        return self._parsed(name) if name.casefold() in self._names else None

    def _targets(self, source: str, kind: str) -> list[str]:
        folder, file = posixpath.split(source)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        found = self._parsed(rels).iter(_RELATIONSHIP) if rels.casefold() in self._names else ()
        inside = (one for one in found if one.get("TargetMode") != "External")
        # a name twice would be read twice
        return list(
            dict.fromkeys(
                _target(folder, one.get("Target", ""))
                for one in inside
                if one.get("Type", "").rpartition("/")[2] == kind
            )
        )

    def _parsed(self, name: str) -> Element:
        return parsed(unpacked(self._archive, self._names[name.casefold()]))


def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
