"""What stands before and after the answers of a sheet, and on the edge of each page."""

from docx.shared import Cm

from exports.labels import MADE_BY_DEMO
from exports.review import wording
from exports.review.layout import waiting
from exports.review.runs import runs
from exports.review.styles import FACT, LEAVE_IN, THANKS
from exports.review.writer import Writer
from exports.word.page import name_pages
from exports.word.styles import BODY, NOTE, SUBTITLE, TITLE, UNSURE
from sessions.text import clean_line
from sessions.transcript import DEMO_MODEL


def opening(writer: Writer) -> None:
    """Who said it, when, and at which machine."""
    reading = writer.reading
    who = clean_line(", ".join(part for part in (reading.expert.name, reading.company.name) if part))
    writer.line(TITLE, wording.TITLE)
    writer.line(SUBTITLE, wording.SUBTITLE)
    writer.line(FACT, wording.TOLD_BY, who=who)
    writer.line(FACT, wording.TOLD_ON, date=writer.labels.date(reading.session.started_at.date()))
    if machine := clean_line(reading.session.machine):
        writer.line(FACT, wording.MACHINE, machine=machine)
    if any(fragment.transcript.model == DEMO_MODEL for fragment in writer.fragments):
        writer.line(NOTE, MADE_BY_DEMO)


def how(writer: Writer) -> None:
    """What is asked of the expert, and what is promised."""
    writer.line("heading 2", wording.HOW)
    writer.line(BODY, wording.OPENING)
    _steps(writer)
    writer.line(BODY, wording.SAY_MORE)
    if any(passage.asked for passage in writer.paragraphs):
        writer.line(BODY, wording.SLANTED)
    writer.line(NOTE, wording.PROMISE)
    writer.own(writer.body.line(NOTE, writer.to_sender(wording.TAKE_BACK_TO, wording.TAKE_BACK)))


def closing(writer: Writer) -> None:
    """Thanks, what is not in it yet, and the mark."""
    writer.line(THANKS, wording.THANKS)
    if number := waiting(writer.reading):
        writer.own(writer.body.line(BODY, writer.labels.ngettext(*wording.WAITING, number)).keep())
    writer.own(writer.body.line(BODY, writer.to_sender(wording.SEND_TO, wording.SEND_BACK)).keep())
    writer.line(LEAVE_IN, wording.LEAVE_IN, mark=writer.sheet.mark)


def margins(writer: Writer) -> None:
    """No header, and a footer with session, mark and page."""
    section = writer.document.sections[0]
    section.top_margin, section.bottom_margin = Cm(2), Cm(2.3)
    for line in (section.header.paragraphs[0], section.footer.paragraphs[0]):
        line.clear()
    code = clean_line(writer.reading.session.code)
    text = writer.labels(wording.FOOTER).format(code=code, mark=writer.sheet.mark)
    name_pages(writer.document, text, writer.labels)


def _steps(writer: Writer) -> None:
    _, steps = writer.labels, writer.body.numbered()
    writer.own(steps.line(_(wording.PUT_RIGHT)))
    if any(unsure for fragment in writer.fragments for _text, unsure in runs(fragment)):
        before, _sample, after = _(wording.LOOK_AT).partition("{sample}")
        writer.own(steps.line(before).text(_(wording.SAMPLE), UNSURE).text(after))
    writer.own(steps.line(_(wording.TICK_ONE)))
    writer.own(steps.line(writer.to_sender(wording.SEND_TO, wording.SEND_BACK)))
