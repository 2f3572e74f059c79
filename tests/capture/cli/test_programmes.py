"""``vakborg init``, and which programme a command works on."""

from pathlib import Path

import pytest

from sessions.programme import create_programme
from tests.capture.cli.conftest import Vakborg


def test_init_makes_a_programme_and_says_what_comes_next(vakborg: Vakborg, tmp_path: Path) -> None:
    said = vakborg("init", tmp_path / "nieuw")
    assert (said.code, said.out) == (0, f"{tmp_path / 'nieuw'}\n")
    assert "vakborg session new" in said.err
    assert (tmp_path / "nieuw" / "vakborg.db").is_file()


def test_init_does_not_touch_a_folder_that_holds_something(vakborg: Vakborg, tmp_path: Path) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").write_text("x")
    said = vakborg("init", tmp_path / "vol")
    assert said.code == 1
    assert "is not empty" in said.err
    assert [p.name for p in (tmp_path / "vol").iterdir()] == ["brief.txt"]


def test_the_folder_one_stands_in_comes_before_the_last_one_opened(
    vakborg: Vakborg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, last = create_programme(tmp_path / "een"), create_programme(tmp_path / "twee")
    vakborg("--programme", here.folder, "session", "new", "--expert", "An", "--company", "Eén")
    vakborg("--programme", last.folder, "session", "new", "--expert", "Bea", "--company", "Twee")
    assert "Bea" in vakborg("session", "list").out
    monkeypatch.chdir(here.folder)
    assert "An" in vakborg("session", "list").out


def test_without_any_programme_the_way_to_make_one_is_said(vakborg: Vakborg) -> None:
    said = vakborg("session", "list")
    assert said.code == 1
    assert "vakborg init DIR" in said.err
    assert "vakborg demo" in said.err


def test_a_last_programme_that_is_gone_is_no_trouble(vakborg: Vakborg, tmp_path: Path) -> None:
    vakborg("init", tmp_path / "weg")
    (tmp_path / "weg").rename(tmp_path / "elders")
    assert "There is no programme" in vakborg("session", "list").err
