"""What every command gets: the chosen programme, and ways to speak."""

import json
import shutil
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sessions.errors import NotAProgramme
from sessions.i18n import gettext as _
from sessions.i18n import language
from sessions.text import clean, clean_line, fold

if TYPE_CHECKING:
    from sessions.programme import Programme
    from sessions.store import Store

_YES, _NO = ("j", "ja", "y", "yes"), ("", "n", "nee", "no")

_UNBROKEN = 10_000  # columns: what goes into a pipe is not wrapped

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
        last = Path(read_settings().last_programme or here)
        if last == here or not (last / DATABASE).is_file():
            return here
        say(_("Programme: {folder} (the last one opened)").format(folder=last))
        return last

    @contextmanager
    def store(self) -> Iterator["Store"]:
        """The open store of the programme."""
        with self.programme().store() as store:
            yield store


pass_desk = click.make_pass_decorator(Desk)


def say(text: str = "") -> None:
    """A message: to stderr, so that results on stdout can be piped."""
    click.echo(clean(text), err=True)


def show(text: str = "") -> None:
    """A result, to stdout."""
    click.echo(clean(text))


def show_json(things: Any) -> None:
    """A result as JSON, to stdout."""
    click.echo(json.dumps(things, ensure_ascii=False, indent=1))


def confirmed(question: str) -> bool:
    """Whether a person says yes to ``question``, which stands on stderr; Enter alone and the end of input are a no."""
    choice = "[j/N]" if language() == "nl" else "[y/N]"
    while True:
        click.echo(clean(f"{question} {choice}: "), err=True, nl=False)
        typed = sys.stdin.readline()
        answer = fold(clean_line(typed)).strip()
        if answer in _YES or answer in _NO:
            return answer in _YES
        say(_("Answer with yes or no."))


def show_table(headings: list[str], rows: list[list[str]]) -> None:
    """A result as columns, to stdout: on a terminal wrapped to its width, elsewhere whole."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    on_screen = sys.stdout.isatty()
    console = Console(highlight=False, width=None if on_screen else _UNBROKEN)
    table = Table(box=box.SIMPLE_HEAD if on_screen else None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in headings:
        table.add_column(Text(heading), overflow="fold")
    for row in rows:
        table.add_row(*(Text(clean_line(cell)) for cell in row))
    with console.capture() as drawn:
        console.print(table)
    for line in drawn.get().splitlines():
        click.echo(line.rstrip())


def wrapped(text: str, indent: int = 0) -> str:
    """``text`` with lines as wide as the terminal, the following ones indented; unbroken in a pipe."""
    if not sys.stdout.isatty():
        return text
    width = shutil.get_terminal_size().columns
    return textwrap.fill(text, width, subsequent_indent=" " * indent, break_on_hyphens=False)
