"""What a template leaves open is filled in, however Word wrote it down."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from exports.word.fields import add_field
from exports.word.placeholders import fill
from tests.exports.word.houses import added, changed, content, house, text_box

VALUES = {
    "title": "Draadvonken {{datum}}",
    "subtitle": "Concept",
    "module": "M3",
    "programme": "Leerpad",
    "version": "3",
    "date": "24 november 2025",
}


def filled(write: Callable[[Document], object]) -> tuple[Document, bool]:
    document = docx.Document()
    write(document)
    return document, "title" in fill(document, VALUES)


@pytest.mark.parametrize(
    "runs",
    [
        ("{{titel}}",),
        ("{{", "titel", "}}"),
        ("{", "{ti", "tel}", "}"),
        ("{{ Title }}",),
        ("voor {", "{titel}} en {{", "versie", "}} na"),
    ],
)
def test_a_placeholder_is_filled_however_it_was_cut(runs: tuple[str, ...]) -> None:
    def write(document: Document) -> None:
        paragraph = document.add_paragraph()
        for number, text in enumerate(runs):
            paragraph.add_run(text).bold = bool(number % 2)

    document, titled = filled(write)
    whole = "".join(runs)
    expected = "voor Draadvonken {{datum}} en 3 na" if whole.startswith("voor") else "Draadvonken {{datum}}"
    assert document.paragraphs[0].text == expected
    assert titled


def test_what_is_filled_in_is_not_filled_in_again_and_the_unknown_stays() -> None:
    document, titled = filled(lambda document: document.add_paragraph("{{titel}} {{afdeling}} {{}} }}{{"))
    assert document.paragraphs[0].text == "Draadvonken {{datum}} {{afdeling}} {{}} }}{{"
    assert titled


def test_headers_footers_tables_and_text_boxes_are_filled() -> None:
    def write(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{traject}} {{module}}"
        document.sections[0].footer.paragraphs[0].text = "{{datum}}"
        document.add_table(1, 1).cell(0, 0).text = "{{ondertitel}}"
        text_box(document)

    document, titled = filled(write)
    assert document.sections[0].header.paragraphs[0].text == "Leerpad M3"
    assert document.sections[0].footer.paragraphs[0].text == "24 november 2025"
    assert document.tables[0].cell(0, 0).text == "Concept"
    assert titled
    assert "{{titel}}" not in document.element.xml


def test_a_title_in_the_header_alone_is_no_title_of_the_cover() -> None:
    def write(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{titel}}"

    assert not filled(write)[1]


@pytest.mark.parametrize("code", ["TITLE", "DOCPROPERTY Title", 'DOCPROPERTY  "Titel"  \\* MERGEFORMAT'])
def test_a_field_that_shows_the_title_shows_it_and_is_renewed_on_opening(code: str) -> None:
    document, titled = filled(lambda document: add_field(document.add_paragraph()._p, code, "oud"))
    assert document.paragraphs[0].text == "Draadvonken {{datum}}"
    assert document.element.xpath("//w:fldChar/@w:dirty") == ["true"]
    assert titled


def test_a_simple_field_is_filled_and_other_fields_are_left_alone() -> None:
    def write(document: Document) -> None:
        paragraph = document.add_paragraph()._p
        add_field(paragraph, "PAGE", "7")
        field = '<w:fldSimple {} w:instr=" DOCPROPERTY Versie "><w:r><w:t>oud</w:t></w:r></w:fldSimple>'
        paragraph.append(parse_xml(field.format(nsdecls("w"))))

    document, _titled = filled(write)
    assert document.element.xpath("//w:t/text()") == ["7", "3"]


def test_a_control_that_word_binds_to_the_title_shows_it() -> None:
    def write(document: Document) -> None:
        binding = '<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{6C}"/>'
        text = "<w:p><w:r><w:t>[Titel</w:t></w:r><w:r><w:t> van het document]</w:t></w:r></w:p>"
        control = f"<w:sdtPr><w:showingPlcHdr/>{binding}</w:sdtPr><w:sdtContent>{text}</w:sdtContent>"
        document.element.body.insert(0, parse_xml(f"<w:sdt {nsdecls('w')}>{control}</w:sdt>"))

    document, titled = filled(write)
    assert "".join(document.element.xpath("//w:sdt//w:t/text()")) == "Draadvonken {{datum}}"
    assert not document.element.xpath("//w:showingPlcHdr")
    assert titled


BINDING = (
    '<w:sdtPr><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{6C}"/></w:sdtPr>'
)
EMPTY = {
    "a control in a line": f"<w:p><w:sdt>{BINDING}<w:sdtContent/></w:sdt></w:p>",
    "a control around lines": f"<w:sdt>{BINDING}<w:sdtContent><w:p/></w:sdtContent></w:sdt>",
    "a field without a result": '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TITLE '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    "a field with an empty result": '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> TITLE '
    '</w:instrText><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    "a simple field": '<w:p><w:fldSimple w:instr=" TITLE "/></w:p>',
}


@pytest.mark.parametrize("xml", EMPTY)
def test_what_shows_nothing_yet_gets_a_text(xml: str) -> None:
    def write(document: Document) -> None:
        part = parse_xml(f"<w:body {nsdecls('w')}>{EMPTY[xml]}</w:body>")[0]
        document.element.body.insert(0, part)

    document, titled = filled(write)
    assert titled
    assert document.element.xpath("string(//w:body)").replace("TITLE", "").strip() == VALUES["title"]
    kinds = document.element.xpath("//w:fldChar/@w:fldCharType")
    assert kinds in ([], ["begin", "separate", "end"])


def test_a_control_that_can_hold_no_text_shows_no_title() -> None:
    def write(document: Document) -> None:
        control = f"<w:sdt {nsdecls('w')}>{BINDING}<w:sdtContent/></w:sdt>"
        document.element.body.insert(0, parse_xml(control))

    assert not filled(write)[1]


def test_properties_that_the_template_added_get_the_new_value() -> None:
    types = b'<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    types += b'custom-properties+xml"/></Types>'
    relation = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    )
    relation += b'custom-properties" Target="docProps/custom.xml"/></Relationships>'
    custom = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property pid="2" '
        b'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" name="Versie"><vt:lpwstr>oud</vt:lpwstr></property>'
        b"</Properties>"
    )
    data = changed(house(), "[Content_Types].xml", lambda part: part.replace(b"</Types>", types))
    data = changed(data, "_rels/.rels", lambda part: part.replace(b"</Relationships>", relation))
    document = docx.Document(BytesIO(added(data, "docProps/custom.xml", custom)))
    fill(document, VALUES)
    parts = docx.Document(BytesIO(content(document))).part.package.iter_parts()
    (part,) = (part for part in parts if part.partname == "/docProps/custom.xml")
    assert b"<vt:lpwstr>3</vt:lpwstr>" in part.blob
