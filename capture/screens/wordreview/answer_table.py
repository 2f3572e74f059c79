"""The answers of a session with what the expert decided, as cells and as what stands below the table."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from capture.screens.listed_table import Listed
from capture.screens.showing import MUTED
from capture.wordreview.agreement import AnswerStanding, tally
from capture.wordreview.desk import Desk
from capture.wordreview.naming import sheet_told, standing_told, taken_out_told, tally_told
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.text import clean_line

SHEETS = 3
"""Files that are told of; of older ones only how many there are."""


class AgreementTable(Listed):
    """The answers, with their Enter at the bottom."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "select_cursor",
            _("Review"),
            id="agreement_review",
            tooltip=_("To this answer in the review"),
        ),
    ]


def headings() -> Sequence[str]:
    """What stands above the columns."""
    return "", _("question"), _("agreement"), _("remarks")


def row(answer: AnswerStanding) -> Sequence[str]:
    """The cells of one answer."""
    question = clean_line(f"{answer.reading.question.id}  {answer.reading.question.text}")
    return answer.code, question, standing_told(answer), str(answer.remarks or "")


def sheets_told(desk: Desk) -> Content:
    """What was made and what came back, newest first; what it is for where nothing was."""
    lines = [Content(note) for note in _notes(desk)]
    if not desk.sheets and not lines:
        return Content(_what_for(desk))
    lines += [
        Content.assemble(sheet_told(sheet), "  ", (clean_line(sheet.path), MUTED)).truncate(400)
        for sheet in desk.sheets[:SHEETS]
    ]
    if more := len(desk.sheets) - SHEETS if len(desk.sheets) > SHEETS else 0:
        older = ngettext("and {n} before that", "and {n} before that", more).format(n=more)
        lines.append(Content.styled(older, MUTED))
    return Content("\n").join(lines)


def _what_for(desk: Desk) -> str:
    return _(
        "Nothing was made yet. {expert} gets a Word file with everything that was said, mends the text, writes remarks "
        "beside it and ticks what may be done with it. When it comes back you see first what changes, and take it in."
    ).format(expert=clean_line(desk.reading.expert.name))


def _notes(desk: Desk) -> Iterator[str]:
    """What was taken out, and whether the expert permits a file at all."""
    if told := taken_out_told(desk.taken_out_at):
        yield told
    if desk.refused:
        yield _("{expert} does not permit that what they say becomes text: there is nothing to send.").format(
            expert=clean_line(desk.reading.expert.name)
        )


def progress(desk: Desk) -> str:
    """How many answers are agreed, and what is still to be done, in one line."""
    told = tally_told(tally(desk.answers))
    if desk.open:
        told.append(ngettext("{n} open remark", "{n} open remarks", desk.open).format(n=desk.open))
    return ", ".join(told)
