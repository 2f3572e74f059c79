"""``vakborg export changes``: what is new since the last draft, or since a document that somebody works in."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from capture.cli.compared import Compared, Question
from capture.cli.context import Desk, json_option, pass_desk, show, show_json
from capture.cli.documents import (
    find_module,
    format_of,
    guide_option,
    out_option,
    overwrite_option,
    target_of,
    tell_saved,
)
from exports.change_list import ModuleChanges, Remembered, as_text, changes_name, listed, record
from exports.changes import Change, Since
from exports.delivery import deliver
from exports.drafting import Drafting, Wishes, since
from exports.labels import Labels
from exports.modules import file_name
from exports.withdrawn import Withdrawn, still_in
from sessions.i18n import gettext as _
from sessions.i18n import language
from sessions.release import Release
from sessions.store import Store
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
@click.option(
    "--for",
    "audience",
    type=click.Choice([Release.PARTNERS.value, Release.FREE.value]),
    default=None,
    help=_("Whom it is for (default: the same people as the draft that is compared with)."),
)
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
    audience: str | None,
    format_: str | None,
    out: Path | None,
    overwrite: bool,
    as_json: bool,
) -> None:
    programme = desk.programme()
    asked = Release(audience) if audience else None
    compared = Question(programme, module_ids, earlier, guide_id, asked).compared()
    drafting = Drafting(programme, Wishes(compared[0].export.audience))
    writing = bool(out or format_)
    labels = Labels(drafting.guides[0].language if writing and not as_json else language())
    found = _listed(drafting, compared, labels)
    if as_json:
        show_json([record(module) for module in found])
    elif writing:
        _write(drafting, found, labels, format_of(format_, out, FORMATS), out, overwrite)
    else:
        show(as_text(found, labels).rstrip())


def _listed(drafting: Drafting, compared: Sequence[Compared], labels: Labels) -> list[ModuleChanges]:
    found = []
    for one in compared:
        guide, module = find_module(drafting.guides, one.module.module_id, one.module.guide_id)
        draft = drafting.draft(guide, module)
        with drafting.programme.store() as store:
            news = since(store, one.module, draft)
            known = _remembered(drafting, store, news)
            found.append(listed(draft, news, one.export.made_at, known, labels))
    return found


def _remembered(drafting: Drafting, store: Store, news: Since) -> Remembered:
    gone = [change.entry for change in news.changes.of(Change.GONE)]
    withdrawn = Withdrawn(store, gone, drafting.telling)
    documents = still_in(drafting.programme, store, withdrawn.ids)
    return Remembered(partial(reference_of, store), withdrawn.why, withdrawn.ids, documents)


def _write(
    drafting: Drafting,
    modules: Sequence[ModuleChanges],
    labels: Labels,
    format_: str,
    out: Path | None,
    overwrite: bool,
) -> None:
    name = file_name(changes_name(modules), drafting.wishes.audience, format_)
    target = target_of(out, drafting.programme.exports, name)
    if format_ == "docx":
        from exports.word.change_list import render_changes

        made_at = datetime.now().astimezone()
        data = render_changes(modules, labels, programme=drafting.name, made_at=made_at)
    else:
        data = as_text(modules, labels).encode()
    tell_saved(deliver(drafting.programme, data, target, overwrite=overwrite), target)
