"""Marks by which a Word file is known again as ours, whatever a person called it, typed in it or moved.

They are custom document properties (ECMA-376, part 1, 22.3): Word and LibreOffice keep those when they save.
"""

import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

from sessions.text import clean_line

NAME = "Vakborg export"
"""Says which export it is."""
KIND = "Vakborg document"
"""Says what kind of document it is."""

_PART = "docProps/custom.xml"
_RELS = "_rels/.rels"
_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CUSTOM = f"{{{_OFFICE}/custom-properties}}"
_TEXT = f"{{{_OFFICE}/docPropsVTypes}}lpwstr"
_PREFIXES = {None: f"{_OFFICE}/custom-properties", "vt": f"{_OFFICE}/docPropsVTypes"}
_REL_TYPE = f"{_OFFICE}/relationships/custom-properties"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of all user-defined properties
_MOST = 1_000_000  # bytes of a part that is read: a property is short


def stamped(document: bytes, value: str, name: str = NAME) -> bytes:
    """``document``, the content of a .docx file, with ``value`` as its mark of this name; everything else stays to
    the byte."""
    with zipfile.ZipFile(BytesIO(document)) as old:
        parts = {name: old.read(name) for name in (_TYPES, _RELS, _PART) if name in old.namelist()}
        changed = {
            _PART: _with_property(parts.get(_PART), name, value),
            _RELS: _with_relationship(parts[_RELS]),
            _TYPES: _with_type(parts[_TYPES]),
        }
        return _rewritten(old, changed)


def read_stamp(document: bytes, name: str = NAME) -> str:
    """The mark of this name in a .docx file; empty where it has none, or is no such file."""
    try:
        with zipfile.ZipFile(BytesIO(document)) as parts:
            if parts.getinfo(_PART).file_size > _MOST:
                return ""
            properties = _parsed(parts.read(_PART))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, OSError, RuntimeError, NotImplementedError):
        return ""
    # a strict file (ISO 29500) has another namespace for the same
    found = (one.findtext("{*}lpwstr") for one in properties if one.get("name") == name)
    return clean_line(next(found, "") or "")


def _rewritten(old: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            replaced = info.filename in changed
            new.writestr(info, changed.pop(info.filename) if replaced else old.read(info))
        for name, content in changed.items():
            new.writestr(name, content)
    return buffer.getvalue()


def _with_property(part: bytes | None, name: str, value: str) -> bytes:
    root = _parsed(part) if part else etree.Element(f"{_CUSTOM}Properties", nsmap=_PREFIXES)
    for one in root.findall(f"{_CUSTOM}property"):
        if one.get("name") == name:
            root.remove(one)
    used = (int(one.get("pid", "1")) for one in root)
    pid = max(used, default=1) + 1  # they count from 2
    made = etree.SubElement(root, f"{_CUSTOM}property", fmtid=_FORMAT_ID, pid=str(pid), name=name)
    etree.SubElement(made, _TEXT).text = value
    return _xml(root)


def _with_relationship(part: bytes) -> bytes:
    root = _parsed(part)
    if not any(one.get("Type") == _REL_TYPE for one in root):
        taken = {one.get("Id") for one in root}
        free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        tag = f"{{{_PACKAGE}/relationships}}Relationship"
        etree.SubElement(root, tag, Id=free, Type=_REL_TYPE, Target=_PART)
    return _xml(root)


def _with_type(part: bytes) -> bytes:
    root = _parsed(part)
    name = f"/{_PART}"
    if not any(one.get("PartName") == name for one in root):
        tag = f"{{{_PACKAGE}/content-types}}Override"
        etree.SubElement(root, tag, PartName=name, ContentType=_CONTENT_TYPE)
    return _xml(root)


def _parsed(part: bytes) -> Any:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))


def _xml(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
