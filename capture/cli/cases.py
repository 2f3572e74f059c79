"""``vakborg case list | add | edit | release | remove``."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from capture import casebook
from capture.cli.context import Desk, confirmed, json_option, pass_desk, say, show, show_json, show_table
from capture.naming import level_name
from capture.photos import is_there
from sessions.errors import UsageRefused
from sessions.finding import find_named
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.interview import Case
from sessions.programme import Programme
from sessions.release import LEVELS, Release
from sessions.store.cases import KnownCase, find_case, known_cases, release_case, topics_named
from sessions.text import clean_line

F = TypeVar("F", bound=Callable[..., object])

level_argument = click.argument(
    "level", metavar=_("LEVEL"), type=click.Choice([level.value for level in LEVELS])
)


@click.group(
    "case",
    help=_("Practice cases: jobs that companies bring in, on which practice assignments are built."),
)
def case_command() -> None:
    pass


def _details(command: F) -> F:
    """The options by which a case is described."""
    options = (
        click.option("--workpiece", metavar=_("TEXT"), help=_("What is made, with its measures.")),
        click.option("--material", metavar=_("TEXT"), help=_("What it is made of.")),
        click.option("--machine", metavar=_("TEXT"), help=_("The machine that it is made on.")),
        click.option("--requirements", metavar=_("TEXT"), help=_("Tolerance, roughness and the like.")),
        click.option("--topic", "topics", multiple=True, metavar="ID", help=_("A topic that it exercises.")),
        click.option("--photo", "photos", multiple=True, metavar=_("FILE"), help=_("A photo; it is copied.")),
        click.option(
            "--caption",
            "captions",
            multiple=True,
            metavar=_("TEXT"),
            help=_("What the photo shows; of several, in the order of their --photo."),
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


@case_command.command("list", help=_("The practice cases of the programme."))
@json_option
@pass_desk
def list_cases(desk: Desk, as_json: bool) -> None:
    programme = desk.programme()
    with programme.store() as store:
        known = sorted(known_cases(store), key=lambda one: one.case.id)
    if as_json:
        show_json([_record(programme, one) for one in known])
    elif known:
        headings = [
            "",
            _("name"),
            _("company"),
            _("material"),
            _("topics"),
            _("photos"),
            _("answers"),
            _("release"),
        ]
        show_table(headings, [_row(programme, one) for one in known])
    else:
        say(_("No practice cases yet. Practice assignments in module drafts are built on them."))
        say(_("Add one with: vakborg case add NAME --company NAME"))


def _record(programme: Programme, known: KnownCase) -> dict[str, Any]:
    record = asdict(known.case) | {"company": known.company.name, "answers": known.answers}
    record["captions"] = list(known.case.captioned.values())
    record["missing"] = _missing(programme, known.case)
    del record["company_id"]
    return record


def _row(programme: Programme, known: KnownCase) -> list[str]:
    case = known.case
    photos = str(len(case.photos))
    if gone := len(_missing(programme, case)):
        photos += " " + _("({n} missing on the disk)").format(n=gone)
    counts = (str(len(case.topics)), photos, str(known.answers))
    return [str(case.id), case.title, known.company.name, case.material, *counts, level_name(case.release)]


def _missing(programme: Programme, case: Case) -> list[str]:
    return [photo for photo in case.photos if not is_there(programme, photo)]


@case_command.command("add", help=_("Keep a new practice case; prints its number."))
@click.argument("title", metavar=_("NAME"))
@click.option("--company", required=True, metavar=_("NAME"), help=_("Which company brings it in."))
@_details
@pass_desk
def add(
    desk: Desk,
    /,
    title: str,
    company: str,
    topics: tuple[str, ...],
    photos: tuple[str, ...],
    captions: tuple[str, ...],
    **details: str | None,
) -> None:
    programme = desk.programme()
    with programme.store() as store:
        described = Case(0, clean_line(title), topics=topics_named(store, topics))
        shown = described.with_photos(_captioned(_places(photos), captions))
        kept = casebook.keep(programme, store, company, None, _with(shown, details))
    show(str(kept.id))
    say(
        _("It stays in the company until you release it: vakborg case release {id} partners").format(
            id=kept.id
        )
    )
    _tell_no_pictures(kept)


@case_command.command("edit", help=_("Change a practice case; what you do not name stays as it is."))
@click.argument("wanted", metavar=_("CASE"))
@click.option("--title", metavar=_("TEXT"), help=_("Another name."))
@click.option("--company", metavar=_("NAME"), help=_("Another company."))
@_details
@click.option(
    "--without-topic", "fewer", multiple=True, metavar="ID", help=_("It does not exercise this topic.")
)
@click.option("--without-photo", "gone", multiple=True, metavar=_("FILE"), help=_("Without this photo."))
@pass_desk
def edit(
    desk: Desk,
    /,
    wanted: str,
    company: str | None,
    topics: tuple[str, ...],
    photos: tuple[str, ...],
    captions: tuple[str, ...],
    fewer: tuple[str, ...],
    gone: tuple[str, ...],
    **details: str | None,
) -> None:
    programme = desk.programme()
    with programme.store() as store:
        known = find_case(store, wanted)
        before = known.case
        topics_now = _without(before.topics, fewer, _("topic")) + topics_named(store, topics)
        stay = _without(before.photos, gone, _("photo"))
        shown = {photo: before.captioned[photo] for photo in stay}
        new = _captioned(_places(photos, stay), captions)
        shown |= {photo: text if captions else shown.get(photo, "") for photo, text in new.items()}
        after = replace(before, topics=tuple(dict.fromkeys(topics_now))).with_photos(shown)
        kept = casebook.keep(programme, store, company or known.company.name, before, _with(after, details))
    say(_("The practice case is kept: {title}").format(title=kept.title))
    _tell_no_pictures(kept)


def _with(case: Case, details: dict[str, str | None]) -> Case:
    given: dict[str, Any] = {name: clean_line(text) for name, text in details.items() if text is not None}
    return replace(case, **given)


def _places(photos: Iterable[str], known: Iterable[str] = ()) -> tuple[str, ...]:
    """Photos as they are meant on a command line: one that the case has by its name, others from this folder on."""
    names = {place.rpartition("/")[2]: place for place in known}
    return tuple(names.get(photo.rpartition("/")[2]) or _from_here(photo) for photo in photos)


def _from_here(photo: str) -> str:
    return photo if photo.startswith("~") else str(Path(photo).absolute())


def _captioned(photos: Sequence[str], captions: Sequence[str]) -> dict[str, str]:
    if captions and len(captions) != len(photos):
        raise UsageRefused(
            _("There are {captions} captions for {photos} photos.").format(
                captions=len(captions), photos=len(photos)
            ),
            _('Give each --photo its --caption, in the same order; "" for one without.'),
        )
    return dict(zip(photos, captions or [""] * len(photos), strict=True))


def _without(there: tuple[str, ...], fewer: Iterable[str], kind: str) -> tuple[str, ...]:
    """``there`` without those named in ``fewer``, by the last part of their name."""
    by_name = {name.rpartition("/")[2]: name for name in there}
    gone = {find_named(name.rpartition("/")[2], by_name, kind) for name in fewer}
    return tuple(name for name in there if name not in gone)


def _tell_no_pictures(case: Case) -> None:
    for name in casebook.no_pictures(case):
        say(
            _(
                "{file} is no picture that a draft can hold (JPEG, PNG): it stays in the programme only."
            ).format(file=name)
        )


@case_command.command(
    "release", help=_("Decide how far a practice case, with its photos, may go: internal, partners or free.")
)
@click.argument("wanted", metavar=_("CASE"))
@level_argument
@pass_desk
def release(desk: Desk, wanted: str, level: str) -> None:
    with desk.store() as store:
        kept = release_case(store, find_case(store, wanted).case, Release(level))
    say(f"{kept.title}: {level_name(kept.release)}")


@case_command.command("remove", help=_("Take a practice case away; the answers about it stay."))
@click.argument("wanted", metavar=_("CASE"))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@pass_desk
def remove(desk: Desk, wanted: str, yes: bool) -> int:
    programme = desk.programme()
    with programme.store() as store:
        known = find_case(store, wanted)
        if not (yes or confirmed(_question(known))):
            say(_("Nothing was changed."))
            return 1
        casebook.remove(programme, store, known.case)
    say(_("The practice case {title} is gone.").format(title=known.case.title))
    if known.case.photos:
        say(_("Its photos are in the folder taken-back of the programme."))
    return 0


def _question(known: KnownCase) -> str:
    return ngettext(
        "Take {title} away? {n} answer is about it, and stays.",
        "Take {title} away? {n} answers are about it, and stay.",
        known.answers,
    ).format(title=known.case.title, n=known.answers)
