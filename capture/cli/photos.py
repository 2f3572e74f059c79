"""``vakborg photo list | caption | release``."""

from pathlib import Path
from typing import Any

import click

from capture.cli.cases import level_argument
from capture.cli.context import Desk, json_option, pass_desk, say, show_json, show_table
from capture.naming import level_name
from capture.photos import is_there, refuse_broken
from sessions.i18n import gettext as _
from sessions.programme import Programme
from sessions.release import Release
from sessions.store.interviews import find_session
from sessions.store.photos import AnswerFile, answer_files, caption, find_file, release_file


@click.group("photo", help=_("Photos and files of answers: what they show, and how far they may go."))
def photo_command() -> None:
    pass


@photo_command.command("list", help=_("The photos and files of a session, or of all of them."))
@click.argument("code", metavar=_("[SESSION]"), required=False)
@json_option
@pass_desk
def list_photos(desk: Desk, code: str | None, as_json: bool) -> None:
    programme = desk.programme()
    with programme.store() as store:
        files = answer_files(store, find_session(store, code) if code else None)
    if as_json:
        show_json([_record(programme, one) for one in files])
    elif files:
        headings = ["", _("where"), _("file"), _("caption"), _("release"), ""]
        show_table(headings, [_row(programme, one) for one in files])
        say(_("Nothing of these leaves by accident: only a picture that you release can stand in a draft."))
    else:
        say(_("No photos or files yet: they come in during the conversation."))


def _record(programme: Programme, one: AnswerFile) -> dict[str, Any]:
    file = one.file
    return {
        "id": file.id,
        "session": one.session.code,
        "question": one.question.id,
        "reference": one.reference,
        "name": file.original_name,
        "path": file.path,
        "caption": file.caption,
        "release": file.release.value,
        "picture": one.picture,
        "there": is_there(programme, file.path),
        "withheld": one.withheld,
    }


def _row(programme: Programme, one: AnswerFile) -> list[str]:
    file = one.file
    level = level_name(file.release)
    return [str(file.id), one.reference, file.original_name, file.caption, level, _state(programme, one)]


def _state(programme: Programme, one: AnswerFile) -> str:
    if not is_there(programme, one.file.path):
        return _("missing on the disk")
    if not one.picture:
        return _("no picture: goes into no draft")
    return _("no transcript permitted: goes into no draft") if one.withheld else ""


@photo_command.command("caption", help=_("Say what a photo shows; it stands under it in documents."))
@click.argument("id_", metavar="ID", type=int)
@click.argument("text", metavar=_("TEXT"))
@pass_desk
def set_caption(desk: Desk, id_: int, text: str) -> None:
    with desk.store() as store:
        before = find_file(store, id_)
        kept = caption(store, id_, text)
    if before.caption and before.caption != kept.caption:
        say(_("The caption was: {text}").format(text=before.caption))
    shown = kept.caption or _("no caption")
    say(f"{_name(kept.original_name)}: {shown}")


@photo_command.command(
    "release", help=_("Decide how far a photo may go: internal (it stays in the company), partners or free.")
)
@click.argument("id_", metavar="ID", type=int)
@level_argument
@pass_desk
def release(desk: Desk, id_: int, level: str) -> None:
    programme = desk.programme()
    with programme.store() as store:
        refuse_broken(programme, find_file(store, id_), Release(level))
        kept = release_file(store, id_, Release(level))
    say(f"{_name(kept.original_name)}: {level_name(kept.release)}")


def _name(name: str) -> str:
    return Path(name).name
