"""Our own template as a file, for a team to make theirs of: a cover, and a page that shows every style."""

from datetime import UTC, datetime

from docx.opc.constants import CONTENT_TYPE

from exports.labels import Labels
from exports.word import styles
from exports.word.body import Body
from exports.word.page import About, own_document, to_bytes
from exports.word.tables import Column
from sessions.i18n import N_

_DUTCH = (
    "{{titel}}",
    "{{ondertitel}}",
    "{{traject}}",
    "{{versie}}",
    "{{datum}}",
    "{{inhoud}}",
    "{{voorbeelden}}",
)
_ENGLISH = (
    *("{{title}}", "{{subtitle}}", "{{programme}}", "{{version}}", "{{date}}", "{{content}}", "{{samples}}"),
)

PURPOSES: dict[str, str] = {
    "Normal": N_("Running text, on which almost all other styles build."),
    "heading 1": N_("A part of the module."),
    "heading 2": N_("A topic."),
    "heading 3": N_("A side of a topic: how it is done, what you see, limits."),
    "heading 4": N_("A part of that."),
    styles.TITLE: N_("The title on the cover."),
    styles.SUBTITLE: N_("What kind of document it is, below the title."),
    styles.DETAIL: N_("Date, version and who contributed, on the cover."),
    styles.TOC_HEADING: N_("The heading of the contents, which is not in the contents itself."),
    "toc 1": N_("A line of the contents."),
    "toc 2": N_("A line of the contents, one level down."),
    styles.BULLET: N_("A list."),
    styles.NUMBERED: N_("A numbered list: the steps of a work instruction."),
    styles.NOTE: N_("What a reader must know first."),
    styles.TOOL: N_("What no expert said: the tool says what still has to be written here."),
    styles.QUOTE: N_("A golden quote."),
    styles.SUGGESTION: N_("What is perhaps about the topic too."),
    styles.LEAD: N_("A line that leads to what is below it."),
    styles.STEP_NOTE: N_("A key point or a reason below a step."),
    styles.ASKED: N_("A question that still has to be asked."),
    styles.SPOKEN: N_("A line of a transcript."),
    styles.INTERVIEWER: N_("What the interviewer says in a transcript."),
    styles.TOPICS: N_("The topics of an answer in a transcript."),
    styles.CAPTION: N_("Below a photo and above a table."),
    styles.PICTURE: N_("The paragraph that a photo stands in."),
    styles.CELL: N_("Text in a table."),
    styles.CELL_CENTRED: N_("Text in the middle of a table's cell."),
    styles.CELL_KEPT: N_("Text in a table that stays on one page."),
    styles.CELL_KEPT_CENTRED: N_("The same, in the middle."),
    styles.CELL_HEAD: N_("The head of a column."),
    styles.CELL_HEAD_CENTRED: N_("The head of a column, in the middle."),
    "header": N_("The line at the top of each page."),
    "footer": N_("The line at the bottom of each page."),
    styles.SOURCE: N_("Where something was said; leads to the list of sources."),
    styles.TIME: N_("When something was said."),
    styles.LABEL: N_("Who or what it is about, before the text."),
    styles.UNWRITTEN: N_("The tool's own words within a line."),
    styles.UNSURE: N_("A word of which the speech recognition was not sure."),
    styles.COMMENT: N_("The text of a comment."),
    styles.TABLE: N_("Every table has this style."),
}
"""What each style is for, by the name under which Word lists it."""

_ELSEWHERE = (styles.TABLE, styles.COMMENT)


_TYPES = {
    "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "docx": CONTENT_TYPE.WML_DOCUMENT_MAIN,
}
FORMATS = tuple(_TYPES)
"""A template, and a document that can be one; Word opens neither under the other's ending."""

IN_DUTCH_WORD = {
    "Normal": "Standaard",
    "heading 1": "Kop 1",
    "heading 2": "Kop 2",
    "heading 3": "Kop 3",
    "heading 4": "Kop 4",
    styles.TITLE: "Titel",
    styles.SUBTITLE: "Ondertitel",
    styles.TOC_HEADING: "Kopvan inhoudsopgave",
    "toc 1": "Inhopg 1",
    "toc 2": "Inhopg 2",
    styles.BULLET: "Lijst opsom.teken",
    styles.NUMBERED: "Lijstnummering",
    styles.CAPTION: "Bijschrift",
    "header": "Koptekst",
    "footer": "Voettekst",
}
"""What a Dutch Word calls the styles that it knows by itself, letter for letter; ours keep their names."""


def export_template(labels: Labels, format_: str = FORMATS[0]) -> bytes:
    """A file with all our styles, to be changed in Word and given with ``--template``."""
    title, subtitle, programme, version, day, here, samples = _DUTCH if labels.tag == "nl-NL" else _ENGLISH
    document = own_document(About(title, programme, datetime.now(UTC), subtitle), labels, day)
    body = Body(document, labels)
    body.line(styles.TITLE, title)
    body.line(styles.SUBTITLE, subtitle)
    for name, value in (
        (labels(N_("Programme")), programme),
        (labels(N_("Version")), version),
        (labels(N_("Date")), day),
    ):
        body.line(styles.DETAIL).text(name, styles.LABEL).tab().text(value)
    body.line(text=here).new_page()
    body.line(text=samples).new_page()
    _explain(body, labels)
    _samples(body, labels)
    body.finish()
    document.part._content_type = _TYPES[format_]
    return to_bytes(document)


def _explain(body: Body, labels: Labels) -> None:
    body.line(
        styles.NOTE,
        labels(
            N_(
                "This page shows every style and does not come into a document. Change the styles in Word, put your "
                "logo in the header and on the cover, and save. What stands between braces is filled in; the text of "
                "a document comes where the page before this one says so."
            )
        ),
    )


def _samples(body: Body, labels: Labels) -> None:
    characters = {style.name for style in styles.STYLES if style.kind == "character"}
    for name, purpose in PURPOSES.items():
        if name in characters:
            body.line().text(f"{name}: ").text(labels(purpose), name)
        elif name not in _ELSEWHERE:
            body.line(name, f"{_listed(name, labels)}: {labels(purpose)}")
    columns = [Column(labels(N_("Style")), 4), Column(labels(N_("What it is for")), 12)]
    cells = body.table(columns, labels(PURPOSES[styles.TABLE])).row()
    cells[0].text(styles.TABLE)
    cells[1].text(labels(PURPOSES[styles.TABLE]))


def _listed(name: str, labels: Labels) -> str:
    """A style as Word lists it: "Kop 1 (heading 1)"."""
    dutch = IN_DUTCH_WORD.get(name) if labels.tag == "nl-NL" else None
    return f"{dutch} ({name})" if dutch else name
