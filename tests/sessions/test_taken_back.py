"""Whose the files are that were taken back."""

from pathlib import Path

from sessions.taken_back import Kind, Owner, forget_whose, note_whose, whose


def test_it_is_known_until_the_file_is_gone(tmp_path: Path) -> None:
    note_whose(tmp_path, "ab", "A1", Kind.SOUND)
    note_whose(tmp_path, "cd", "B1", Kind.TEXT)
    assert whose(tmp_path) == {"ab": Owner("A1", Kind.SOUND), "cd": Owner("B1", Kind.TEXT)}
    forget_whose(tmp_path, "ab")
    forget_whose(tmp_path, "ef")
    assert whose(tmp_path) == {"cd": Owner("B1", Kind.TEXT)}


def test_where_nothing_can_be_read_nothing_is_known(tmp_path: Path) -> None:
    assert whose(tmp_path) == {}
    for noted in ("[1]", '{"ab": 1, "cd": {"session": "A1"}, "ef": {"session": "A1", "kind": "film"}}'):
        (tmp_path / ".taken-back.json").write_text(noted)
        assert whose(tmp_path) == {}
