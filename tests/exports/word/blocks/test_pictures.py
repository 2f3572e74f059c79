"""Photos have captions and texts for who cannot see them; a file that is gone does not end the document."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from exports.draft.model import Picture, TopicBlock
from exports.word.draft import render_draft
from exports.word.styles import TOOL
from tests.exports.word.example import empty
from tests.exports.word.opened import Opened, style


def test_a_caption_says_what_it_shows_and_where_it_comes_from(whole: Opened) -> None:
    assert "Figure 1. De krul van een slechte klos HOSTILE (Vonk Noord [A1·02])" in whole.texts
    assert "Figure 3. Het stempel" in whole.texts


def test_a_photo_that_is_gone_is_missed_in_a_sentence(whole: Opened) -> None:
    (line,) = (p for p in whole.lines if "cannot be opened" in p.text)
    assert style(line) == TOOL
    assert "Foto die weg is (Vonk Noord [A1·03])" in line.text


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
