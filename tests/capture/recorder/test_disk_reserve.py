import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from capture.recorder.disk_reserve import DiskReserve, is_full
from tests.disks import fill


def test_room_is_really_put_aside_and_comes_back(disk_of: Callable[[str], Path]) -> None:
    disk = disk_of("1M")
    reserve = DiskReserve(disk)
    reserve.keep()
    fill(disk)
    assert os.statvfs(disk).f_bavail == 0
    assert reserve.release()
    assert os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize >= 90_000


def test_a_large_disk_gives_four_megabytes(tmp_path: Path) -> None:
    DiskReserve(tmp_path).keep()
    assert (tmp_path / ".reserve").stat().st_size == 4 * 2**20


def test_what_is_kept_already_is_not_written_again(tmp_path: Path) -> None:
    reserve = DiskReserve(tmp_path)
    reserve.keep()
    before = (tmp_path / ".reserve").stat()
    reserve.keep()
    assert (tmp_path / ".reserve").stat() == before


def test_without_a_reserve_there_is_nothing_to_release(tmp_path: Path) -> None:
    assert not DiskReserve(tmp_path).release()


def test_a_folder_that_is_gone_gives_no_reserve_and_no_failure(tmp_path: Path) -> None:
    reserve = DiskReserve(tmp_path / "weg")
    reserve.keep()
    assert not reserve.release()


@pytest.mark.parametrize(("code", "full"), [(errno.ENOSPC, True), (errno.EDQUOT, True), (errno.EIO, False)])
def test_a_full_disk_is_told_from_a_broken_one(code: int, full: bool) -> None:
    assert is_full(OSError(code, "")) is full
