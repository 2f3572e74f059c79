"""Any Word file that comes back becomes blocks of text with what is attached to them, or a reason why not."""

import hashlib
import random
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from PIL import Image

from exports.review import marks
from exports.review.model import Returned, WordComment
from exports.review.returned import read_returned
from exports.word import unpacking
from exports.word.stamp import stamped
from sessions.errors import ReviewFileError
from tests.exports.conftest import Talk
from tests.exports.review.returning import (
    few_parts,
    marked,
    packed,
    para,
    read,
    relationships,
    resaved,
    run,
    saved,
    texts,
    unpacked,
    whole,
    words,
)
from tests.exports.review.sheets import MARK, rendered

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
VANISH = "<w:rPr><w:vanish/></w:rPr>"


def box(content: str) -> str:
    """A text box as Word writes it: for new programs, and once more for old ones."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    new = (
        '<w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        f'wordprocessingShape"><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    old = (
        f'<w:pict><v:shape style="width:200pt;height:40pt"><v:textbox>{inside}</v:textbox></v:shape></w:pict>'
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(code: str, shown: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return char("begin") + code + char("separate") + shown + char("end")


def instruction(code: str) -> str:
    return f"<w:r><w:instrText>{code}</w:instrText></w:r>"


# text, wherever it stands


def test_every_paragraph_is_a_block_in_order_also_the_empty_ones() -> None:
    table = f"<w:tbl><w:tr><w:tc>{para(run('links'))}</w:tc><w:tc>{para(run('rechts'))}</w:tc></w:tr></w:tbl>"
    assert texts(read(para(run("voor")) + table + para("") + para(run("na")))) == [
        "voor",
        "links",
        "rechts",
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


def test_the_code_of_a_field_is_no_text_and_what_it_shows_is() -> None:
    inner = field(instruction("PAGE"), run("4"))
    shown = field(instruction("IF ") + inner + instruction(" = 4"), run("vier"))
    assert texts(read(para(run("bladzij ") + shown + run(".")))) == ["bladzij vier."]


def test_a_field_without_an_end_hides_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts(read(para(run("een ") + begin + run("twee")) + para(run("drie")))) == ["een twee", "drie"]


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


# bookmarks


def test_bookmarks_are_found_with_their_places_and_those_of_others_are_not() -> None:
    content = (
        marked("vb_k_f1", run("een ")) + marked("vb_k_f2", run("twee"), 2) + marked("_Toc1", run("!"), 3)
    )
    back = read(para(content))
    assert words(back.blocks[0]) == {"vb_k_f1": "een ", "vb_k_f2": "twee"}
    assert back.marks == {"k"}


def test_a_bookmark_over_paragraphs_is_in_each_in_which_it_has_words() -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="vb_k_f1"/>', '<w:bookmarkEnd w:id="1"/>'
    body = para(run("nee ") + start + run("een")) + para("") + para(run("twee")) + para(end + run("nee"))
    assert [words(block) for block in read(body).blocks] == [{"vb_k_f1": "een"}, {}, {"vb_k_f1": "twee"}, {}]


def test_bookmarks_may_begin_and_end_between_paragraphs_and_rows() -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="vb_k_f1"/>', '<w:bookmarkEnd w:id="1"/>'
    row = f"<w:tr><w:tc>{para(run('cel'))}</w:tc></w:tr>"
    for body in (
        para(run("voor")) + start + para(run("cel")) + end + para(run("na")),
        para(run("voor")) + f"<w:tbl>{start}{row}{end}</w:tbl>" + para(run("na")),
    ):
        assert [words(block) for block in read(body).blocks] == [{}, {"vb_k_f1": "cel"}, {}]


def test_an_empty_bookmark_is_kept_wherever_it_stands() -> None:
    empty = marked("vb_k_f1", "")
    for body, block in (
        (para(run("een") + empty), 0),
        (para(run("een")) + empty, 0),
        (empty + para(run("een")), 0),
    ):
        assert words(read(body).blocks[block]) == {"vb_k_f1": ""}


def test_a_bookmark_without_an_end_goes_on_to_the_next_or_to_the_end_of_its_paragraph() -> None:
    starts = [f'<w:bookmarkStart w:id="{one}" w:name="vb_k_f{one}"/>' for one in (1, 2)]
    first, second = read(para(starts[0] + run("een ") + starts[1] + run("twee")) + para(run("drie"))).blocks
    assert words(first) == {"vb_k_f1": "een ", "vb_k_f2": "twee"}
    assert words(second) == {}


def test_an_end_without_a_bookmark_ends_nothing() -> None:
    assert words(read(para('<w:bookmarkEnd w:id="1"/>' + marked("vb_k_f1", run("een")))).blocks[0]) == {
        "vb_k_f1": "een"
    }


def test_of_a_bookmark_that_is_there_twice_the_first_with_words_counts() -> None:
    body = (
        para(marked("vb_k_f1", ""))
        + para(marked("vb_k_f1", run("een")))
        + para(marked("vb_k_f1", run("kopie")))
    )
    assert [words(block) for block in read(body).blocks] == [{}, {"vb_k_f1": "een"}, {}]


def test_a_bookmark_around_a_text_box_is_around_its_own_paragraph_only() -> None:
    body = para(marked("vb_k_f1", run("een ") + box(para(run("doos"))) + run("twee")))
    assert [words(block) for block in read(body).blocks] == [{"vb_k_f1": "een twee"}, {}]


# the file as a whole


def test_the_stamp_the_date_and_the_hash_are_read() -> None:
    document = docx.Document()
    document.core_properties.modified = datetime(2026, 3, 1, 12, 30)
    data = stamped(saved(document), "k7m2xw9q", marks.STAMP)
    back = read_returned(data, "terug.docx")
    assert back.stamp == "k7m2xw9q"
    assert back.modified == datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
    assert back.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("when", ["", "gisteren", "2026-13-01T00:00:00Z", "0001-01-01T00:00:00+14:00"])
def test_a_date_that_is_none_is_no_reason_to_refuse(when: str) -> None:
    core = f'<c xmlns:t="http://purl.org/dc/terms/"><t:modified>{when}</t:modified></c>'
    parts = unpacked(few_parts(para(run("tekst"))))
    back = read_returned(packed({**parts, "docProps/core.xml": core}), "terug.docx")
    assert (texts(back), back.modified) == (["tekst"], None)


def test_headers_and_footers_are_in_the_margins() -> None:
    document = docx.Document()
    document.add_paragraph("tekst")
    document.sections[0].header.paragraphs[0].text = "Boven"
    document.sections[0].footer.paragraphs[0].text = "Onder"
    back = read_returned(saved(document), "terug.docx")
    assert (texts(back), back.margins) == (["tekst"], ("Boven", "Onder"))


def test_the_text_is_where_the_file_says_it_is() -> None:
    parts = unpacked(few_parts(para(run("tekst") + '<w:r><w:commentReference w:id="0"/></w:r>'), comments=""))
    text = parts.pop("word/document.xml")
    moved: dict[str, str | bytes] = {
        **parts,
        "_rels/.rels": relationships({"/Word/Document2.xml": "officeDocument"}),
        "word/document2.xml": text,
        "word/_rels/document2.xml.rels": parts.pop("word/_rels/document.xml.rels"),
    }
    assert texts(read_returned(packed(moved), "terug.docx")) == ["tekst"]


def test_a_strict_file_is_read_like_any_other() -> None:
    document = docx.Document()
    run_of = document.add_paragraph("De draad ").add_run("brak")
    document.add_comment(run_of, text="Welke?", author="Jan")
    strict = {
        name: _strict(part) for name, part in unpacked(stamped(saved(document), "k7", marks.STAMP)).items()
    }
    assert b"purl.oclc.org" in strict["word/document.xml"]
    back = read_returned(packed(strict), "terug.docx")
    assert texts(back) == ["De draad brak"]
    assert back.blocks[0].comments == (WordComment("Jan", "Welke?", "brak"),)
    assert back.stamp == "k7"


def _strict(part: bytes) -> bytes:
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/"
    word = b"http://schemas.openxmlformats.org/wordprocessingml/2006/"
    part = part.replace(office + b"custom-properties", office + b"customProperties")
    part = part.replace(office, b"http://purl.oclc.org/ooxml/officeDocument/")
    return part.replace(word, b"http://purl.oclc.org/ooxml/wordprocessingml/")


# what is refused

OTHERS: Mapping[str, tuple[bytes, str, str]] = {
    "empty": (b"", "empty", "mail"),
    "zeros": (b"\0" * 5000, "empty", "mail"),
    "text": (b"zomaar tekst", "not a Word file", ".docx"),
    "pdf": (b"%PDF-1.7 ...", "PDF", "Word file"),
    "rtf": (b"{\\rtf1\\ansi hallo}", "RTF", ".docx"),
    "html": (b"\xef\xbb\xbf<!DOCTYPE html><html>", "web page", ".docx"),
    "xml": (b"<?xml version='1.0'?><pkg:package/>", "XML", ".docx"),
    "google": (b'{"doc_id":"1a","email":"a@b.nl"}', "Google Docs", "File > Download > Microsoft Word"),
    "old": (OLE + b"\0" * 600, "old .doc", ".docx"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "password", "remove the password"),
    "odt": (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument", ".docx"),
    "pages": (packed({"Index/Document.iwa": "x"}), "Pages", "File > Export To > Word"),
    "excel": (packed({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "Excel", "Word file"),
    "slides": (packed({"ppt/presentation.xml": "<x/>"}), "presentation", "Word file"),
    "zipped": (packed({"map/nakijken.docx": "x"}), "zip", "Unpack"),
    "zip": (packed({"foto.jpg": "x"}), "not a Word file", ".docx"),
    "no text": (packed({"word/styles.xml": "<x/>"}), "damaged", "Word"),
    "truncated": (few_parts(para(run("tekst")))[:900], "not complete", "mail"),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_another_file_is_refused_with_what_it_is_and_what_to_do(kind: str) -> None:
    data, reason, advice = OTHERS[kind]
    with pytest.raises(ReviewFileError) as caught:
        read_returned(data, "nakijken.docx")
    assert "nakijken.docx" in caught.value.message
    assert reason in caught.value.message
    assert advice in caught.value.advice


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/comments.xml", "[Content_Types].xml", "_rels/.rels"]
)
@pytest.mark.parametrize("content", [b"", b"<w:document", b"<a/>", b"\xff\xfe\x00"])
def test_a_broken_part_is_refused_or_read(part: str, content: bytes) -> None:
    parts = {**unpacked(few_parts(para(run("tekst")), comments="")), part: content}
    with suppress(ReviewFileError):
        assert texts(read_returned(packed(parts), "terug.docx")) == ["tekst"]


def test_a_part_that_the_file_says_it_has_must_be_there() -> None:
    parts = unpacked(few_parts(para(run("tekst")), comments=""))
    del parts["word/comments.xml"]
    with pytest.raises(ReviewFileError, match="damaged"):
        read_returned(packed(parts), "terug.docx")


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim")
    for entity in (f'<!ENTITY e SYSTEM "{secret.as_uri()}">', '<!ENTITY e "groot">'):
        parts = unpacked(few_parts(para(run("&e;")).replace("&e;", "EEN")))
        text = parts["word/document.xml"].replace(b"EEN", b"&e;")
        parts["word/document.xml"] = f"<!DOCTYPE w:document [{entity}]>".encode() + text
        with pytest.raises(ReviewFileError, match="damaged"):
            read_returned(packed(parts), "terug.docx")


def test_nesting_without_end_is_refused() -> None:
    deep = "<w:ins>" * 3000 + run("diep") + "</w:ins>" * 3000
    with pytest.raises(ReviewFileError, match="damaged"):
        read(para(deep))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "LARGEST_TEXT", 1_000_000)
    parts = unpacked(few_parts(para(run("tekst"))))
    with pytest.raises(ReviewFileError, match="far more"):
        read_returned(packed({**parts, "word/extra.xml": b" " * 2_000_000}), "terug.docx")


def test_a_part_that_is_larger_than_it_says_is_refused() -> None:
    data = few_parts(para(run("tekst" * 1000)))
    size = len(unpacked(data)["word/document.xml"]).to_bytes(4, "little")
    assert data.count(size) == 2
    with pytest.raises(ReviewFileError, match="damaged"):
        read_returned(data.replace(size, (100).to_bytes(4, "little")), "terug.docx")


def test_a_part_that_is_packed_in_another_way_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in unpacked(few_parts(para(run("tekst")))).items():
            archive.writestr(name, content)
    with pytest.raises(ReviewFileError, match="damaged"):
        read_returned(buffer.getvalue(), "terug.docx")


def test_bytes_that_changed_or_are_missing_are_refused_or_read() -> None:
    document = docx.Document()
    document.add_comment(document.add_paragraph("De draad ").add_run("brak"), text="Welke?")
    data = stamped(saved(document), "k7", marks.STAMP)
    chance = random.Random(6)
    outcomes = set()
    for at in chance.sample(range(len(data)), 150):
        flipped = data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
        outcomes |= {_outcome(flipped), _outcome(data[:at])}
    assert outcomes == {Returned, ReviewFileError}


def _outcome(data: bytes) -> type:
    try:
        return type(read_returned(data, "terug.docx"))
    except ReviewFileError as error:
        return type(error)


def test_xml_that_changed_is_refused_or_read() -> None:
    """Without the sum of the zip file in the way."""
    parts = unpacked(whole(para(marked("vb_k_f1", run("een ") + box(para(run("doos"))))) + para(run("twee"))))
    text = parts["word/document.xml"]
    chance = random.Random(6)
    outcomes = set()
    for _ in range(150):
        at, other = chance.randrange(len(text)), chance.randrange(256)
        changed = text[:at] + bytes([other]) + text[at + 1 :]
        outcomes.add(_outcome(packed({**parts, "word/document.xml": changed})))
    assert outcomes == {Returned, ReviewFileError}


# as LibreOffice saves them


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Returned]:
    """Files that LibreOffice opened and saved, all in one go."""
    control = (
        '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    old = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="x"/><w:enabled/><w:checkBox><w:sizeAuto/>'
        '<w:default w:val="{}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    boxes = [control.format(1, "☒"), control.format(0, "☐"), old.format(1), old.format(0), run("☑")]
    an = 'w:id="90" w:author="An" w:date="2026-03-01T12:00:00Z"'
    edits = (
        para(
            marked(
                "vb_k_f1",
                run("De draad ")
                + f"<w:del {an}><w:r><w:delText>brak</w:delText></w:r></w:del>"
                + f"<w:ins {an}>{run('knapte')}</w:ins>"
                + run(". "),
            )
            + marked("vb_k_f2", run("Toen stopte hij."), 2)
        )
        + para(marked("vb_k_f3", run("Een "), 3), f"<w:del {an}/>")
        + para(marked("vb_k_f4", run("twee."), 4))
        + para(run("voor ") + box(para(run("in de doos"))) + run("na"))
        + para(f"<w:r>{VANISH}<w:t>geheim</w:t></w:r>" + run("te zien"))
        + para(marked("vb_k_f5", "", 5) + run("leeg"))
    )
    document = docx.Document()
    document.add_comment(document.add_paragraph("Dan ").add_run("meten"), text="Waarmee?", author="Jan")
    document.sections[0].header.paragraphs[0].text = "Boven"
    files = [
        ("vinkjes.docx", whole("".join(para(one + run(" klopt")) for one in boxes))),
        ("wijzigingen.docx", stamped(whole(edits), "k7m2xw9q", marks.STAMP)),
        ("opmerking.docx", saved(document)),
    ]
    back = resaved(files, tmp_path_factory.mktemp("libreoffice"))
    return {name: read_returned(data, name) for name, data in back.items()}


def test_libreoffice_changes_nothing_in_a_sheet_that_it_saves(anna: Talk, tmp_path: Path) -> None:
    sent = rendered(anna.reading).data
    before, after = (
        read_returned(data, "a") for data in (sent, resaved([("a.docx", sent)], tmp_path)["a.docx"])
    )
    assert [(b.text, b.found, b.boxes, b.comments) for b in after.blocks] == [
        (b.text, b.found, b.boxes, b.comments) for b in before.blocks
    ]
    assert (after.stamp, after.open_changes) == (MARK, 0)
    assert len(after.blocks) > 30


def test_libreoffice_keeps_boxes(libreoffice: Mapping[str, Returned]) -> None:
    blocks = libreoffice["vinkjes.docx"].blocks
    assert [block.boxes for block in blocks] == [(True,), (False,), (True,), (False,), (True,)]
    assert {block.text.strip() for block in blocks} == {"klopt"}


def test_libreoffice_keeps_changes_and_bookmarks(libreoffice: Mapping[str, Returned]) -> None:
    back = libreoffice["wijzigingen.docx"]
    first, second, host, inside, hidden, last = back.blocks
    assert words(first) == {"vb_k_f1": "De draad knapte. ", "vb_k_f2": "Toen stopte hij."}
    assert words(second) == {"vb_k_f3": "Een ", "vb_k_f4": "twee."}
    assert (host.text, inside.text, hidden.text) == ("voor na", "in de doos", "te zien")
    assert words(last) == {"vb_k_f5": ""}
    assert back.open_changes == 3
    assert back.stamp == "k7m2xw9q"


def test_libreoffice_keeps_comments_and_margins(libreoffice: Mapping[str, Returned]) -> None:
    back = libreoffice["opmerking.docx"]
    assert [block.comments for block in back.blocks] == [(WordComment("Jan", "Waarmee?", "meten"),)]
    assert back.margins == ("Boven",)
    assert back.modified is not None


def test_pictures_that_somebody_put_in_are_counted(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "gat.png")
    document = docx.Document()
    document.add_picture(str(tmp_path / "gat.png"))
    assert read_returned(saved(document), "terug.docx").pictures == 1
    assert read_returned(saved(docx.Document()), "terug.docx").pictures == 0
