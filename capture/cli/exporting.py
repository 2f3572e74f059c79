"""``vakborg export``: transcripts, module drafts, what is new in them, and the template to start from."""

from pathlib import Path

import click

from capture.cli.changing import changes_command
from capture.cli.context import Desk, pass_desk
from capture.cli.documents import format_of, out_option, overwrite_option, target_of, tell_saved
from capture.cli.drafting import module_command
from exports.delivery import deliver
from exports.saving import save
from exports.transcribed import write_transcript
from exports.transcript import FORMATS as TRANSCRIPTS
from sessions.i18n import gettext as _
from sessions.i18n import language
from sessions.store.interviews import find_session
from sessions.store.leaving import Gate


@click.group(
    "export",
    help=_(
        "Make documents: transcripts and module drafts, and what is new in them. "
        "Documents are in the language of the guide."
    ),
)
def export_command() -> None:
    pass


export_command.add_command(module_command)
export_command.add_command(changes_command)


@export_command.command("transcript", help=_("What was said in a session."))
@click.argument("code", metavar=_("SESSION"))
@click.option("--format", "format_", type=click.Choice(TRANSCRIPTS), default=None)
@out_option
@overwrite_option
@pass_desk
def export_transcript(desk: Desk, code: str, format_: str | None, out: Path | None, overwrite: bool) -> None:
    programme = desk.programme()
    with programme.store() as store:
        gate = Gate(store)
        (reading,) = gate.readings([find_session(store, code)])
        kind = format_of(format_, out, TRANSCRIPTS)
        name = _("transcript {session}").format(session=reading.session.code)
        target = target_of(out, programme.exports, f"{name}.{kind}")
        leaving = gate.text(programme.name)
        saved = write_transcript(
            programme, store, reading, target, format_=kind, name=leaving, overwrite=overwrite
        )
    tell_saved(saved, target)


@export_command.command(
    "template",
    help=_(
        "Our Word template (.dotx or .docx), to make your own house template of; give that with --template. "
        "Where there is no programme yet, it comes in this folder."
    ),
)
@out_option
@overwrite_option
@pass_desk
def export_template_command(desk: Desk, out: Path | None, overwrite: bool) -> None:
    from exports.labels import Labels
    from exports.word.template import FORMATS, export_template

    kind = format_of(None, out, FORMATS)
    data = export_template(Labels(language()), kind)
    programme = desk.programme_or_none()
    folder = programme.exports if programme else Path()
    name = _("template Vakborg")
    target = target_of(out, folder, f"{name}.{kind}")
    if programme:
        saved = deliver(programme, data, target, overwrite=overwrite)
    else:
        saved = save(data, target, lambda path: overwrite and path == target)
    tell_saved(saved, target)
