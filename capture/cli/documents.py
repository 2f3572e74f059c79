"""What the commands that write documents share: their options, and telling where a document went."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from capture.cli.context import say, show
from exports.draft.model import Draft
from exports.saving import Kept, Saved, refuse_place
from sessions.errors import UsageRefused
from sessions.finding import find_named
from sessions.guides.model import Guide, Module
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.release import Release


class _Place(click.Path):
    """A file or folder to write to, refused before anything is made for it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if not str(value).strip() or value == "-":
            raise UsageRefused(
                _("--out needs the name of a file or folder."),
                _("Leave --out away: the document then goes to the folder exports."),
            )
        path = Path(value)
        refuse_place(path, folder_too=True)
        return path


out_option = click.option(
    "--out",
    type=_Place(),
    metavar=_("FILE"),
    help=_("Where to (default: the folder exports of the programme)."),
)
overwrite_option = click.option(
    "--overwrite", is_flag=True, help=_("Replace the file that is there; without this it is kept.")
)
guide_option = click.option(
    "--guide", "guide_id", metavar="ID", help=_("The guide, where several have this module.")
)
audience_option = click.option(
    "--for",
    "audience",
    type=click.Choice([Release.PARTNERS.value, Release.FREE.value]),
    default=Release.PARTNERS.value,
    show_default=True,
    help=_("Whom it is for: only what was released to them is in it."),
)


def target_of(out: Path | None, folder: Path, name: str) -> Path:
    """Where a document goes that is called ``name`` where nobody says otherwise: in ``folder``, in the folder that
    ``out`` is, or to ``out``, with the ending of ``name`` where it has none."""
    if out is None:
        return folder / name
    if out.is_dir():
        return out / name
    if out.suffix:
        return out
    ended = out.with_name(out.name + Path(name).suffix)
    refuse_place(ended)
    return ended


Chosen = tuple[Guide, Module]


def format_of(asked: str | None, out: Path | None, known: Sequence[str]) -> str:
    """The format asked for, else that of the file's name, else the first."""
    if asked:
        return asked
    suffix = out.suffix.lstrip(".").lower() if out and not out.is_dir() else ""
    if suffix:
        return find_named(suffix, {name: name for name in known}, _("format"))
    return known[0]


def tell_saved(saved: Saved, target: Path, advice: str = "") -> None:
    """Where a document went, and why not where it was asked to go; ``advice`` follows where work was kept."""
    if saved.kept is Kept.OPEN:
        say(_("{name} is open in another program; saved beside it.").format(name=target.name))
    elif saved.kept is Kept.NOT_OURS:
        kept = _(
            "{name} is there already, perhaps with changes of yours; saved beside it. "
            "To replace it, add: --overwrite"
        ).format(name=target.name)
        say(kept)
        if advice:
            say("  " + advice)
    show(str(saved.path))


def find_module(guides: Sequence[Guide], module_id: str, guide_id: str | None) -> Chosen:
    """The module with this id, in the guide that is asked for or in the only one that has it."""
    if guide_id:
        guide = find_guide(guides, guide_id)
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


def find_guide(guides: Sequence[Guide], guide_id: str) -> Guide:
    """The guide of the programme with this id."""
    return find_named(guide_id, {g.id: g for g in guides}, _("guide"))


def all_modules(guides: Sequence[Guide], guide_id: str | None) -> list[Chosen]:
    """Every module of the guide that is asked for, or of all of them."""
    some = [find_guide(guides, guide_id)] if guide_id else guides
    return [(guide, module) for guide in some for module in guide.modules]


def statements_of(draft: Draft) -> str:
    """How many statements of how many experts a draft holds, in words."""
    if not draft.counts.statements:
        return _("no statement of an expert yet")
    said = ngettext("{n} statement", "{n} statements", draft.counts.statements)
    experts = ngettext("of {n} expert", "of {n} experts", len(draft.voices))
    return f"{said.format(n=draft.counts.statements)} {experts.format(n=len(draft.voices))}"
