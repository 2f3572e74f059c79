"""``vakborg quote list | mark | unmark``: golden quotes, which show why a module matters."""

from collections.abc import Sequence
from typing import Any

import click

from capture.cli.context import Desk, json_option, pass_desk, say, show, show_json, wrapped
from capture.naming import level_name
from sessions.fragments import Fragment
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.references import Directory, read_references
from sessions.release import Release
from sessions.store import Store
from sessions.store.quoting import golden_marks, mark_golden, unmark_golden
from sessions.store.reading import read_sessions

_references = click.argument("references", metavar=_("REFERENCE…"), nargs=-1, required=True)


@click.group("quote", help=_("Golden quotes: words of an expert that show why a module matters."))
def quote_command() -> None:
    pass


@quote_command.command("list", help=_("The golden quotes that were chosen, and how far each may go."))
@json_option
@pass_desk
def list_command(desk: Desk, as_json: bool) -> None:
    with desk.store() as store:
        said = _said(store)
        golden = golden_marks(store, said)
    chosen = [f for f in said if f.segment.id in golden]
    if as_json:
        show_json([_record(f) for f in chosen])
        return
    for fragment in chosen:
        show(wrapped(f"[{fragment.reference}] {fragment.segment.text} ({_state(fragment)})", 4))
    if not chosen:
        say(_("No golden quote was chosen yet."))
        say(_("Choose one with: vakborg quote mark REFERENCE, or with g in the review."))


def _record(fragment: Fragment) -> dict[str, Any]:
    segment = fragment.segment
    return {
        "reference": fragment.reference,
        "expert": fragment.expert.code,
        "question": fragment.question.id,
        "spoken": segment.text,
        "release": segment.release.value,
    }


def _state(fragment: Fragment) -> str:
    if fragment.segment.release is Release.STRUCK:
        return _("struck: it goes into no document")
    return level_name(fragment.segment.release)


@quote_command.command("mark", help=_("Choose these fragments (“A2·03 04:12”) as golden quotes."))
@_references
@pass_desk
def mark_command(desk: Desk, references: tuple[str, ...]) -> None:
    with desk.store() as store:
        said = _said(store)
        found = _find(said, references)
        new = sum([mark_golden(store, fragment, said) for fragment in found])
    told = ngettext("{n} golden quote was chosen.", "{n} golden quotes were chosen.", new)
    _tell(new, told, len(found) - new)
    if new and all(f.segment.release is Release.INTERNAL for f in found):
        say(_("It opens a module once it is released: in the review with v, or with vakborg release."))


@quote_command.command("unmark", help=_("These fragments are golden quotes no longer."))
@_references
@pass_desk
def unmark_command(desk: Desk, references: tuple[str, ...]) -> None:
    with desk.store() as store:
        said = _said(store)
        found = _find(said, references)
        done = sum([unmark_golden(store, fragment, said) for fragment in found])
    told = ngettext("{n} golden quote was taken back.", "{n} golden quotes were taken back.", done)
    _tell(done, told, len(found) - done)


def _said(store: Store) -> list[Fragment]:
    return [f for reading in read_sessions(store) for answer in reading.answers for f in answer.fragments]


def _find(said: Sequence[Fragment], references: Sequence[str]) -> list[Fragment]:
    wanted = read_references(references)
    directory = Directory(f for f in said if f.usable)
    return [directory.find(one) for one in wanted]


def _tell(done: int, told: str, already: int) -> None:
    if done:
        say(told.format(n=done))
    if already:
        say(ngettext("{n} was so already.", "{n} were so already.", already).format(n=already))
