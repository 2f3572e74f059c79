"""Whether everything of a programme is there, and is what it was."""

import hashlib
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sessions.checking import check
from sessions.interview import Attachment, Clip
from sessions.moment import now
from sessions.programme import Programme
from tests.builders import make_programme


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """A sound programme; its text that came as WebVTT has no file."""
    return make_programme(tmp_path / "edm")


def findings(programme: Programme) -> list[str]:
    with programme.store() as store:
        return [finding.what for finding in check(programme, store)]


def clips(programme: Programme) -> list[Clip]:
    with programme.store() as store:
        return store.all(Clip)


def test_a_sound_programme_gives_nothing(programme: Programme) -> None:
    assert findings(programme) == []


def test_a_changed_byte_is_found(programme: Programme) -> None:
    path = programme.folder / clips(programme)[0].path
    path.write_bytes(path.read_bytes()[:-1] + b"\x01")
    assert findings(programme) == [
        f"{clips(programme)[0].path} is not the file that was stored: its checksum differs."
    ]


def test_a_lost_file_is_found(programme: Programme) -> None:
    (programme.folder / clips(programme)[1].path).unlink()
    assert findings(programme) == [f"{clips(programme)[1].path} is gone or cannot be read."]


def test_a_folder_in_the_place_of_a_file_is_found(programme: Programme) -> None:
    path = programme.folder / clips(programme)[1].path
    path.unlink()
    path.mkdir()
    assert findings(programme) == [f"{clips(programme)[1].path} is gone or cannot be read."]


@pytest.mark.parametrize("folder", ["audio", "attachments"])
def test_a_file_that_nobody_knows_is_found(programme: Programme, folder: str) -> None:
    stray = programme.folder / folder / "A1" / "wees.wav"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"RIFF")
    assert findings(programme) == [f"{folder}/A1/wees.wav belongs to nothing in the database."]


def test_a_rest_of_a_broken_import_may_be_deleted(programme: Programme) -> None:
    (programme.folder / "audio" / ".ab12.99.part").write_bytes(b"half")
    with programme.store() as store:
        (finding,) = check(programme, store)
    assert "left over from an import that was broken off" in finding.advice


def test_a_recording_that_is_still_open_is_no_fault(programme: Programme) -> None:
    with programme.store() as store:
        whole = store.all(Clip)[0]
        path = f"{whole.path}-2.wav"
        store.add(replace(whole, path=path, number=9, sha256="", size=0, seconds=0.0, original_name="", id=0))
        (programme.folder / f"{path}.part").write_bytes(b"RIFF, and more is coming")
    assert findings(programme) == []


def test_an_attachment_is_known_and_compared(programme: Programme) -> None:
    path = programme.folder / "attachments" / "foto.jpg"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"krul in de draad")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with programme.store() as store:
        store.add(Attachment(1, "attachments/foto.jpg", digest, 16, "IMG_1.jpg", now()))
    assert findings(programme) == []
    path.write_bytes(b"een andere foto")
    assert findings(programme) == [
        "attachments/foto.jpg is not the file that was stored: its checksum differs."
    ]


def test_a_path_that_leads_outside_is_told_and_not_followed(programme: Programme, tmp_path: Path) -> None:
    secret = tmp_path / "geheim"
    secret.write_bytes(b"x")
    digest = hashlib.sha256(b"x").hexdigest()
    with closing(sqlite3.connect(programme.database, isolation_level=None)) as raw:
        raw.execute("update clip set path = '../geheim', sha256 = ? where id = 1", (digest,))
    told = findings(programme)
    assert "The database points at a file outside the programme: ../geheim." in told


def test_a_row_that_points_at_nothing_is_found(programme: Programme) -> None:
    with closing(sqlite3.connect(programme.database, isolation_level=None)) as raw:
        raw.execute("delete from expert where id = 1")
    assert "A row of session points at something that is gone." in findings(programme)


def test_progress_goes_up_to_the_whole(programme: Programme) -> None:
    shares: list[float] = []
    with programme.store() as store:
        check(programme, store, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_document_that_was_written_half_is_found(programme: Programme) -> None:
    programme.exports.mkdir(exist_ok=True)
    half = programme.exports / f".vakborg-{'a' * 32}.docx"
    for path in (half, programme.exports / f".vakborg-{'b' * 32}.docx", programme.exports / "module M3.docx"):
        path.write_bytes(b"half")
    os.utime(half, (0, 0))
    assert findings(programme) == [
        f"{half.relative_to(programme.folder).as_posix()} is left over from an export that was broken off."
    ]
