"""``vakborg consent list | give | withdraw``."""

from typing import Any

import click

from capture.cli.context import Desk, confirmed, json_option, pass_desk, say, show, show_json, show_table
from capture.cli.losses_told import went, would_go
from capture.cli.progress import share_bar
from capture.cli.worded import PERMISSIONS, Worded, shown
from capture.naming import wait_told, when, who_works
from exports.within import unreadable
from sessions.finding import find_named
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.namesakes import is_whole
from sessions.people import Company, Consent, Expert, Permission, latest
from sessions.store import Store
from sessions.store.consenting import permit_again
from sessions.store.people import consents_of
from sessions.store.withdrawing import due, withdrawals
from sessions.withdrawal import Because, Withdrawal

_PERMISSIONS = {
    Permission.RECORDING: N_("recording"),
    Permission.TRANSCRIPT: N_("transcript"),
    Permission.NAMED_QUOTE: N_("name with a quote"),
    Permission.CLIP: N_("piece of sound"),
}

permissions_argument = click.argument(
    "permissions",
    nargs=-1,
    required=True,
    metavar=_("PERMISSION…"),
    type=Worded(PERMISSIONS),
)
by_option = click.option("--by", default="", metavar=_("NAME"), help=_("Who asked (default: you)."))


@click.group(
    "consent",
    help=_(
        "What each expert permits: recording, transcript, named_quote (their name beside what they said), clip "
        "(a piece of sound in a module)."
    ),
)
def consent_command() -> None:
    pass


@consent_command.command("list", help=_("What each expert permits since when, and what was taken out."))
@click.argument("wanted", metavar=_("[EXPERT]"), default="")
@json_option
@pass_desk
def list_consents(desk: Desk, wanted: str, as_json: bool) -> None:
    with desk.store() as store:
        experts = [find_expert(store, wanted)] if wanted else store.all(Expert)
        records = [_record(store, expert) for expert in experts]
        rows = [_row(store, expert) for expert in experts]
        told = [line for expert in experts for line in _taken_out(store, expert)]
    if as_json:
        show_json(records)
    elif not rows:
        say(_("No sessions yet. Start one with: vakborg session new --expert NAME --company NAME"))
    else:
        show_table(["", _("name"), _("company"), *(_(name) for name in _PERMISSIONS.values())], rows)
        for line in told:
            show(line)


def find_expert(store: Store, wanted: str) -> Expert:
    """The expert with this code, or this name where one has it; raises :class:`~sessions.errors.UnknownName`."""
    experts = store.all(Expert)
    names = [expert.name.casefold() for expert in experts]
    known = {e.name: e for e in experts if names.count(e.name.casefold()) == 1}
    return find_named(wanted, known | {e.code: e for e in experts}, _("expert"))


def _row(store: Store, expert: Expert) -> list[str]:
    words = latest(consents_of(store, expert))
    company = store.get(Company, expert.company_id).name
    return [expert.code, expert.name, company, *(_word(words.get(p)) for p in _PERMISSIONS)]


def _word(word: Consent | None) -> str:
    if word is None:
        return _("not asked")
    told = _("yes, {day}") if word.given else _("no, {day}")
    return told.format(day=when(word.at))


def _taken_out(store: Store, expert: Expert) -> list[str]:
    told = [
        _("{code}: {permission} was taken out on {day} by {name}{why}.").format(
            code=expert.code,
            permission=_(_PERMISSIONS[one.permission]),
            day=when(one.at),
            name=one.by or "?",
            why=_(", since its last day was over") if one.because is Because.RETENTION else "",
        )
        for one in withdrawals(store, expert)
    ]
    left = _("{code}: no permission for {permission}, yet it is there; take it out with: {command}")
    return told + [
        left.format(
            code=expert.code,
            permission=_(_PERMISSIONS[one.permission]),
            command=f"vakborg consent withdraw {expert.code} {shown(PERMISSIONS, one.permission.value)}",
        )
        for one in due(store)
        if one.expert == expert
    ]


