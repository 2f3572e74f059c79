"""The styles of a sheet: ours, larger and wider apart, for eyes of sixty-five."""

from exports.word.fields import BOX_FONT
from exports.word.styles import (
    ACCENT,
    BODY,
    CELL,
    CELL_HEAD,
    INK,
    NOTE,
    NUMBERED,
    QUIET,
    SUBTITLE,
    TABLE,
    TITLE,
    UNSURE,
    WASH,
    Style,
)

FACT = "Over het gesprek"
ASKED_BETWEEN = "Tussendoor gevraagd"
TICK_HEAD = "Kruisjes"
TICK_LINE = "Kruisje"
BOX = "Hokje"
THANKS = "Tot slot"
LEAVE_IN = "Kenmerk"

_MARKED = "FFF3C4"


def _space(before: int, after: int, line: int = 295) -> str:
    """In twentieths of a point; ``line`` in 240ths of a line."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _size(points: int, colour: str = INK, weight: str = "") -> str:
    sizes = f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'
    return f'{weight}<w:color w:val="{colour}"/>{sizes}'


_BOLD, _SLANTED = "<w:b/>", "<w:i/>"
_KEPT = "<w:keepNext/><w:keepLines/>"
_HEADING = f"{_KEPT}{_space(480, 160, 252)}"
_NOTE = (
    f'<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{ACCENT}"/></w:pBdr>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{WASH}"/>{_space(200, 0)}<w:ind w:left="227"/>'
)
_INDENT = '<w:ind w:left="567" w:hanging="567"/>'
_EDGE = '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>'
_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="{QUIET}"/>'
    for side in ("top", "left", "bottom", "right")
)
_ROOM = (
    f"<w:tblPr><w:tblBorders>{_SIDES}</w:tblBorders><w:tblCellMar>"
    '<w:left w:w="170" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{WASH}"/></w:tcPr></w:tblStylePr>'
)

STYLES = (
    Style(BODY, _space(0, 180), _size(14), based_on=""),
    Style(TITLE, f"<w:keepNext/>{_space(0, 40, 240)}", _size(28, ACCENT, _BOLD), next=SUBTITLE),
    Style(SUBTITLE, f"<w:keepNext/>{_space(0, 240, 240)}", _size(15, QUIET), next=BODY),
    Style("heading 1", f'{_HEADING}<w:outlineLvl w:val="0"/>', _size(16, ACCENT, _BOLD), next=BODY),
    Style("heading 2", f'{_KEPT}{_space(240, 100, 264)}<w:outlineLvl w:val="1"/>', _size(17, ACCENT, _BOLD), next=BODY),
    Style(NUMBERED, f'<w:numPr><w:numId w:val="{{list}}"/></w:numPr>{_space(0, 100)}'),
    Style(NOTE, _NOTE),
    Style(FACT, _space(0, 20)),
    Style(ASKED_BETWEEN, f'<w:keepNext/>{_space(0, 120)}<w:ind w:left="340"/>', _size(12, QUIET, _SLANTED)),
    Style(TICK_HEAD, f"{_KEPT}{_space(200, 60, 252)}", _size(14, ACCENT, _BOLD)),
    Style(TICK_LINE, f'{_KEPT}{_space(0, 120, 276)}{_INDENT}<w:contextualSpacing/>'),
    Style(THANKS, f"{_KEPT}{_space(480, 100)}", _size(14, ACCENT, _BOLD)),
    Style(LEAVE_IN, _space(0, 0), _size(11, QUIET)),
    Style(CELL, _space(30, 30, 252), _size(14)),
    Style(CELL_HEAD, f"<w:keepNext/>{_space(40, 40, 240)}", _size(12, QUIET, _BOLD), based_on=CELL),
    Style(TABLE, based_on="Normal Table", kind="table", table=_ROOM),
    Style("footer", f"{_EDGE}{_space(0, 0, 240)}", _size(11, QUIET)),
    Style(BOX, run=f'<w:rFonts w:ascii="{BOX_FONT}" w:hAnsi="{BOX_FONT}" w:eastAsia="{BOX_FONT}"/>'
          '<w:sz w:val="32"/><w:szCs w:val="32"/>', based_on="", kind="character"),
    Style(UNSURE, run=f'<w:u w:val="dottedHeavy"/><w:shd w:val="clear" w:color="auto" w:fill="{_MARKED}"/>',
          based_on="", kind="character"),
)  # fmt: skip
"""These stand for ours of the same name, and the others are there beside them."""
