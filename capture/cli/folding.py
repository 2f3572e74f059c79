"""``vakborg fold``: what drafts say once though several people said it, and taking that apart."""

from collections.abc import Sequence
from typing import Any

import click

from capture.cli.context import Desk, json_option, pass_desk, say, show, show_json, wrapped
from capture.naming import who_works
from exports.draft.building import lay_out
from exports.draft.model import Source
from exports.draft.statements import Told
from sessions.finding import find_named
from sessions.fragments import Fragment
from sessions.guides.model import Guide, Module
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.material import Material
from sessions.references import Directory, read_references
from sessions.release import Release
from sessions.store import Store
from sessions.store.folding import keep_apart, let_fold
from sessions.store.leaving import Gate

_references = click.argument("references", metavar=_("REFERENCE…"), nargs=-1, required=True)


@click.group("fold", help=_("What several people said in nearly the same words, and stands once in a draft."))
def fold_command() -> None:
    pass


@fold_command.command("list", help=_("What was folded: the text that stands, and what each of them said."))
@click.argument("module_id", metavar=_("[MODULE]"), required=False)
@json_option
@pass_desk
def list_command(desk: Desk, module_id: str | None, as_json: bool) -> None:
    with desk.store() as store:
        material = Gate(store).material(Release.PARTNERS)
    chosen = _chosen(material, module_id)
    groups = [(m, told) for g, m in chosen for told in lay_out(g, m, material).told if told.statement.also]
    apart = [f for f in _all(material) if f.usable and f.segment.id in material.apart]
    if as_json:
        folded = [_record(module, told) for module, told in groups]
        show_json({"folded": folded, "apart": [_source_record(f.reference, f.segment.text) for f in apart]})
        return
    _show_groups(groups)
    _show_apart(apart)


@fold_command.command("apart", help=_("From now on these fragments stand by themselves (“A2·03 04:12”)."))
@_references
@pass_desk
def apart_command(desk: Desk, references: tuple[str, ...]) -> None:
    with desk.store() as store:
        found = _find(store, references)
        new = keep_apart(store, [f.segment.id for f in found], who_works())
    told = ngettext(
        "{n} fragment stands by itself from the next draft on.",
        "{n} fragments stand by themselves from the next draft on.",
        new,
    )
    _tell(new, told, len(found) - new)


@fold_command.command("together", help=_("These fragments may be folded again."))
@_references
@pass_desk
def together_command(desk: Desk, references: tuple[str, ...]) -> None:
    with desk.store() as store:
        found = _find(store, references)
        done = let_fold(store, [f.segment.id for f in found])
    told = ngettext(
        "{n} fragment may be folded again from the next draft on.",
        "{n} fragments may be folded again from the next draft on.",
        done,
    )
    _tell(done, told, len(found) - done)


def _find(store: Store, references: Sequence[str]) -> list[Fragment]:
    wanted = read_references(references)
    directory = Directory(f for f in _all(Gate(store).material(Release.PARTNERS)) if f.usable)
    return [directory.find(one) for one in wanted]


def _all(material: Material) -> list[Fragment]:
    return [f for reading in material.readings for answer in reading.answers for f in answer.fragments]


def _chosen(material: Material, module_id: str | None) -> list[tuple[Guide, Module]]:
    every = [(g, m) for g in material.guides for m in g.modules]
    if not module_id:
        return every
    wanted = find_named(module_id, {m.id: m.id.casefold() for _g, m in every}, _("module"))
    return [(g, m) for g, m in every if m.id.casefold() == wanted]


def _show_groups(groups: Sequence[tuple[Module, Told]]) -> None:
    if not groups:
        say(_("Nothing was folded: nobody says nearly the same as somebody else."))
    for module, told in groups:
        show(wrapped(f"{module.id}  {told.statement.text}"))
        for source in told.statement.sources:
            show(wrapped(f"    [{source.reference}] {source.voice.label}: {source.spoken}", 8))
    if groups:
        example = groups[0][1].statement.also[0].reference
        say(_("To let one stand by itself: vakborg fold apart {reference}").format(reference=example))


def _show_apart(apart: Sequence[Fragment]) -> None:
    if apart:
        show(_("Kept apart:"))
    for fragment in apart:
        show(wrapped(f"    [{fragment.reference}] {fragment.segment.text}", 8))


def _record(module: Module, told: Told) -> dict[str, Any]:
    statement = told.statement
    sources = [_source(source) for source in statement.sources]
    return {"module": module.id, "topic": told.topic, "text": statement.text, "sources": sources}


def _source(source: Source) -> dict[str, Any]:
    return _source_record(source.reference, source.spoken) | {"expert": source.voice.code}


def _source_record(reference: str, spoken: str) -> dict[str, Any]:
    return {"reference": reference, "spoken": spoken}


def _tell(done: int, told: str, already: int) -> None:
    if done:
        say(told.format(n=done))
    if already:
        say(ngettext("{n} was so already.", "{n} were so already.", already).format(n=already))
