"""``vakborg init``."""

from pathlib import Path

import click

from capture.cli.context import say, show
from capture.settings import remember
from sessions.i18n import gettext as _
from sessions.programme import create_programme


@click.command("init", help=_("Make an empty programme in DIR."))
@click.argument("folder", metavar=_("DIR"), type=click.Path(path_type=Path))
def init_command(folder: Path) -> None:
    programme = create_programme(folder)
    remember(last_programme=str(programme.folder))
    show(str(programme.folder))
    say(_("Next: vakborg session new --expert NAME --company NAME"))
