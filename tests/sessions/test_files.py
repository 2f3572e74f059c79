"""Files that are there whole or not at all."""

import os
from pathlib import Path

import pytest

from sessions.files import left_behind, sweep, write_whole, written_beside
from tests.disks import read_only


def test_what_was_there_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "instellingen.json"
    target.write_text("oud")
    write_whole(target, b"nieuw")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("instellingen.json", b"nieuw")]


def test_what_nobody_moved_is_gone(tmp_path: Path) -> None:
    with written_beside(tmp_path / "a.docx", b"inhoud") as beside:
        assert beside.read_bytes() == b"inhoud"
        assert beside.suffix == ".docx"
    assert list(tmp_path.iterdir()) == []


def test_on_a_full_disk_the_old_one_stays(small_disk: Path) -> None:
    target = small_disk / "a"
    target.write_bytes(b"oud")
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"x" * 1_000_000)
    assert [(p.name, p.read_bytes()) for p in small_disk.iterdir()] == [("a", b"oud")]


def test_on_a_read_only_disk_the_real_error_is_told(small_disk: Path) -> None:
    with read_only(small_disk), pytest.raises(OSError, match="Read-only"):
        write_whole(small_disk / "a", b"")


def test_only_what_was_left_behind_long_ago_is_swept(tmp_path: Path) -> None:
    old, fresh = (tmp_path / f".vakborg-{n * 32}.docx" for n in "ab")
    others = [tmp_path / name for name in (".vakborg-mine.docx", "module M3.docx", ".~lock.module M3.docx#")]
    for path in (old, fresh, *others):
        path.write_bytes(b"half")
    for path in (old, *others):
        os.utime(path, (0, 0))
    assert left_behind(tmp_path) == [old]
    assert left_behind(tmp_path, -60) == [old, fresh]
    sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([fresh, *others])
    sweep(tmp_path / "nergens")


def test_what_is_being_written_has_a_name_that_is_known_again(tmp_path: Path) -> None:
    for name in ("module M3.docx", ".written.json", "instellingen"):
        with written_beside(tmp_path / name, b"x") as beside:
            assert left_behind(tmp_path, -60) == [beside]
