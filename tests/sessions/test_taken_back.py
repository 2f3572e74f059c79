"""Whose the files are that were taken back."""

from pathlib import Path

from sessions.taken_back import forget_whose, note_whose, whose


def test_it_is_known_until_the_file_is_gone(tmp_path: Path) -> None:
    note_whose(tmp_path, "ab", "A1")
    note_whose(tmp_path, "cd", "B1")
    assert whose(tmp_path) == {"ab": "A1", "cd": "B1"}
    forget_whose(tmp_path, "ab")
    forget_whose(tmp_path, "ef")
    assert whose(tmp_path) == {"cd": "B1"}


def test_where_nothing_can_be_read_nothing_is_known(tmp_path: Path) -> None:
    assert whose(tmp_path) == {}
    (tmp_path / ".taken-back.json").write_text("[1]")
    assert whose(tmp_path) == {}
