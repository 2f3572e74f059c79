"""What the experts tell, topic by topic, each paragraph with its source."""

from docx.document import Document
from docx.text.paragraph import Paragraph as Line

from exports.draft import Draft
from exports.labels import Labels
from exports.sources import prefix_and_time
from exports.telling import Paragraph, Piece, TopicBlock
from exports.word.contents import Contents
from exports.word.fields import add_link, add_text
from exports.word.sources import anchor
from exports.word.styles import BODY, LABEL, SOURCE, SUGGESTION


def add_topics(document: Document, contents: Contents, draft: Draft, _: Labels) -> None:
    """A heading for each topic that somebody spoke about, with the facets under it."""
    contents.heading(_("What the experts tell"), 1)
    if not any(topic.told for topic in draft.topics):
        add_text(document.add_paragraph(), _("Nobody has spoken about this module yet."))
        return
    add_text(document.add_paragraph(), _how_to_read(_))
    for topic in draft.topics:
        if topic.told:
            _topic(document, contents, topic, _)


def _how_to_read(_: Labels) -> str:
    return _(
        "Each paragraph is in the expert's own words. The code after it leads to the source at the end: "
        "expert and session, answer, and the minute in the recording."
    )


def _topic(document: Document, contents: Contents, topic: TopicBlock, _: Labels) -> None:
    contents.heading(topic.title, 2)
    for block in topic.facets:
        if block.facet or topic.parted:
            heading = _.heading(block.facet) if block.facet else _("What the experts say about it")
            contents.heading(heading, 3)
        for paragraph in block.paragraphs:
            _paragraph(document, paragraph, _)
    if topic.suggestions:
        contents.heading(_("Possibly also about this (suggestion, not yet confirmed)"), 3)
        for paragraph in topic.suggestions:
            _paragraph(document, paragraph, _, SUGGESTION)


def _paragraph(document: Document, told: Paragraph, _: Labels, style: str = BODY) -> None:
    paragraph = document.add_paragraph(style=style)
    if told.label:
        add_text(paragraph, f"{told.label}: ", LABEL)
    add_text(paragraph, " ".join(piece.text.strip() for piece in told.pieces) + " ")
    _references(paragraph, told, _)


def _references(paragraph: Line, told: Paragraph, _: Labels) -> None:
    """In brackets and quietly; the answer's code once, then only times."""
    before = ""
    for piece in told.pieces:
        prefix, time = prefix_and_time(piece.reference)
        add_text(paragraph, ", " if before else "[", SOURCE)
        shown = time if prefix == before else piece.reference
        add_link(paragraph, shown + _doubt(piece, _), anchor(piece.reference), SOURCE)
        before = prefix
    because = _(", because of: {words}").format(words=", ".join(told.because)) if told.because else ""
    add_text(paragraph, f"]{because}", SOURCE)


def _doubt(piece: Piece, _: Labels) -> str:
    return f" ({_.doubt(piece.doubt)})" if _.doubt(piece.doubt) else ""
