"""The order that the Office Open XML schema (ECMA-376, transitional) prescribes where Word is strict about it."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath rPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tc": "tcPr p",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
}


def misplaced(data: bytes) -> list[str]:
    """What stands in a wrong order in a Word file: "pPr: spacing before numPr"; empty where all is well."""
    return [fault for root in parts(data) for element in root.iter() for fault in _faults(element)]


def parts(data: bytes) -> Iterator[BaseOxmlElement]:
    """The roots of the parts in which text and styles stand."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml") and "/theme/" not in name:
                yield parse_xml(archive.read(name))


def _faults(element: BaseOxmlElement) -> Iterator[str]:
    for tag, order in ORDER.items():
        if element.tag == qn(f"w:{tag}"):
            places = {qn(f"w:{name}"): at for at, name in enumerate(order.split())}
            known = [child for child in element if child.tag in places]
            for one, next_ in pairwise(known):
                if places[one.tag] > places[next_.tag] and tag != "tbl":
                    yield f"{tag}: {one.tag.split('}')[1]} before {next_.tag.split('}')[1]}"
            yield from _foreign(element, tag, places)


def _foreign(element: BaseOxmlElement, tag: str, places: dict[str, int]) -> Iterator[str]:
    if tag in ("pPr", "rPr", "tblPr", "tcPr", "sectPr"):
        for child in element:
            if child.tag not in places and child.tag.startswith(qn("w:x")[:-1]):
                yield f"{tag}: {child.tag.split('}')[1]} does not belong there"
