"""Text is read wherever it stands, and what is not there is not."""

import pytest

from tests.exports.review.returning import (
    VANISH,
    box,
    marked,
    para,
    read,
    run,
    texts,
    words,
)


def test_every_paragraph_is_a_block_in_order_also_the_empty_ones() -> None:
    table = f"<w:tbl><w:tr><w:tc>{para(run('links'))}</w:tc><w:tc>{para(run('rechts'))}</w:tc></w:tr></w:tbl>"
    assert texts(read(para(run("voor")) + table + para("") + para(run("na")))) == [
        "voor",
        "links | rechts",
        "",
        "na",
    ]


@pytest.mark.parametrize(
    "around",
    [
        "<w:smartTag>{}</w:smartTag>",
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:customXml>{}</w:customXml>",
        "<w:sdt><w:sdtPr><w:tag w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:fldSimple w:instr='TITLE'>{}</w:fldSimple>",
        "<w:bdo w:val='ltr'>{}</w:bdo>",
    ],
)
def test_text_is_read_through_what_stands_around_it(around: str) -> None:
    assert texts(read(para(run("een ") + around.format(run("twee")) + run(" drie")))) == ["een twee drie"]


def test_controls_around_paragraphs_rows_and_cells_are_read_through() -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    cell = control(f"<w:tc>{para(run('cel'))}</w:tc>")
    row = control(f"<w:tr>{cell}</w:tr>")
    assert texts(read(control(para(run("alinea"))) + f"<w:tbl>{row}</w:tbl>")) == ["alinea", "cel"]


def test_a_text_box_is_read_once_and_is_a_block_of_its_own() -> None:
    body = para(run("voor ") + box(para(run("in de doos")) + para(run("en nog"))) + run("na"))
    assert texts(read(body)) == ["voor na", "in de doos", "en nog"]


def test_what_only_old_programs_show_is_read_where_there_is_nothing_newer() -> None:
    old = f"<mc:AlternateContent><mc:Fallback>{run('oud')}</mc:Fallback></mc:AlternateContent>"
    assert texts(read(para(old))) == ["oud"]


def test_hidden_text_and_the_hint_of_a_control_are_not_there() -> None:
    hint = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Klik hier')}</w:sdtContent></w:sdt>"
    )
    hidden = f"<w:r>{VANISH}<w:t>geheim</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>te zien</w:t></w:r>'
    assert texts(read(para(hint + hidden + shown))) == ["te zien"]


def test_a_style_may_hide_text_and_a_run_may_show_it_again() -> None:
    styles = (
        f'<w:style w:styleId="Stil"><w:name w:val="Stil"/>{VANISH}</w:style>'
        '<w:style w:styleId="Ook"><w:name w:val="Ook"/><w:basedOn w:val="Stil"/></w:style>'
    )
    style = '<w:rStyle w:val="Ook"/>'
    hidden = f"<w:r><w:rPr>{style}</w:rPr><w:t>geheim</w:t></w:r>"
    shown = f'<w:r><w:rPr>{style}<w:vanish w:val="off"/></w:rPr><w:t>te zien</w:t></w:r>'
    assert texts(read(para(hidden + shown), styles=styles)) == ["te zien"]


def test_styles_that_are_based_on_each_other_do_not_go_round_for_ever() -> None:
    styles = "".join(
        f'<w:style w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>' for one, other in ("ab", "ba")
    )
    assert texts(read(para(run("tekst")), styles=styles)) == ["tekst"]


def test_the_style_of_a_block_has_its_name_in_small_letters() -> None:
    styles = '<w:style w:styleId="Kop1"><w:name w:val="Heading 1"/></w:style>'
    first, second = (f'<w:p><w:pPr><w:pStyle w:val="{one}"/></w:pPr></w:p>' for one in ("Kop1", "Eigen"))
    assert [block.style for block in read(first + second, styles=styles).blocks] == ["heading 1", "eigen"]


def test_breaks_tabs_hyphens_and_signs_are_characters() -> None:
    content = (
        "<w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
        '<w:t>e 5 </w:t><w:sym w:font="Symbol" w:char="F06D"/><w:t>m</w:t><w:sym w:font="Eigen" w:char="zz"/>'
    )
    tabs = "<w:pPr><w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs></w:pPr>"
    assert texts(read(f"<w:p>{tabs}<w:r>{content}</w:r></w:p>")) == ["a\nb\n\tc-de 5 µm"]


def test_a_formula_is_read_as_its_characters() -> None:
    formula = "<m:oMath><m:r><m:t>F=ma</m:t></m:r></m:oMath>"
    assert texts(read(para(run("kracht ") + formula))) == ["kracht F=ma"]


def test_control_characters_do_not_come_through() -> None:
    assert texts(read(para(run("links&#x202e;rechts")))) == ["linksrechts"]


def test_a_file_without_text_has_no_blocks() -> None:
    assert read("").blocks == ()


def crossed(text: str, how: str = "<w:strike/>") -> str:
    return f"<w:r><w:rPr>{how}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_what_is_struck_through_is_taken_out_and_counted() -> None:
    whole = marked("vb_k_f2", crossed("Dat doen we nooit."), 2)
    back = read(para(marked("vb_k_f1", run("De draad ") + crossed("brak ") + run("knapte. ")) + whole))
    assert texts(back) == ["De draad knapte. "]
    assert words(back.blocks[0]) == {"vb_k_f1": "De draad knapte. ", "vb_k_f2": ""}
    assert back.crossed_out == 2


def test_runs_that_are_struck_through_one_after_another_are_one_stretch() -> None:
    stretch = crossed("een ") + crossed(" ") + crossed("twee", "<w:dstrike/>")
    assert read(para(stretch + run(" drie ") + crossed("vier"))).crossed_out == 2
    assert read(para(stretch) + para(stretch)).crossed_out == 2


def test_a_strike_that_is_off_or_on_white_space_takes_nothing_out() -> None:
    off = crossed("een", '<w:strike w:val="0"/>')
    back = read(para(off + crossed(" ") + f"<w:del w:id='1'>{crossed('weg')}</w:del>"))
    assert (texts(back), back.crossed_out) == (["een"], 0)
