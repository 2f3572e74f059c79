"""What every command gets: the chosen programme, and ways to speak."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sessions.errors import NotAProgramme
from sessions.i18n import gettext as _

if TYPE_CHECKING:
    from sessions.programme import Programme
    from sessions.store import Store

json_option = click.option("--json", "as_json", is_flag=True, help=_("As JSON, for other programs."))


@dataclass
class Desk:
    """The programme that a command works on: ``--programme``, else this folder, else the last one."""

    folder: Path | None = None

    def programme(self) -> "Programme":
        """The programme; raises :class:`NotAProgramme` with the way to make one."""
        from capture.settings import remember
        from sessions.programme import open_programme

        programme = open_programme(self._folder())
        remember(last_programme=str(programme.folder))
        return programme

    def programme_or_none(self) -> "Programme | None":
        """The programme, or None where none was asked for and none is known."""
        if self.folder:
            return self.programme()
        try:
            return self.programme()
        except NotAProgramme:
            return None

    def _folder(self) -> Path:
        from capture.settings import read_settings
        from sessions.programme import DATABASE

        here = Path.cwd()
        if self.folder or (here / DATABASE).is_file():
            return self.folder or here
        last = read_settings().last_programme
        return Path(last) if last and (Path(last) / DATABASE).is_file() else here

    @contextmanager
    def store(self) -> Iterator["Store"]:
        """The open store of the programme."""
        with self.programme().store() as store:
            yield store


pass_desk = click.make_pass_decorator(Desk)


def say(text: str = "") -> None:
    """A message: to stderr, so that results on stdout can be piped."""
    click.echo(text, err=True)


def show(text: str = "") -> None:
    """A result, to stdout."""
    click.echo(text)


def show_json(things: Any) -> None:
    """A result as JSON, to stdout."""
    click.echo(json.dumps(things, ensure_ascii=False, indent=1))


def show_table(headings: list[str], rows: list[list[str]]) -> None:
    """A result as columns, to stdout; the last column is not padded."""
    widths = [max(len(row[i]) for row in [headings, *rows]) for i in range(len(headings))]
    for row in [headings, *rows]:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        show("  ".join(cells).rstrip())
