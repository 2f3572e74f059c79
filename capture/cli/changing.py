"""``vakborg export changes``: what is new since the last draft, or since a document that somebody works in."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from capture.cli.compared import Compared, Question
from capture.cli.context import Desk, json_option, pass_desk, show, show_json
from capture.cli.documents import (
    audience_option,
    find_module,
    format_of,
    guide_option,
    out_option,
    overwrite_option,
    tell_saved,
)
from exports.change_list import ModuleChanges, as_text, listed, record
from exports.delivery import deliver
from exports.drafting import Drafting, Wishes, since
from exports.labels import Labels
from sessions.i18n import gettext as _
from sessions.i18n import language
from sessions.programme import Programme
from sessions.release import Release
from sessions.store.referring import reference_of

FORMATS = ("docx", "txt")


@click.command(
    "changes",
    help=_(
        "What is new, changed, moved or gone since the last draft of a module, or since the one that FILE began as: "
        "also where somebody edited, renamed or moved that file."
    ),
)
@click.argument("module_ids", metavar=_("[MODULE]…"), nargs=-1)
@click.option(
    "--since",
    "earlier",
    metavar=_("FILE|N"),
    help=_("A draft that was exported, or the number of its version."),
)
@guide_option
@audience_option
@click.option("--format", "format_", type=click.Choice(FORMATS), default=None)
@out_option
@overwrite_option
@json_option
@pass_desk
def changes_command(
    desk: Desk,
    module_ids: tuple[str, ...],
    earlier: str | None,
    guide_id: str | None,
    audience: str,
    format_: str | None,
    out: Path | None,
    overwrite: bool,
    as_json: bool,
) -> None:
    programme = desk.programme()
    question = Question(programme, module_ids, earlier, guide_id, Release(audience))
    compared = question.compared()
    drafting = Drafting(programme, Wishes(question.audience))
    found = _listed(drafting, compared, Labels(language()))
    if as_json:
        show_json([record(module) for module in found])
    elif out or format_:
        _write(programme, drafting, compared, format_of(format_, out, FORMATS), out, overwrite)
    else:
        show(as_text(found, Labels(language())).rstrip())


def _listed(drafting: Drafting, compared: Sequence[Compared], labels: Labels) -> list[ModuleChanges]:
    found = []
    for one in compared:
        guide, module = find_module(drafting.guides, one.module.module_id, one.module.guide_id)
        draft = drafting.draft(guide, module)
        with drafting.programme.store() as store:
            news = since(store, one.module, draft)
            found.append(listed(draft, news, one.export.made_at, partial(reference_of, store), labels))
    return found


def _write(
    programme: Programme,
    drafting: Drafting,
    compared: Sequence[Compared],
    format_: str,
    out: Path | None,
    overwrite: bool,
) -> None:
    labels = Labels(drafting.guides[0].language)
    modules = _listed(drafting, compared, labels)
    name = _("what is new")
    target = out or programme.exports / f"{name}.{format_}"
    if format_ == "docx":
        from exports.word.change_list import render_changes

        made_at = datetime.now().astimezone()
        data = render_changes(modules, labels, programme=drafting.name, made_at=made_at)
    else:
        data = as_text(modules, labels).encode()
    tell_saved(deliver(programme, data, target, overwrite=overwrite), target)
