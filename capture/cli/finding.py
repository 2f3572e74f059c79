"""``vakborg search``."""

import sys
from dataclasses import asdict

import click

from capture.cli.context import Desk, json_option, pass_desk, say, show_json
from sessions.fragments import answer_code, clock
from sessions.i18n import gettext as _
from sessions.store.search import HIT_END, HIT_START, Hit, search
from sessions.text import clean_line


@click.command(
    "search",
    help=_("Search in all that was said; accents and case do not count, and words may be cut short."),
)
@click.argument("text", metavar=_("TEXT"), nargs=-1, required=True)
@click.option(
    "--most",
    default=50,
    type=click.IntRange(1, 1000),
    show_default=True,
    metavar=_("N"),
    help=_("How many to show."),
)
@json_option
@pass_desk
def search_command(desk: Desk, text: tuple[str, ...], most: int, as_json: bool) -> None:
    with desk.store() as store:
        hits = search(store, " ".join(text), most)
    if as_json:
        show_json([asdict(hit) | {"text": _marked(hit.text, "", "")} for hit in hits])
        return
    for hit in hits:
        click.echo(_line(hit))
    if not hits:
        say(_("Nothing found. Try fewer words, or the start of a word."))
    elif len(hits) == most:
        say(_("There may be more; see them with --most."))


def _line(hit: Hit) -> str:
    bold = sys.stdout.isatty()
    text = _marked(clean_line(hit.text), "\x1b[1m" if bold else "", "\x1b[22m" if bold else "")
    code = answer_code(hit.session, hit.answer_number, hit.clip_number)
    return f"{code} {clock(hit.start)}  {hit.question_id}  {text}"


def _marked(text: str, start: str, end: str) -> str:
    return text.replace(HIT_START, start).replace(HIT_END, end)
