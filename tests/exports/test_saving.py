"""There is the old document or the whole new one, and never anything beside it."""

from pathlib import Path

import pytest

from exports.saving import save
from sessions.errors import DiskFull, ExportError, ReadOnlyProgramme
from tests.disks import read_only


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_bytes_are_saved_and_missing_folders_made(tmp_path: Path) -> None:
    target = tmp_path / "exports" / "M3" / "concept.docx"
    assert save(b"inhoud", target) == target
    assert target.read_bytes() == b"inhoud"
    assert names(target.parent) == ["concept.docx"]


def test_a_function_writes_to_the_path_it_is_given(tmp_path: Path) -> None:
    def write(path: Path) -> None:
        assert path.suffix == ".md"
        path.write_text("tekst", encoding="utf-8")

    assert save(write, tmp_path / "concept.md").read_text(encoding="utf-8") == "tekst"


def test_the_old_document_stays_when_writing_fails(tmp_path: Path) -> None:
    def broken(path: Path) -> None:
        path.write_bytes(b"half")
        raise ValueError("midden in het schrijven")

    target = tmp_path / "concept.docx"
    target.write_bytes(b"oud")
    with pytest.raises(ValueError, match="midden"):
        save(broken, target)
    assert target.read_bytes() == b"oud"
    assert names(tmp_path) == ["concept.docx"]


@pytest.mark.parametrize("owner", [".~lock.concept.docx#", "~$ncept.docx", "~$concept.docx"])
def test_while_another_program_holds_it_a_second_one_is_saved(tmp_path: Path, owner: str) -> None:
    target = tmp_path / "concept.docx"
    target.write_bytes(b"open in Word")
    (tmp_path / owner).write_text("iemand")
    assert save(b"nieuw", target).name == "concept (2).docx"
    assert save(b"nieuwer", target).name == "concept (3).docx"
    assert target.read_bytes() == b"open in Word"
    assert names(tmp_path) == sorted([owner, "concept.docx", "concept (2).docx", "concept (3).docx"])


def test_an_owner_file_without_its_document_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / ".~lock.concept.docx#").write_text("")
    assert save(b"nieuw", tmp_path / "concept.docx").name == "concept.docx"


def test_windows_refuses_to_replace_an_open_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "concept.docx"
    target.write_bytes(b"open in Word")
    replace = Path.replace

    def as_on_windows(source: Path, to: Path) -> Path:
        if to == target:
            raise PermissionError(13, "in use")
        return replace(source, to)

    monkeypatch.setattr(Path, "replace", as_on_windows)
    assert save(b"nieuw", target) == tmp_path / "concept (2).docx"
    assert names(tmp_path) == ["concept (2).docx", "concept.docx"]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        save(b"", tmp_path)


def test_a_full_disk_leaves_the_old_document_and_nothing_else(small_disk: Path) -> None:
    target = small_disk / "concept.docx"
    save(b"oud", target)
    with pytest.raises(DiskFull):
        save(b"x" * 1_000_000, target)
    assert target.read_bytes() == b"oud"
    assert names(small_disk) == ["concept.docx"]


def test_a_full_disk_while_a_function_writes(small_disk: Path) -> None:
    def write(path: Path) -> None:
        path.write_bytes(b"x" * 1_000_000)

    with pytest.raises(DiskFull):
        save(write, small_disk / "concept.docx")
    assert names(small_disk) == []


def test_a_disk_that_may_not_be_written(small_disk: Path) -> None:
    with read_only(small_disk), pytest.raises(ReadOnlyProgramme):
        save(b"", small_disk / "concept.docx")


def test_a_place_that_is_a_file_cannot_be_a_folder(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    with pytest.raises(Exception, match="bestand"):
        save(b"", tmp_path / "bestand" / "concept.docx")
