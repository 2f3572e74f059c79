"""``vakborg vocabulary``."""

import click

from capture.cli.context import Desk, json_option, pass_desk, say, show, show_json, show_table
from sessions.i18n import gettext as _
from sessions.store.vocabulary import Entry, add_term, drop_term, terms


@click.group("vocabulary", help=_("The words of this programme that a speech model mishears."))
def vocabulary_command() -> None:
    pass


@vocabulary_command.command("list", help=_("The words, with what was heard in their place."))
@json_option
@pass_desk
def list_terms(desk: Desk, as_json: bool) -> None:
    with desk.store() as store:
        entries = terms(store)
    if as_json:
        show_json([_record(entry) for entry in entries])
    elif not entries:
        say(_("No words yet. Add one with: vakborg vocabulary add WORD"))
    else:
        headings = [_("word"), _("heard as"), _("by")]
        show_table(headings, [[e.term.term, ", ".join(e.heard), e.term.by] for e in entries])


@vocabulary_command.command("add", help=_("Expect WORD in what is transcribed from now on."))
@click.argument("word", metavar=_("WORD"))
@click.option("--heard", metavar=_("TEXT"), default="", help=_("What the model wrote instead."))
@click.option("--by", metavar=_("NAME"), default="", help=_("Who adds it."))
@pass_desk
def add(desk: Desk, word: str, heard: str, by: str) -> None:
    with desk.store() as store:
        show(add_term(store, word, by, heard=heard).term)


@vocabulary_command.command("remove", help=_("Do not expect WORD any more."))
@click.argument("word", metavar=_("WORD"))
@pass_desk
def remove(desk: Desk, word: str) -> None:
    with desk.store() as store:
        show(drop_term(store, word).term)


def _record(entry: Entry) -> dict[str, object]:
    return {
        "word": entry.term.term,
        "heard": list(entry.heard),
        "by": entry.term.by,
        "at": entry.term.at.isoformat(),
    }
