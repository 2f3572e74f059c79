"""A team's own template: used as it is, or refused with what to do about it."""

import zipfile
from contextlib import suppress
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from exports.labels import Labels
from exports.word import house_template
from exports.word.page import new_document
from exports.word.styles import BODY, NOTE, SOURCE, STYLES, TITLE
from sessions.errors import ExportError
from tests.exports.word.houses import LINE, added, as_template, changed, content, house, own_section
from tests.exports.word.schema import misplaced
from tests.exports.word.writing import ABOUT, written

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NL = Labels("nl")


def test_header_footer_fonts_margins_and_cover_are_those_of_the_template() -> None:
    document = written(lambda body: body.line(BODY, "tekst"), house()).document
    section = document.sections[0]
    assert LINE in section.header.paragraphs[0].text
    assert section.header.paragraphs[0]._p.xpath(".//pic:pic")
    assert section.footer.paragraphs[0].text == "Draadvonken · versie 3 · Leerpad"
    assert section.left_margin is not None
    assert round(section.left_margin.cm) == 4
    assert document.styles["Normal"].font.name == "Liberation Serif"
    assert [p.text for p in document.paragraphs][:2] == [
        "Draadvonken",
        "Concept van module M3, 24 november 2025",
    ]


def test_the_properties_of_the_document_are_its_own() -> None:
    core = written(lambda body: body.line(BODY, "tekst"), house()).document.core_properties
    assert (core.title, core.subject, core.version) == ("Draadvonken", "Concept van module M3", "3")
    assert core.language == "nl-NL"


def test_the_properties_that_libreoffice_relates_in_its_own_way_are_not_there_twice() -> None:
    ours, theirs = (
        b"/package/2006/relationships/metadata/core",
        b"/officedocument/2006/relationships/metadata/core",
    )
    data = changed(house(), "_rels/.rels", lambda part: part.replace(ours, theirs))
    document = written(lambda body: body.line(BODY, "tekst"), data)
    with zipfile.ZipFile(BytesIO(document.data)) as archive:
        assert archive.namelist().count("docProps/core.xml") == 1
    assert document.document.core_properties.title == "Draadvonken"


def test_styles_are_found_by_name_and_those_that_are_there_are_kept() -> None:
    document = written(lambda body: body.heading("Kop", 1), house())
    (heading,) = document.find("w:p[.//w:t='Kop']")
    assert heading.xpath("string(w:pPr/w:pStyle/@w:val)") == "Kop1"
    assert "heading 1" not in document.made.added
    assert TITLE not in document.made.added
    assert {NOTE, "List Number", "TOC Heading"} <= set(document.made.added)


def test_a_dotx_is_opened_as_a_document() -> None:
    document = written(lambda body: body.line(BODY, "tekst"), as_template(house(change=own_section)))
    with zipfile.ZipFile(BytesIO(document.data)) as archive:
        assert b"template.main" not in archive.read("[Content_Types].xml")
    assert document.document.paragraphs[-1].text == "tekst"


def test_a_template_without_a_single_style_works_and_tells_what_was_added() -> None:
    def bare(document: Document) -> None:
        for style in document.styles.element.findall(qn("w:style")):
            document.styles.element.remove(style)

    document = written(lambda body: body.heading("Kop", 1), house(cover=False, change=bare))
    assert {style.name for style in STYLES} <= set(document.made.added)
    assert misplaced(document.data) == []


