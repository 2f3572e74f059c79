"""Photos have captions and texts for who cannot see them; a file that is gone does not end the document."""

from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

import pytest
from docx.oxml.ns import qn

from exports.draft.model import AssignmentBlock, CaseBlock, Picture, TopicBlock
from exports.word.draft import render_draft
from exports.word.styles import TOOL
from tests.exports.word.example import empty
from tests.exports.word.opened import Opened, opened, style
from tests.exports.word.teller import GONE, PHOTO


def test_a_caption_says_what_it_shows_and_where_it_comes_from(whole: Opened) -> None:
    assert "Figure 1. De krul van een slechte klos HOSTILE (Vonk Noord [A1·02])" in whole.texts
    assert "Figure 3. Het stempel" in whole.texts


def test_a_photo_that_is_gone_is_missed_in_a_sentence(whole: Opened) -> None:
    (line,) = (p for p in whole.lines if "cannot be opened" in p.text)
    assert style(line) == TOOL
    assert "Foto die weg is (Vonk Noord [A1·03])" in line.text


def test_a_photo_of_a_case_without_a_caption_is_called_by_its_case() -> None:
    case = CaseBlock("Stempel", "Delta", pictures=(Picture(PHOTO, ""),))
    document = opened(replace(empty(), assignment=AssignmentBlock("", "", (), (case,))))
    assert "Figure 1. Photo with case Stempel" in document.texts
    assert [shape.get("descr") for shape in _described(document)] == ["Photo with case Stempel"]
    assert any("Write a caption" in comment for _text, comment in document.comments)


def test_which_photo_of_a_case_is_gone_is_said() -> None:
    case = CaseBlock("Stempel", "Delta", pictures=(Picture(GONE, "De kop"), Picture(GONE, "")))
    document = opened(replace(empty(), assignment=AssignmentBlock("", "", (), (case,))))
    gone = [text for text in document.texts if "cannot be opened" in text]
    assert [text.partition(": ")[2] for text in gone] == ["De kop (Stempel)", "Photo with case Stempel"]


def test_a_photo_without_a_caption_has_a_text_that_says_so_once(whole: Opened) -> None:
    described = [shape.get("descr") for shape in _described(whole)]
    assert described[1] == "Photo without a caption ([Z9·09])"


def _described(document: Opened) -> list[Any]:
    return list(document.document.element.body.iter(qn("wp:docPr")))


def _locked(_path: PurePosixPath) -> bytes:
    raise PermissionError


def _no_picture(_path: PurePosixPath) -> bytes:
    return b"not a picture"


@pytest.mark.parametrize("files", [_locked, _no_picture, lambda _path: None])
def test_what_cannot_be_read_is_missed_too(files: object) -> None:
    picture = Picture(PurePosixPath("attachments/x.jpg"), "De kop")
    draft = replace(empty(), topics=(TopicBlock("t", "T", (), (picture,)),))
    document = render_draft(draft, files=files).document  # type: ignore[arg-type]
    assert not document.inline_shapes
    assert any("cannot be opened: De kop" in p.text for p in document.paragraphs)
