"""``vakborg review send | receive | status | agree | remarks``: the expert reads back in Word, and decides."""

from pathlib import Path

import click

from capture.cli.agreeing import agree, status
from capture.cli.context import Desk, pass_desk, say, show
from capture.cli.documents import out_option, overwrite_option, target_of
from capture.cli.receiving import receive
from capture.cli.remarking import remarks
from capture.naming import own_name
from capture.settings import remember
from exports.reviewing import file_name
from exports.reviewing import send as send_file
from exports.saving import Kept
from sessions.i18n import gettext as _
from sessions.store.interviews import find_session
from sessions.store.reading import read_session
from sessions.text import clean_line


@click.group("review", help=_("The expert reads back what they said, in Word, and decides about it."))
def review_command() -> None:
    pass


review_command.add_command(receive)
review_command.add_command(status)
review_command.add_command(agree)
review_command.add_command(remarks)


@review_command.command(
    "send",
    help=_(
        "Make the Word file in which the expert of a session reads back and corrects what they said. "
        "Mail it; what comes back is taken in with: vakborg review receive FILE"
    ),
)
@click.argument("code", metavar=_("SESSION"))
@click.option(
    "--by",
    default="",
    metavar=_("NAME"),
    help=_("Your name: to whom the expert mails it back (default: who interviewed last on this machine)."),
)
@out_option
@overwrite_option
@pass_desk
def send(desk: Desk, code: str, by: str, out: Path | None, overwrite: bool) -> None:
    programme = desk.programme()
    if by := clean_line(by):
        remember(interviewer=by)
    with programme.store() as store:
        session = find_session(store, code)
        target = target_of(out, programme.exports, file_name(read_session(store, session)))
        sent = send_file(programme, store, session, target, by or own_name(), overwrite)
    if sent.kept:
        _tell_kept(sent.kept)
    show(str(sent.path))
    say(_("Mail this file to the expert. Take in what comes back with: vakborg review receive FILE"))


def _tell_kept(kept: Kept) -> None:
    if kept is Kept.OPEN:
        say(_("The file that was there is open in another program; saved beside it."))
    else:
        say(_("A file was there already, perhaps with the expert's changes; saved beside it."))