def test_what_ties_a_template_to_elsewhere_or_locks_it_is_cut() -> None:
    def tied(document: Document) -> None:
        settings = document.settings.element
        relation = document.part._settings_part.relate_to(
            "file:///x.dotm", f"{RELATIONS}/attachedTemplate", is_external=True
        )
        for tag in ("w:attachedTemplate", "w:documentProtection"):
            settings.append(OxmlElement(tag))
        settings[-2].set(qn("r:id"), relation)

    document = written(lambda body: body.line(BODY, "x"), house(change=tied))
    with zipfile.ZipFile(BytesIO(document.data)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"x.dotm" not in everything
    assert b"attachedTemplate" not in everything
    assert b"documentProtection" not in everything


@pytest.mark.parametrize(
    "kind", ["document.macroEnabled.main+xml", "template.macroEnabledTemplate.main+xml", "x.vbaProject"]
)
def test_a_template_with_macros_is_refused(kind: str) -> None:
    with pytest.raises(ExportError) as caught:
        new_document(ABOUT, NL, as_template(house(), kind))
    assert "macro" in caught.value.message
    assert ".docx" in caught.value.advice


@pytest.mark.parametrize(
    "data", [b"", b"geen zip", b"PK\x03\x04half", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1geheim", b"%PDF-1.7"]
)
def test_other_files_are_refused_with_advice(data: bytes) -> None:
    with pytest.raises(ExportError) as caught:
        new_document(ABOUT, NL, data)
    assert "Word" in caught.value.advice


def test_a_zip_that_is_no_word_file_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("iets.txt", "iets")
    with pytest.raises(ExportError):
        new_document(ABOUT, NL, buffer.getvalue())


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(house_template, "LARGEST_TEXT", 2_000_000)
    with pytest.raises(ExportError, match="unpacks"):
        new_document(ABOUT, NL, added(house(), "word/extra.xml", b" " * 3_000_000))


def test_the_strict_form_of_word_files_is_refused() -> None:
    old = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    new = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    with pytest.raises(ExportError, match="Strict"):
        new_document(ABOUT, NL, changed(house(), "word/document.xml", lambda part: part.replace(old, new)))


PARTS = [
    "word/document.xml",
    "[Content_Types].xml",
    "_rels/.rels",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/settings.xml",
    "word/numbering.xml",
    "word/header1.xml",
    "docProps/core.xml",
]


@pytest.mark.parametrize("broken", PARTS)
@pytest.mark.parametrize("part", [b"", b"<w:document", b"<a/>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_a_broken_part_is_refused_or_does_no_harm(broken: str, part: bytes) -> None:
    with suppress(ExportError):
        document = written(lambda body: body.line(BODY, "tekst"), changed(house(), broken, lambda _old: part))
        assert document.document.paragraphs[-1].text == "tekst"


def test_bits_that_flipped_are_refused_or_do_no_harm() -> None:
    data = house()
    for at in range(0, len(data), len(data) // 60):
        flipped = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        with suppress(ExportError):
            document = written(lambda body: body.line(BODY, "tekst"), flipped)
            assert document.document.paragraphs[-1].text == "tekst"


def test_a_document_of_ours_can_be_a_template_again() -> None:
    once = written(lambda body: body.line(BODY, "eerst"), house(cover=False))
    twice = written(lambda body: body.line(BODY, "daarna"), once.data)
    assert twice.made.added == ()
    assert [text for _style, text in twice.lines] == ["eerst", "daarna"]


def test_a_template_that_uses_our_names_for_other_kinds_of_styles_keeps_them() -> None:
    def other_kinds(document: Document) -> None:
        style = document.styles.add_style("Bron", 1)
        style.font.italic = True

    document = written(
        lambda body: body.line(BODY, "tekst ").text("bron", SOURCE), house(cover=False, change=other_kinds)
    )
    assert "Bron (Vakborg)" in document.made.added
    assert document.document.styles["Bron"].font.italic
    run = document.document.paragraphs[-1].runs[-1]
    assert run.style is not None
    assert run.style.name == "Bron (Vakborg)"
    assert content(docx.Document(BytesIO(document.data)))


def test_what_its_makers_wrote_about_a_template_and_who_they_are_is_cut() -> None:
    def remarked(document: Document) -> None:
        paragraph = document.add_paragraph("Huisregel")
        document.add_comment(paragraph.runs, "Klantgeheim", author="Anna Maker", initials="AM")
        people = Part(PackURI("/word/people.xml"), "application/xml", b"<people>Anna Maker</people>")
        document.part.relate_to(people, "http://schemas.microsoft.com/office/2011/relationships/people")
        core = document.core_properties
        core.category = core.content_status = core.identifier = "Klantgeheim"
        core.keywords = core.comments = "Klantgeheim"

    document = written(lambda body: body.line(BODY, "x"), house(change=remarked))
    with zipfile.ZipFile(BytesIO(document.data)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    for trace in (b"Klantgeheim", b"Anna Maker", b"commentRange", b"commentReference"):
        assert trace not in everything
    assert b"Huisregel" in everything
