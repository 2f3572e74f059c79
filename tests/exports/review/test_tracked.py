"""Text as it reads when every tracked change is accepted, and how many wait for a decision."""

import pytest

from tests.exports.review.returning import marked, para, read, run, texts, words

AN = 'w:id="9" w:author="An"'
BEP = 'w:id="8" w:author="Bep"'
GONE = f"<w:del {AN}/>"


def deleted(text: str, by: str = AN) -> str:
    return f"<w:del {by}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def inserted(text: str, by: str = AN) -> str:
    return f"<w:ins {by}>{run(text)}</w:ins>"


def moved_away(text: str) -> str:
    return f"<w:moveFrom {AN}>{run(text)}</w:moveFrom>"


def moved_here(text: str) -> str:
    return f"<w:moveTo {AN}>{run(text)}</w:moveTo>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(text: str, properties: str = "", cell: str = "") -> str:
    properties = f"<w:trPr>{properties}</w:trPr>"
    return f"<w:tr>{properties}<w:tc><w:tcPr>{cell}</w:tcPr>{para(run(text))}</w:tc></w:tr>"


def test_inserted_text_is_there_and_deleted_text_is_not() -> None:
    back = read(para(run("De draad ") + deleted("brak") + inserted("knapte") + run(".")))
    assert texts(back) == ["De draad knapte."]
    assert back.open_changes == 2


def test_what_is_deleted_from_what_another_inserted_is_gone() -> None:
    within = f"<w:ins {AN}>{run('een ')}{deleted('twee ', BEP)}{run('drie')}</w:ins>"
    assert texts(read(para(within))) == ["een drie"]


def test_text_that_was_moved_stands_at_its_new_place_only_and_is_one_change() -> None:
    back = read(para(moved_away("Spoel eerst. ")) + para(run("Meet dan. ") + moved_here("Spoel eerst.")))
    assert texts(back) == ["", "Meet dan. Spoel eerst."]
    assert back.open_changes == 1


def test_a_deleted_end_joins_a_paragraph_to_the_next() -> None:
    assert texts(read(para(run("een "), GONE) + para(run("twee ")) + para(run("drie")))) == [
        "een twee ",
        "drie",
    ]


def test_paragraphs_join_until_one_has_an_end() -> None:
    body = para(run("een "), GONE) + para(run("twee "), GONE) + para(run("drie"))
    assert texts(read(body)) == ["een twee drie"]


def test_a_joined_paragraph_has_the_style_of_the_end_that_is_left() -> None:
    heading = f'<w:p><w:pPr><w:pStyle w:val="Kop"/><w:rPr>{GONE}</w:rPr></w:pPr>{run("een ")}</w:p>'
    assert read(heading + para(run("twee"))).blocks[0].style == ""


def test_a_paragraph_does_not_join_what_follows_a_table_or_its_cell() -> None:
    cell = f"<w:tr><w:tc>{para(run('cel'), GONE)}</w:tc></w:tr>"
    assert texts(read(para(run("voor"), GONE) + table(cell) + para(run("na")))) == ["voor", "cel", "na"]


def test_an_inserted_end_is_an_end() -> None:
    back = read(para(run("een"), f"<w:ins {AN}/>") + para(run("twee")))
    assert texts(back) == ["een", "twee"]
    assert back.open_changes == 1


def test_an_end_that_was_inserted_and_deleted_again_is_none() -> None:
    assert texts(read(para(run("een "), f"<w:ins {AN}/><w:del {BEP}/>") + para(run("twee")))) == ["een twee"]


def test_deleted_rows_and_cells_are_gone_and_inserted_ones_there() -> None:
    rows = (
        row("blijft"),
        row("weg", GONE),
        row("erbij", f"<w:ins {AN}/>"),
        row("ook weg", "", f"<w:cellDel {AN}/>"),
    )
    back = read(table(*rows))
    assert texts(back) == ["blijft", "erbij"]
    assert back.open_changes == 3


@pytest.mark.parametrize("kind", ["rPrChange", "pPrChange"])
def test_changes_of_formatting_are_no_changes(kind: str) -> None:
    change = f"<w:{kind} {AN}><w:{kind[:3]}/></w:{kind}>"
    paragraph = f"<w:p><w:pPr>{change if kind[0] == 'p' else ''}</w:pPr>"
    formatted = f"<w:r><w:rPr>{change if kind[0] == 'r' else ''}</w:rPr><w:t>tekst</w:t></w:r>"
    back = read(f"{paragraph}{formatted}</w:p>")
    assert (texts(back), back.open_changes) == (["tekst"], 0)


def test_runs_of_one_person_without_text_between_them_are_one_change() -> None:
    assert read(para(inserted("een ") + inserted("twee "))).open_changes == 1
    assert read(para(inserted("een ") + inserted("twee ", BEP))).open_changes == 2
    assert read(para(inserted("een ") + run("en ") + inserted("twee "))).open_changes == 2


def test_a_deleted_paragraph_is_one_change_however_many_runs_it_has() -> None:
    whole = para(deleted("een ") + deleted("twee"), GONE)
    assert read(whole + para(run("drie"))).open_changes == 1
    assert read(whole + whole + para(run("drie"))).open_changes == 1


def test_a_change_without_text_is_none() -> None:
    assert read(para(f"<w:ins {AN}/>" + run("tekst"))).open_changes == 0


def test_a_bookmark_grows_with_what_is_inserted_in_it_and_not_with_what_is_beside_it() -> None:
    inside = run("De draad ") + deleted("brak") + inserted("knapte meteen") + run(". ")
    block = read(para(inserted("Nou, ") + marked("vb_k_f1", inside) + inserted("Vaak."))).blocks[0]
    assert words(block) == {"vb_k_f1": "De draad knapte meteen. "}


def test_a_bookmark_around_deleted_text_is_empty_at_its_place() -> None:
    block = read(para(run("een ") + marked("vb_k_f1", deleted("weg")) + run("twee"))).blocks[0]
    assert [(one.start, one.end) for one in block.found] == [(4, 4)]


def test_a_bookmark_that_begins_and_ends_in_deleted_text_has_the_text_between() -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="vb_k_f1"/>', '<w:bookmarkEnd w:id="1"/>'
    body = f"<w:del {AN}>{start}</w:del>{run('blijft')}<w:del {AN}>{end}</w:del>{run(' na')}"
    assert words(read(para(body)).blocks[0]) == {"vb_k_f1": "blijft"}


def test_the_bookmark_of_a_deleted_paragraph_is_empty_at_the_beginning_of_the_next() -> None:
    body = para(marked("vb_k_f1", deleted("weg")), GONE) + para(marked("vb_k_f2", run("blijft"), 2))
    (block,) = read(body).blocks
    assert words(block) == {"vb_k_f1": "", "vb_k_f2": "blijft"}


def test_the_bookmark_of_a_deleted_row_is_empty_in_what_follows() -> None:
    gone = f"<w:tr><w:trPr>{GONE}</w:trPr><w:tc>{para(marked('vb_k_f1', run('weg')))}</w:tc></w:tr>"
    (block,) = read(table(gone) + para(run("na"))).blocks
    assert words(block) == {"vb_k_f1": ""}


def test_joined_paragraphs_keep_their_bookmarks_over_their_own_words() -> None:
    body = para(marked("vb_k_f1", run("een ")), GONE) + para(marked("vb_k_f2", run("twee"), 2))
    (block,) = read(body).blocks
    assert words(block) == {"vb_k_f1": "een ", "vb_k_f2": "twee"}
