"""``vakborg review receive``: what an expert changed comes back; it is shown before anything is stored."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from capture.cli.context import Desk, confirmed, json_option, pass_desk, say, show, show_json, wrapped
from capture.wordreview.desk import LookedInto, look_into, take_in
from capture.wordreview.difference import Part, Words, marked
from capture.wordreview.telling import Kind, Told, counted, headline, remarks_beside, told, warnings
from sessions.errors import UsageRefused
from sessions.i18n import gettext as _
from sessions.incoming import Age, Incoming
from sessions.text import clean, clean_line


@click.command(
    "receive",
    help=_(
        "Take in the Word file that came back from an expert. First it shows what they changed, removed, added "
        "and remarked, and asks; one “undo” in the review takes all of it back."
    ),
)
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help=_("Only show what would change."))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.option("--older", is_flag=True, help=_("Take it in though a later file was sent or came back."))
@json_option
@pass_desk
def receive(desk: Desk, file: Path, dry_run: bool, yes: bool, older: bool, as_json: bool) -> int:
    programme = desk.programme()
    looked = look_into(programme, file)
    incoming = looked.incoming
    if as_json:
        show_json(_record(incoming))
    else:
        _show(incoming)
    if dry_run or incoming.taken_in_at:
        return 0
    if incoming.empty:
        take_in(programme, looked)
        say(_("Nothing changes; that it came back is noted."))
        return 0
    if yes and not older:
        _refuse_older(incoming)
    if not (yes or _is_meant(looked)):
        say(_("Nothing was stored."))
        return 1
    take_in(programme, looked)
    say(_("Taken in: {what}.").format(what=counted(incoming.counts)))
    say(_("To take it back: open session {code} in the app, review, u.").format(code=incoming.session_code))
    return 0


def _refuse_older(incoming: Incoming) -> None:
    if incoming.age is not Age.NEWEST:
        raise UsageRefused(
            " ".join(warnings(incoming)[:1]),
            _("To take it in nevertheless, add: --older; look first with: --dry-run"),
        )


def _is_meant(looked: LookedInto) -> bool:
    question = _("Take this in for session {code}?").format(code=looked.incoming.session_code)
    return confirmed(question)


def _show(incoming: Incoming) -> None:
    show(headline(incoming))
    for line in warnings(incoming):
        say(wrapped(f"! {line}", indent=2))
    for one in told(incoming):
        for line in _lines(one):
            show(line)
    for line in remarks_beside(incoming):
        say(wrapped(line))
    show(counted(incoming.counts))


def _lines(one: Told) -> Iterator[str]:
    words = _words(one.words)
    if one.kind in (Kind.ANSWER, Kind.HEADING):
        yield ""
        yield wrapped(" ".join([one.label, words, *_details(one)]).strip(), indent=2)
        return
    head = " ".join(part for part in (one.label, one.reference) if part)
    yield wrapped("  " + " ".join([f"{head}:" if head else "", words, *_details(one)]).strip(), indent=4)


def _details(one: Told) -> list[str]:
    return [f"({'; '.join(map(clean_line, one.details))})"] if one.details else []


def _words(words: tuple[Words, ...]) -> str:
    """On a terminal in colour, with the signs: not everybody sees colours."""
    if not sys.stdout.isatty() or not words:
        return clean(marked(words))
    colours = {Part.KEPT: None, Part.GONE: "red", Part.NEW: "green"}
    return " ".join(click.style(clean(marked([one])), fg=colours[one.part]) for one in words)


def _record(incoming: Incoming) -> Any:
    return json.loads(json.dumps(asdict(incoming), default=_plain))


def _plain(thing: object) -> object:
    return thing.isoformat() if isinstance(thing, datetime) else str(thing)
