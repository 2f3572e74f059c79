"""What LibreOffice saves is read as what was in it."""

from collections.abc import Mapping
from pathlib import Path

import docx
import pytest

from exports.review import marks
from exports.review.model import Returned, WordComment
from exports.review.placing import place
from exports.review.returned import read_returned
from exports.word.stamp import stamped
from tests.exports.conftest import Talk
from tests.exports.review.returning import (
    VANISH,
    box,
    marked,
    para,
    resaved,
    run,
    saved,
    whole,
    words,
)
from tests.exports.review.sheets import MARK, rendered


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
    made = rendered(anna.reading)
    sent = made.data
    before, after = (
        read_returned(data, "a") for data in (sent, resaved([("a.docx", sent)], tmp_path)["a.docx"])
    )
    assert [(b.text, b.found, b.boxes, b.comments) for b in after.blocks] == [
        (b.text, b.found, b.boxes, b.comments) for b in before.blocks
    ]
    assert (after.stamp, after.open_changes, after.crossed_out) == (MARK, 0, 0)
    assert place(after, made.sheet).unplaced == ()
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
    assert [block.comments for block in back.blocks] == [(WordComment("Jan", "Waarmee?", "meten", 4),)]
    assert back.margins == ("Boven",)
    assert back.modified is not None
