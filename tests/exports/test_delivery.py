"""What a person changed is never replaced, and a programme's own files are no place for documents."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from exports.delivery import deliver
from exports.saving import Kept, Saved
from exports.written import Written
from sessions.errors import ExportError
from sessions.programme import Programme, create_programme


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    return create_programme(tmp_path / "leerpad")


def test_its_own_document_is_replaced(programme: Programme) -> None:
    target = programme.exports / "module M3.docx"
    assert deliver(programme, b"een", target) == deliver(programme, b"twee", target) == Saved(target)
    assert target.read_bytes() == b"twee"


def test_a_document_that_somebody_edited_is_kept(programme: Programme) -> None:
    target, beside = programme.exports / "module M3.docx", programme.exports / "module M3 (2).docx"
    deliver(programme, b"een", target)
    target.write_bytes(b"bewerkt in Word")
    assert deliver(programme, b"twee", target) == Saved(beside, Kept.NOT_OURS)
    assert deliver(programme, b"drie", target) == Saved(beside, Kept.NOT_OURS)
    assert (target.read_bytes(), beside.read_bytes()) == (b"bewerkt in Word", b"drie")
    beside.write_bytes(b"ook bewerkt")
    assert deliver(programme, b"vier", target).path.name == "module M3 (3).docx"


def test_to_overwrite_it_a_person_says_so(programme: Programme) -> None:
    target, beside = programme.exports / "module M3.docx", programme.exports / "module M3 (2).docx"
    target.write_bytes(b"bewerkt")
    beside.write_bytes(b"ook bewerkt")
    assert deliver(programme, b"nieuw", target, overwrite=True) == Saved(target)
    (programme.exports / "~$dule M3.docx").write_bytes(b"open")
    assert deliver(programme, b"nieuwer", target, overwrite=True).path.name == "module M3 (3).docx"
    assert beside.read_bytes() == b"ook bewerkt"


def test_elsewhere_nothing_is_ever_overwritten_unasked(programme: Programme, tmp_path: Path) -> None:
    target = tmp_path / "uit.docx"
    assert deliver(programme, b"een", target) == Saved(target)
    assert deliver(programme, b"twee", target) == Saved(tmp_path / "uit (2).docx", Kept.NOT_OURS)
    assert deliver(programme, b"drie", target, overwrite=True) == Saved(target)
    assert target.read_bytes() == b"drie"


@pytest.mark.parametrize("memory", [b"", b"[1]", b"{", b"\xff"])
def test_a_damaged_memory_replaces_nothing(programme: Programme, memory: bytes) -> None:
    target = programme.exports / "module M3.docx"
    deliver(programme, b"een", target)
    (programme.exports / ".written.json").write_bytes(memory)
    assert deliver(programme, b"twee", target).kept is Kept.NOT_OURS
    assert deliver(programme, b"drie", target).path.name == "module M3 (2).docx"


def test_a_programme_that_was_moved_still_knows_its_documents(programme: Programme, tmp_path: Path) -> None:
    deliver(programme, b"een", programme.exports / "module M3.docx")
    moved = Programme(Path(shutil.move(programme.folder, tmp_path / "elders")))
    assert deliver(moved, b"twee", moved.exports / "module M3.docx").kept is None


@pytest.mark.parametrize(
    "name",
    [
        "vakborg.db",
        "VAKBORG.DB",
        "vakborg.db-wal",
        "vakborg.db-shm",
        ".worker.lock",
        "exports/../vakborg.db",
        "exports/.written.json",
        ".exports.lock",
        "audio/A1/01.wav",
        "audio/nieuw.docx",
        "attachments/nieuw.docx",
    ],
)
@pytest.mark.parametrize("overwrite", [False, True])
def test_the_programmes_own_files_are_refused(programme: Programme, name: str, overwrite: bool) -> None:
    before = programme.database.read_bytes()
    with pytest.raises(ExportError, match="own"):
        deliver(programme, b"x", programme.folder / name, overwrite=overwrite)
    assert programme.database.read_bytes() == before
    assert not list((programme.folder / "audio").iterdir())


def test_a_link_to_the_database_is_refused_too(programme: Programme, tmp_path: Path) -> None:
    link = tmp_path / "uit.docx"
    link.symlink_to(programme.database)
    with pytest.raises(ExportError):
        deliver(programme, b"x", link, overwrite=True)


def test_the_folder_of_the_programme_itself_will_do(programme: Programme) -> None:
    assert deliver(programme, b"x", programme.folder / "uit.docx").kept is None


def test_many_at_once_lose_no_note_of_what_is_ours(programme: Programme) -> None:
    targets = [programme.exports / f"module M{n}.docx" for n in range(12)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda target: deliver(programme, b"een", target), targets))
    assert all(deliver(programme, b"twee", target) == Saved(target) for target in targets)


@pytest.mark.parametrize("moved", [True, False])
def test_wherever_the_program_is_ended_the_document_is_ours(programme: Programme, moved: bool) -> None:
    target = programme.exports / "module M3.docx"
    deliver(programme, b"een", target)
    Written(programme.exports).announce(target, b"twee")
    if moved:
        target.write_bytes(b"twee")
    assert deliver(programme, b"drie", target) == Saved(target)
