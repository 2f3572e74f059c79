"""``vakborg review status | agree``: what the expert decided about each answer; by word of mouth too."""

from typing import Any

import click

from capture.cli.context import Desk, confirmed, json_option, pass_desk, say, show_json, show_table
from capture.cli.worded import WISHES, Worded, shown
from capture.wordreview.agreement import AnswerStanding, Standing, left, tally
from capture.wordreview.desk import Desk as Reviewed
from capture.wordreview.desk import decide_on, read_desk
from capture.wordreview.naming import (
    replaced_told,
    sheet_told,
    standing_told,
    taken_out_told,
    tally_told,
    wish_name,
)
from sessions.errors import UsageRefused
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.received import Wish
from sessions.sheet import Sheet


@click.command("status", help=_("What was sent to the expert of a session, and what they decided."))
@click.argument("code", metavar=_("SESSION"))
@json_option
@pass_desk
def status(desk: Desk, code: str, as_json: bool) -> None:
    reviewed = read_desk(desk.programme(), code)
    if as_json:
        show_json(_record(reviewed))
        return
    session = reviewed.reading.session
    for sheet in reviewed.sheets:
        say(f"{sheet_told(sheet)}: {sheet.path}")
    if taken_out := taken_out_told(reviewed.taken_out_at):
        say(taken_out)
    elif not reviewed.sheets:
        say(_("Nothing was made yet. Make the file with: vakborg review send {id}").format(id=session.code))
    if rows := [[a.code, a.reading.question.text, standing_told(a)] for a in _with_text(reviewed)]:
        show_table([_("answer"), _("question"), _("expert")], rows)
        say(", ".join(tally_told(tally(reviewed.answers))))
    if reviewed.open:
        waiting = ngettext("{n} remark waits", "{n} remarks wait", reviewed.open).format(n=reviewed.open)
        say(f"{waiting}: vakborg review remarks {session.code}")


@click.command(
    "agree",
    help=_(
        "Note what the expert decided by word of mouth, about one answer, or all that are open still: right, "
        "internal (for use in the company only) or not_to_use (it is struck, which can be undone in the review)."
    ),
)
@click.argument("code", metavar=_("SESSION"))
@click.option(
    "--question", "question_id", default="", metavar="ID", help=_("Only the answer to this question.")
)
@click.option(
    "--wish",
    type=Worded(WISHES),
    default=Wish.RIGHT.value,
    show_default=shown(WISHES, Wish.RIGHT.value),
    help=_("What the expert decided."),
)
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@pass_desk
def agree(desk: Desk, code: str, question_id: str, wish: str, yes: bool) -> int:
    programme = desk.programme()
    reviewed = read_desk(programme, code)
    answers = _chosen(reviewed, question_id)
    for line in _replaced(answers, Wish(wish)):
        say(line)
    if not (yes or _is_meant(reviewed, answers, Wish(wish))):
        say(_("Nothing was changed."))
        return 1
    decide_on(programme, code, [a.reading for a in answers], Wish(wish))
    n = len(answers)
    noted = ngettext("Noted for {n} answer: {wish}.", "Noted for {n} answers: {wish}.", n)
    say(noted.format(n=n, wish=wish_name(Wish(wish))))
    return 0


def _chosen(reviewed: Reviewed, question_id: str) -> list[AnswerStanding]:
    """The answer to that question, else all that the expert has still to agree to."""
    wanted = reviewed.reading.guide.question(question_id).id if question_id else ""
    answers = [a for a in _with_text(reviewed) if wanted in ("", a.reading.question.id)]
    if not answers:
        raise UsageRefused(
            _("There is no text yet that the expert could agree to."),
            _("Turn the recordings into text first, with: vakborg transcribe"),
        )
    if wanted or (open_ := left(answers)):
        return answers if wanted else open_
    raise UsageRefused(
        _("Of every answer of session {code} it is known what the expert wants.").format(
            code=reviewed.reading.session.code
        ),
        _("If they think otherwise about one, name it with: --question ID"),
    )


def _replaced(answers: list[AnswerStanding], wish: Wish) -> list[str]:
    """Which earlier decisions it takes the place of."""
    told = ((a.code, replaced_told(a, wish)) for a in answers)
    return [f"{code}: {line}" for code, line in told if line]


def _is_meant(reviewed: Reviewed, answers: list[AnswerStanding], wish: Wish) -> bool:
    question = ngettext(
        "Did the expert of session {code} say this of {n} answer: {wish}?",
        "Did the expert of session {code} say this of {n} answers: {wish}?",
        len(answers),
    )
    code, name = reviewed.reading.session.code, wish_name(wish)
    return confirmed(question.format(code=code, n=len(answers), wish=name))


def _with_text(reviewed: Reviewed) -> list[AnswerStanding]:
    return [answer for answer in reviewed.answers if answer.standing is not Standing.NOTHING]


def _record(reviewed: Reviewed) -> dict[str, Any]:
    return {
        "session": reviewed.reading.session.code,
        "sent": [_sent(sheet) for sheet in reviewed.sheets],
        "answers": [_decided(answer) for answer in reviewed.answers],
        "open_remarks": reviewed.open,
    }


def _sent(sheet: Sheet) -> dict[str, Any]:
    back = sheet.back_at.isoformat() if sheet.back_at else None
    sent = {"mark": sheet.mark, "sent_at": sheet.sent_at.isoformat(), "by": sheet.by, "path": sheet.path}
    return sent | {"back_at": back}


def _decided(answer: AnswerStanding) -> dict[str, Any]:
    return {
        "answer": answer.code,
        "question": answer.reading.question.id,
        "standing": answer.standing.value,
        "at": answer.at.isoformat() if answer.at else None,
        "noted_by": answer.noted_by,
        "open_remarks": answer.remarks,
    }
