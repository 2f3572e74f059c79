"""``vakborg pseudonym add | list | remove``."""

from dataclasses import asdict
from typing import Any

import click

from capture.cli.context import Desk, confirmed, json_option, pass_desk, say, show, show_json, show_table
from capture.naming import who_works
from sessions.candidates import LOOKS, Candidate
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.namesakes import is_whole
from sessions.store.people import unnamed_experts
from sessions.store.pseudonyms import (
    Names,
    Use,
    add_pseudonym,
    find_pseudonym,
    known_as,
    names_in,
    remove_pseudonym,
)


@click.group("pseudonym", help=_("Names that leave under another name only, in every document."))
def pseudonym_command() -> None:
    pass


@pseudonym_command.command(
    "add",
    help=_(
        "From now on REPLACEMENT stands for NAME in every document: as whole words, whatever case and accents. "
        "In Vakborg itself the name stays."
    ),
)
@click.argument("name", metavar=_("NAME"))
@click.argument("replacement", metavar=_("REPLACEMENT"))
@pass_desk
def add(desk: Desk, name: str, replacement: str) -> None:
    with desk.store() as store:
        before = known_as(store, name)
        new = add_pseudonym(store, name, replacement, who_works())
    if before and before.replacement != new.replacement:
        told = _("{name} was {before} so far; from now on it is {replacement}.")
        say(told.format(name=new.name, before=before.replacement, replacement=new.replacement))
    else:
        say(
            _("In every document {name} is now {replacement}.").format(
                name=new.name, replacement=new.replacement
            )
        )
    say(_("Documents that were made before are as they were: make them again."))


@pseudonym_command.command("list", help=_("The pseudonyms, and what to check before anything leaves."))
@json_option
@pass_desk
def list_pseudonyms(desk: Desk, as_json: bool) -> None:
    with desk.store() as store:
        names, unnamed = names_in(store), unnamed_experts(store)
    if as_json:
        show_json(_record(names))
        return
    if names.uses:
        headings = [_("name"), _("in documents"), _("fragments"), _("sessions")]
        show_table(headings, [_row(use) for use in names.uses])
    else:
        say(_("No pseudonyms yet. Add one with: vakborg pseudonym add NAME REPLACEMENT"))
    if unnamed:
        say(
            _(
                "The whole name of an expert who may not be named becomes “expert A” by itself, whoever says it. "
                "A first name or a surname alone needs a pseudonym."
            )
        )
    if single := [expert.name for expert in unnamed if not is_whole(expert.name)]:
        told = _("Of these only one word is known, which stays where it is said: {names}.")
        say(told.format(names=", ".join(single)))
    _show_candidates(names)


def _show_candidates(names: Names) -> None:
    if not names.candidates:
        say(_("Nothing else looks like a name."))
        return
    show("\n" + _("Check these before anything leaves: they may be names."))
    rows = [[c.text, str(c.count), c.reference, _why(c)] for c in names.candidates]
    show_table([_("written"), _("times"), _("for example"), ""], rows)


def _why(candidate: Candidate) -> str:
    return _(LOOKS[candidate.looks]) if LOOKS[candidate.looks] else ""


def _row(use: Use) -> list[str]:
    return [use.pseudonym.name, use.pseudonym.replacement, str(use.fragments), str(use.sessions)]


def _record(names: Names) -> dict[str, Any]:
    return {
        "pseudonyms": [
            {
                "name": use.pseudonym.name,
                "replacement": use.pseudonym.replacement,
                "fragments": use.fragments,
                "sessions": use.sessions,
            }
            for use in names.uses
        ],
        "candidates": [asdict(candidate) for candidate in names.candidates],
    }


@pseudonym_command.command("remove", help=_("From now on the name itself stands in documents again."))
@click.argument("name", metavar=_("NAME"))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@pass_desk
def remove(desk: Desk, name: str, yes: bool) -> int:
    with desk.store() as store:
        found = find_pseudonym(store, name)
        use = next(u for u in names_in(store).uses if u.pseudonym.id == found.id)
        if not (yes or confirmed(_question(use))):
            say(_("Nothing was changed."))
            return 1
        remove_pseudonym(store, found.name)
    say(_("{name} has no pseudonym any more.").format(name=found.name))
    return 0


def _question(use: Use) -> str:
    return ngettext(
        "Let {name} leave as it is from now on? It stands in {n} fragment.",
        "Let {name} leave as it is from now on? It stands in {n} fragments.",
        use.fragments,
    ).format(name=use.pseudonym.name, n=use.fragments)
