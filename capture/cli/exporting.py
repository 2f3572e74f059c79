"""``vakborg export transcript`` and ``vakborg export module``."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from capture.cli.context import Desk, pass_desk, say, show
from exports import modules
from exports.delivery import deliver
from exports.saving import Kept
from exports.transcript import FORMATS, transcript
from sessions.errors import UnknownName, UsageRefused
from sessions.finding import find_named
from sessions.guides.model import Guide, Module
from sessions.i18n import gettext as _
from sessions.programme import Programme
from sessions.store.interviews import find_session, guides_used
from sessions.store.leaving import Gate

_out = click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("Where to (default: the folder exports of the programme)."),
)
_overwrite = click.option(
    "--overwrite", is_flag=True, help=_("Replace the file that is there; without this it is kept.")
)


@click.group("export", help=_("Make documents: transcripts and module drafts."))
def export_command() -> None:
    pass


@export_command.command("transcript", help=_("What was said in a session."))
@click.argument("code", metavar=_("SESSION"))
@click.option("--format", "format_", type=click.Choice(FORMATS), default=None)
@_out
@_overwrite
@pass_desk
def export_transcript(desk: Desk, code: str, format_: str | None, out: Path | None, overwrite: bool) -> None:
    programme = desk.programme()
    with programme.store() as store:
        gate = Gate(store)
        (reading,) = gate.readings([find_session(store, code)])
    kind = _format(format_, out, FORMATS)
    name = _("transcript {session}").format(session=reading.session.code)
    data = transcript(reading, kind, programme=gate.text(programme.name), made_at=_today())
    _deliver(programme, data, out or programme.exports / f"{name}.{kind}", overwrite)


@export_command.command(
    "module", help=_("A first draft of a module, from all that experts said about its topics.")
)
@click.argument("module_id", metavar=_("MODULE"))
@click.option("--guide", "guide_id", metavar="ID", help=_("The guide, where several have this module."))
@click.option("--format", "format_", type=click.Choice(modules.FORMATS), default=None)
@_out
@_overwrite
@pass_desk
def export_module(
    desk: Desk, module_id: str, guide_id: str | None, format_: str | None, out: Path | None, overwrite: bool
) -> None:
    programme = desk.programme()
    kind = _format(format_, out, modules.FORMATS)
    with programme.store() as store:
        known, gate = guides_used(store), Gate(store)
        wanted = _find_module(known, module_id, guide_id)
        guides, readings = gate.guides(), gate.readings()
    guide, module = _as_it_leaves(known, guides, *wanted)
    name = gate.text(programme.name)
    data = modules.module_document(guide, module, readings, programme=name, made_at=_today())
    target = out or programme.exports / modules.module_file(guides, guide, module, kind)
    _deliver(programme, data, target, overwrite)


def _find_module(guides: Sequence[Guide], module_id: str, guide_id: str | None) -> tuple[Guide, Module]:
    """The module with this id, in the guide that is asked for or in the only one that has it."""
    if not guides:
        raise UnknownName(
            _("There is nothing to make a draft of yet: this programme has no sessions."),
            _("Start one with: vakborg session new --expert NAME --company NAME"),
        )
    if guide_id:
        guide = find_named(guide_id, {g.id: g for g in guides}, _("guide"))
        return guide, guide.module(module_id)
    known = {m.id: m.id.casefold() for g in guides for m in g.modules}
    wanted = find_named(module_id, known, _("module"))
    found = [(g, m) for g in guides for m in g.modules if m.id.casefold() == wanted]
    if len(found) > 1:
        raise UsageRefused(
            _("Several guides of this programme have a module {module}: {guides}.").format(
                module=found[0][1].id, guides=", ".join(g.id for g, _module in found)
            ),
            _("Choose one with: --guide ID"),
        )
    return found[0]


def _as_it_leaves(
    known: Sequence[Guide], leaving: Sequence[Guide], guide: Guide, module: Module
) -> tuple[Guide, Module]:
    """The same module of the same guide, without the names that have a pseudonym."""
    found = leaving[known.index(guide)]
    return found, found.modules[guide.modules.index(module)]


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


def _deliver(programme: Programme, data: bytes, target: Path, overwrite: bool) -> None:
    saved = deliver(programme, data, target, overwrite=overwrite)
    if saved.kept is Kept.OPEN:
        say(_("{name} is open in another program; saved beside it.").format(name=target.name))
    elif saved.kept is Kept.NOT_OURS:
        say(
            _(
                "{name} is there already, perhaps with changes of yours; saved beside it. "
                "To replace it, add: --overwrite"
            ).format(name=target.name)
        )
    show(str(saved.path))
