"""A paragraph, from left to right."""

from docx.oxml.ns import qn

from exports.word.body import Body
from exports.word.fields import EMPTY_BOX, TICKED_BOX
from exports.word.styles import BODY, LABEL, SOURCE
from tests.exports.word.writing import written


def test_runs_links_and_tabs_stand_in_the_order_in_which_they_were_written() -> None:
    def write(body: Body) -> None:
        line = body.line(BODY, "een ").text("twee", LABEL).tab().link("drie", "bron_3", SOURCE).text("\nvier")
        assert line.shown == "een twee\tdrie\nvier"
        line.bookmark("bron_3")

    document = written(write)
    assert document.lines == [("Normal", "een twee\tdrie\nvier")]
    assert document.find("//w:hyperlink/@w:anchor") == ["bron_3"]
    assert document.find("//w:r[w:rPr/w:rStyle/@w:val='Wie']/w:t/text()") == ["twee"]
    assert document.find("//w:hyperlink/w:r/w:rPr/w:rStyle/@w:val") == ["Bron"]


def test_a_bookmark_goes_around_all_that_the_line_holds_then() -> None:
    document = written(lambda body: body.line(BODY, "binnen").bookmark("zin 1!").text(" buiten"))
    between = "w:r[preceding-sibling::w:bookmarkStart][following-sibling::w:bookmarkEnd]"
    assert document.find(f"w:p/{between}/w:t/text()") == ["binnen"]
    assert document.find("//w:bookmarkStart/@w:name") == ["zin_1_"]


def test_bookmarks_have_numbers_and_names_of_their_own() -> None:
    def write(body: Body) -> None:
        for name in ("een", "twee", "een"):
            body.line(BODY, "x").bookmark(name)

    document = written(write)
    assert document.find("//w:bookmarkStart/@w:name") == ["een", "twee"]
    assert document.find("//w:bookmarkStart/@w:id") == document.find("//w:bookmarkEnd/@w:id") == ["1", "2"]


def test_a_line_can_begin_a_page_and_stay_with_the_next() -> None:
    document = written(lambda body: body.line(BODY, "x").new_page().keep())
    properties = document.find("w:p/w:pPr/*")
    assert [p.tag.split("}")[1] for p in properties] == ["pStyle", "keepNext", "pageBreakBefore"]


def test_a_part_of_a_line_can_have_a_bookmark_of_its_own() -> None:
    def write(body: Body) -> None:
        line = body.line(BODY, "voor ")
        with line.marked("deel"):
            line.text("binnen").text(" ook", LABEL)
        line.text(" na")

    document = written(write)
    between = "w:r[preceding-sibling::w:bookmarkStart][following-sibling::w:bookmarkEnd]"
    assert document.find(f"w:p/{between}/w:t/text()") == ["binnen", " ook"]


def test_a_bookmark_can_go_on_to_the_end_of_a_later_line() -> None:
    def write(body: Body) -> None:
        first, last = body.line(BODY, "een"), body.line(BODY, "twee")
        first.bookmark("samen", last)

    document = written(write)
    assert (
        document.find("w:p[1]/w:bookmarkStart/@w:id") == document.find("w:p[2]/w:bookmarkEnd/@w:id") == ["1"]
    )
    assert document.find("w:p[2]/w:bookmarkEnd/preceding-sibling::w:r/w:t/text()") == ["twee"]


def test_a_check_box_is_empty_and_has_its_tag_and_both_glyphs() -> None:
    document = written(lambda body: body.line(BODY).check_box("klopt", LABEL))
    (control,) = document.find("w:p/w:sdt")
    assert document.find("//w:sdt/w:sdtPr/w:tag/@w:val") == ["klopt"]
    assert document.find("//w:sdt/w:sdtContent/w:r/w:t/text()") == [EMPTY_BOX]
    states = control.findall(f".//{qn('w14:checkbox')}/*")
    assert [state.get(qn("w14:val")) for state in states] == [
        "0",
        f"{ord(TICKED_BOX):X}",
        f"{ord(EMPTY_BOX):X}",
    ]
