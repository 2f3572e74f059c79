"""A house template that a person gives."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from exports.labels import Labels
from exports.templates import read_template
from exports.word import house_template
from exports.word.page import new_document
from exports.word.stamp import KIND, NAME, stamped
from exports.word.template import export_template
from sessions.errors import ExportError
from tests.exports.word.writing import ABOUT


@pytest.mark.parametrize("name", ["huis.docx", "HUIS.DOTX"])
def test_a_word_file_is_read_as_it_is(tmp_path: Path, name: str) -> None:
    buffer = BytesIO()
    docx.Document().save(buffer)
    (tmp_path / name).write_bytes(buffer.getvalue())
    assert read_template(tmp_path / name) == buffer.getvalue()


def test_the_text_of_a_word_file_may_have_another_name(tmp_path: Path) -> None:
    path, renamed = tmp_path / "huis.docx", tmp_path / "ander.docx"
    docx.Document().save(str(path))
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(renamed, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(b"word/document.xml", b"word/document2.xml")
            new.writestr(name.replace("document.xml", "document2.xml"), content)
    assert read_template(renamed) == renamed.read_bytes()
    assert new_document(ABOUT, Labels("nl"), read_template(renamed)).document.paragraphs == []


def test_an_office_file_without_its_text_is_refused(tmp_path: Path) -> None:
    path, hollow = tmp_path / "huis.docx", tmp_path / "hol.docx"
    docx.Document().save(str(path))
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(hollow, "w") as new:
        for name in old.namelist():
            if name != "word/document.xml":
                new.writestr(name, old.read(name))
    with pytest.raises(ExportError, match=r"hol\.docx"):
        read_template(hollow)


def test_one_limit_holds_for_the_size_of_a_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docx.Document().save(str(tmp_path / "huis.docx"))
    monkeypatch.setattr(house_template, "LARGEST", 1000)
    with pytest.raises(ExportError, match="large"):
        read_template(tmp_path / "huis.docx")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 stuk", b"\xd0\xcf\x11\xe0 een wachtwoord"])
def test_what_is_no_word_file_is_refused_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "huis.dotx"
    path.write_bytes(content)
    with pytest.raises(ExportError, match=r"huis\.dotx") as refused:
        read_template(path)
    assert "--template" in refused.value.advice


def test_a_file_that_is_not_there_or_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        read_template(tmp_path / "weg.dotx")
    with pytest.raises(ExportError) as refused:
        read_template(tmp_path / "huis.doc")
    assert ".dotx" in refused.value.advice
    (tmp_path / "map.docx").mkdir()
    with pytest.raises(ExportError):
        read_template(tmp_path / "map.docx")


def own(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "van ons.docx"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", [KIND, NAME])
def test_a_document_of_ours_is_no_template_also_where_it_was_saved_since(tmp_path: Path, name: str) -> None:
    buffer, again = BytesIO(), BytesIO()
    docx.Document().save(buffer)
    docx.Document(BytesIO(stamped(buffer.getvalue(), "draft", name))).save(again)
    with pytest.raises(ExportError, match=r"van ons\.docx") as refused:
        read_template(own(tmp_path, again.getvalue()))
    assert "vakborg export template" in refused.value.advice


def test_our_own_template_is_one(tmp_path: Path) -> None:
    data = export_template(Labels("nl"))
    assert read_template(own(tmp_path, data)) == data
