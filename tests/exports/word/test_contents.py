"""The contents: filled when written, a field for Word."""

from docx.oxml.ns import qn

from exports.word.body import Body
from exports.word.styles import BODY
from tests.exports.word.writing import instructions, written


def headed(body: Body) -> None:
    body.contents("Inhoud")
    for text, level in (("Een", 1), ("Twee", 2), ("Drie", 3), ("Vier", 1)):
        body.heading(text, level)


def test_they_list_the_headings_down_to_their_depth() -> None:
    entries = [line for line in written(headed).lines if line[0].startswith("toc")]
    assert entries == [("toc 1", "Een\t"), ("toc 2", "Twee\t"), ("toc 1", "Vier\t")]


def test_each_line_leads_to_its_heading() -> None:
    document = written(headed)
    for anchor in document.find("//w:hyperlink/@w:anchor"):
        (start,) = document.find(f"//w:bookmarkStart[@w:name='{anchor}']")
        assert start.getparent().xpath("string(w:pPr/w:pStyle/@w:val)").startswith("Heading")


def test_word_fills_them_in_anew_on_opening() -> None:
    document = written(headed)
    toc, *pages = instructions(document.root)
    assert toc == 'TOC \\o "1-2" \\h \\z \\u'
    assert pages == [f"PAGEREF {anchor} \\h" for anchor in document.find("//w:hyperlink/@w:anchor")]
    kinds = [char.get(qn("w:fldCharType")) for char in document.find("//w:fldChar")]
    assert kinds == ["begin", "separate", *["begin", "separate", "end"] * 3, "end"]
    assert document.find("//w:fldChar/@w:dirty") == ["true"]
    assert document.find("//w:fldChar")[0].get(qn("w:dirty")) == "true"


def test_a_document_without_headings_has_no_contents_nor_a_title_for_them() -> None:
    def write(body: Body) -> None:
        body.contents("Inhoud")
        body.line(BODY, "tekst")

    assert written(write).lines == [("Normal", "tekst")]
