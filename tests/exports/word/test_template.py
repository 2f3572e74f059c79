"""Our template to start from."""

import zipfile
from io import BytesIO

import docx
import pytest
from lxml import etree

from exports.labels import Labels
from exports.word.body import Body
from exports.word.styles import AFTER_TABLE, BODY, COMMENT_MARK, STYLES, TABLE
from exports.word.template import IN_DUTCH_WORD, PURPOSES, export_template
from tests.exports.word.schema import misplaced
from tests.exports.word.writing import written

NOT_SHOWN = {AFTER_TABLE, COMMENT_MARK, "Default Paragraph Font"}


def test_every_style_is_there_with_what_it_is_for() -> None:
    assert set(PURPOSES) == {style.name for style in STYLES} - NOT_SHOWN | {TABLE}
    data = export_template(Labels("en"), "docx")
    document = docx.Document(BytesIO(data))
    assert {style.name for style in STYLES} <= {
        name.replace("Heading", "heading")
        .replace("Caption", "caption")
        .replace("Header", "header")
        .replace("Footer", "footer")
        if not name.startswith("TOC")
        else name
        for name in (str(style.name) for style in document.styles)
    }
    shown = "\n".join(p.text for p in document.paragraphs)
    assert all(PURPOSES[name] in shown for name in ("Normal", "heading 2", "List Number"))
    assert misplaced(data) == []


def test_a_document_made_with_it_has_its_cover_and_none_of_its_examples() -> None:
    for language in ("nl", "en"):
        document = written(lambda body: body.line(BODY, "tekst"), export_template(Labels(language)), language)
        assert document.made.added == ()
        assert document.made.titled
        texts = [text for _style, text in document.lines]
        assert texts[:2] == ["Draadvonken", "Concept van module M3"]
        assert texts[-1] == "tekst"
        assert "{{" not in document.root.xml
        assert not document.find("//w:tbl")


def main_type(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as parts:
        types = etree.fromstring(parts.read("[Content_Types].xml"))
    return str(next(one.get("ContentType") for one in types if one.get("PartName") == "/word/document.xml"))


@pytest.mark.parametrize(("format_", "kind"), [("dotx", "template"), ("docx", "document")])
def test_it_says_that_it_is_what_its_ending_says(format_: str, kind: str) -> None:
    data = export_template(Labels("nl"), format_)
    assert main_type(data).endswith(f"wordprocessingml.{kind}.main+xml")
    document = written(lambda body: body.line(BODY, "tekst"), data)
    assert main_type(document.data).endswith("wordprocessingml.document.main+xml")


def test_styles_are_named_as_the_reader_s_word_names_them() -> None:
    assert set(IN_DUTCH_WORD) <= set(PURPOSES)
    texts = {
        language: "\n".join(
            p.text for p in docx.Document(BytesIO(export_template(Labels(language), "docx"))).paragraphs
        )
        for language in ("nl", "en")
    }
    assert "Kop 1 (heading 1): " in texts["nl"]
    assert "Bron: " in texts["nl"]
    assert "Kop 1" not in texts["en"]
    assert "heading 1: " in texts["en"]


def test_its_header_and_footer_are_filled() -> None:
    def write(body: Body) -> None:
        body.line(BODY, "tekst")

    section = written(write, export_template(Labels("nl"))).document.sections[0]
    assert section.header.paragraphs[0].text == "Leerpad\t24 november 2025"
    assert section.footer.paragraphs[0].text.startswith("Draadvonken\t")
