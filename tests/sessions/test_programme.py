"""The folder of a programme: made, opened, and never left half made."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sessions.errors import (
    AlreadyThere,
    DamagedProgramme,
    DiskFull,
    NotAProgramme,
    ProgrammeError,
    ReadOnlyProgramme,
)
from sessions.programme import FOLDERS, Programme, create_programme, open_programme
from sessions.store import people
from tests.builders import make_programme
from tests.disks import fill, read_only


def test_a_new_programme_has_its_folders_and_an_empty_database(tmp_path: Path) -> None:
    programme = create_programme(tmp_path / "edm")
    assert sorted(p.name for p in programme.folder.iterdir()) == sorted([*FOLDERS, "vakborg.db"])
    assert programme.name == "edm"
    assert programme.exports == tmp_path / "edm" / "exports"


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    create_programme(tmp_path)
    assert open_programme(tmp_path) == Programme(tmp_path)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("lief")
    with pytest.raises(AlreadyThere, match="not empty"):
        create_programme(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["brief.txt"]


def test_a_file_is_no_folder_for_a_programme(tmp_path: Path) -> None:
    (tmp_path / "edm").write_text("")
    with pytest.raises(AlreadyThere):
        create_programme(tmp_path / "edm")


@pytest.mark.parametrize("name", ["", "nergens", "nergens/dieper", "~niemand-met-deze-naam", "x" * 300])
def test_a_folder_without_a_database_is_no_programme(tmp_path: Path, name: str) -> None:
    with pytest.raises(ProgrammeError) as caught:
        open_programme(tmp_path / name if name[:1] != "~" else Path(name))
    assert isinstance(caught.value, NotAProgramme) or len(name) > 255


def test_the_database_of_an_opened_programme_is_never_made_anew(tmp_path: Path) -> None:
    programme = make_programme(tmp_path / "edm")
    programme.database.unlink()
    with pytest.raises(NotAProgramme):
        programme.store()
    assert not programme.database.exists()


def test_an_emptied_database_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    programme = make_programme(tmp_path / "edm")
    programme.database.write_bytes(b"")
    with pytest.raises(DamagedProgramme):
        programme.store()
    assert programme.database.read_bytes() == b""


@pytest.mark.parametrize(
    "stored",
    ["../../etc/passwd", "audio/../../x", "/etc/passwd", "audio/../../edm-andere/x"],
)
def test_a_stored_path_that_leads_outside_is_refused(tmp_path: Path, stored: str) -> None:
    with pytest.raises(DamagedProgramme, match="outside the programme"):
        create_programme(tmp_path / "edm").file(stored)


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    programme = create_programme(tmp_path / "edm")
    (programme.folder / "audio" / "weg").symlink_to(tmp_path)
    with pytest.raises(DamagedProgramme, match="outside the programme"):
        programme.file("audio/weg/x.wav")


def test_a_stored_path_inside_is_found(tmp_path: Path) -> None:
    programme = create_programme(tmp_path / "edm")
    assert programme.file("audio/A1/x.wav") == programme.folder / "audio" / "A1" / "x.wav"


@pytest.mark.parametrize("size", ["16k", "64k", "200k"])
def test_on_a_full_disk_no_half_programme_is_left(disk_of: Callable[[str], Path], size: str) -> None:
    place = disk_of(size)
    with pytest.raises(DiskFull):
        create_programme(place / "edm")
    assert list(place.iterdir()) == []


def test_an_empty_folder_on_a_full_disk_stays_and_stays_empty(small_disk: Path) -> None:
    (small_disk / "edm").mkdir()
    with pytest.raises(DiskFull):
        create_programme(small_disk / "edm")
    assert list((small_disk / "edm").iterdir()) == []


def test_on_a_read_only_disk_nothing_is_made(small_disk: Path) -> None:
    with read_only(small_disk), pytest.raises(ReadOnlyProgramme):
        create_programme(small_disk / "edm")
    assert list(small_disk.iterdir()) == []


def test_a_programme_on_a_read_only_disk_is_refused(disk_of: Callable[[str], Path]) -> None:
    programme = create_programme(disk_of("1m") / "edm")
    before = programme.database.read_bytes()
    with read_only(programme.folder.parent), pytest.raises(ReadOnlyProgramme):
        programme.store()
    assert programme.database.read_bytes() == before


def test_a_programme_on_a_full_disk_says_so_and_opens_again_when_there_is_room(
    disk_of: Callable[[str], Path],
) -> None:
    programme = create_programme(disk_of("1m") / "edm")
    with programme.store() as store:
        people.company_named(store, "Vonkwerk")
    filler = fill(programme.folder.parent)
    with pytest.raises(DiskFull):
        programme.store()
    filler.unlink()
    with programme.store() as store:
        assert people.company_named(store, "Vonkwerk").id == 1
