"""``vakborg retention show | set | erase``."""

from contextlib import suppress
from datetime import date, datetime

import click

from capture.cli.context import Desk, confirmed, pass_desk, say, show
from capture.cli.losses_told import went, would_go
from capture.cli.progress import share_bar
from capture.naming import who_works
from exports.within import unreadable
from sessions.errors import UsageRefused
from sessions.i18n import gettext as _
from sessions.i18n import language, ngettext
from sessions.people import Expert
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.belongings import SOUND, TEXT, belongings, still_there
from sessions.store.retention import keep_until, overdue, retention
from sessions.withdrawal import Because, Loss

OFF = "off"
_FIRST_YEAR = 2000
"""A day before it was typed wrong."""
_SHAPES = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y")


@click.group("retention", help=_("Until which day recordings and texts of the programme are kept."))
def retention_command() -> None:
    pass


@retention_command.command("show", help=_("The last day, and what is there still after it."))
@pass_desk
def show_retention(desk: Desk) -> None:
    with desk.store() as store:
        kept, late = retention(store), overdue(store, date.today())
    if kept is None or kept.until is None:
        show(_("Recordings and texts are kept without a last day."))
        return
    show(_("Recordings and texts are kept until {day}.").format(day=day_name(kept.until)))
    if late:
        told = ngettext(
            "That day is over: {n} session has sound or text still.",
            "That day is over: {n} sessions have sound or text still.",
            late.sessions,
        )
        show(told.format(n=late.sessions))
        show(_("Take them out with: vakborg retention erase"))


@retention_command.command(
    "set", help=_("Choose the last day, such as 2027-12-31 or 31-12-2027, or “off” for none.")
)
@click.argument("day", metavar=_("DATE"))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@pass_desk
def set_retention(desk: Desk, day: str, yes: bool) -> int:
    until = None if day.strip().casefold() == OFF else a_day(day)
    if until and until < date.today() and not (yes or _is_meant(until)):
        say(_("Nothing was changed."))
        return 1
    with desk.store() as store:
        keep_until(store, until, who_works())
    if until is None:
        say(_("Recordings and texts are kept without a last day."))
        return 0
    say(_("Recordings and texts are kept until {day}.").format(day=day_name(until)))
    say(_("Nothing goes by itself: afterwards “vakborg check” and the list of sessions tell it."))
    return 0


def _is_meant(until: date) -> bool:
    question = _("{day} is over already: everything is due at once then. Keep it all the same?")
    return confirmed(question.format(day=day_name(until)))


def a_day(text: str) -> date:
    """The day that a person typed, as 2027-12-31 or 31-12-2027; raises :class:`UsageRefused`."""
    for shape in _SHAPES:
        with suppress(ValueError):
            day = datetime.strptime(text.strip(), shape).date()
            if day.year >= _FIRST_YEAR:
                return day
    raise UsageRefused(
        _("“{text}” is no date.").format(text=text), _("Give it as 2027-12-31 or 31-12-2027, or say: off")
    )


def day_name(day: date) -> str:
    """``day`` as a reader of the language expects it."""
    from babel.dates import format_date

    return format_date(day, format="long", locale=language())


@retention_command.command(
    "erase",
    help=_(
        "Once the last day is over: take out for good all sound and all text of all experts, and the documents "
        "that hold it. Who permitted what stays."
    ),
)
@click.option("--dry-run", is_flag=True, help=_("Only show what would disappear."))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.option("--edited-too", is_flag=True, help=_("Also delete documents that somebody worked in."))
@pass_desk
def erase(desk: Desk, dry_run: bool, yes: bool, edited_too: bool) -> int:
    programme = desk.programme()
    _refuse_too_early(programme)
    losses, dark = _preview(programme), unreadable(programme)
    if not losses:
        say(_("Nothing is there any more that is to go."))
        return 0
    for line in would_go(losses, dark, edited_too=edited_too):
        (show if dry_run else say)(line)
    if dry_run:
        return 0
    if not (yes or confirmed(_("Take all of this out? It cannot be undone."))):
        say(_("Nothing was changed."))
        return 1
    for line in went(_erased(programme, losses, edited_too), dark, edited_too=edited_too):
        say(line)
    return 0


def _refuse_too_early(programme: Programme) -> None:
    with programme.store() as store:
        kept = retention(store)
    if kept is None or kept.until is None:
        raise UsageRefused(
            _("Recordings and texts are kept without a last day."),
            _("Choose one first: vakborg retention set DATE"),
        )
    if date.today() <= kept.until:
        raise UsageRefused(
            _("Recordings and texts are kept until {day}: that is not over yet.").format(
                day=day_name(kept.until)
            ),
            _("What one expert takes back goes before: vakborg consent withdraw EXPERT PERMISSION"),
        )


def _preview(programme: Programme) -> list[Loss]:
    from capture.withdrawing import clean, preview

    with programme.store() as store, share_bar(_("Looking…")) as progress:
        clean(store)  # where an earlier time was broken off
        experts, losses, seen = store.all(Expert), list[Loss](), set[str]()
        for n, expert in enumerate(experts, 1):
            loss = preview(programme, store, expert, (SOUND, TEXT), because=Because.RETENTION)
            documents = {document.path for document in loss.documents}
            if _is_there(store, expert) or documents - seen:  # what is of nobody known goes with the first
                losses.append(loss)
                seen |= documents
            progress(n / len(experts))
    return losses


def _is_there(store: Store, expert: Expert) -> bool:
    there = belongings(store, expert)
    return any(still_there(store, there, permission) for permission in (SOUND, TEXT))


def _erased(programme: Programme, losses: list[Loss], edited_too: bool) -> list[Loss]:
    from capture.withdrawing import withdraw

    done: list[Loss] = []
    with share_bar(_("Taking out…")) as progress:
        for loss in losses:
            done.append(
                withdraw(
                    programme,
                    loss.expert_id,
                    (SOUND, TEXT),
                    who_works(),
                    because=Because.RETENTION,
                    edited_too=edited_too,
                )
            )
            progress(len(done) / len(losses))
    return done
