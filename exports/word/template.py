"""Our styles put in place of those of python-docx's template."""

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from exports.word.styles import ACCENT, FONT, INK, RULE, STYLES, TABLE, WASH, Style, style_id

_BUILT_IN = {
    "Normal",
    "Title",
    "Subtitle",
    "heading 1",
    "heading 2",
    "heading 3",
    "TOC Heading",
    "toc 1",
    "toc 2",
    "List Bullet",
    "caption",
    "header",
    "footer",
    "Default Paragraph Font",
}

_NUMBERING = f"""<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="1"><w:multiLevelType
w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle
w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397"
w:hanging="284"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId
w:val="1"/></w:num></w:numbering>"""


_TABLES = f"""<w:styles {nsdecls("w")}><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name
w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108"
w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style
w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="{TABLE}"/><w:basedOn
w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0"
w:color="{ACCENT}"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/><w:insideH
w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders></w:tblPr><w:tblStylePr
w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0"
w:color="{ACCENT}"/></w:tcBorders><w:shd w:val="clear" w:color="auto"
w:fill="{WASH}"/></w:tcPr></w:tblStylePr></w:style></w:styles>"""


def apply_styles(document: Document, language: str) -> None:
    """Put our styles in place of the template's, with ``language`` ("nl-NL") for all of the text."""
    root = document.styles.element
    for child in root.findall(qn("w:style")) + root.findall(qn("w:docDefaults")):
        root.remove(child)
    root.insert(0, parse_xml(_defaults(language)))
    for style in STYLES:
        root.append(parse_xml(_xml(style)))
    for table in parse_xml(_TABLES).findall(qn("w:style")):
        root.append(table)
    _numbering(document)


def _defaults(language: str) -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    tongue = f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
    run = f'{fonts}<w:color w:val="{INK}"/>{tongue}'
    return (
        f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _xml(style: Style) -> str:
    mark = ' w:default="1"' if style.name in ("Normal", "Default Paragraph Font") else ""
    mark += "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    parts = [f'<w:name w:val="{style.name}"/>']
    if style.based_on:
        parts.append(f'<w:basedOn w:val="{style_id(style.based_on)}"/>')
    if style.next:
        parts.append(f'<w:next w:val="{style_id(style.next)}"/>')
    if style.quick:
        parts.append("<w:qFormat/>")
    if style.paragraph:
        parts.append(f"<w:pPr>{style.paragraph}</w:pPr>")
    if style.run:
        parts.append(f"<w:rPr>{style.run}</w:rPr>")
    head = f'w:type="{style.kind}"{mark} w:styleId="{style_id(style.name)}"'
    return f"<w:style {nsdecls('w')} {head}>{''.join(parts)}</w:style>"


def _numbering(document: Document) -> None:
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for child in list(parse_xml(_NUMBERING)):
        root.append(child)
