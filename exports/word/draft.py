"""A module draft as a Word document that an instructional developer takes further."""

from docx.document import Document

from exports.draft import Draft
from exports.labels import MADE_BY_DEMO, Labels
from exports.word.contents import Contents
from exports.word.fields import add_text
from exports.word.missing import add_missing
from exports.word.page import About, Column, add_caption, add_row, add_table, new_document
from exports.word.sources import add_sources
from exports.word.styles import (
    CELL,
    CELL_CENTRED,
    CELL_HEAD_CENTRED,
    CELL_KEPT,
    CELL_KEPT_CENTRED,
    DETAIL,
    LABEL,
    NOTE,
)
from exports.word.telling import add_topics


def render_draft(draft: Draft) -> Document:
    """The draft with title block, contents, goals, topics, assignment, gaps and sources."""
    _ = Labels(draft.language)
    subject = _("Draft of module {module}").format(module=draft.module_id)
    document = new_document(About(draft.title, draft.programme, draft.made_at, subject), _)
    _title_block(document, draft, subject, _)
    contents = Contents(document, _("Contents"))
    _goals(document, contents, draft, _)
    add_topics(document, contents, draft, _)
    _assignment(document, contents, draft, _)
    add_missing(document, contents, draft, _)
    add_sources(document, contents, draft, _)
    contents.fill()
    return document


def _title_block(document: Document, draft: Draft, subject: str, _: Labels) -> None:
    add_text(document.add_paragraph(style="Title"), draft.title)
    add_text(document.add_paragraph(style="Subtitle"), subject)
    _detail(document, _("Programme"), draft.programme)
    _detail(document, _("Date"), _.date(draft.made_at.date()))
    guide = _("{title}, version {version}").format(title=draft.guide_title, version=draft.guide_version)
    _detail(document, _("Guide"), guide)
    _detail(document, _("Based on"), _counts(draft, _))
    for contributor in draft.contributors:
        who = _.with_company(contributor.name, contributor.company)
        told = _.ngettext("{n} fragment", "{n} fragments", contributor.fragments)
        _detail(document, _("Expert {code}").format(code=contributor.code), f"{who} · {told}")
    if draft.demo:
        add_text(document.add_paragraph(style=NOTE), _(MADE_BY_DEMO))
    if draft.internal:
        add_text(document.add_paragraph(style=NOTE), _internal(draft, _))


def _counts(draft: Draft, _: Labels) -> str:
    if not draft.fragments:
        return _("nothing yet")
    return ", ".join(
        (
            _.ngettext("{n} fragment", "{n} fragments", draft.fragments),
            _.ngettext("{n} expert", "{n} experts", len(draft.contributors)),
            _.ngettext("{n} company", "{n} companies", len(draft.companies)),
        )
    )


def _internal(draft: Draft, _: Labels) -> str:
    return _.ngettext(
        "Do not share this draft outside the team: {n} fragment in it has not been released yet.",
        "Do not share this draft outside the team: {n} fragments in it have not been released yet.",
        draft.internal,
    )


def _detail(document: Document, name: str, text: str) -> None:
    paragraph = document.add_paragraph(style=DETAIL)
    add_text(paragraph, name, LABEL)
    add_text(paragraph, f"\t{text}")


def _goals(document: Document, contents: Contents, draft: Draft, _: Labels) -> None:
    if not draft.goals:
        return
    contents.heading(_("Learning goals"), 1).paragraph_format.page_break_before = True
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    add_text(paragraph, _("The learner:"))
    for goal in draft.goals:
        add_text(document.add_paragraph(style="List Bullet"), goal)


def _assignment(document: Document, contents: Contents, draft: Draft, _: Labels) -> None:
    assignment = draft.assignment
    if not (assignment.title or assignment.text or assignment.criteria):
        return
    contents.heading(_("Practice assignment"), 1)
    if assignment.title:
        contents.heading(assignment.title, 2)
    if assignment.text:
        add_text(document.add_paragraph(), assignment.text)
    if assignment.criteria:
        _criteria(document, assignment.criteria, _)


def _criteria(document: Document, criteria: tuple[str, ...], _: Labels) -> None:
    add_caption(document, _, 1, _("Criteria, to tick for each learner"))
    marks = (_("not yet"), _("sufficient"), _("good"))
    columns = [Column(_("Criterion"), 9.1), *(Column(mark, 2.3, CELL_HEAD_CENTRED) for mark in marks)]
    table = add_table(document, columns)
    for at, criterion in enumerate(criteria, 1):
        # a short table stays on one page: it is printed and taken to the machine
        kept = at < len(criteria)
        box = CELL_KEPT_CENTRED if kept else CELL_CENTRED
        add_row(table, [criterion, "☐", "☐", "☐"], [CELL_KEPT if kept else CELL, box, box, box])
