"""A Word file that comes back becomes blocks of text, with what the file says of itself."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from PIL import Image

from exports.review import marks
from exports.review.model import WordComment
from exports.review.returned import read_returned
from exports.word.stamp import stamped
from tests.exports.review.returning import (
    few_parts,
    packed,
    para,
    relationships,
    run,
    saved,
    texts,
    unpacked,
)


def test_the_stamp_the_date_and_the_hash_are_read() -> None:
    document = docx.Document()
    document.core_properties.modified = datetime(2026, 3, 1, 12, 30)
    data = stamped(saved(document), "k7m2xw9q", marks.STAMP)
    back = read_returned(data, "terug.docx")
    assert back.stamp == "k7m2xw9q"
    assert back.modified == datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
    assert back.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("when", ["", "gisteren", "2026-13-01T00:00:00Z", "0001-01-01T00:00:00+14:00"])
def test_a_date_that_is_none_is_no_reason_to_refuse(when: str) -> None:
    core = f'<c xmlns:t="http://purl.org/dc/terms/"><t:modified>{when}</t:modified></c>'
    parts = unpacked(few_parts(para(run("tekst"))))
    back = read_returned(packed({**parts, "docProps/core.xml": core}), "terug.docx")
    assert (texts(back), back.modified) == (["tekst"], None)


def test_headers_and_footers_are_in_the_margins() -> None:
    document = docx.Document()
    document.add_paragraph("tekst")
    document.sections[0].header.paragraphs[0].text = "Boven"
    document.sections[0].footer.paragraphs[0].text = "Onder"
    back = read_returned(saved(document), "terug.docx")
    assert (texts(back), back.margins) == (["tekst"], ("Boven", "Onder"))


def test_the_text_is_where_the_file_says_it_is() -> None:
    parts = unpacked(few_parts(para(run("tekst") + '<w:r><w:commentReference w:id="0"/></w:r>'), comments=""))
    text = parts.pop("word/document.xml")
    moved: dict[str, str | bytes] = {
        **parts,
        "_rels/.rels": relationships({"/Word/Document2.xml": "officeDocument"}),
        "word/document2.xml": text,
        "word/_rels/document2.xml.rels": parts.pop("word/_rels/document.xml.rels"),
    }
    assert texts(read_returned(packed(moved), "terug.docx")) == ["tekst"]


def test_a_strict_file_is_read_like_any_other() -> None:
    document = docx.Document()
    run_of = document.add_paragraph("De draad ").add_run("brak")
    document.add_comment(run_of, text="Welke?", author="Jan")
    strict = {
        name: _strict(part) for name, part in unpacked(stamped(saved(document), "k7", marks.STAMP)).items()
    }
    assert b"purl.oclc.org" in strict["word/document.xml"]
    back = read_returned(packed(strict), "terug.docx")
    assert texts(back) == ["De draad brak"]
    assert back.blocks[0].comments == (WordComment("Jan", "Welke?", "brak", 9),)
    assert back.stamp == "k7"


def _strict(part: bytes) -> bytes:
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/"
    word = b"http://schemas.openxmlformats.org/wordprocessingml/2006/"
    part = part.replace(office + b"custom-properties", office + b"customProperties")
    part = part.replace(office, b"http://purl.oclc.org/ooxml/officeDocument/")
    return part.replace(word, b"http://purl.oclc.org/ooxml/wordprocessingml/")


def test_pictures_that_somebody_put_in_are_counted(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "gat.png")
    document = docx.Document()
    document.add_picture(str(tmp_path / "gat.png"))
    assert read_returned(saved(document), "terug.docx").pictures == 1
    assert read_returned(saved(docx.Document()), "terug.docx").pictures == 0
