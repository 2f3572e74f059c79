"""There is the old document or the whole new one, and never anything beside it."""

import os
from pathlib import Path

import pytest

from exports.saving import Kept, Saved, save
from sessions.errors import DiskFull, ExportError, ReadOnlyProgramme
from tests.disks import read_only


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def anything(_path: Path) -> bool:
    return True


def test_bytes_are_saved_and_missing_folders_made(tmp_path: Path) -> None:
    target = tmp_path / "exports" / "M3" / "concept.docx"
    assert save(b"inhoud", target) == Saved(target)
    assert target.read_bytes() == b"inhoud"
    assert names(target.parent) == ["concept.docx"]


def test_what_may_be_replaced_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "concept.docx"
    target.write_bytes(b"oud")
    assert save(b"nieuw", target, anything) == Saved(target)
    assert target.read_bytes() == b"nieuw"


def test_what_may_not_be_replaced_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "concept.docx"
    target.write_bytes(b"van een mens")
    assert save(b"nieuw", target) == Saved(tmp_path / "concept (2).docx", Kept.NOT_OURS)
    assert save(b"nieuwer", target) == Saved(tmp_path / "concept (3).docx", Kept.NOT_OURS)
    assert target.read_bytes() == b"van een mens"
    assert (tmp_path / "concept (2).docx").read_bytes() == b"nieuw"


def test_beside_it_too_only_what_may_be_replaced_is(tmp_path: Path) -> None:
    target, second = tmp_path / "concept.docx", tmp_path / "concept (2).docx"
    target.write_bytes(b"van een mens")
    second.write_bytes(b"van ons")
    assert save(b"nieuw", target, lambda path: path == second).path == second


@pytest.mark.parametrize("owner", [".~lock.concept.docx#", "~$ncept.docx", "~$concept.docx"])
def test_while_another_program_holds_it_a_second_one_is_saved(tmp_path: Path, owner: str) -> None:
    target = tmp_path / "concept.docx"
    target.write_bytes(b"open in Word")
    (tmp_path / owner).write_text("iemand")
    assert save(b"nieuw", target, anything) == Saved(tmp_path / "concept (2).docx", Kept.OPEN)
    assert save(b"nieuwer", target).path.name == "concept (3).docx"
    assert target.read_bytes() == b"open in Word"
    assert names(tmp_path) == sorted([owner, "concept.docx", "concept (2).docx", "concept (3).docx"])


def test_an_owner_file_without_its_document_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / ".~lock.concept.docx#").write_text("")
    assert save(b"nieuw", tmp_path / "concept.docx").path.name == "concept.docx"


def test_windows_refuses_to_replace_an_open_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "concept.docx"
    target.write_bytes(b"open in Word")
    replace = Path.replace

    def as_on_windows(source: Path, to: Path) -> Path:
        if to == target:
            raise PermissionError(13, "in use")
        return replace(source, to)

    monkeypatch.setattr(Path, "replace", as_on_windows)
    assert save(b"nieuw", target, anything) == Saved(tmp_path / "concept (2).docx", Kept.OPEN)
    assert names(tmp_path) == ["concept (2).docx", "concept.docx"]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        save(b"", tmp_path)


def test_a_full_disk_leaves_the_old_document_and_nothing_else(small_disk: Path) -> None:
    target = small_disk / "concept.docx"
    save(b"oud", target)
    with pytest.raises(DiskFull):
        save(b"x" * 1_000_000, target, anything)
    assert target.read_bytes() == b"oud"
    assert names(small_disk) == ["concept.docx"]


def test_a_disk_that_may_not_be_written(small_disk: Path) -> None:
    with read_only(small_disk), pytest.raises(ReadOnlyProgramme):
        save(b"", small_disk / "concept.docx")


def test_a_place_that_is_a_file_cannot_be_a_folder(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    with pytest.raises(Exception, match="bestand"):
        save(b"", tmp_path / "bestand" / "concept.docx")


def test_what_a_killed_program_left_there_is_taken_away(tmp_path: Path) -> None:
    old, fresh = (tmp_path / f".vakborg-{n * 32}.docx" for n in "ab")
    for path in (old, fresh):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    target = tmp_path / "module M3.docx"
    save(b"heel", target)
    assert sorted(tmp_path.iterdir()) == sorted([fresh, target])


def test_what_a_person_saved_right_before_it_would_be_replaced_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "concept.docx"
    target.write_bytes(b"van ons")

    def saves_now(_path: Path) -> None:
        target.write_bytes(b"van een mens")

    saved = save(b"nieuw", target, lambda path: path.read_bytes() == b"van ons", saves_now)
    assert saved.kept is Kept.NOT_OURS
    assert target.read_bytes() == b"van een mens"


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_comes_up_at_the_same_moment_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def no_links(_path: Path, _to: Path) -> None:
        raise PermissionError(1, "not on this disk")

    if not links:
        monkeypatch.setattr(Path, "hardlink_to", no_links)
    target = tmp_path / "concept.docx"
    assert save(b"van ons", target) == Saved(target)
    target.unlink()

    def comes_up(path: Path) -> None:
        if path == target:
            target.write_bytes(b"van een mens")

    assert save(b"nieuw", target, announce=comes_up).kept is Kept.NOT_OURS
    assert target.read_bytes() == b"van een mens"
    assert names(tmp_path) == ["concept (2).docx", "concept.docx"]
