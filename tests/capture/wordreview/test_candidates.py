"""Which Word files may be what came back."""

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from capture.wordreview.candidates import Whose, candidates
from exports.word.stamp import KIND, stamped
from sessions.programme import Programme
from sessions.sheet import Sheet
from tests.capture.wordreview.came_back import WHEN

SENT = Sheet(1, "k7m2xw9q", WHEN, "Anneke", "exports/nakijken-A1.docx", ())


@pytest.fixture
def downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Downloads"
    folder.mkdir()
    monkeypatch.setattr("capture.wordreview.candidates._downloads", lambda: [folder])
    return folder


def a_file(path: Path, mark: str = "", *, after: float = 0.0) -> Path:
    """A Word file changed so many seconds after the file was sent."""
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f'<w:bookmarkStart w:name="vb_{mark}_f12"/>' if mark else "")
    os.utime(path, (WHEN.timestamp() + after,) * 2)
    return path


def found(programme: Programme) -> list[tuple[str, Whose]]:
    return [(one.path.name, one.whose) for one in candidates(programme, [SENT])]


def test_those_of_this_session_come_first_each_kind_newest_first(
    programme: Programme, downloads: Path
) -> None:
    a_file(downloads / "offerte.docx", after=900)
    a_file(downloads / "oud.docx", SENT.mark, after=100)
    a_file(downloads / "nieuw.docx", SENT.mark, after=200)
    a_file(downloads / "ander.docx", "zzzzzzzz", after=800)
    assert found(programme) == [
        ("nieuw.docx", Whose.THIS_SESSION),
        ("oud.docx", Whose.THIS_SESSION),
        ("ander.docx", Whose.ANOTHER),
        ("offerte.docx", Whose.UNKNOWN),
    ]


def test_another_document_of_ours_is_not_among_them(programme: Programme, downloads: Path) -> None:
    buffer = BytesIO()
    docx.Document().save(buffer)
    for kind in ("draft", "review"):
        (programme.exports / f"{kind}.docx").write_bytes(stamped(buffer.getvalue(), kind, KIND))
    assert found(programme) == [("review.docx", Whose.UNKNOWN)]


def test_the_file_that_was_sent_and_not_touched_is_known(programme: Programme, downloads: Path) -> None:
    a_file(programme.exports / "nakijken-A1.docx", SENT.mark, after=1)
    a_file(downloads / "nakijken-A1 (1).docx", SENT.mark, after=-5)
    assert found(programme) == [
        ("nakijken-A1 (1).docx", Whose.THIS_SESSION),
        ("nakijken-A1.docx", Whose.AS_SENT),
    ]


def test_once_it_was_saved_again_in_its_place_it_may_be_the_one(
    programme: Programme, downloads: Path
) -> None:
    a_file(programme.exports / "nakijken-A1.docx", SENT.mark, after=3600)
    assert found(programme) == [("nakijken-A1.docx", Whose.THIS_SESSION)]
    assert not any(downloads.iterdir())


def test_what_only_looks_like_a_word_file_is_listed_and_breaks_nothing(
    programme: Programme, downloads: Path
) -> None:
    (downloads / "kapot.docx").write_bytes(b"PK\x03\x04 en dan niets")
    (downloads / "leeg.DOCX").write_bytes(b"")
    (downloads / "~$open.docx").write_bytes(b"x")
    (downloads / "map.docx").mkdir()
    (downloads / "brief.pdf").write_bytes(b"x")
    assert sorted(found(programme)) == [("kapot.docx", Whose.UNKNOWN), ("leeg.DOCX", Whose.UNKNOWN)]


def test_without_the_folders_there_are_none(programme: Programme, downloads: Path) -> None:
    downloads.rmdir()
    programme.exports.rmdir()
    assert found(programme) == []
