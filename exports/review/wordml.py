"""WordprocessingML (ECMA-376, part 1) as it is read here: the names of elements, and what several readers ask."""

from collections.abc import Collection
from typing import Any

from lxml import etree

Element = Any
"""An element of lxml, which has no types of its own."""

_STRICT = (
    (
        "http://purl.oclc.org/ooxml/wordprocessingml/",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/",
    ),
    ("http://purl.oclc.org/ooxml/officeDocument/", "http://schemas.openxmlformats.org/officeDocument/2006/"),
)
_FALSE = ("0", "false", "off")


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def w14(name: str) -> str:
    """The same for what Word 2010 added."""
    return f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}"


def parsed(part: bytes) -> Element:
    """The root of a part; what a strict file (ISO 29500) calls otherwise gets its common name.

    Raises a SyntaxError for what is not XML, and a ValueError for XML with entities of its own.
    """
    for strict, common in _STRICT:
        part = part.replace(strict.encode(), common.encode())
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    if root.getroottree().docinfo.doctype:
        raise ValueError("a document type")
    return root


def is_on(flag: Element | None, attribute: str = w("val")) -> bool:
    """Whether a flag such as ``<w:vanish/>`` is there and not off."""
    return flag is not None and flag.get(attribute, "1") not in _FALSE


def is_struck(properties: Element | None) -> bool:
    """Whether a run with these ``properties`` is struck through, once or twice."""
    return properties is not None and any(is_on(properties.find(w(name))) for name in ("strike", "dstrike"))


def value(element: Element | None, name: str) -> str:
    """``w:val`` of the child ``name``; empty where there is none."""
    found = None if element is None else element.find(w(name))
    return "" if found is None else found.get(w("val"), "")


class Styles:
    """The names of the styles, and which of them hide text."""

    def __init__(self, root: Element | None = None) -> None:
        found = [] if root is None else root.findall(w("style"))
        styles = {style.get(w("styleId"), ""): style for style in found}
        self._names = {key: value(style, "name") for key, style in styles.items()}
        self._hidden = frozenset(key for key in styles if _hides(styles, key))

    def name(self, key: str) -> str:
        """The name of a style in small letters: Word and LibreOffice do not agree on the large ones."""
        return (self._names.get(key) or key).casefold()

    def hides(self, properties: Element | None, paragraph_style: str) -> bool:
        """Whether a run with these ``properties`` is hidden text."""
        own = None if properties is None else properties.find(w("vanish"))
        if own is not None:
            return is_on(own)
        return bool(self._hidden & {value(properties, "rStyle"), paragraph_style})


def _hides(styles: dict[str, Element], key: str, above: Collection[str] = ()) -> bool:
    style = styles.get(key)
    if style is None or key in above:
        return False
    own = style.find(f"{w('rPr')}/{w('vanish')}")
    return is_on(own) if own is not None else _hides(styles, value(style, "basedOn"), (*above, key))
