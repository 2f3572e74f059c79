"""``vakborg topics``."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from capture.cli.context import Desk, json_option, pass_desk, say, show, show_json
from sessions.errors import UnknownName, UsageRefused, os_reason
from sessions.guides import library
from sessions.guides.model import Guide, Module
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.programme import DATABASE
from sessions.text import clean_line
from transcripts.topics import Suggester, Suggestion

SENTENCE, MODULE = "sentence", "module"
COLUMNS = (SENTENCE, MODULE, "topics", "scores", "because")


@dataclass(frozen=True)
class Row:
    """A sentence, and the module in which it was said, if the file tells."""

    sentence: str
    module: Module | None


@click.command(
    "topics",
    help=_(
        "Suggest topics for sentences. FILE is a text file with a sentence on each line and after a tab, if "
        "you like, the module in which it was said (M3). The result is a table with tabs. In the folder of a "
        "programme, or with --programme, what was decided there counts too."
    ),
)
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option(
    "--guide",
    "guide_id",
    default=library.default_id,
    metavar="ID",
    help=_("The guide: one that comes with Vakborg, or a file."),
)
@json_option
@pass_desk
def topics_command(desk: Desk, file: Path, guide_id: str, as_json: bool) -> None:
    guide, _toml = library.find(guide_id)
    rows = list(_rows(file, guide))
    suggester = _suggester(desk, guide)
    found = [(row, suggester.suggest(row.sentence, row.module)) for row in rows]
    if as_json:
        show_json([_record(row, suggestions) for row, suggestions in found])
        return
    show("\t".join(COLUMNS))
    for row, suggestions in found:
        show("\t".join(_cells(row, suggestions)))


def _suggester(desk: Desk, guide: Guide) -> Suggester:
    from transcripts.learning import suggester_for

    with desk.store() if desk.folder or Path(DATABASE).is_file() else nullcontext() as store:
        if store:
            from sessions.store.decisions import decisions

            n = len(decisions(store, guide.id))
            say(
                ngettext(
                    "{n} decision in this programme counts.", "{n} decisions in this programme count.", n
                ).format(n=n)
            )
        return suggester_for(guide, store)


def _rows(file: Path, guide: Guide) -> Iterator[Row]:
    """The sentences of ``file``; the first line may name its columns, in any order."""
    order = [SENTENCE, MODULE]
    for number, line in enumerate(_lines(file), start=1):
        cells = [clean_line(cell) for cell in line.split("\t")]
        if number == 1 and {SENTENCE, MODULE} & set(names := [cell.casefold() for cell in cells]):
            order = _named(names)
        elif any(cells):
            yield _row(dict(zip(order, cells, strict=False)), len(cells) > len(order), guide, number)


def _named(names: list[str]) -> list[str]:
    """The columns as a first line names them; the sentence may be called otherwise."""
    if SENTENCE in names:
        return names
    return [SENTENCE if n == (names[0] == MODULE) else name for n, name in enumerate(names)]


def _row(cells: dict[str, str], too_many: bool, guide: Guide, number: int) -> Row:
    if too_many:
        raise _bad(number, _("there are more columns than a sentence and a module"))
    if not cells.get(SENTENCE):
        raise _bad(number, _("there is no sentence"))
    module_id = cells.get(MODULE, "")
    try:
        return Row(cells[SENTENCE], guide.module(module_id) if module_id else None)
    except UnknownName as error:
        raise _bad(number, error.message, error.advice) from error


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        reason = os_reason(error)
    except UnicodeDecodeError:
        reason = _("it is not saved as UTF-8")
    raise UsageRefused(_("{file} cannot be read: {reason}.").format(file=file.name, reason=reason))


def _bad(number: int, what: str, advice: str = "") -> UsageRefused:
    return UsageRefused(_("Line {n}: {what}").format(n=number, what=what), advice)


def _cells(row: Row, found: list[Suggestion]) -> list[str]:
    return [
        row.sentence,
        row.module.id if row.module else "",
        ",".join(s.topic for s in found),
        ",".join(f"{s.score:.2f}" for s in found),
        "; ".join(", ".join(s.because) for s in found),
    ]


def _record(row: Row, found: list[Suggestion]) -> dict[str, Any]:
    return {
        "sentence": row.sentence,
        "module": row.module.id if row.module else "",
        "topics": [{"topic": s.topic, "score": s.score, "because": list(s.because)} for s in found],
    }
