"""Module drafts as a Word document that an instructional developer takes further."""

from collections.abc import Sequence

from exports.draft.model import Draft
from exports.files import Files
from exports.labels import Labels
from exports.word.blocks.assignment import assignment
from exports.word.blocks.chapter import Chapter
from exports.word.blocks.comparisons import comparisons
from exports.word.blocks.decisions import decisions
from exports.word.blocks.faults import faults
from exports.word.blocks.glossary import glossary
from exports.word.blocks.goals import goals, prior, quote
from exports.word.blocks.instructions import instructions
from exports.word.blocks.items import items
from exports.word.blocks.missing import missing
from exports.word.blocks.opening import facts, shared_facts
from exports.word.blocks.sources import sources
from exports.word.blocks.topics import topics
from exports.word.body import Body
from exports.word.page import About, Made, name_pages, new_document
from exports.word.styles import SUBTITLE, TITLE
from sessions.text import clean_line

_BLOCKS = (
    goals,
    prior,
    quote,
    topics,
    comparisons,
    faults,
    instructions,
    assignment,
    items,
    glossary,
    missing,
    sources,
)

_BELOW_THE_FACTS, _TWO_PAGES = 20, 64
"""Lines of a table of contents that fit there."""


def render_draft(draft: Draft, *, files: Files, template: bytes | None = None) -> Made:
    """The draft of one module; ``template`` is the content of a house template.

    Raises :class:`ExportError` for a template that cannot be used.
    """
    _ = Labels(draft.language)
    subject = _("Draft of module {module}").format(module=draft.module_id)
    version = str(draft.version)
    about = About(draft.title, draft.programme, draft.made_at, subject, version, draft.module_id)
    made = new_document(about, _, template)
    body = Body(made.document, _)
    _titles(body, made, draft.title, subject)
    chapter = Chapter(body, draft, _, files, decisions(draft, _))
    facts(chapter, made.filled)
    body.contents(_("Contents"), most=_BELOW_THE_FACTS)
    _blocks(chapter)
    body.finish()
    return made


def render_drafts(drafts: Sequence[Draft], *, files: Files, template: bytes | None = None) -> Made:
    """The drafts of several modules, at least one, in one document: each a chapter on a new page.

    What belongs to the document rather than to a chapter is in the language of the first.
    """
    if len(drafts) == 1:
        return render_draft(drafts[0], files=files, template=template)
    first, _ = drafts[0], Labels(drafts[0].language)
    subject = _.ngettext("Draft of {n} module", "Drafts of {n} modules", len(drafts))
    about = About(first.programme, first.programme, first.made_at, subject, _versions(drafts))
    made = new_document(about, _, template)
    body = Body(made.document, _)
    _titles(body, made, first.programme, subject)
    shared_facts(body, drafts, _, made.filled)
    body.contents(_("Contents"), most=_TWO_PAGES)
    for number, draft in enumerate(drafts, 1):
        if template is None:
            _section(made, body, draft, _)
        _chapter(body, number, draft, files)
    body.finish()
    return made


def _versions(drafts: Sequence[Draft]) -> str:
    """The version that all have, or each with its own: "M2: 3, M3: 1"."""
    versions = {str(draft.version) for draft in drafts}
    return versions.pop() if len(versions) == 1 else ", ".join(f"{d.module_id}: {d.version}" for d in drafts)


def _titles(body: Body, made: Made, title: str, subtitle: str) -> None:
    """The title, unless the cover of a template shows it already."""
    if not made.titled:
        body.line(TITLE, clean_line(title))
        body.line(SUBTITLE, clean_line(subtitle))


def _section(made: Made, body: Body, draft: Draft, labels: Labels) -> None:
    """Pages that say which module they are of; a house template has footers of its own."""
    body.begin_section()
    name_pages(made.document, _title(draft), labels)


def _chapter(body: Body, number: int, draft: Draft, files: Files) -> None:
    labels = Labels(draft.language)
    body.heading(_title(draft), 1).new_page()
    chapter = Chapter(body, draft, labels, files, decisions(draft, labels), number)
    facts(chapter)
    _blocks(chapter)


def _title(draft: Draft) -> str:
    return f"{draft.module_id} {draft.title}"


def _blocks(chapter: Chapter) -> None:
    for write in _BLOCKS:
        write(chapter)
