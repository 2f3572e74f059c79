"""The report of an unforeseen fault."""

import json
from pathlib import Path

import pytest

from capture import faults


def _fault() -> ZeroDivisionError:
    try:
        return ZeroDivisionError(1 / 0)
    except ZeroDivisionError as error:
        return error


def test_a_report_tells_where_it_happened_and_not_what_was_said() -> None:
    report = faults.write_report(_fault())
    assert report is not None
    text = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in text
    assert "test_faults.py" in text
    assert "division by zero" not in text


def test_a_report_does_not_say_in_whose_folder_it_happened() -> None:
    report = faults.write_report(_fault())
    assert report is not None
    text = report.read_text(encoding="utf-8")
    assert str(Path(faults.__file__).parents[1]) not in text
    assert "\ntests/capture/test_faults.py:" in text
    assert faults._within_package(json.__file__).endswith("json/__init__.py")
    assert faults._within_package("/home/anneke/klant/eigen.py") == "eigen.py"
    assert not faults._within_package(json.__file__).startswith("/")


def test_where_no_log_can_be_kept_it_goes_to_a_temporary_place(own_home: Path, tmp_path: Path) -> None:
    (own_home / "state").write_text("a file where the folder should be")
    report = faults.write_report(_fault())
    assert report is not None
    assert not report.is_relative_to(own_home / "state")
    report.unlink()


def test_where_nothing_can_be_written_there_is_no_report(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "bestand"
    blocked.write_text("")
    monkeypatch.setattr(faults, "_log_folder", lambda: blocked)
    monkeypatch.setattr(faults, "_temporary_folder", lambda: blocked)
    assert faults.write_report(_fault()) is None
