"""The words of documents of all kinds."""

import json
import zipfile
from pathlib import Path

import docx
import pytest

from exports.plain import words, words_in

SAID = "Zet het startgat naast de contour"
CUE = "00:01.000 --> 00:02.000"
FLAT = ["zet", "het", "startgat", "naast", "de", "contour"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", SAID),
        ("a.md", "# Zet het **startgat**\n> naast de *contour*"),
        ("a.html", "<p>Zet het start<b>gat</b></p><p>naast&nbsp;de contour</p>"),
        ("a.vtt", f"WEBVTT\n\n1\n{CUE}\nZet het startgat\n\n2\n{CUE}\nnaast de contour"),
        ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nZet het startgat\nnaast de contour\n"),
        ("a.json", json.dumps({"text": SAID, "n": 3})),
        ("a.csv", "Zet;het;startgat;naast;de;contour"),
    ],
)
def test_words_are_found_in_their_order(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = words_in(path) or []
    assert [word for word in found if word not in ("webvtt", "text", "n")] == FLAT


def test_words_of_a_word_file_are_found_in_text_tables_and_comments(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    first = paragraph.add_run("Zet het start")
    paragraph.add_run("gat naast").bold = True
    document.add_comment(first, text="tweede blik")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "de", "contour"
    document.save(str(tmp_path / "a.docx"))
    found = " ".join(words_in(tmp_path / "a.docx") or [])
    assert " ".join(FLAT) in found
    assert "tweede blik" in found


def test_words_of_an_opendocument_file_are_found(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as archive:
        told = "<text:p>Zet het start<text:span>gat</text:span></text:p><text:p>naast</text:p>"
        archive.writestr("content.xml", told)
    assert words_in(tmp_path / "a.odt") == ["zet", "het", "startgat", "naast"]


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "foto"])
def test_what_cannot_be_read_is_told_from_what_holds_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 kapot \0")
    (tmp_path / "leeg.txt").touch()
    assert words_in(tmp_path / name) is None
    assert words_in(tmp_path / "leeg.txt") == []


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_in_any_coding_of_an_office_is_read(tmp_path: Path, coding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Zet het di\u00eblektricum \u00e9\u00e9n keer".encode(coding))
    assert words_in(tmp_path / "a.txt") == ["zet", "het", "dielektricum", "een", "keer"]


def test_broken_json_is_read_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "Zet het startgat",')
    assert words_in(tmp_path / "a.json") == ["text", "zet", "het", "startgat"]


def test_a_document_in_a_document_under_any_name_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", f"<w:p>{SAID}</w:p>")
    with zipfile.ZipFile(tmp_path / "b.docx.bak", "w") as archive:
        archive.write(tmp_path / "a.docx", "word/embeddings/a.docx")
    assert words_in(tmp_path / "b.docx.bak") == FLAT


def test_a_place_to_break_a_word_is_no_end_of_it() -> None:
    assert words("di\u00adelek\u00adtricum") == ["dielektricum"]


def test_words_are_compared_without_case_and_accents() -> None:
    assert words("Diëlektricum, 0,1 mm!") == ["dielektricum", "0", "1", "mm"]
