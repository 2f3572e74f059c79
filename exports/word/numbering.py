"""The lists of a document: ours are added to those that a template has, and each numbered one begins at 1."""

from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from exports.word.fields import child
from exports.word.naming import style_ids
from exports.word.styles import NUMBERED

_LEVEL = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{style}<w:lvlText w:val="{text}"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
)
_BULLETS = {"format": "bullet", "text": "•", "left": "397", "hanging": "284"}
_NUMBERS = {"format": "decimal", "text": "%1.", "left": "454", "hanging": "397"}


def numbering_root(document: Document) -> BaseOxmlElement:
    """The definitions of the lists, made where a template has none."""
    part = document.part
    try:
        found: Any = part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        empty = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        name = PackURI("/word/numbering.xml")
        found = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, empty, part.package)
        part.relate_to(found, RELATIONSHIP_TYPE.NUMBERING)
    root: BaseOxmlElement = found.element
    return root


def add_list(root: BaseOxmlElement, bullets: bool, style_id: str = "") -> str:
    """A new list, which is that of the style ``style_id`` if one is named; its number."""
    number = _free(root, "abstractNum", "abstractNumId")
    link = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
    level = _LEVEL.format(**(_BULLETS if bullets else _NUMBERS), style=link)
    head = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
    kind = '<w:multiLevelType w:val="singleLevel"/>'
    definition = parse_xml(f"{head}{kind}{level}</w:abstractNum>")
    nums = root.findall(qn("w:num"))
    if nums:
        nums[0].addprevious(definition)
    else:
        _before_end(root, definition)
    return _instance(root, number)


class Numbering:
    """Gives numbered lists of a document their numbers."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._root = numbering_root(document)
        self._abstract = ""

    def restarted(self) -> str:
        """The number of a new list that begins at 1."""
        self._abstract = self._abstract or self._of_style() or self._own()
        return _instance(self._root, self._abstract, restart=True)

    def _of_style(self) -> str:
        """The definition that the style for numbered lists leads to, if it does."""
        styles = self._document.styles.element
        identity = style_ids(styles).get(("paragraph", NUMBERED.casefold()), "")
        where = f"w:style[@w:styleId='{identity}']/w:pPr/w:numPr/w:numId/@w:val"
        for number in styles.xpath(where):
            for abstract in self._root.xpath(f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val"):
                return str(abstract)
        return ""

    def _own(self) -> str:
        number = add_list(self._root, bullets=False)
        return str(self._root.xpath(f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val")[0])


def _instance(root: BaseOxmlElement, abstract: str, restart: bool = False) -> str:
    number = _free(root, "num", "numId")
    num = parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"/>')
    child(num, "w:abstractNumId", val=abstract)
    if restart:
        child(child(num, "w:lvlOverride", ilvl="0"), "w:startOverride", val="1")
    _before_end(root, num)
    return number


def _before_end(root: BaseOxmlElement, element: BaseOxmlElement) -> None:
    end = root.find(qn("w:numIdMacAtCleanup"))
    if end is None:
        root.append(element)
    else:
        end.addprevious(element)


def _free(root: BaseOxmlElement, tag: str, attribute: str) -> str:
    """A number that is not in use; from 1, as the number 0 takes a paragraph out of its list."""
    used = [e.get(qn(f"w:{attribute}"), "0") for e in root.findall(qn(f"w:{tag}"))]
    return str(1 + max((int(n) for n in used if n.isdigit()), default=0))
