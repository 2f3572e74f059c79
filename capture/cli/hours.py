"""``vakborg hours``."""

from datetime import timedelta

import click

from capture.cli.context import Desk, json_option, pass_desk, say, show_json, show_table
from sessions.i18n import gettext as _
from sessions.store.spending import CompanyHours, hours_by_company


@click.command("hours", help=_("The time spent per company, of the expert and of the developer."))
@json_option
@pass_desk
def hours_command(desk: Desk, as_json: bool) -> None:
    with desk.store() as store:
        companies = hours_by_company(store)
    if as_json:
        show_json([_record(c) for c in companies])
    elif not companies:
        say(_("No sessions yet. Start one with: vakborg session new --expert NAME --company NAME"))
    else:
        headings = [_("company"), _("sessions"), _("expert"), _("developer")]
        show_table(headings, [_row(c) for c in companies])


def _row(hours: CompanyHours) -> list[str]:
    return [hours.company, str(hours.sessions), _hours(hours.expert), _hours(hours.developer)]


def _hours(time: timedelta) -> str:
    """Hours and minutes, as a time sheet has them: "1:05"."""
    minutes = round(time.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02d}"


def _record(hours: CompanyHours) -> dict[str, object]:
    return {
        "company": hours.company,
        "sessions": hours.sessions,
        "expert_seconds": round(hours.expert.total_seconds()),
        "developer_seconds": round(hours.developer.total_seconds()),
    }
