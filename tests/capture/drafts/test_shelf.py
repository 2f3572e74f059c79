"""How far every module is."""

from pathlib import Path

from capture.drafts.shelf import Shelf, read_shelf
from sessions.programme import Programme, create_programme
from sessions.release import Release
from tests.builders import make_programme


def test_the_titles_come_first_then_each_module(released: Programme) -> None:
    told: list[Shelf] = []
    shelf = read_shelf(released, Release.PARTNERS, told.append)
    assert told[0].lines
    assert not any(line.tally for line in told[0].lines)
    assert [sum(bool(line.tally) for line in one.lines) for one in told] == list(range(len(told)))
    assert shelf == told[-1]
    assert shelf.complete
    assert shelf.released


def test_a_module_counts_who_spoke_and_what_is_left(released: Programme) -> None:
    shelf = read_shelf(released, Release.PARTNERS, lambda _shelf: None)
    tally = next(line.tally for line in shelf.lines if line.which.module_id == "M2")
    assert tally is not None
    assert (tally.experts, tally.companies) == (2, 2)
    assert (tally.answers, tally.approved, tally.withheld) == (2, 0, 0)
    assert tally.statements
    assert tally.gaps


def test_what_is_not_released_is_counted_and_not_told(tmp_path: Path) -> None:
    programme = make_programme(tmp_path / "leerpad")
    shelf = read_shelf(programme, Release.PARTNERS, lambda _shelf: None)
    assert not shelf.released
    assert sum(line.tally.withheld for line in shelf.lines if line.tally) > 0


def test_without_sessions_there_are_no_modules(tmp_path: Path) -> None:
    assert not read_shelf(create_programme(tmp_path / "leeg"), Release.FREE, lambda _shelf: None).lines
