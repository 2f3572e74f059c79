"""The list of sources at the end of a draft, to which every reference leads."""

from docx.document import Document
from docx.table import Table

from exports.draft import Draft
from exports.labels import Labels
from exports.sources import SourceAnswer, SourceClip, SourceSession, answer_code
from exports.word.contents import Contents
from exports.word.fields import add_bookmark, bookmark_name
from exports.word.page import Column, add_caption, add_row, add_table
from exports.word.styles import CELL

_WIDTHS = (1.7, 6.3, 4.3, 3.7)


def anchor(reference: str) -> str:
    """The bookmark of the source that a reference leads to."""
    return _bookmark(answer_code(reference))


def add_sources(document: Document, contents: Contents, draft: Draft, _: Labels) -> None:
    """A table for each session, a row for each answer that was quoted."""
    if not draft.sources:
        return
    contents.heading(_("Sources"), 1)
    first = 2 if draft.assignment.criteria else 1
    for number, session in enumerate(draft.sources, first):
        _session(document, session, number, _)


def _session(document: Document, session: SourceSession, number: int, _: Labels) -> None:
    who = _.with_company(session.expert, session.company)
    parts = [_("Session {code}").format(code=session.code), who, session.machine, _.date(session.day)]
    add_caption(document, _, number, " · ".join(part for part in parts if part))
    heads = [_("Source"), _("Question"), _("Recording and times"), _("Text and approval")]
    columns = [Column(head, width) for head, width in zip(heads, _WIDTHS, strict=True)]
    table = add_table(document, columns)
    for answer in session.answers:
        _answer(table, answer, _)


def _answer(table: Table, answer: SourceAnswer, _: Labels) -> None:
    origins = dict.fromkeys(clip.origin for clip in answer.clips)
    approval = _("approved") if answer.approved else _("not approved yet")
    texts = [
        answer.code,
        f"{answer.question_id} {answer.question}",
        "\n".join(_recording(clip, answer, _) for clip in answer.clips),
        "\n".join((*origins, approval)),
    ]
    add_row(table, texts, [CELL] * 4)
    add_bookmark(table.rows[-1].cells[0].paragraphs[0], _bookmark(answer.code))


def _recording(clip: SourceClip, answer: SourceAnswer, _: Labels) -> str:
    take = f"{clip.code}: " if clip.code != answer.code else ""
    file = clip.file or _("without sound")
    return f"{take}{file}\n{', '.join(clip.times)}"


def _bookmark(code: str) -> str:
    return bookmark_name("bron", code)
