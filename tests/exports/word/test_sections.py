"""Landscape pages in between, with the same header, footer and page numbers."""

from docx.document import Document
from docx.enum.section import WD_ORIENT

from exports.word.body import Body
from exports.word.styles import BODY
from exports.word.tables import Column
from tests.exports.word.houses import house
from tests.exports.word.writing import written


def wide(body: Body, before: str = "ervoor", after: str = "erna") -> None:
    if before:
        body.line(BODY, before)
    with body.landscape():
        body.table([Column("a", 12.35), Column("b", 12.35)], "Breed")
    if after:
        body.line(BODY, after)


def turned(document: Document) -> list[bool]:
    return [section.orientation == WD_ORIENT.LANDSCAPE for section in document.sections]


def test_what_is_written_inside_stands_on_landscape_pages() -> None:
    document = written(wide).document
    assert turned(document) == [False, True, False]
    width, height = document.sections[1].page_width, document.sections[1].page_height
    assert width is not None
    assert height is not None
    assert width > height


def test_a_table_fills_the_landscape_page() -> None:
    document = written(wide)
    assert abs(int(document.find("//w:tblW/@w:w")[0]) - 24.7 / 2.54 * 1440) < 3


def test_header_footer_and_page_numbers_go_on() -> None:
    def numbered_from_five(document: Document) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section._sectPr.append(section._sectPr.makeelement(f"{W}pgNumType", {f"{W}start": "5"}))

    sections = written(wide, house(change=numbered_from_five)).document.sections
    assert [section.header.is_linked_to_previous for section in sections] == [False, True, True]
    assert [section.different_first_page_header_footer for section in sections] == [True, False, False]
    starts = [section._sectPr.xpath("w:pgNumType/@w:start") for section in sections]
    assert starts == [["5"], [], []]


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_no_empty_upright_page_comes_before_between_or_after() -> None:
    def twice(body: Body) -> None:
        wide(body, before="", after="")
        wide(body, before="", after="tekst")

    assert turned(written(twice).document) == [True, True, False]


def test_the_cover_of_a_template_stays_upright() -> None:
    cover = house(change=lambda document: document.add_paragraph("Vertrouwelijk"))
    document = written(lambda body: wide(body, before=""), cover)
    assert turned(document.document) == [False, True, False]
    assert not document.find("//w:pageBreakBefore")


def test_landscape_within_landscape_and_landscape_of_nothing_change_nothing() -> None:
    def write(body: Body) -> None:
        body.line(BODY, "ervoor")
        with body.landscape(), body.landscape():
            body.line(BODY, "breed")
        with body.landscape():
            pass
        body.line(BODY, "erna")

    assert turned(written(write).document) == [False, True, False]


def test_a_failure_inside_does_not_leave_the_rest_landscape() -> None:
    def write(body: Body) -> None:
        body.line(BODY, "ervoor")
        try:
            with body.landscape():
                body.line(BODY, "breed")
                raise KeyError
        except KeyError:
            body.line(BODY, "erna")

    assert turned(written(write).document) == [False, True, False]
