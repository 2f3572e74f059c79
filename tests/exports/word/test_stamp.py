"""The mark by which a Word file is known again."""

import zipfile
from io import BytesIO

import docx
import pytest

from exports.word.stamp import read_stamp, stamped


def plain(text: str = "Tekst") -> bytes:
    document, buffer = docx.Document(), BytesIO()
    document.add_paragraph(text)
    document.save(buffer)
    return buffer.getvalue()


def test_the_mark_is_read_again() -> None:
    assert read_stamp(stamped(plain(), "17 2025-11-24T09:00:00+00:00")) == "17 2025-11-24T09:00:00+00:00"


def test_it_outlives_a_person_who_changes_the_text_and_saves() -> None:
    edited, buffer = docx.Document(BytesIO(stamped(plain(), "17"))), BytesIO()
    edited.add_paragraph("Van mij")
    edited.save(buffer)
    assert read_stamp(buffer.getvalue()) == "17"


def test_a_later_mark_takes_the_place_of_an_earlier_one() -> None:
    twice = stamped(stamped(plain(), "17"), "18")
    assert read_stamp(twice) == "18"
    with zipfile.ZipFile(BytesIO(twice)) as parts:
        assert len(parts.namelist()) == len(set(parts.namelist()))
        assert parts.read("docProps/custom.xml").count(b"<property") == 1


def test_properties_of_a_house_template_stay() -> None:
    with zipfile.ZipFile(BytesIO(stamped(plain(), "x"))) as parts:
        theirs = parts.read("docProps/custom.xml").replace(b"Vakborg export", b"Afdeling")
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(stamped(plain(), "x"))) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, theirs if name == "docProps/custom.xml" else old.read(name))
    marked = stamped(buffer.getvalue(), "17")
    assert read_stamp(marked) == "17"
    with zipfile.ZipFile(BytesIO(marked)) as parts:
        properties = parts.read("docProps/custom.xml")
    assert b'name="Afdeling"' in properties
    assert b'pid="2"' in properties
    assert b'pid="3"' in properties


def test_nothing_else_in_the_document_changes() -> None:
    before = plain()
    with zipfile.ZipFile(BytesIO(before)) as old, zipfile.ZipFile(BytesIO(stamped(before, "17"))) as new:
        same = {n for n in old.namelist() if old.read(n) == new.read(n)}
        assert set(old.namelist()) - same == {"[Content_Types].xml", "_rels/.rels"}
        assert new.testzip() is None


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", plain(), plain()[:200]])
def test_what_has_no_mark_gives_none(data: bytes) -> None:
    assert read_stamp(data) == ""


def test_a_hostile_property_is_no_mark() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("docProps/custom.xml", b"<" * 2_000_000)
    assert read_stamp(buffer.getvalue()) == ""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as new:
        new.writestr(
            "docProps/custom.xml", b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"
        )
    assert read_stamp(buffer.getvalue()) == ""
