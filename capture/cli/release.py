"""``vakborg release``."""

from dataclasses import asdict

import click

from capture.cli.context import Desk, confirmed, json_option, pass_desk, say, show_json
from capture.naming import who_works
from capture.photos import photos_told
from capture.reviewing.unkept import typing_file
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.interview import Session
from sessions.release import Release
from sessions.store.decided import kept_back
from sessions.store.interviews import find_session, guide_of
from sessions.store.releasing import Released, release_answers, said_in
from sessions.transcript import Segment

_OUT = (Release.PARTNERS, Release.FREE)


@click.command(
    "release",
    help=_(
        "Decide how far everything that was said in a session, or in one answer, may go: it stays internal, "
        "goes to partners, is free, or is struck. The interviewer's lines go along. What was struck already "
        "stays struck, and what the expert keeps in the company, or wants nobody to use, goes no further. Photos are "
        "taken back with it, and released one by one: vakborg photo."
    ),
)
@click.argument("code", metavar=_("SESSION"))
@click.option(
    "--question", "question_id", default="", metavar="ID", help=_("Only the answer to this question.")
)
@click.option(
    "--level", required=True, type=click.Choice([r.value for r in Release]), help=_("How far it may go.")
)
@click.option("--also-struck", is_flag=True, help=_("What was struck already changes too."))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@json_option
@pass_desk
def release_command(
    desk: Desk, code: str, question_id: str, level: str, also_struck: bool, yes: bool, as_json: bool
) -> int:
    wanted = Release(level)
    with desk.store() as store:
        session = find_session(store, code)
        question_id = guide_of(store, session).question(question_id).id if question_id else ""
        said = said_in(store, session, question_id)
        goes_out = wanted in _OUT and (not question_id or also_struck)
        held = kept_back(store, said, wanted)
        going = [s for s in said if s not in held]
        if going and goes_out and not (yes or _is_meant(session, going, wanted, also_struck)):
            say(_("Nothing was changed."))
            return 1
        done = release_answers(
            store, session, question_id, said, wanted, who_works(), also_struck=also_struck
        )
        if wanted is Release.STRUCK:
            typing_file(store.path.parent, session.code).unlink(missing_ok=True)
    if as_json:
        show_json({"session": session.code, "question": question_id or None, "level": level} | asdict(done))
    else:
        _tell(done, session, wanted)
        for line in photos_told(done, session, wanted):
            say(line)
    return 0


def _is_meant(session: Session, said: list[Segment], level: Release, also_struck: bool) -> bool:
    changing = [
        s for s in said if s.release is not level and (also_struck or s.release is not Release.STRUCK)
    ]
    if not changing:
        return True
    question = ngettext(
        "Let {n} fragment of session {code} leave the company ({level})?",
        "Let {n} fragments of session {code} leave the company ({level})?",
        len(changing),
    )
    return confirmed(question.format(n=len(changing), code=session.code, level=level.value))


def _tell(done: Released, session: Session, level: Release) -> None:
    say(_changed(done.changed, level).format(n=done.changed))
    if done.kept_back:
        held = ngettext(
            "{n} stays where it is: the expert said so. What they say now is noted with: vakborg review agree {code}",
            "{n} stay where they are: the expert said so. What they say now is noted with: vakborg review agree {code}",
            done.kept_back,
        )
        say(held.format(n=done.kept_back, code=session.code))
    if done.same:
        say(ngettext("{n} was so already.", "{n} were so already.", done.same).format(n=done.same))
    if done.left_struck:
        left = ngettext(
            "{n} was struck and stays so; to change that too, add: --also-struck",
            "{n} were struck and stay so; to change them too, add: --also-struck",
            done.left_struck,
        )
        say(left.format(n=done.left_struck))


def _changed(n: int, level: Release) -> str:
    if level is Release.INTERNAL:
        return ngettext("{n} fragment stays in the company now.", "{n} fragments stay in the company now.", n)
    if level is Release.PARTNERS:
        return ngettext(
            "{n} fragment may go to the partners now.", "{n} fragments may go to the partners now.", n
        )
    if level is Release.FREE:
        return ngettext("{n} fragment may go anywhere now.", "{n} fragments may go anywhere now.", n)
    return ngettext("{n} fragment is struck now.", "{n} fragments are struck now.", n)
