"""``vakborg export``: transcripts, module drafts, what is new in them, and the template to start from."""

from datetime import datetime
from pathlib import Path

import click

from capture.cli.changing import changes_command
from capture.cli.context import Desk, pass_desk
from capture.cli.documents import format_of, out_option, overwrite_option, tell_saved
from capture.cli.drafting import module_command
from exports.delivery import deliver
from exports.saving import save
from exports.transcript import FORMATS, transcript
from sessions.i18n import gettext as _
from sessions.i18n import language
from sessions.store.interviews import find_session
from sessions.store.leaving import Gate


@click.group("export", help=_("Make documents: transcripts and module drafts, and what is new in them."))
def export_command() -> None:
    pass


export_command.add_command(module_command)
export_command.add_command(changes_command)


@export_command.command("transcript", help=_("What was said in a session."))
@click.argument("code", metavar=_("SESSION"))
@click.option("--format", "format_", type=click.Choice(FORMATS), default=None)
@out_option
@overwrite_option
@pass_desk
def export_transcript(desk: Desk, code: str, format_: str | None, out: Path | None, overwrite: bool) -> None:
    programme = desk.programme()
    with programme.store() as store:
        gate = Gate(store)
        (reading,) = gate.readings([find_session(store, code)])
    kind = format_of(format_, out, FORMATS)
    name = _("transcript {session}").format(session=reading.session.code)
    made_at = datetime.now().astimezone()
    data = transcript(reading, kind, programme=gate.text(programme.name), made_at=made_at)
    target = out or programme.exports / f"{name}.{kind}"
    tell_saved(deliver(programme, data, target, overwrite=overwrite), target)


@export_command.command(
    "template", help=_("Our Word template, to make your own house template of; give that with --template.")
)
@out_option
@overwrite_option
def export_template_command(out: Path | None, overwrite: bool) -> None:
    from exports.labels import Labels
    from exports.word.template import export_template

    target = out or Path(_("template Vakborg") + ".dotx")
    data = export_template(Labels(language()))
    tell_saved(save(data, target, lambda _path: overwrite), target)
