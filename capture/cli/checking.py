"""``vakborg check``."""

import click

from capture.cli.context import Desk, pass_desk, say, show
from capture.cli.progress import share_bar
from sessions.checking import check
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.interview import Clip


@click.command("check", help=_("Compare every file with its checksum, and look into the database."))
@pass_desk
def check_command(desk: Desk) -> int:
    programme = desk.programme()
    with programme.store() as store, share_bar(_("Checking…")) as progress:
        files = store.count(Clip, erased=False)
        findings = check(programme, store, progress)
    for finding in findings:
        show(f"✗ {finding.what}\n  {finding.advice}")
    if findings:
        return 1
    say(
        ngettext(
            "All is well: the database and {n} recording.",
            "All is well: the database and {n} recordings.",
            files,
        ).format(n=files)
    )
    return 0
