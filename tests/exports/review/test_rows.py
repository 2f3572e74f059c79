"""The rows of a table that the expert put in are a text each, and the tables of ours are left as they are."""

from tests.exports.review.returning import marked, para, read, run, texts, words


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, mark: str = "") -> str:
    inside = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{mark}</w:trPr>{inside}</w:tr>"


def cell(*lines: str) -> str:
    return "".join(para(run(line)) for line in lines)


def test_each_row_of_a_table_is_one_text() -> None:
    body = table(row(cell("Vermogen"), cell("9 ampère")), row(cell("Draad"), cell("0,25 mm", "blank")))
    assert texts(read(para(run("voor")) + body + para(run("na")))) == [
        "voor",
        "Vermogen | 9 ampère",
        "Draad | 0,25 mm blank",
        "na",
    ]


def test_empty_cells_leave_nothing_behind() -> None:
    body = table(row(para(""), cell("9 ampère"), para(""), cell("let op"), para("")))
    assert texts(read(body)) == ["9 ampère | let op"]


def test_a_table_with_something_of_ours_in_it_stays_a_text_for_each_paragraph() -> None:
    ours = para(marked("vb_k_f1", run("De draad brak.")))
    back = read(table(row(ours, cell("ja")), row(cell("een"), cell("twee"))))
    assert texts(back) == ["De draad brak.", "ja", "een", "twee"]
    assert words(back.blocks[0]) == {"vb_k_f1": "De draad brak."}


def test_a_frame_around_text_is_no_row() -> None:
    assert texts(read(table(row(cell("een", "twee"))))) == ["een", "twee"]


def test_a_table_in_a_cell_is_part_of_its_row() -> None:
    inner = table(row(cell("9"), cell("ampère")))
    assert texts(read(table(row(cell("Vermogen"), inner + para(""), cell("let op"))))) == [
        "Vermogen | 9 | ampère | let op"
    ]


def test_a_row_that_is_deleted_is_not_there() -> None:
    gone = row(cell("een"), cell("twee"), mark="<w:del w:id='1'/>")
    assert texts(read(table(gone, row(cell("drie"), cell("vier"))))) == ["drie | vier"]


def test_a_comment_on_a_cell_is_about_its_words() -> None:
    begin, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    sign = '<w:r><w:commentReference w:id="0"/></w:r>'
    body = table(row(cell("Vermogen"), para(begin + run("9 ampère") + end + sign)))
    said = f'<w:comment w:id="0" w:author="Jan">{para(run("Of 8?"))}</w:comment>'
    (block,) = read(body, comments=said).blocks
    assert block.text == "Vermogen | 9 ampère"
    assert [(one.author, one.text, one.quote) for one in block.comments] == [("Jan", "Of 8?", "9 ampère")]
