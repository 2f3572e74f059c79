"""Every style of our Word documents, in one place: nothing is sized or coloured by hand elsewhere."""

from dataclasses import dataclass

BODY = "Normal"
SOURCE = "Bron"
LABEL = "Wie"
TIME = "Tijd"
UNSURE = "Onzeker woord"
NOTE = "Let op"
DETAIL = "Gegevens"
SUGGESTION = "Suggestie"
SPOKEN = "Gesproken"
INTERVIEWER = "Interviewer"
TOPICS = "Onderwerpen"
ASKED = "Vraag"
CELL = "Cel"
CELL_CENTRED = "Cel midden"
CELL_HEAD = "Celkop"
CELL_HEAD_CENTRED = "Celkop midden"
CELL_KEPT = "Cel bijeen"
CELL_KEPT_CENTRED = "Cel midden bijeen"
TABLE = "Vakborg"
TOOL = "Nog te schrijven"
QUOTE = "Uitspraak"
LEAD = "Aanloop"
STEP_NOTE = "Bij een stap"
UNWRITTEN = "Nog in te vullen"
PICTURE = "Foto"
AFTER_TABLE = "Na tabel"
BULLET = "List Bullet"
NUMBERED = "List Number"
CAPTION = "caption"
TITLE = "Title"
SUBTITLE = "Subtitle"
COMMENT = "annotation text"
COMMENT_MARK = "annotation reference"
TOC_HEADING = "TOC Heading"

LIST = "{list}"
"""Stands in a style for the number of its list, which differs per document."""

FONT = "Calibri"  # where it is not installed, office programs put Carlito in, which has its widths
INK, QUIET, ACCENT, RULE, WASH = "1F2328", "57606A", "1F4E6B", "C9D1D9", "F3F6F8"


def style_id(name: str) -> str:
    """The id under which Word files keep the style of this name ("heading 1" is "Heading1")."""
    return "".join(part[:1].upper() + part[1:] for part in name.split())


