"""Check boxes of every make."""

import pytest

from tests.exports.review.returning import marked, para, read, run, words


def control(state: str, glyph: str = "☐") -> str:
    properties = f"<w:sdtPr><w14:checkbox>{state}</w14:checkbox></w:sdtPr>"
    return f"<w:sdt>{properties}<w:sdtContent>{run(glyph)}</w:sdtContent></w:sdt>"


def field(state: str, sign: str = "") -> str:
    begin = (
        f'<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar>'
    )
    code = "<w:instrText> FORMCHECKBOX </w:instrText>"
    shown = f'<w:fldChar w:fldCharType="separate"/>{sign}<w:fldChar w:fldCharType="end"/>'
    return f"<w:r>{begin}{code}{shown}</w:r>"


@pytest.mark.parametrize(
    ("state", "ticked"),
    [
        ("", False),
        ('<w14:checked w14:val="0"/>', False),
        ('<w14:checked w14:val="false"/>', False),
        ('<w14:checked w14:val="1"/>', True),
        ('<w14:checked w14:val="true"/>', True),
        ("<w14:checked/>", True),
    ],
)
def test_a_content_control_says_whether_it_is_ticked(state: str, ticked: bool) -> None:
    (block,) = read(para(control(state, "☒") + run(" klopt"))).blocks
    assert (block.text, block.boxes) == (" klopt", (ticked,))


def test_a_content_control_may_have_a_sign_of_its_own_and_stand_around_a_paragraph() -> None:
    properties = '<w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
    (block,) = read(f"<w:sdt>{properties}<w:sdtContent>{para(run('✓ klopt'))}</w:sdtContent></w:sdt>").blocks
    assert (block.text, block.boxes) == (" klopt", (True,))


@pytest.mark.parametrize(
    ("state", "ticked"),
    [
        ("", False),
        ('<w:default w:val="1"/>', True),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', False),
        ('<w:default w:val="0"/><w:checked/>', True),
    ],
)
def test_an_old_form_field_says_whether_it_is_ticked(state: str, ticked: bool) -> None:
    (block,) = read(para(field(state, "<w:t>☐</w:t>") + run(" klopt"))).blocks
    assert (block.text, block.boxes) == (" klopt", (ticked,))


@pytest.mark.parametrize("glyph", ["☐", "□", "⬜", "❑"])
def test_a_bare_empty_box_is_a_box(glyph: str) -> None:
    (block,) = read(para(run(f"{glyph} klopt"))).blocks
    assert (block.text, block.boxes) == (" klopt", (False,))


@pytest.mark.parametrize("glyph", ["☑", "☒", "✓", "✔", "✗", "✘", "✅", "✔\ufe0f"])
def test_a_bare_tick_is_a_ticked_box(glyph: str) -> None:
    (block,) = read(para(run(f"{glyph} klopt"))).blocks
    assert (block.text, block.boxes) == (" klopt", (True,))


@pytest.mark.parametrize(
    ("font", "char", "ticked"),
    [
        ("Wingdings", "F0A8", False),
        ("Wingdings", "00A8", False),
        ("Wingdings", "F06F", False),
        ("Wingdings", "F0FE", True),
        ("Wingdings", "F0FD", True),
        ("Wingdings", "00FE", True),
        ("Wingdings", "F0FC", True),
        ("Wingdings 2", "F052", True),
        ("Wingdings 2", "F0A3", False),
        ("", "F0FE", True),
    ],
)
def test_a_sign_of_wingdings_is_a_box_as_symbol_and_as_text(font: str, char: str, ticked: bool) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    symbol = f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'
    text = f"<w:r>{fonts}<w:t>&#x{char};</w:t></w:r>"
    for sign in (symbol, text):
        (block,) = read(para(sign + run(" klopt"))).blocks
        assert (block.text, block.boxes) == (" klopt", (ticked,))


def test_boxes_of_several_makes_are_in_order() -> None:
    line = (
        run("☑ een ") + control('<w14:checked w14:val="0"/>') + run(" twee ☒ drie ") + field("<w:checked/>")
    )
    (block,) = read(para(line)).blocks
    assert (block.text, block.boxes) == (" een  twee  drie ", (True, False, True, True))


def test_bookmarks_behind_a_bare_box_stay_at_their_words() -> None:
    line = marked("vb_k_t3_right", run("☑")) + run(" ja ") + marked("vb_k_x7", run("klopt"), 2)
    (block,) = read(para(line)).blocks
    assert words(block) == {"vb_k_t3_right": "", "vb_k_x7": "klopt"}
    assert block.text == " ja klopt"


def test_a_sign_in_the_words_of_a_fragment_stays_there() -> None:
    (block,) = read(para(marked("vb_k_f1", run("☐ betekent uit, ✓ betekent aan ✓")))).blocks
    assert (block.text, block.boxes) == ("☐ betekent uit, ✓ betekent aan ✓", ())


def test_a_tick_in_the_middle_of_a_line_is_text() -> None:
    (block,) = read(para(run("zet een ✓ bij de maat"))).blocks
    assert (block.text, block.boxes) == ("zet een ✓ bij de maat", ())


def test_a_typed_x_is_text() -> None:
    (block,) = read(para(control('<w14:checked w14:val="0"/>') + run(" klopt x"))).blocks
    assert (block.text, block.boxes) == (" klopt x", (False,))


def test_a_deleted_box_is_gone() -> None:
    (block,) = read(para(f'<w:del w:id="1" w:author="An">{control("")}</w:del>' + run("klopt"))).blocks
    assert (block.text, block.boxes) == ("klopt", ())
