"""What stands before and after the answers of a sheet, and on the edge of each page."""

from docx.shared import Cm

from exports.labels import MADE_BY_DEMO
from exports.review import wording
from exports.review.runs import runs
from exports.review.styles import FACT, LEAVE_IN, THANKS
from exports.review.writer import Writer
from exports.word.page import name_pages
from exports.word.styles import BODY, NOTE, SUBTITLE, TITLE, UNSURE
from sessions.transcript import DEMO_MODEL


def opening(writer: Writer) -> None:
    """Who said it, when, and at which machine."""
    _, lines = writer.labels, writer.filled
    writer.line(TITLE, _(wording.TITLE))
    writer.line(SUBTITLE, _(wording.SUBTITLE))
    for fact in (lines.told_by, lines.told_on, lines.machine):
        if fact:
            writer.line(FACT, fact)
    if any(fragment.transcript.model == DEMO_MODEL for fragment in writer.fragments):
        writer.line(NOTE, _(MADE_BY_DEMO))


def how(writer: Writer) -> None:
    """What is asked of the expert, and what is promised."""
    _ = writer.labels
    writer.line("heading 2", _(wording.HOW))
    writer.line(BODY, _(wording.OPENING))
    _steps(writer)
    writer.line(BODY, _(wording.SAY_MORE))
    if any(passage.asked for passage in writer.paragraphs):
        writer.line(BODY, _(wording.SLANTED))
    writer.line(NOTE, _(wording.PROMISE))
    writer.line(NOTE, writer.filled.take_back)


def closing(writer: Writer) -> None:
    """Thanks, what is not in it yet, and the mark."""
    lines = writer.filled
    writer.line(THANKS, writer.labels(wording.THANKS))
    if lines.waiting:
        writer.line(BODY, lines.waiting).keep()
    writer.line(BODY, lines.send_to).keep()
    writer.line(LEAVE_IN, lines.leave_in)


def margins(writer: Writer) -> None:
    """No header, and a footer with session, mark and page."""
    section = writer.document.sections[0]
    section.top_margin, section.bottom_margin = Cm(2), Cm(2.3)
    for line in (section.header.paragraphs[0], section.footer.paragraphs[0]):
        line.clear()
    name_pages(writer.document, writer.filled.footer, writer.labels)


def _steps(writer: Writer) -> None:
    _, steps = writer.labels, writer.body.numbered()
    writer.own(steps.line(_(wording.PUT_RIGHT)))
    if any(unsure for fragment in writer.fragments for _text, unsure in runs(fragment)):
        before, sample, after = writer.filled.look_at.partition(_(wording.SAMPLE))
        writer.own(steps.line(before).text(sample, UNSURE).text(after))
    writer.own(steps.line(_(wording.TICK_ONE)))
    writer.own(steps.line(writer.filled.send_to))
