"""What a template leaves open in its cover, headers and footers, filled in.

Three ways are understood: a name between double braces, a field that shows a document property, and a content
control that Word binds to one (as its own cover pages do).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.document import Document
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from exports.word.fields import child, own_texts

_NAMES = {
    "title": ("titel", "title"),
    "subtitle": ("ondertitel", "subtitle", "subject", "onderwerp"),
    "module": ("module",),
    "programme": ("traject", "programme", "project"),
    "version": ("versie", "version"),
    "date": ("datum", "date"),
}
_MEANT = {name: value for value, names in _NAMES.items() for name in names}
_BRACES = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_PROPERTY = re.compile(r'^\s*(?:DOCPROPERTY\s+"?([^"\\]+?)"?|(TITLE|SUBJECT))\s*(?:\\.*)?$', re.IGNORECASE)
_BOUND = re.compile(r":(title|subject)(?:\[1\])?$")

_P, _R, _T, _INSTRUCTION, _CHAR = (qn(f"w:{name}") for name in ("p", "r", "t", "instrText", "fldChar"))


def fill(document: Document, values: Mapping[str, str]) -> frozenset[str]:
    """Fill in what ``values`` has: "title", "subtitle", "module", "programme", "version", "date".

    Returns which of them the body shows now.
    """
    _custom_properties(document.part.package.iter_parts(), values)
    in_body = _fill_all(document.element.body, values)
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart) and part.element.tag in (qn("w:hdr"), qn("w:ftr")):
            _fill_all(part.element, values)
    return frozenset(in_body)


def _fill_all(root: BaseOxmlElement, values: Mapping[str, str]) -> set[str]:
    """Fill in everything under ``root``; what was filled."""
    filled: set[str] = set()
    for paragraph in root.iter(_P):
        texts = list(own_texts(paragraph))
        filled |= _fill_braces(texts, values)
        filled |= _fill_fields(paragraph, values)
    filled |= _fill_simple_fields(root, values)
    return filled | _fill_bound(root, values)


def _fill_braces(texts: list[BaseOxmlElement], values: Mapping[str, str]) -> set[str]:
    """Word cuts a placeholder into several runs as soon as its spelling was checked."""
    whole = "".join(text.text or "" for text in texts)
    filled: set[str] = set()
    for match in reversed(list(_BRACES.finditer(whole))):
        meant = _MEANT.get(match[1].casefold())
        if meant:
            _replace(texts, match.start(), match.end(), values[meant])
            filled.add(meant)
    return filled


def _replace(texts: list[BaseOxmlElement], start: int, end: int, value: str) -> None:
    """Put ``value`` in place of the characters from ``start`` to ``end`` of all texts together."""
    at = 0
    for text in texts:
        own = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(own))
        at += len(own)
        if first < last:
            _set(text, own[:first] + value + own[last:])
            value = ""


def _set(text: BaseOxmlElement, value: str) -> None:
    text.text = value
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


@dataclass
class _Field:
    begin: BaseOxmlElement
    code: str = ""
    result: list[BaseOxmlElement] | None = None
    """The texts that it shows; None until they begin."""


def _fill_fields(paragraph: BaseOxmlElement, values: Mapping[str, str]) -> set[str]:
    filled: set[str] = set()
    field: _Field | None = None
    for run in paragraph.iter(_R):
        for part in run:
            kind = part.get(qn("w:fldCharType")) if part.tag == _CHAR else ""
            if kind == "begin":
                field = _Field(part)
            elif kind == "separate" and field:
                field.result = []
            elif kind == "end" and field:
                filled |= _fill_field(field, part, values)
                field = None
            elif field and part.tag == _INSTRUCTION:
                field.code += part.text or ""
            elif field and field.result is not None and part.tag == _T:
                field.result.append(part)
    return filled


def _fill_field(field: _Field, end: BaseOxmlElement, values: Mapping[str, str]) -> set[str]:
    meant = _property(field.code)
    if not meant:
        return set()
    field.begin.set(qn("w:dirty"), "true")
    _replace_all(field.result or [_shown_before(end, field)], values[meant])
    return {meant}


def _shown_before(end: BaseOxmlElement, field: _Field) -> BaseOxmlElement:
    """An empty text for a field that shows nothing yet."""
    run = end.getparent()
    if field.result is None:
        end.addprevious(child(run, "w:fldChar", fldCharType="separate"))
    text = child(run, "w:t")
    end.addprevious(text)
    return text


def _fill_simple_fields(root: BaseOxmlElement, values: Mapping[str, str]) -> set[str]:
    filled: set[str] = set()
    for field in root.iter(qn("w:fldSimple")):
        meant = _property(field.get(qn("w:instr"), ""))
        if meant:
            field.set(qn("w:dirty"), "true")
            _replace_all(list(field.iter(_T)) or [_added_text(field)], values[meant])
            filled.add(meant)
    return filled


def _fill_bound(root: BaseOxmlElement, values: Mapping[str, str]) -> set[str]:
    filled: set[str] = set()
    for binding in root.iter(qn("w:dataBinding")):
        found = _BOUND.search(binding.get(qn("w:xpath"), ""))
        control = binding.getparent().getparent()
        texts = _control_texts(control) if found and control is not None else []
        if found and texts:
            meant = _MEANT[found[1]]
            _replace_all(texts, values[meant])
            for example in control.findall(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"):
                example.getparent().remove(example)
            filled.add(meant)
    return filled


def _control_texts(control: BaseOxmlElement) -> list[BaseOxmlElement]:
    """The texts of a content control, an empty one made where it has none; nothing where it can hold none."""
    texts = list(control.iter(_T))
    content = control.find(qn("w:sdtContent"))
    if texts or content is None:
        return texts
    place = next(content.iter(_P), None)
    if place is None and next(control.iterancestors(_P), None) is not None:
        place = content
    return [] if place is None else [_added_text(place)]


def _added_text(parent: BaseOxmlElement) -> BaseOxmlElement:
    return child(child(parent, "w:r"), "w:t")


def _replace_all(texts: list[BaseOxmlElement], value: str) -> None:
    for number, text in enumerate(texts):
        _set(text, "" if number else value)


def _property(code: str) -> str:
    found = _PROPERTY.match(code)
    return _MEANT.get((found[1] or found[2]).strip().casefold(), "") if found else ""


def _custom_properties(parts: Iterator[Part], values: Mapping[str, str]) -> None:
    """Properties that the template's makers added: else Word would put their old values back."""
    for part in parts:
        if part.partname == "/docProps/custom.xml" and not isinstance(part, XmlPart):
            root = etree.fromstring(part.blob)
            for element in root:
                meant = _MEANT.get(element.get("name", "").casefold())
                if meant and len(element):
                    element[0].text = values[meant]
            part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
