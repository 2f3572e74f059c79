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
    found = words_in(path)
    assert [word for word in found if word not in ("webvtt", "text")] == FLAT


def test_words_of_a_word_file_are_found_in_text_tables_and_comments(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    first = paragraph.add_run("Zet het start")
    paragraph.add_run("gat naast").bold = True
    document.add_comment(first, text="tweede blik")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "de", "contour"
    document.save(str(tmp_path / "a.docx"))
    found = " ".join(words_in(tmp_path / "a.docx"))
    assert " ".join(FLAT) in found
    assert "tweede blik" in found


def test_words_of_an_opendocument_file_are_found(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as archive:
        told = "<text:p>Zet het start<text:span>gat</text:span></text:p><text:p>naast</text:p>"
        archive.writestr("content.xml", told)
    assert words_in(tmp_path / "a.odt") == ["zet", "het", "startgat", "naast"]


@pytest.mark.parametrize("name", ["a.docx", "a.json"])
def test_a_broken_document_has_no_words(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 kapot {")
    assert words_in(tmp_path / name) == []


def test_words_are_compared_without_case_and_accents() -> None:
    assert words("Diëlektricum, 0,1 mm!") == ["dielektricum", "0", "1", "mm"]