def _record(store: Store, expert: Expert) -> dict[str, Any]:
    words = latest(consents_of(store, expert))
    return {
        "code": expert.code,
        "name": expert.name,
        "company": store.get(Company, expert.company_id).name,
        "permissions": {p.value: _said(words.get(p)) for p in Permission},
        "taken_out": [_note(one) for one in withdrawals(store, expert)],
        "due": [one.permission.value for one in due(store) if one.expert == expert],
    }


def _said(word: Consent | None) -> dict[str, Any] | None:
    if word is None:
        return None
    at = word.at.isoformat()
    return {"given": word.given, "at": at, "asked_by": word.asked_by, "wording": word.wording}


def _note(one: Withdrawal) -> dict[str, str]:
    at = one.at.isoformat()
    return {"permission": one.permission.value, "because": one.because.value, "at": at, "by": one.by}


@consent_command.command("give", help=_("Note that an expert permits this from now on."))
@click.argument("wanted", metavar=_("EXPERT"))
@permissions_argument
@by_option
@pass_desk
def give(desk: Desk, wanted: str, permissions: tuple[str, ...], by: str) -> None:
    with desk.store() as store:
        expert = find_expert(store, wanted)
        waiting = permit_again(store, expert, [Permission(p) for p in permissions], by or who_works())
    names = ", ".join(_(_PERMISSIONS[Permission(p)]) for p in permissions)
    say(_("{name} permits from now on: {what}.").format(name=expert.name, what=names))
    if waiting:
        say(wait_told(waiting))


@consent_command.command(
    "withdraw",
    help=_(
        "Take a permission back, and take out for good what hangs on it: the sound, all text, the documents. "
        "What would disappear is shown first."
    ),
)
@click.argument("wanted", metavar=_("EXPERT"))
@permissions_argument
@by_option
@click.option("--dry-run", is_flag=True, help=_("Only show what would disappear."))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.option("--edited-too", is_flag=True, help=_("Also delete documents that somebody worked in."))
@pass_desk
def withdraw_permission(
    desk: Desk,
    /,
    wanted: str,
    permissions: tuple[str, ...],
    by: str,
    dry_run: bool,
    yes: bool,
    edited_too: bool,
) -> int:
    from capture.withdrawing import preview, withdraw

    programme, chosen = desk.programme(), [Permission(p) for p in permissions]
    with programme.store() as store, share_bar(_("Looking…")) as progress:
        expert = find_expert(store, wanted)
        loss = preview(programme, store, expert, chosen, progress)
        dark = unreadable(programme)
    for line in would_go([loss], dark, edited_too=edited_too):
        (show if dry_run else say)(line)
    if dry_run:
        return 0
    question = _("Take this back for {name}? It cannot be undone.").format(name=expert.name)
    if not (yes or confirmed(question)):
        say(_("Nothing was changed."))
        return 1
    with share_bar(_("Taking out…")) as progress:
        lost = withdraw(
            programme, expert.id, chosen, by or who_works(), edited_too=edited_too, progress=progress
        )
    for line in went([lost], dark, edited_too=edited_too):
        say(line)
    if Permission.NAMED_QUOTE in chosen:
        say(_name_told(expert))
    return 0


def _name_told(expert: Expert) -> str:
    """What becomes of the name where somebody says it."""
    if is_whole(expert.name):
        told = _(
            "Where somebody says “{name}”, new documents have “expert {code}”. A first name or a surname alone "
            "needs a pseudonym: vakborg pseudonym add NAME REPLACEMENT"
        )
    else:
        told = _(
            "“{name}” is one word: where somebody says it, it stays in documents unless it gets a pseudonym: "
            "vakborg pseudonym add NAME REPLACEMENT"
        )
    return told.format(name=expert.name, code=expert.code)
