"""Modules become Word documents in the programme's folder."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from capture.drafts.shelf import Which, read_shelf
from capture.drafts.writing import Done, Task, to_word
from sessions.errors import ExportError
from sessions.programme import Programme
from sessions.release import Release
from sessions.transcript import Segment
from tests.capture.drafts.programmes import segment_of

M2 = Task(Which("edm-nl", "M2"), "M2")


def write(programme: Programme, audience: Release = Release.PARTNERS, template: Path | None = None) -> Done:
    return to_word(programme, audience, template)()(M2)


def text_of(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_the_document_holds_what_was_released(released: Programme) -> None:
    done = write(released)
    assert done.path.parent == released.exports
    assert "beschadig je de wand" in text_of(done.path)
    assert done.remarks == ()


def test_only_what_is_free_goes_to_everybody(released: Programme) -> None:
    free = segment_of(released, "En let op het spoelen")
    with released.store() as store:
        store.save(replace(free, release=Release.FREE))
    told = text_of(write(released, Release.FREE).path)
    assert "breekt de draad" in told
    assert "beschadig je de wand" not in told


def test_what_is_for_partners_and_what_is_free_stand_beside_each_other(released: Programme) -> None:
    partners, free = write(released).path, write(released, Release.FREE).path
    assert partners != free
    assert "beschadig je de wand" in text_of(partners)
    assert "beschadig je de wand" not in text_of(free)
    assert write(released, Release.FREE).path == free


def test_a_draft_is_no_house_template(released: Programme) -> None:
    first = write(released).path
    with pytest.raises(ExportError, match="template"):
        write(released, Release.FREE, template=first)


def test_one_that_a_person_changed_is_left_as_it_is(released: Programme) -> None:
    first = write(released).path
    document = Document(str(first))
    document.add_paragraph("Van een mens.")
    document.save(str(first))
    again = write(released)
    assert again.path != first
    assert any(first.name in remark for remark in again.remarks)
    assert "Van een mens." in text_of(first)
    assert "Van een mens." not in text_of(again.path)


def test_the_shelf_knows_the_version_and_what_changed_since(released: Programme) -> None:
    write(released)
    said = segment_of(released, "En let op het spoelen")
    with released.store() as store:
        store.save(replace(said, text="En let op het spoelen: te veel druk en de draad breekt."))
        assert store.get(Segment, said.id) != said
    shelf = read_shelf(released, Release.PARTNERS, lambda _shelf: None)
    last = next(line.last for line in shelf.lines if line.which == M2.which)
    assert last is not None
    assert last.version == 1
    assert any("te veel druk" in changed.text for changed in last.changed)


def test_a_house_template_that_is_none_is_refused(released: Programme, tmp_path: Path) -> None:
    (tmp_path / "huisstijl.docx").write_text("geen Word")
    with pytest.raises(ExportError, match="huisstijl"):
        write(released, template=tmp_path / "huisstijl.docx")
    assert not any(released.exports.glob("*.docx"))
