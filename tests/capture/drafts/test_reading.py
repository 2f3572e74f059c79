"""One module: its text, what was folded, and the way to its fragments."""

from pathlib import Path

import pytest

from capture.drafts.reading import ModulePage, read_page, session_of
from capture.drafts.rows import Kind
from capture.drafts.shelf import Which
from sessions.errors import UnknownName
from sessions.programme import Programme
from sessions.release import Release
from sessions.store.folding import keep_apart
from tests.builders import make_programme
from tests.capture.drafts.programmes import segment_of


def page_of(programme: Programme, module_id: str = "M2") -> ModulePage:
    return read_page(programme, Which("edm-nl", module_id), Release.PARTNERS)


def test_every_statement_leads_to_its_fragment(released: Programme) -> None:
    rows = [row for block in page_of(released).blocks for row in block.rows if row.kind is Kind.SAID]
    assert any("drie millimeter naast de contour" in row.text for row in rows)
    for row in rows:
        reading = session_of(released, row.segment_id)
        assert row.segment_id in [f.segment.id for a in reading.answers for f in a.fragments]
        assert row.reference.startswith(reading.session.code)


def test_what_stands_as_one_shows_every_wording(released: Programme) -> None:
    (fold,) = page_of(released).folds
    assert {wording.reference[:2] for wording in fold.wordings} == {"A1", "B1"}
    assert all("drie millimeter" in wording.text for wording in fold.wordings)


def test_what_is_kept_apart_stands_by_itself(released: Programme) -> None:
    segment = segment_of(released, "Eh, ik zet het startgat")
    with released.store() as store:
        keep_apart(store, [segment.id], "Anneke")
    (fold,) = page_of(released).folds
    assert [(w.segment_id, w.apart) for w in fold.wordings] == [(segment.id, True)]


def test_a_module_without_statements_says_what_to_ask_and_whom(tmp_path: Path) -> None:
    page = page_of(make_programme(tmp_path / "leerpad"))
    told = [row.text for row in page.blocks[0].rows]
    assert any("startgat" in text for text in told)
    assert "Jan van Dijk, Vonkwerk" in told


def test_a_fragment_that_is_gone_is_refused(released: Programme) -> None:
    with pytest.raises(UnknownName):
        session_of(released, 99999)
