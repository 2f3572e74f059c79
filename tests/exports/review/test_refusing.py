"""Another file, or a broken one, is refused with what it is and what to do, and never stops the program."""

import random
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import docx
import pytest

from exports.review import marks
from exports.review.model import Returned
from exports.review.returned import read_returned
from exports.word import unpacking
from exports.word.stamp import stamped
from sessions.errors import ReviewFileError
from tests.exports.review.returning import (
    box,
    few_parts,
    marked,
    packed,
    para,
    read,
    run,
    saved,
    texts,
    unpacked,
    whole,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


OTHERS: Mapping[str, tuple[bytes, str, str]] = {
    "empty": (b"", "empty", "mail"),
    "zeros": (b"\0" * 5000, "empty", "mail"),
    "text": (b"zomaar tekst", "not a Word file", ".docx"),
    "pdf": (b"%PDF-1.7 ...", "PDF", "Word file"),
    "rtf": (b"{\\rtf1\\ansi hallo}", "RTF", ".docx"),
    "html": (b"\xef\xbb\xbf<!DOCTYPE html><html>", "web page", ".docx"),
    "xml": (b"<?xml version='1.0'?><pkg:package/>", "XML", ".docx"),
    "google": (b'{"doc_id":"1a","email":"a@b.nl"}', "Google Docs", "File > Download > Microsoft Word"),
    "old": (OLE + b"\0" * 600, "old .doc", ".docx"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "password", "remove the password"),
    "odt": (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument", ".docx"),
    "pages": (packed({"Index/Document.iwa": "x"}), "Pages", "File > Export To > Word"),
    "excel": (packed({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "Excel", "Word file"),
    "slides": (packed({"ppt/presentation.xml": "<x/>"}), "presentation", "Word file"),
    "zipped": (packed({"map/nakijken.docx": "x"}), "zip", "Unpack"),
    "zip": (packed({"foto.jpg": "x"}), "not a Word file", ".docx"),
    "no text": (packed({"word/styles.xml": "<x/>"}), "damaged", "Word"),
    "truncated": (few_parts(para(run("tekst")))[:900], "not complete", "mail"),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_another_file_is_refused_with_what_it_is_and_what_to_do(kind: str) -> None:
    data, reason, advice = OTHERS[kind]
    with pytest.raises(ReviewFileError) as caught:
        read_returned(data, "nakijken.docx")
    assert "nakijken.docx" in caught.value.message
    assert reason in caught.value.message
    assert advice in caught.value.advice


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/comments.xml", "[Content_Types].xml", "_rels/.rels"]
)
@pytest.mark.parametrize("content", [b"", b"<w:document", b"<a/>", b"\xff\xfe\x00"])
def test_a_broken_part_is_refused_or_read(part: str, content: bytes) -> None:
    parts = {**unpacked(few_parts(para(run("tekst")), comments="")), part: content}
    with suppress(ReviewFileError):
        assert texts(read_returned(packed(parts), "terug.docx")) == ["tekst"]


def test_a_part_that_the_file_says_it_has_must_be_there() -> None:
    parts = unpacked(few_parts(para(run("tekst")), comments=""))
    del parts["word/comments.xml"]
    with pytest.raises(ReviewFileError, match="damaged"):
        read_returned(packed(parts), "terug.docx")


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim")
    for entity in (f'<!ENTITY e SYSTEM "{secret.as_uri()}">', '<!ENTITY e "groot">'):
        parts = unpacked(few_parts(para(run("&e;")).replace("&e;", "EEN")))
        text = parts["word/document.xml"].replace(b"EEN", b"&e;")
        parts["word/document.xml"] = f"<!DOCTYPE w:document [{entity}]>".encode() + text
        with pytest.raises(ReviewFileError, match="damaged"):
            read_returned(packed(parts), "terug.docx")


def test_nesting_without_end_is_refused() -> None:
    deep = "<w:ins>" * 3000 + run("diep") + "</w:ins>" * 3000
    with pytest.raises(ReviewFileError, match="damaged"):
        read(para(deep))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "LARGEST_TEXT", 1_000_000)
    parts = unpacked(few_parts(para(run("tekst"))))
    with pytest.raises(ReviewFileError, match="far more"):
        read_returned(packed({**parts, "word/extra.xml": b" " * 2_000_000}), "terug.docx")


def test_a_part_that_is_larger_than_it_says_is_refused() -> None:
    data = few_parts(para(run("tekst" * 1000)))
    size = len(unpacked(data)["word/document.xml"]).to_bytes(4, "little")
    assert data.count(size) == 2
    with pytest.raises(ReviewFileError, match="damaged"):
        read_returned(data.replace(size, (100).to_bytes(4, "little")), "terug.docx")


def test_a_part_that_is_packed_in_another_way_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in unpacked(few_parts(para(run("tekst")))).items():
            archive.writestr(name, content)
    with pytest.raises(ReviewFileError, match="damaged"):
        read_returned(buffer.getvalue(), "terug.docx")


def test_bytes_that_changed_or_are_missing_are_refused_or_read() -> None:
    document = docx.Document()
    document.add_comment(document.add_paragraph("De draad ").add_run("brak"), text="Welke?")
    data = stamped(saved(document), "k7", marks.STAMP)
    chance = random.Random(6)
    outcomes = set()
    for at in chance.sample(range(len(data)), 150):
        flipped = data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
        outcomes |= {_outcome(flipped), _outcome(data[:at])}
    assert outcomes == {Returned, ReviewFileError}


def _outcome(data: bytes) -> type:
    try:
        return type(read_returned(data, "terug.docx"))
    except ReviewFileError as error:
        return type(error)


def test_xml_that_changed_is_refused_or_read() -> None:
    """Without the sum of the zip file in the way."""
    parts = unpacked(whole(para(marked("vb_k_f1", run("een ") + box(para(run("doos"))))) + para(run("twee"))))
    text = parts["word/document.xml"]
    chance = random.Random(6)
    outcomes = set()
    for _ in range(150):
        at, other = chance.randrange(len(text)), chance.randrange(256)
        changed = text[:at] + bytes([other]) + text[at + 1 :]
        outcomes.add(_outcome(packed({**parts, "word/document.xml": changed})))
    assert outcomes == {Returned, ReviewFileError}
