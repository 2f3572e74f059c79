"""``vakborg export module``: drafts of modules, one document each or all in one."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from capture.cli.context import Desk, pass_desk
from capture.cli.documents import (
    Chosen,
    all_modules,
    audience_option,
    find_module,
    format_of,
    guide_option,
    out_option,
    overwrite_option,
    target_of,
)
from capture.cli.drafts_told import tell_all, tell_place
from capture.cli.progress import share_bar
from exports.draft.model import Draft
from exports.drafting import Drafting, Made, Wishes
from exports.modules import FORMATS
from exports.templates import read_template
from sessions.errors import UsageRefused
from sessions.i18n import gettext as _
from sessions.release import Release


@click.command(
    "module",
    help=_(
        "A first draft of a module, from all that experts said about its topics and released. "
        "Documents are in the language of the guide, whatever language Vakborg speaks."
    ),
)
@click.argument("module_ids", metavar=_("[MODULE]…"), nargs=-1)
@click.option("--all", "all_of_them", is_flag=True, help=_("Every module."))
@click.option("--one-file", is_flag=True, help=_("All of them in one document, instead of one each."))
@guide_option
@audience_option
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("Your own Word template (.docx or .dotx): its styles, headers, footers and cover are used."),
)
@click.option(
    "--no-fold", is_flag=True, help=_("Nearly equal statements each by themselves, instead of folded.")
)
@click.option("--format", "format_", type=click.Choice(FORMATS), default=None)
@out_option
@overwrite_option
@pass_desk
def module_command(
    desk: Desk,
    module_ids: tuple[str, ...],
    all_of_them: bool,
    one_file: bool,
    guide_id: str | None,
    audience: str,
    template: Path | None,
    no_fold: bool,
    format_: str | None,
    out: Path | None,
    overwrite: bool,
) -> None:
    if all_of_them == bool(module_ids):
        raise click.UsageError(_("Name the modules, or add --all."))
    several = all_of_them or len(module_ids) > 1
    kind = format_of(format_, None if several and not one_file else out, FORMATS)
    house = read_template(template) if template else None
    wishes = Wishes(Release(audience), not no_fold, kind, house, template.name if template else "")
    drafting = Drafting(desk.programme(), wishes)
    guides = drafting.guides
    chosen = (
        all_modules(guides, guide_id)
        if all_of_them
        else list(dict.fromkeys(find_module(guides, one, guide_id) for one in module_ids))
    )
    work = _Work(drafting, chosen, overwrite)
    made = work.in_one(out, all_of_them) if one_file else work.one_each(out)
    tell_all(drafting, made)


class _Work:
    """What is to be made, and how far it is."""

    def __init__(self, drafting: Drafting, chosen: Sequence[Chosen], overwrite: bool) -> None:
        self._drafting = drafting
        self._chosen = chosen
        self._overwrite = overwrite

    def one_each(self, out: Path | None) -> list[Made]:
        """One document for each module."""
        targets = [self._target(out, self._drafting.file_of(*one)) for one in self._chosen]
        made: list[Made] = []
        try:
            with _progress(len(targets)) as done:
                for chosen, target in zip(self._chosen, targets, strict=True):
                    made.append(self._write([self._drafting.draft(*chosen)], target))
                    done(len(made))
        finally:  # what was made before something failed is there; while a bar runs it owns standard output
            for one, target in zip(made, targets, strict=False):
                tell_place(one, target)
        return made

    def in_one(self, out: Path | None, all_of_them: bool) -> list[Made]:
        """All modules in one document."""
        if len({guide.id for guide, _module in self._chosen}) > 1:
            raise UsageRefused(
                _("One document holds the modules of one guide."), _("Choose one with: --guide ID")
            )
        name = self._drafting.file_of_several(self._chosen, all_of_them=all_of_them)
        target = target_of(out, self._drafting.programme.exports, name)
        drafts: list[Draft] = []
        with _progress(2 * len(self._chosen)) as done:
            for chosen in self._chosen:
                drafts.append(self._drafting.draft(*chosen))
                done(len(drafts))
            made = self._write(drafts, target)
        tell_place(made, target)
        return [made]

    def _target(self, out: Path | None, name: str) -> Path:
        if out is None or len(self._chosen) == 1:
            return target_of(out, self._drafting.programme.exports, name)
        if out.suffix.lstrip(".").lower() in FORMATS and not out.is_dir():
            raise UsageRefused(
                _("{place} is one file, and several modules were asked for.").format(place=out),
                _("Give a folder with --out, or add --one-file to have all in one document."),
            )
        return out / name

    def _write(self, drafts: Sequence[Draft], target: Path) -> Made:
        return self._drafting.write(drafts, target, overwrite=self._overwrite)


@contextmanager
def _progress(steps: int) -> Iterator[Callable[[int], None]]:
    with share_bar(_("Drafts")) as bar:
        yield lambda done: bar(done / steps)
