"""Our styles beside those of a template."""

from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import RGBColor

from exports.word.body import Body
from exports.word.completing import clear_styles, complete_styles
from exports.word.styles import ACCENT, BODY, LABEL, STYLES, TABLE, Style
from tests.exports.word.houses import changed, house
from tests.exports.word.writing import written


def text(body: Body) -> None:
    body.line(BODY, "tekst")


def coloured(red: int, green: int, blue: int) -> bytes:
    def heading(document: Document) -> None:
        document.styles["Heading 1"].font.color.rgb = RGBColor(red, green, blue)

    return house(change=heading)


def test_ours_has_every_style_once_and_one_default_of_each_kind() -> None:
    root = written(text).document.styles.element
    names = root.xpath("w:style/w:name/@w:val")
    assert len(set(names)) == len(names) == len(STYLES) + 2
    assert sorted(root.xpath("w:style[@w:default='1']/@w:type")) == ["character", "paragraph", "table"]


def test_a_template_keeps_its_styles_to_the_letter() -> None:
    before = docx.Document(BytesIO(house())).styles.element
    after = written(text, house()).document.styles.element
    for style in before.findall(qn("w:style")):
        for language in list(style.iter(qn("w:lang"))):
            language.getparent().remove(language)
        (same,) = after.xpath(f"w:style[@w:styleId='{style.get(qn('w:styleId'))}']")
        assert same.xml == style.xml


def test_what_is_added_builds_on_the_styles_of_the_template() -> None:
    root = written(text, house()).document.styles.element
    based = set(root.xpath("w:style[w:name/@w:val='Let op']/w:basedOn/@w:val"))
    assert based == {"Standaard"}
    every = set(root.xpath("w:style/@w:styleId"))
    for path in ("basedOn", "next", "link"):
        assert set(root.xpath(f"w:style/w:{path}/@w:val")) <= every


def test_what_is_added_has_the_colour_of_the_house_where_that_can_be_read() -> None:
    colour = f"w:style[w:name/@w:val='{LABEL}']/w:rPr/w:color/@w:val"
    assert written(text, coloured(0xC8, 0x10, 0x2E)).document.styles.element.xpath(colour) == ["C8102E"]
    libreoffice = changed(
        coloured(0xC8, 0x10, 0x2E), "word/styles.xml", lambda p: p.replace(b"heading 1", b"Heading 1")
    )
    assert written(text, libreoffice).document.styles.element.xpath(colour) == ["C8102E"]
    assert written(text, coloured(0xFF, 0xD7, 0x00)).document.styles.element.xpath(colour) == [ACCENT]


def test_a_table_style_of_the_house_with_our_name_is_used() -> None:
    def table(document: Document) -> None:
        document.styles.add_style(TABLE, 3)

    document = written(text, house(change=table))
    assert TABLE not in document.made.added


def test_a_style_id_that_is_taken_is_not_used_again() -> None:
    data = changed(house(), "word/styles.xml", lambda part: part.replace(b'"Standaard"', b'"LetOp"'))
    data = changed(data, "word/document.xml", lambda part: part.replace(b'"Standaard"', b'"LetOp"'))
    ids = written(text, data).document.styles.element.xpath("w:style/@w:styleId")
    assert len(set(ids)) == len(ids)
    assert "LetOpVakborg" in ids


def test_styles_of_a_document_stand_for_ours_of_the_same_name() -> None:
    document = docx.Document()
    clear_styles(document)
    added = complete_styles(
        document, [Style(LABEL, run="<w:i/>", based_on="", kind="character"), Style("Groot")]
    )
    assert added.count(LABEL) == added.count("Groot") == 1
    assert document.styles[LABEL].font.italic
    assert document.styles[LABEL].font.bold is None
