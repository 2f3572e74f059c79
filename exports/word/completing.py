"""Our styles: all of them in a document of our own, the missing ones in that of a house template."""

import re
from collections.abc import Sequence

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.word.contrast import READABLE, contrast
from exports.word.fields import child
from exports.word.naming import OURS, style_ids
from exports.word.numbering import add_list, numbering_root
from exports.word.styles import (
    ACCENT,
    BULLET,
    FONT,
    INK,
    LIST,
    NUMBERED,
    RULE,
    STYLES,
    TABLE,
    WASH,
    Style,
    style_id,
)

_BUILT_IN = {
    "Normal",
    "Normal Table",
    "Default Paragraph Font",
    "Title",
    "Subtitle",
    "heading 1",
    "heading 2",
    "heading 3",
    "heading 4",
    "TOC Heading",
    "toc 1",
    "toc 2",
    "List Bullet",
    "List Number",
    "caption",
    "header",
    "footer",
    "annotation text",
    "annotation reference",
}
"""Names that Word knows by itself."""

_DEFAULTS = (("paragraph", "Normal"), ("character", "Default Paragraph Font"), ("table", "Normal Table"))
_LISTS = {BULLET: True, NUMBERED: False}

_NORMAL_TABLE = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" '
    'w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)


def _line(side: str, size: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


_OUR_TABLE = (
    f"<w:tblPr><w:tblBorders>{_line('top', 8, ACCENT)}{_line('bottom', 4, RULE)}{_line('insideH', 4, RULE)}"
    '</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
    f'{_line("bottom", 8, ACCENT)}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{WASH}"/></w:tcPr>'
    "</w:tblStylePr>"
)


_ALL = (
    *STYLES,
    Style("Normal Table", based_on="", kind="table", quick=False, table=_NORMAL_TABLE),
    Style(TABLE, based_on="Normal Table", kind="table", table=_OUR_TABLE),
)


def clear_styles(document: Document) -> None:
    """Take away what python-docx's own template brings along, lists included."""
    root = document.styles.element
    for element in root.findall(qn("w:style")) + root.findall(qn("w:docDefaults")):
        root.remove(element)
    lists = numbering_root(document)
    for element in list(lists):
        lists.remove(element)
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    defaults = (
        f'<w:docDefaults {nsdecls("w")}><w:rPrDefault><w:rPr>{fonts}<w:color w:val="{INK}"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    root.insert(0, parse_xml(defaults))


def complete_styles(document: Document, own: Sequence[Style] = ()) -> tuple[str, ...]:
    """Add each of our styles that the document lacks; their names. What it has is kept as it is. Those of ``own``
    are ours too, and stand for ours of the same name."""
    root, lists = document.styles.element, numbering_root(document)
    ids = style_ids(root)
    ours = {style.key: style for style in (*_ALL, *own)}
    missing = [style for style in ours.values() if not _known(style, ids)]
    accent = _house_colour(root, ids)
    names = {style.key: _free_name(style, ids) for style in missing}
    ids |= _free_ids(missing, ids)
    for style in missing:
        number = add_list(lists, _LISTS[style.name], ids[style.key]) if style.name in _LISTS else ""
        root.append(parse_xml(_xml(style, names[style.key], ids, number).replace(ACCENT, accent)))
    _set_defaults(root, ids)
    return tuple(names.values())


def _house_colour(root: BaseOxmlElement, ids: dict[tuple[str, str], str]) -> str:
    """The colour of a template's headings for what we add to it, if it can be read on white and on our grey."""
    heading = [
        s
        for s in root.findall(qn("w:style"))
        if s.get(qn("w:styleId")) == ids.get(("paragraph", "heading 1"))
    ]
    found = [c for s in heading for c in s.findall(f"{qn('w:rPr')}/{qn('w:color')}")]
    colour = found[0].get(qn("w:val"), "") if found else ""
    readable = re.fullmatch("[0-9A-Fa-f]{6}", colour) and contrast(colour, WASH) >= READABLE
    return colour if readable else ACCENT


def _known(style: Style, ids: dict[tuple[str, str], str]) -> bool:
    return style.key in ids or (style.kind, OURS.format(name=style.name).casefold()) in ids


def _free_name(style: Style, ids: dict[tuple[str, str], str]) -> str:
    """Word knows a name once, whatever kind of style it is."""
    taken = {name for _kind, name in ids}
    return OURS.format(name=style.name) if style.name.casefold() in taken else style.name


def _free_ids(styles: list[Style], ids: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    taken, made = set(ids.values()), {}
    for style in styles:
        identity = style_id(style.name)
        while identity in taken:
            identity += "Vakborg"
        taken.add(identity)
        made[style.key] = identity
    return made


def _xml(style: Style, name: str, ids: dict[tuple[str, str], str], number: str) -> str:
    own = "" if name in _BUILT_IN else ' w:customStyle="1"'
    parts = [f'<w:name w:val="{name}"/>']
    if style.based_on:
        parts.append(f'<w:basedOn w:val="{ids[style.kind, style.based_on.casefold()]}"/>')
    if style.next:
        parts.append(f'<w:next w:val="{ids[style.kind, style.next.casefold()]}"/>')
    if style.quick:
        parts.append("<w:qFormat/>")
    if style.paragraph:
        parts.append(f"<w:pPr>{style.paragraph.replace(LIST, number)}</w:pPr>")
    if style.run:
        parts.append(f"<w:rPr>{style.run}</w:rPr>")
    head = f'w:type="{style.kind}"{own} w:styleId="{ids[style.key]}"'
    return f"<w:style {nsdecls('w')} {head}>{''.join(parts)}{style.table}</w:style>"


def _set_defaults(root: BaseOxmlElement, ids: dict[tuple[str, str], str]) -> None:
    """Each kind of style has one that holds where none is named; a template's own stays it."""
    every = root.findall(qn("w:style"))
    have = {s.get(qn("w:type")) for s in every if s.get(qn("w:default")) in ("1", "true", "on")}
    for kind, name in _DEFAULTS:
        for style in every if kind not in have else ():
            if style.get(qn("w:styleId")) == ids[kind, name.casefold()]:
                style.set(qn("w:default"), "1")


def set_language(document: Document, tag: str) -> None:
    """The language of all text: "nl-NL", in what holds for every style and in the style for running text."""
    root = document.styles.element
    defaults = root.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = parse_xml(f"<w:docDefaults {nsdecls('w')}/>")
        root.insert(0, defaults)
    run = _first(_first(defaults, "w:rPrDefault"), "w:rPr")
    for language in root.findall(f".//{qn('w:lang')}"):
        language.getparent().remove(language)
    child(run, "w:lang", val=tag, eastAsia=tag, bidi="ar-SA")


def _first(parent: BaseOxmlElement, tag: str) -> BaseOxmlElement:
    """The child of that name, made as the first where there is none."""
    found = parent.find(qn(tag))
    if found is None:
        parent.insert(0, child(parent, tag))
    first: BaseOxmlElement = parent.find(qn(tag))
    return first
