"""Where the text goes in a template."""

from collections.abc import Callable

import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from exports.word.body import Body
from exports.word.styles import BODY
from exports.word.tables import Column
from tests.exports.word.houses import house
from tests.exports.word.writing import written


def told(body: Body) -> None:
    body.line(BODY, "eerst")
    body.line(BODY, "dan")


def test_it_goes_where_the_template_says_so() -> None:
    template = house(
        cover=False, here="{{ inhoud }}".replace(" ", ""), change=lambda d: d.add_paragraph("Colofon")
    )
    document = written(told, template)
    assert [text for _style, text in document.lines] == ["eerst", "dan", "Colofon"]
    assert not document.find("//w:pageBreakBefore")


def test_it_begins_a_page_there_if_the_template_does() -> None:
    def on_a_new_page(document: Document) -> None:
        document.add_paragraph("{{content}}").paragraph_format.page_break_before = True

    document = written(told, house(cover=False, change=on_a_new_page))
    assert [p.text for p in document.find("w:p[w:pPr/w:pageBreakBefore]")] == ["eerst"]


def test_it_stays_in_the_section_that_the_place_ends() -> None:
    def ends_a_section(document: Document) -> None:
        document.add_paragraph("{{inhoud}}")
        document.add_section(WD_SECTION.NEW_PAGE)
        place, last = document.element.body.findall(document.paragraphs[0]._p.tag)[-2:]
        place.get_or_add_pPr().append(last.pPr[0])
        document.element.body.remove(last)
        document.add_paragraph("Colofon")

    document = written(told, house(cover=False, change=ends_a_section))
    assert [text for _style, text in document.lines] == ["eerst", "dan", "", "Colofon"]
    assert len(document.document.sections) == 2


def test_it_comes_last_where_nothing_is_said_and_empty_lines_before_it_go() -> None:
    def blanks(document: Document) -> None:
        document.add_paragraph("Vertrouwelijk")
        document.add_paragraph("")
        document.add_paragraph("  ")

    document = written(told, house(cover=False, change=blanks))
    assert [text for _style, text in document.lines] == ["Vertrouwelijk", "eerst", "dan"]


SHOWN = {
    "a control": "<w:sdt><w:sdtContent><w:r><w:t>Vertrouwelijk</w:t></w:r></w:sdtContent></w:sdt>",
    "a tracked insertion": '<w:ins w:id="1" w:author="x"><w:r><w:t>Vertrouwelijk</w:t></w:r></w:ins>',
    "a field": '<w:fldSimple w:instr=" FILENAME "><w:r><w:t>Vertrouwelijk</w:t></w:r></w:fldSimple>',
    "an empty field": '<w:fldSimple w:instr=" AUTHOR "/>',
    "an empty control": "<w:sdt><w:sdtContent/></w:sdt>",
    "a sign": '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
}


def with_last(*blocks: str) -> Callable[[Document], object]:
    def change(document: Document) -> None:
        for block in blocks:
            paragraph = parse_xml(f"<w:p {nsdecls('w')}><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>{block}</w:p>")
            document.element.body.sectPr.addprevious(paragraph)

    return change


@pytest.mark.parametrize("last", SHOWN)
def test_a_last_paragraph_that_holds_anything_stays(last: str) -> None:
    document = written(told, house(cover=False, change=with_last(SHOWN[last])))
    assert len(document.lines) == 3
    assert [text for _style, text in document.lines][1:] == ["eerst", "dan"]


@pytest.mark.parametrize("last", ["a control", "a tracked insertion"])
def test_the_place_is_found_in_a_control_and_in_what_was_inserted(last: str) -> None:
    here = SHOWN[last].replace("Vertrouwelijk", "{{in</w:t></w:r><w:r><w:t>houd }}")
    colofon = "<w:r><w:t>Colofon</w:t></w:r>"
    document = written(told, house(cover=False, change=with_last(here, colofon)))
    assert [text for _style, text in document.lines] == ["eerst", "dan", "Colofon"]
    assert document.made.advice == ()


def test_a_template_that_holds_text_and_no_place_for_ours_is_told_how_to_say_so() -> None:
    (advice,) = written(told, house()).made.advice
    assert "{{content}}" in advice
    assert written(told, house(cover=False)).made.advice == ()
    assert written(told, house(here="{{inhoud}}")).made.advice == ()


def test_a_page_break_and_a_picture_are_not_empty() -> None:
    document = written(told, house())
    assert document.find("w:p//w:br[@w:type='page']")
    assert document.find("w:p//w:drawing")


def test_a_template_of_which_the_cover_is_a_table_gets_the_text_after_it() -> None:
    def table(document: Document) -> None:
        document.add_table(1, 1).cell(0, 0).text = "Vertrouwelijk"

    document = written(lambda body: body.table([Column("a", 8)]), house(cover=False, change=table))
    assert [child.tag.split("}")[1] for child in document.root] == ["tbl", "p", "tbl", "p", "sectPr"]
    assert len(document.find("w:p[w:pPr/w:pageBreakBefore]")) == 1


def test_a_body_without_a_section_gets_one() -> None:
    def bare(document: Document) -> None:
        document.element.body.remove(document.element.body.sectPr)

    document = written(told, house(cover=False, change=bare))
    assert document.root[-1].tag.endswith("sectPr")


def test_a_break_in_the_middle_of_the_last_paragraph_does_not_end_its_page() -> None:
    def broken(document: Document) -> None:
        paragraph = document.add_paragraph("voor")
        paragraph.add_run().add_break(WD_BREAK.PAGE)
        paragraph.add_run("na")

    document = written(told, house(cover=False, change=broken))
    assert [p.text for p in document.find("w:p[w:pPr/w:pageBreakBefore]")] == ["eerst"]


def test_a_cover_in_a_section_that_goes_on_on_its_page_is_followed_by_a_new_page() -> None:
    def continuous(document: Document) -> None:
        document.add_paragraph("Vertrouwelijk")
        document.add_section(WD_SECTION.CONTINUOUS)

    document = written(told, house(cover=False, change=continuous))
    assert [p.text for p in document.find("w:p[w:pPr/w:pageBreakBefore]")] == ["eerst"]


def test_a_place_inside_a_table_or_control_puts_the_text_after_that() -> None:
    def in_a_table(document: Document) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{{inhoud}}"
        document.add_paragraph("Colofon")

    document = written(told, house(cover=False, change=in_a_table))
    assert [text for _style, text in document.lines] == ["eerst", "dan", "Colofon"]
    assert document.document.tables[0].cell(0, 0).text == ""
