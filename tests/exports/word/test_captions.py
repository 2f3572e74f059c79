"""Numbered captions and references: right when written, and fields for Word to keep right."""

import pytest

from exports.word.body import Body
from exports.word.styles import BODY
from exports.word.tables import Column, Grid
from tests.exports.word.houses import logo
from tests.exports.word.writing import instructions, written


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
    document = written(lambda body: body.reference(body.line(BODY, "zie "), "nergens"))
    assert document.body.unknown == {"nergens"}
    assert instructions(document.root) == []
    assert not document.find("//w:fldChar")
