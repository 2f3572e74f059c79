"""``vakborg session new | list | show``."""

from dataclasses import asdict

import click

from capture.cli.context import Desk, json_option, pass_desk, say, show, show_json, show_table, wrapped
from capture.cli.worded import PERMISSIONS, Worded
from capture.naming import state_name, wait_told, when
from capture.wordreview.agreement import standing_of
from capture.wordreview.naming import standing_short
from sessions.fragments import AnswerReading, SessionReading, clock
from sessions.guides import library
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.interview import AnswerState
from sessions.people import Permission
from sessions.release import Approval, Release
from sessions.spending import Stretch, Who, spent
from sessions.store.approving import decisions
from sessions.store.consenting import permit_again
from sessions.store.interviews import find_session, new_session
from sessions.store.people import company_named, expert_named
from sessions.store.reading import read_session, read_sessions
from sessions.store.spending import stretches_of
from sessions.text import clean_line
from sessions.transcript import Role


@click.group("session", help=_("Start, list and show sessions."))
def session_command() -> None:
    pass


def _named(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    if not clean_line(value):
        raise click.BadParameter(_("a name is needed."))
    return clean_line(value)


@session_command.command("new", help=_("Start a session with an expert; prints its id."))
@click.option("--expert", required=True, callback=_named, metavar=_("NAME"), help=_("Who is interviewed."))
@click.option("--company", required=True, callback=_named, metavar=_("NAME"), help=_("For which company."))
@click.option("--machine", default="", metavar=_("TEXT"), help=_("The machine that the talk is about."))
@click.option(
    "--guide",
    "guide_id",
    default=library.default_id,
    metavar="ID",
    help=_("The guide: an id or a file."),
    show_default=True,
)
@click.option(
    "--consent",
    "consents",
    multiple=True,
    type=Worded(PERMISSIONS),
    help=_(
        "A permission that the expert gave; repeat for more. Names appear in drafts only with named_quote."
    ),
)
@pass_desk
def new(
    desk: Desk, expert: str, company: str, machine: str, guide_id: str, consents: tuple[str, ...]
) -> None:
    guide, toml = library.find(guide_id)
    with desk.store() as store, store.immediate():
        person = expert_named(store, expert, company_named(store, company))
        waiting = permit_again(store, person, [Permission(c) for c in consents])
        session = new_session(store, person, guide, toml, machine=machine)
    show(session.code)
    if waiting:
        say(wait_told(waiting))
    say(_("Next: vakborg import AUDIO --session {id} --question ID").format(id=session.code))


@session_command.command("list", help=_("The sessions of the programme."))
@json_option
@pass_desk
def list_sessions(desk: Desk, as_json: bool) -> None:
    with desk.store() as store:
        readings = read_sessions(store)
        spent_on = {r.session.id: stretches_of(store, r.session) for r in readings}
    if as_json:
        show_json([_record(r) | _spent(spent_on[r.session.id]) for r in readings])
    elif not readings:
        say(_("No sessions yet. Start one with: vakborg session new --expert NAME --company NAME"))
    else:
        headings = [_("id"), _("expert"), _("company"), _("date"), _("answers"), _("transcribed")]
        show_table(headings, [_row(r) for r in readings])


def _row(reading: SessionReading) -> list[str]:
    done = sum(a.state is AnswerState.TRANSCRIBED for a in reading.answers)
    return [
        reading.session.code,
        reading.expert.name,
        reading.company.name,
        when(reading.session.started_at),
        str(len(reading.answers)),
        str(done),
    ]


def _record(reading: SessionReading) -> dict[str, object]:
    return {
        "id": reading.session.code,
        "expert": reading.expert.name,
        "company": reading.company.name,
        "machine": reading.session.machine,
        "guide": reading.guide.id,
        "started_at": reading.session.started_at.isoformat(),
        "answers": [_answer_record(a) for a in reading.answers],
    }


def _spent(stretches: list[Stretch]) -> dict[str, object]:
    return {f"{who}_seconds": round(spent(stretches, who).total_seconds()) for who in Who}


def _answer_record(answer: AnswerReading) -> dict[str, object]:
    return {
        "number": answer.answer.number,
        "question": answer.question.id,
        "state": answer.state.value,
        "reasons": list(answer.reasons),
        "clips": [asdict(c) | {"added_at": c.added_at.isoformat(), "started_at": None} for c in answer.clips],
        "fragments": len(answer.fragments),
    }


@session_command.command("show", help=_("One session: its answers and what was said."))
@click.argument("code", metavar="ID")
@json_option
@pass_desk
def show_session(desk: Desk, code: str, as_json: bool) -> None:
    with desk.store() as store:
        reading = read_session(store, find_session(store, code))
        decided = decisions(store, reading.session.id)
    if as_json:
        show_json(_record(reading))
        return
    show(
        _("{code}: {expert}, {company}, {date}").format(
            code=reading.session.code,
            expert=reading.expert.name,
            company=reading.company.name,
            date=when(reading.session.started_at),
        )
    )
    if not reading.answers:
        say(
            _(
                "No answers yet. Bring recordings with: vakborg import AUDIO --session {id} --question ID"
            ).format(id=reading.session.code)
        )
    for answer in reading.answers:
        _show_answer(answer, decided.get(answer.answer.id))


def _show_answer(answer: AnswerReading, decision: Approval | None) -> None:
    show("\n" + wrapped(f"{answer.answer.number:02d}  {answer.question.id}  {answer.question.text}", 4))
    seconds = sum(c.seconds for c in answer.clips)
    takes = ngettext("{n} recording", "{n} recordings", len(answer.clips)).format(n=len(answer.clips))
    told = standing_short(standing_of(answer, decision))
    expert = "; " + _("expert: {told}").format(told=told) if told else ""
    show(f"    {takes}, {clock(seconds)}, {state_name(answer.state)}{expert}")
    for reason in answer.reasons:
        show(wrapped(f"    {reason}", 4))
    for fragment in answer.fragments:
        who = "" if fragment.segment.role is Role.EXPERT else _("(interviewer)") + " "
        struck = fragment.segment.release is Release.STRUCK
        text = _("(struck)") if struck else fragment.segment.text
        show(wrapped(f"    {clock(fragment.segment.start)}  {who}{text}", 11))
