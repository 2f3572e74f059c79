"""Lengths as Word files write them."""

import pytest

from exports.labels import Labels
from exports.word.body import Body
from exports.word.measures import twips
from exports.word.page import new_document
from exports.word.styles import BODY
from exports.word.tables import Column
from sessions.errors import ExportError
from tests.exports.word.houses import changed, house
from tests.exports.word.writing import ABOUT, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1133", 1133),
        ("1133.8582677165355", 1134),
        ("-720", -720),
        ("21cm", 11906),
        ("210mm", 11906),
        ("8.5in", 12240),
        ("72pt", 1440),
        ("6pc", 1440),
        ("6pi", 1440),
    ],
)
def test_a_length_is_read_with_its_unit_and_decimals(text: str, expected: int) -> None:
    assert twips(text) == expected


@pytest.mark.parametrize("text", ["", "breed", "21 ells", "1e9", "²", "0x10", "nan"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="^" + text):
        twips(text)


def wide(body: Body) -> None:
    body.line(BODY, "ervoor")
    with body.landscape():
        body.table([Column("a", 24.7)])
    body.line(BODY, "erna")


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'w:left="2268"', b'w:left="2267.7165354330709"'), (b'w:w="11906"', b'w:w="21cm"')],
)
def test_a_template_as_google_docs_writes_it_is_used(old: bytes, new: bytes) -> None:
    document = written(wide, changed(house(), "word/document.xml", lambda part: part.replace(old, new)))
    assert [section.left_margin is not None for section in document.document.sections] == [True] * 3
    assert document.find("//w:pgSz/@w:w") == ["11906", "16838", "11906"]
    assert document.find("//w:pgMar/@w:left") == ["2268"] * 3


def test_a_margin_that_is_none_is_a_template_that_cannot_be_read() -> None:
    data = changed(
        house(), "word/document.xml", lambda part: part.replace(b'w:left="2268"', b'w:left="links"')
    )
    with pytest.raises(ExportError, match="can be read"):
        new_document(ABOUT, Labels("nl"), data)
