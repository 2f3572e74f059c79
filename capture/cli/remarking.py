"""``vakborg review remarks``: what an expert remarked, until somebody dealt with it."""

from dataclasses import asdict
from typing import Any

import click

from capture.cli.context import Desk, json_option, pass_desk, say, show, show_json, wrapped
from capture.naming import when
from capture.wordreview.naming import origin
from sessions.errors import UnknownName
from sessions.fragments import answer_code
from sessions.i18n import gettext as _
from sessions.interview import Answer, Session
from sessions.remark import Remark
from sessions.store import Store
from sessions.store.interviews import find_session
from sessions.store.remarks import remarks as remarks_of
from sessions.store.remarks import settle
from sessions.text import clean_line


@click.command("remarks", help=_("What the expert of a session remarked when reading back."))
@click.argument("code", metavar=_("SESSION"))
@click.option("--all", "all_of_them", is_flag=True, help=_("Also those that were dealt with."))
@click.option("--done", type=int, metavar="N", help=_("Remark N was dealt with."))
@click.option("--open", "again", type=int, metavar="N", help=_("Remark N waits again."))
@json_option
@pass_desk
def remarks(
    desk: Desk, code: str, all_of_them: bool, done: int | None, again: int | None, as_json: bool
) -> None:
    with desk.store() as store:
        session = find_session(store, code)
        for number, settled in ((done, True), (again, False)):
            if number is not None:
                settle(store, _find(store, session, number), settled=settled)
        found = remarks_of(store, session, settled=all_of_them)
        codes = _codes(store, session)
    if as_json:
        show_json([_record(one, codes) for one in found])
        return
    for one in found:
        show(wrapped(_line(one, codes), indent=4))
    if not found:
        say(_("No remarks wait."))


def _codes(store: Store, session: Session) -> dict[int, str]:
    return {a.id: answer_code(session.code, a.number) for a in store.all(Answer, session_id=session.id)}


def _find(store: Store, session: Session, number: int) -> Remark:
    found = store.first(Remark, id=number)
    if found is None or found.session_id != session.id:
        raise UnknownName(
            _("Session {id} has no remark {n}.").format(id=session.code, n=number),
            _("See them with: vakborg review remarks {id} --all").format(id=session.code),
        )
    return found


def _line(one: Remark, codes: dict[int, str]) -> str:
    kind, quote = origin(one.kind, one.quote)
    about = f" “{quote}”" if quote else ""
    dealt = _("dealt with") if one.settled else ""
    told = ", ".join(part for part in (kind, clean_line(one.by), when(one.at), dealt) if part)
    head = "  ".join(part for part in (str(one.id), codes.get(one.answer_id or 0, ""), told) if part)
    return f"{head}:{about} {clean_line(one.text)}"


def _record(one: Remark, codes: dict[int, str]) -> dict[str, Any]:
    return asdict(one) | {"at": one.at.isoformat(), "answer": codes.get(one.answer_id or 0)}
