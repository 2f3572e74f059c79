"""Numbered captions and references: right when written, and fields for Word to keep right."""

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from exports.labels import Labels
from exports.word.body import Body
from exports.word.page import new_document
from exports.word.styles import BODY, SOURCE
from exports.word.tables import Column, Grid
from tests.exports.conftest import NOWHERE
from tests.exports.word.houses import house, logo
from tests.exports.word.writing import ABOUT, instructions, written


def test_tables_and_figures_are_counted_apart() -> None:
    def write(body: Body) -> None:
        for _ in range(2):
            body.table([Column("a", 8)], "een tabel")
            body.picture(logo(), "een foto", "")

    captions = [text for style, text in written(write).lines if style == "Caption"]
    assert [caption.split(".")[0].split()[1] for caption in captions] == ["1", "1", "2", "2"]
    assert sum(code.startswith("SEQ") for code in instructions(written(write).root)) == 4


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_reference_shows_the_label_and_number(language: str) -> None:
    def write(body: Body) -> None:
        line = body.line(BODY, "zie ")
        body.table([Column("a", 8)], "eerste")
        body.reference(line, body.table([Column("a", 8)], "tweede"))

    document = written(write, language=language)
    assert document.lines[0][1] == ("zie tabel 2" if language == "nl" else "zie table 2")


def test_a_reference_leads_to_the_bookmark_around_label_and_number() -> None:
    grids: list[Grid] = []

    def write(body: Body) -> None:
        grids.append(body.table([Column("a", 8)], "bijschrift"))
        body.reference(body.line(BODY), grids[0])

    document = written(write)
    assert f"REF {grids[0].anchor} \\h \\* Lower" in instructions(document.root)
    path = "w:p[w:bookmarkStart/@w:name='{}']/w:r[preceding-sibling::w:bookmarkStart][following-sibling::w:bookmarkEnd]"
    texts = document.find(path.format(grids[0].anchor) + "/w:t/text()")
    assert "".join(texts) == "Tabel 1"


def test_a_heading_can_be_referred_to_before_it_is_written() -> None:
    def write(body: Body) -> None:
        body.reference(body.line(BODY, "zie "), "draad breekt")
        body.heading("Als de draad breekt", 1, anchor="draad breekt")

    assert written(write).lines[0][1] == "zie Als de draad breekt"


def test_a_reference_to_nothing_is_no_field_and_is_told() -> None:
    document = written(lambda body: body.reference(body.line(BODY, "zie "), NOWHERE))
    assert document.body.unknown == {NOWHERE}
    assert instructions(document.root) == []
    assert not document.find("//w:fldChar")


def test_a_link_to_nothing_is_plain_text_and_is_told() -> None:
    document = written(lambda body: body.line(BODY, "zie ").link("hier", NOWHERE, SOURCE))
    assert document.body.unknown == {NOWHERE}
    assert document.lines == [("Normal", "zie hier")]
    assert not document.find("//w:hyperlink")


def test_a_link_of_a_template_is_left_as_it_is() -> None:
    def linked(document: Document) -> None:
        document.add_paragraph()._p.append(parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="_top"/>'))

    document = written(lambda body: body.line(BODY, "tekst"), house(cover=False, change=linked))
    assert document.find("//w:hyperlink/@w:anchor") == ["_top"]


def test_a_label_in_other_letters_is_counted_under_a_name_that_word_reads() -> None:
    class Greek(Labels):
        def __call__(self, message: str) -> str:
            return {"Table": "Πίνακας", "Figure": "Εικόνα"}.get(message, message)

    made = new_document(ABOUT, Greek("nl"))
    body = Body(made.document, Greek("nl"))
    body.table([Column("a", 8)], "een tabel")
    body.picture(logo(), "een foto", "")
    body.finish()
    root = made.document.element.body
    assert instructions(root) == ["SEQ Table \\* ARABIC", "SEQ Figure \\* ARABIC"]
    assert "".join(root.xpath("w:p[1]//w:t/text()")) == "Πίνακας 1. een tabel"
