"""``vakborg transcribe``: works the queue off, shows how far it is, stops at once on Ctrl-C."""

import click

from capture.cli.context import Desk, pass_desk, say
from capture.transcribing import transcribe
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.jobs import JobState
from sessions.store import queue
from sessions.store.interviews import find_session


@click.command(
    "transcribe",
    help=_("Turn the waiting recordings into text, on this machine. Interrupted, it goes on where it was."),
)
@click.option("--session", "code", default="", metavar="ID", help=_("Only this session."))
@click.option(
    "--model", default="", metavar=_("NAME"), help=_("A model or a checkpoint file; see: vakborg models")
)
@click.option(
    "--device",
    type=click.Choice(["cpu", "cuda"]),
    help=_("Where to compute (default: the GPU where there is one)."),
)
@click.option("--retry", is_flag=True, help=_("Try once more what was set aside."))
@pass_desk
def transcribe_command(desk: Desk, code: str, model: str, device: str | None, retry: bool) -> int:
    programme = desk.programme()
    with programme.store() as store:
        session = find_session(store, code) if code else None
        if retry:
            queue.retry_set_aside(store, session)
        standing = queue.standing(store, session)
    if not standing[JobState.QUEUED] + standing[JobState.RUNNING]:
        say(_("Nothing waits to be transcribed."))
        _tell_aside(standing[JobState.SET_ASIDE])
        return 0
    told = transcribe(programme, session.code if session else "", model, device or "")
    n = told.finished
    say(ngettext("{n} recording transcribed.", "{n} recordings transcribed.", n).format(n=n))
    _tell_aside(told.aside)
    return 1 if told.aside else 0


def _tell_aside(n: int) -> None:
    if n:
        text = ngettext(
            "{n} recording was set aside; try it again with: vakborg transcribe --retry",
            "{n} recordings were set aside; try them again with: vakborg transcribe --retry",
            n,
        )
        say(text.format(n=n))
