"""Styles by name whatever their ids, and bookmarks that nobody has yet."""

import docx
import pytest
from docx.document import Document

from exports.word.body import Body
from exports.word.naming import Names, style_ids
from exports.word.styles import BODY
from tests.exports.word.houses import house
from tests.exports.word.writing import written


def test_capitals_in_a_name_do_not_matter() -> None:
    names = Names(docx.Document())
    assert names.paragraph("Heading 1") == names.paragraph("heading 1") == "Heading1"
    assert names.table("table grid") == "TableGrid"


def test_a_style_that_nobody_made_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        Names(docx.Document()).character("heading 1")


def test_a_style_without_a_name_or_kind_is_passed_over() -> None:
    document = docx.Document()
    before = len(style_ids(document.styles.element))
    style = document.styles.element.makeelement(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}style"
    )
    document.styles.element.append(style)
    assert len(style_ids(document.styles.element)) == before


def test_bookmarks_of_a_template_keep_their_names_and_numbers() -> None:
    def own(document: Document) -> None:
        Names(document).bookmark(document.add_paragraph("Vertrouwelijk")._p, "_Toc00000001")

    def write(body: Body) -> None:
        body.contents("Inhoud")
        body.heading("Kop", 1)
        body.line(BODY, "x").bookmark("zin")

    document = written(write, house(change=own))
    names, ids = document.find("//w:bookmarkStart/@w:name"), document.find("//w:bookmarkStart/@w:id")
    assert names == ["_Toc00000001", "_Toc_00000001", "zin"]
    assert len(set(ids)) == 3
