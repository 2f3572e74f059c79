"""``vakborg export transcript`` and ``vakborg export module``."""

from datetime import datetime
from pathlib import Path

import click

from capture.cli.context import Desk, pass_desk, say, show
from exports.draft import build_draft
from exports.saving import save
from exports.transcript import FORMATS, transcript
from exports.word.draft import render_draft
from exports.word.page import to_bytes
from sessions.errors import UnknownName
from sessions.finding import find_named
from sessions.i18n import gettext as _
from sessions.programme import Programme
from sessions.store.interviews import find_session, guides_used
from sessions.store.reading import read_session, read_sessions

MODULE_FORMATS = ("docx",)

_out = click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("Where to (default: the folder exports of the programme)."),
)


@click.group("export", help=_("Make documents: transcripts and module drafts."))
def export_command() -> None:
    pass


@export_command.command("transcript", help=_("What was said in a session."))
@click.argument("code", metavar="SESSION")
@click.option("--format", "format_", type=click.Choice(FORMATS), default=None)
@_out
@pass_desk
def export_transcript(desk: Desk, code: str, format_: str | None, out: Path | None) -> None:
    programme = desk.programme()
    with programme.store() as store:
        reading = read_session(store, find_session(store, code))
    kind = _format(format_, out, FORMATS)
    name = _("transcript {session}").format(session=reading.session.code)
    data = transcript(reading, kind, programme=programme.name, made_at=_today())
    _save(data, out or programme.exports / f"{name}.{kind}")


@export_command.command(
    "module", help=_("A first draft of a module, from all that experts said about its topics.")
)
@click.argument("module_id", metavar="MODULE")
@click.option("--format", "format_", type=click.Choice(MODULE_FORMATS), default=None)
@_out
@pass_desk
def export_module(desk: Desk, module_id: str, format_: str | None, out: Path | None) -> None:
    programme = desk.programme()
    kind = _format(format_, out, MODULE_FORMATS)
    data, module = draft_module(programme, module_id)
    _save(data, out or programme.exports / f"{_('module')} {module}.{kind}")


def draft_module(programme: Programme, module_id: str) -> tuple[bytes, str]:
    """The Word draft of a module, and the module's id as the guide spells it."""
    with programme.store() as store:
        guides = guides_used(store)
        readings = read_sessions(store)
    if not guides:
        raise UnknownName(
            _("There is nothing to make a draft of yet: this programme has no sessions."),
            _("Start one with: vakborg session new --expert NAME --company NAME"),
        )
    modules = {m.id: (guide, m) for guide in guides for m in guide.modules}
    guide, module = find_named(module_id, modules, _("module"))
    mine = [r for r in readings if r.guide.id == guide.id]
    fragments = [f for r in mine for a in r.answers for f in a.fragments]
    draft = build_draft(guide, module, fragments, programme=programme.name, made_at=_today(), readings=mine)
    return to_bytes(render_draft(draft)), module.id


def _today() -> datetime:
    return datetime.now().astimezone()


def _format(asked: str | None, out: Path | None, known: tuple[str, ...]) -> str:
    """The format asked for, else that of the file's name, else Word."""
    if asked:
        return asked
    suffix = out.suffix.lstrip(".").lower() if out else ""
    if suffix:
        return find_named(suffix, {name: name for name in known}, _("format"))
    return known[0]


def _save(data: bytes, target: Path) -> None:
    written = save(data, target)
    if written != target:
        say(_("{name} is open in another program; saved beside it.").format(name=target.name))
    show(str(written))
