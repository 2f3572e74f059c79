"""Tables: a head that repeats, rows that stay whole, widths that fit the page."""

from docx.oxml.ns import qn

from exports.word.body import Body
from exports.word.styles import CELL_CENTRED, NOTE
from exports.word.tables import Column
from tests.exports.word.houses import house
from tests.exports.word.writing import Written, written


def values(body: Body) -> None:
    grid = body.table([Column("Stap", 4), Column("Kernpunt", 12, cell=CELL_CENTRED)], "De stappen")
    for number in range(2):
        cells = grid.row(keep=number == 0)
        cells[0].text(f"stap {number}")
    grid.more(1, NOTE).text("let op")
    assert grid.number == 1


def widths(document: Written) -> list[int]:
    return [int(width) for width in document.find("//w:gridCol/@w:w")]


def test_the_head_repeats_and_no_row_is_broken_over_pages() -> None:
    document = written(values)
    assert len(document.find("//w:tr")) == len(document.find("//w:tr[w:trPr/w:cantSplit]")) == 3
    (head,) = document.find("//w:tr[w:trPr/w:tblHeader]")
    assert head.getprevious().tag == qn("w:tblGrid")
    assert [cell.text for cell in document.document.tables[0].rows[0].cells] == ["Stap", "Kernpunt"]


def test_cells_have_the_style_of_their_column_and_more_paragraphs_come_after() -> None:
    document = written(values)
    (row,) = document.document.tables[0].rows[2:]
    assert [str(p.style.name if p.style else "") for p in row.cells[1].paragraphs] == [CELL_CENTRED, NOTE]
    assert row.cells[1].text == "\nlet op"


def test_a_row_can_stay_with_the_next() -> None:
    document = written(values)
    kept = [len(row.xpath(".//w:keepNext")) for row in document.find("//w:tr")]
    assert kept == [0, 2, 0]


def test_a_caption_stands_above_and_stays_with_the_table() -> None:
    document = written(values)
    (caption,) = document.find("w:p[w:pPr/w:pStyle/@w:val='Caption']")
    assert caption.getnext().tag == qn("w:tbl")
    assert caption.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    assert caption.text == "Tabel 1. De stappen"


def test_widths_are_those_of_the_page_that_a_template_has() -> None:
    ours, theirs = written(values), written(values, house())
    assert abs(sum(widths(ours)) - 16 / 2.54 * 1440) < 3
    assert abs(sum(widths(theirs)) - 14 / 2.54 * 1440) < 3
    assert widths(ours)[1] / widths(ours)[0] == 3
    for document in (ours, theirs):
        assert sum(widths(document)) == int(document.find("//w:tblW/@w:w")[0])


def test_each_table_has_the_table_style() -> None:
    (style,) = written(values).find("//w:tblStyle/@w:val")
    assert style == "Vakborg"


def test_the_heads_are_lines_to_go_on_with() -> None:
    def write(body: Body) -> None:
        (head,) = body.table([Column("Kop", 16.0)]).heads
        head.bookmark("kop")

    document = written(write)
    assert document.find("//w:tr[1]//w:p[w:bookmarkStart/@w:name='kop']/w:r/w:t/text()") == ["Kop"]
