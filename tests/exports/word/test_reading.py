"""Somebody else's Word file becomes plain lines, or a reason why not."""

import zipfile
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from exports.word import unpacking
from exports.word.reading import paragraphs
from sessions.errors import CaptionsError

PARTS = ["word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/styles.xml"]


def test_paragraphs_and_table_cells_come_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Anna de Wit   0:03\nDe draad brak.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "0:05", "Bert\tJansen"
    document.add_paragraph("")
    document.add_paragraph("Slot.")
    document.save(str(tmp_path / "overleg.docx"))
    lines = ["Anna de Wit   0:03", "De draad brak.", "0:05", "Bert\tJansen", "Slot."]
    assert paragraphs(tmp_path / "overleg.docx") == lines


def test_merged_cells_are_read_once(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "samen"
    document.save(str(tmp_path / "overleg.docx"))
    assert paragraphs(tmp_path / "overleg.docx") == ["samen"]


def test_links_and_inserted_text_are_read_and_deleted_text_is_not(tmp_path: Path) -> None:
    document = docx.Document()
    runs = (
        "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>"
        '<w:ins w:id="1" w:author="x"><w:r><w:t xml:space="preserve"> erbij</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="x"><w:r><w:delText>weg</w:delText></w:r></w:del>'
    )
    content = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p>{runs}</w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(content))
    document.save(str(tmp_path / "overleg.docx"))
    assert paragraphs(tmp_path / "overleg.docx") == ["link erbij"]


@pytest.mark.parametrize(
    "content", [b"", b"geen zip", b"PK\x03\x04half", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1oud"]
)
def test_other_files_are_refused_with_advice(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "overleg.docx"
    file.write_bytes(content)
    with pytest.raises(CaptionsError) as caught:
        paragraphs(file)
    assert "overleg.docx" in caught.value.message
    assert "Word" in caught.value.advice


def test_a_file_that_is_not_there_or_is_a_folder_is_refused(tmp_path: Path) -> None:
    for file in (tmp_path / "nergens.docx", tmp_path):
        with pytest.raises(CaptionsError):
            paragraphs(file)


def test_a_zip_that_is_not_a_word_file_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "overleg.docx", "w") as archive:
        archive.writestr("iets.txt", "iets")
    with pytest.raises(CaptionsError):
        paragraphs(tmp_path / "overleg.docx")


@pytest.mark.parametrize("broken", PARTS)
@pytest.mark.parametrize("content", [b"", b"<w:document", b"<a/>"])
def test_a_broken_part_is_refused_or_read(tmp_path: Path, broken: str, content: bytes) -> None:
    whole, file = tmp_path / "heel.docx", tmp_path / "stuk.docx"
    docx.Document().save(str(whole))
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            target.writestr(name, content if name == broken else source.read(name))
    with suppress(CaptionsError):
        assert paragraphs(file) == []


def test_bits_that_flipped_are_refused_or_read(tmp_path: Path) -> None:
    file = tmp_path / "stuk.docx"
    docx.Document().save(str(file))
    data = file.read_bytes()
    for at in range(0, len(data), len(data) // 150):
        file.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        with suppress(CaptionsError):
            assert paragraphs(file) == []


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "LARGEST_TEXT", 1_000_000)
    file = tmp_path / "bom.docx"
    docx.Document().save(str(file))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/extra.xml", b" " * 2_000_000)
    with pytest.raises(CaptionsError, match=r"bom\.docx"):
        paragraphs(file)


def test_control_characters_do_not_come_through(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("links\u202erechts")
    document.save(str(tmp_path / "overleg.docx"))
    assert paragraphs(tmp_path / "overleg.docx") == ["linksrechts"]
