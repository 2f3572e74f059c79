"""Copying a brought file: byte for byte, whole or not at all."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from sessions.errors import DamagedProgramme, DiskFull, ReadOnlyProgramme, RecordingError
from sessions.programme import Programme, create_programme
from tests.disks import fill, read_only
from transcripts.copying import copied, fingerprint, free_name

CONTENT = bytes(range(256)) * 10_000
SHA = hashlib.sha256(CONTENT).hexdigest()
TARGET = "audio/A1/01-M2-V2-1.wav"


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """An empty programme."""
    return create_programme(tmp_path / "edm")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file of a few megabytes."""
    path = tmp_path / "opname.wav"
    path.write_bytes(CONTENT)
    return path


def files(programme: Programme) -> list[str]:
    """All files in the programme but the database."""
    found = (p.relative_to(programme.folder).as_posix() for p in programme.folder.rglob("*") if p.is_file())
    return sorted(name for name in found if not name.startswith("vakborg.db"))


def test_a_file_is_known_by_its_content(source: Path) -> None:
    assert fingerprint(source) == SHA


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match=r"weg\.wav is not there"):
        fingerprint(tmp_path / "weg.wav")
    with pytest.raises(RecordingError, match="is a folder"):
        fingerprint(tmp_path)


def test_a_placed_copy_is_the_same_byte_for_byte(programme: Programme, source: Path) -> None:
    with copied(programme, source, SHA, "audio") as copy:
        copy.place(TARGET)
    assert (programme.folder / TARGET).read_bytes() == CONTENT
    assert files(programme) == [TARGET]


def test_until_it_is_placed_it_has_a_name_that_check_explains(programme: Programme, source: Path) -> None:
    with copied(programme, source, SHA, "audio"):
        (name,) = files(programme)
        assert name.endswith(".part")
    assert files(programme) == []


@pytest.mark.parametrize("placed", [False, True])
def test_if_what_follows_fails_nothing_is_left(programme: Programme, source: Path, placed: bool) -> None:
    with pytest.raises(RuntimeError), copied(programme, source, SHA, "audio") as copy:
        if placed:
            copy.place(TARGET)
        raise RuntimeError
    assert files(programme) == []
    assert source.read_bytes() == CONTENT


def test_a_file_that_changed_since_it_was_looked_at_is_refused(programme: Programme, source: Path) -> None:
    changed = pytest.raises(RecordingError, match="changed while it was being copied")
    with changed, copied(programme, source, "0" * 64, "audio"):
        pytest.fail("a changed file got through")
    assert files(programme) == []


def test_a_file_left_by_a_broken_import_is_used_and_survives_a_failure(
    programme: Programme, source: Path
) -> None:
    left = programme.folder / TARGET
    left.parent.mkdir()
    left.write_bytes(CONTENT)
    with pytest.raises(RuntimeError), copied(programme, left, SHA, "audio") as copy:
        copy.place(TARGET)
        raise RuntimeError
    assert left.read_bytes() == CONTENT
    with copied(programme, left, SHA, "audio") as copy:
        copy.place(TARGET)
    assert files(programme) == [TARGET]


def test_another_file_of_that_name_is_never_overwritten(programme: Programme) -> None:
    assert free_name(programme, "audio/A1", "01-M2-V2-1", ".wav", SHA) == TARGET
    other = programme.folder / TARGET
    other.parent.mkdir()
    other.write_bytes(b"een andere opname")
    name = free_name(programme, "audio/A1", "01-M2-V2-1", ".wav", SHA)
    assert name == f"audio/A1/01-M2-V2-1-{SHA[:16]}.wav"
    other.write_bytes(CONTENT)
    assert free_name(programme, "audio/A1", "01-M2-V2-1", ".wav", SHA) == TARGET


def test_a_place_outside_the_programme_is_refused(programme: Programme, source: Path) -> None:
    with pytest.raises(DamagedProgramme), copied(programme, source, SHA, "audio") as copy:
        copy.place("../weg.wav")
    assert files(programme) == []


def test_on_a_full_disk_nothing_is_left(disk_of: Callable[[str], Path], source: Path) -> None:
    programme = create_programme(disk_of("2m") / "edm")
    with pytest.raises(DiskFull), copied(programme, source, SHA, "audio"):
        pytest.fail("it fitted")
    assert files(programme) == []


def test_on_a_disk_without_room_for_a_name_nothing_is_left(
    disk_of: Callable[[str], Path], source: Path
) -> None:
    programme = create_programme(disk_of("1m") / "edm")
    fill(programme.folder.parent)
    with pytest.raises(DiskFull), copied(programme, source, SHA, "audio"):
        pytest.fail("it fitted")
    assert files(programme) == []


def test_on_a_read_only_disk_that_is_told(disk_of: Callable[[str], Path], source: Path) -> None:
    programme = create_programme(disk_of("1m") / "edm")
    with (
        read_only(programme.folder.parent),
        pytest.raises(ReadOnlyProgramme),
        copied(programme, source, SHA, "audio"),
    ):
        pytest.fail("it was written")
