"""The writer: everything in order, nothing empty, and openable whatever was said."""

from io import BytesIO

import mammoth
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from exports.labels import Labels
from exports.word.body import Body
from exports.word.fields import begin_field, end_field
from exports.word.styles import AFTER_TABLE, BODY, BULLET, LABEL, QUOTE, SOURCE, TOOL
from exports.word.tables import Column
from sessions.errors import ExportError
from tests.exports.word.houses import as_template, house, logo, own_section
from tests.exports.word.schema import misplaced
from tests.exports.word.writing import HOSTILE, instructions, written

TEMPLATES = {
    "ours": None,
    "house": house(),
    "no cover": house(cover=False),
    "dotx with a section for its cover": as_template(house(change=own_section)),
    "a place for the text": house(here="{{inhoud}}"),
}


def everything(body: Body, text: str = "tekst") -> None:
    body.line(TOOL, text)
    body.contents(text)
    head = body.heading(text, 1, anchor="kop")
    body.comment(head, text)
    line = (
        body.line(BODY, text)
        .text(text, LABEL)
        .link(text, "bron_1", SOURCE)
        .tab()
        .text(text)
        .bookmark("zin_1")
    )
    body.comment(line, text)
    body.line(BULLET, text)
    for _ in range(2):
        numbered = body.numbered()
        numbered.line(text)
        numbered.line(text)
    grid = body.table([Column(text, 8), Column("tekst", 8)], text)
    grid.row()[0].text(text).bookmark("bron_1")
    grid.more(1).text(text)
    figure = body.picture(logo(), text, text)
    with body.landscape():
        wide = body.table([Column(text, 12), Column("tekst", 12.7)], text)
        wide.row(keep=True)[1].text(text)
    for target in (grid, figure, "kop"):
        body.reference(line, target)
    body.table([Column(text, 16)])


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("text", ["tekst", HOSTILE], ids=["plain", "hostile"])
def test_the_file_is_as_the_schema_wants_it_and_two_readers_open_it(template: str, text: str) -> None:
    document = written(lambda body: everything(body, text), TEMPLATES[template])
    assert misplaced(document.data) == []
    assert not document.body.unknown
    assert "tekst" in mammoth.extract_raw_text(BytesIO(document.data)).value
    assert document.lines


def test_what_was_said_comes_through_without_what_xml_cannot_hold() -> None:
    document = written(lambda body: body.line(BODY, HOSTILE))
    (text,) = (text for style, text in document.lines if style == BODY)
    assert "]]> <w:p/> &amp; \" ' 😀👩‍🔧 עברית" in text
    assert "achterstevoren" in text
    assert not {"\u202e", "\ud800", "\x1b", "\x00"} & set(text)


def test_headings_leave_no_level_out_and_go_no_deeper_than_four() -> None:
    def write(body: Body) -> None:
        for level in (3, 1, 3, 3, 4, 9, 1, 0):
            body.heading("kop", level)

    names = [style for style, _text in written(write).lines]
    assert names == [f"Heading {level}" for level in (1, 1, 2, 3, 4, 4, 1, 1)]


def test_nothing_is_empty_except_what_a_table_needs_after_it() -> None:
    document = written(everything)
    empty = [p for p in document.find("w:p") if not p.xpath(".//w:t|.//w:drawing")]
    styles = {p.xpath("string(w:pPr/w:pStyle/@w:val)") for p in empty}
    assert styles == {"NaTabel"}
    for paragraph in empty:
        assert paragraph.getprevious().tag == qn("w:tbl")
    assert document.document.styles[AFTER_TABLE].paragraph_format.line_spacing is not None


def test_tables_that_follow_each_other_stay_two() -> None:
    def write(body: Body) -> None:
        body.table([Column("a", 8)])
        body.table([Column("b", 8)])

    document = written(write)
    assert [child.tag.split("}")[1] for child in document.root] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_numbered_list_begins_again_at_one() -> None:
    def write(body: Body) -> None:
        for _ in range(3):
            body.numbered().line("stap")

    document = written(write)
    numbers = [n.get(qn("w:val")) for n in document.find("//w:p//w:numId")]
    assert len(set(numbers)) == 3
    numbering = document.document.part.numbering_part.element
    for number in numbers:
        (start,) = numbering.xpath(f"w:num[@w:numId='{number}']/w:lvlOverride/w:startOverride/@w:val")
        assert start == "1"


def test_a_picture_has_alternative_text_and_a_caption_below_it() -> None:
    document = written(lambda body: body.picture(logo(), "De kop", "Een rode kop"))
    (drawing,) = document.find("//wp:docPr")
    assert drawing.get("descr") == "Een rode kop"
    (_picture, caption) = document.lines
    assert caption == ("Caption", f"{Labels('nl')('Figure')} 1. De kop")


def test_a_high_picture_fits_on_a_page() -> None:
    document = written(lambda body: body.picture(logo((100, 900)), "Hoog", ""))
    (extent,) = document.find("//wp:extent")
    assert int(extent.get("cy")) <= 14 * 360_000


def test_a_broken_picture_leaves_nothing_behind() -> None:
    def write(body: Body) -> None:
        with pytest.raises(ExportError):
            body.picture(b"geen foto", "De kop", "")
        body.line(BODY, "verder")

    assert [text for _style, text in written(write).lines] == ["verder"]


def test_the_same_picture_is_kept_once() -> None:
    def write(body: Body) -> None:
        for caption in ("een", "twee"):
            body.picture(logo(), caption, "")

    document = written(write)
    images = [p for p in document.document.part.package.iter_parts() if "image" in p.content_type]
    assert len(images) == 1
    ids = [drawing.get("id") for drawing in document.find("//wp:docPr")]
    assert len(set(ids)) == 2


def test_a_document_starts_after_the_cover_on_a_new_page() -> None:
    bare = house(change=lambda document: document.add_paragraph("Vertrouwelijk"))
    document = written(lambda body: body.line(QUOTE, "eerste"), bare)
    (first,) = document.find("w:p[w:pPr/w:pageBreakBefore]")
    assert first.text == "eerste"
    assert first.getprevious().text == "Vertrouwelijk"


def test_a_document_does_not_leave_a_page_empty_where_the_cover_ends_its_page() -> None:
    for template in (house(), house(change=own_section), house(cover=False)):
        document = written(lambda body: body.line(QUOTE, "eerste"), template)
        assert not document.find("w:p[w:pPr/w:pageBreakBefore]")


def test_contents_that_a_template_brings_are_the_only_ones() -> None:
    def own_contents(document: Document) -> None:
        paragraph = document.add_paragraph()._p
        begin_field(paragraph, 'TOC \\o "1-3"', dirty=False)
        end_field(paragraph)

    document = written(everything, house(change=own_contents))
    assert [code for code in instructions(document.root) if code.startswith("TOC")] == ['TOC \\o "1-3"']
    assert document.find("//w:fldChar[@w:dirty]")