@dataclass(frozen=True)
class Style:
    """A style; ``paragraph``, ``run`` and ``table`` are its properties as
    WordprocessingML. What it is based on comes before it."""

    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    next: str = ""
    kind: str = "paragraph"
    quick: bool = True
    table: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the other styles of a document: kind, and name in small letters."""
        return self.kind, self.name.casefold()


def _space(before: int, after: int, line: int = 0) -> str:
    """Space before and after in twentieths of a point; ``line`` in 240ths of a line."""
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _size(half_points: int, colour: str = "", bold: bool = False) -> str:
    weight = "<w:b/>" if bold else ""
    shade = f'<w:color w:val="{colour}"/>' if colour else ""
    return f'{weight}{shade}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _heading(level: int, before: int, after: int, half_points: int, colour: str) -> Style:
    layout = f'<w:keepNext/><w:keepLines/>{_space(before, after, 252)}<w:outlineLvl w:val="{level - 1}"/>'
    return Style(f"heading {level}", layout, _size(half_points, colour, bold=True), next="Normal")


_TAB = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs>'
_EDGE = '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>'
_CENTRED = '<w:jc w:val="center"/>'
_NOTE = (
    f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{ACCENT}"/></w:pBdr>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{WASH}"/>{_space(160, 200)}<w:ind w:left="227"/>'
)
_SUGGESTION = (
    f'<w:pBdr><w:left w:val="dotted" w:sz="12" w:space="8" w:color="{QUIET}"/></w:pBdr>'
    f'{_space(0, 120)}<w:ind w:left="227"/>'
)
_TOOL = (
    f'<w:pBdr><w:left w:val="double" w:sz="6" w:space="8" w:color="{QUIET}"/></w:pBdr>'
    f'{_space(120, 140)}<w:ind w:left="227"/>'
)
_QUOTE = (
    f'<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="24" w:space="10" w:color="{ACCENT}"/></w:pBdr>'
    f'{_space(160, 200)}<w:ind w:left="454" w:right="454"/>'
)
_LISTED = f'<w:numPr><w:numId w:val="{LIST}"/></w:numPr>{_space(0, 70)}'
_HANGING = '<w:tabs><w:tab w:val="left" w:pos="{0}"/></w:tabs>{1}<w:ind w:left="{0}" w:hanging="{0}"/>'

STYLES = (
    Style("Normal", _space(0, 140, 276), _size(22), based_on=""),
    Style("Title", f"<w:keepNext/>{_space(480, 60, 240)}", _size(56, ACCENT, bold=True), next="Subtitle"),
    Style("Subtitle", f"<w:keepNext/>{_space(0, 320)}", _size(28, QUIET), next="Normal"),
    _heading(1, 480, 140, 32, ACCENT),
    _heading(2, 360, 80, 26, ACCENT),
    _heading(3, 240, 60, 23, INK),
    _heading(4, 200, 60, 21, QUIET),
    Style("TOC Heading", f"<w:keepNext/>{_space(400, 120)}", _size(27, ACCENT, bold=True)),
    Style("toc 1", f"{_TAB}{_space(60, 40)}", based_on="Normal"),
    Style("toc 2", f'{_TAB}{_space(0, 20)}<w:ind w:left="284"/>', based_on="Normal"),
    Style(BULLET, _LISTED),
    Style(NUMBERED, _LISTED),
    Style(CAPTION, _space(160, 100), _size(19, QUIET)),
    Style("header", f"{_EDGE}{_space(0, 0)}", _size(18, QUIET)),
    Style("footer", f"{_EDGE}{_space(0, 0)}", _size(18, QUIET)),
    Style(NOTE, _NOTE),
    Style(TOOL, _TOOL, f'<w:i/><w:color w:val="{QUIET}"/>'),
    Style(QUOTE, _QUOTE, _size(26, ACCENT), next="Normal"),
    Style(PICTURE, f"<w:keepNext/>{_space(160, 0, 240)}", next=CAPTION),
    Style(AFTER_TABLE, '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>', _size(16)),
    Style(COMMENT, _space(0, 60, 240), _size(20)),
    Style(DETAIL, _HANGING.format(1701, _space(0, 40))),
    Style(SUGGESTION, _SUGGESTION),
    Style(LEAD, f"<w:keepNext/>{_space(0, 80)}"),
    Style(STEP_NOTE, f'{_space(0, 70)}<w:ind w:left="794"/>'),
    Style(SPOKEN, _HANGING.format(851, _space(0, 90))),
    Style(INTERVIEWER, "", f'<w:i/><w:color w:val="{QUIET}"/>', based_on=SPOKEN),
    Style(TOPICS, f"<w:keepNext/>{_space(0, 120)}", _size(19, QUIET)),
    Style(ASKED, f"<w:keepNext/>{_space(160, 60)}"),
    Style(CELL, _space(50, 50, 240), _size(20)),
    Style(CELL_CENTRED, _CENTRED, based_on=CELL),
    Style(CELL_KEPT, "<w:keepNext/>", based_on=CELL),
    Style(CELL_KEPT_CENTRED, f"<w:keepNext/>{_CENTRED}", based_on=CELL),
    Style(CELL_HEAD, "<w:keepNext/>", f'<w:b/><w:color w:val="{ACCENT}"/>', based_on=CELL),
    Style(CELL_HEAD_CENTRED, _CENTRED, based_on=CELL_HEAD),
    Style("Default Paragraph Font", based_on="", kind="character", quick=False),
    Style(COMMENT_MARK, run=_size(16), based_on="", kind="character"),
    Style(SOURCE, run=_size(17, QUIET), based_on="", kind="character"),
    Style(TIME, run=_size(17, QUIET), based_on="", kind="character"),
    Style(LABEL, run=f'<w:b/><w:color w:val="{ACCENT}"/>', based_on="", kind="character"),
    Style(UNWRITTEN, run=f'<w:i/><w:color w:val="{QUIET}"/>', based_on="", kind="character"),
    Style(UNSURE, run='<w:u w:val="dotted"/>', based_on="", kind="character"),
)
