"""Drafts from a programme to files, and what is remembered of them."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from exports.changes import Change
from exports.drafting import Drafting, Made, Wishes
from exports.recognising import is_remembered, recognised
from exports.saving import Kept
from exports.word.stamp import read_stamp
from sessions.errors import ExportError, UnknownName
from sessions.exported import Export, ExportedModule
from sessions.programme import Programme, create_programme
from sessions.release import Release
from sessions.store.editing import editing
from sessions.store.interviews import find_session
from sessions.store.releasing import release_all, said_in
from sessions.store.revising import split
from sessions.transcript import Why
from tests.builders import make_programme

Write = Callable[..., Made]


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """The filled programme, all of it released to partners."""
    made = make_programme(tmp_path / "leerpad")
    level(made, "A1", Release.PARTNERS)
    level(made, "B1", Release.PARTNERS)
    return made


def level(programme: Programme, code: str, wanted: Release) -> None:
    with programme.store() as store:
        session = find_session(store, code)
        release_all(store, session, said_in(store, session), wanted, "Anneke", also_struck=True)


@pytest.fixture
def write(programme: Programme) -> Write:
    """Writes the drafts of modules as one document."""

    def call(target: Path, *ids: str, wishes: Wishes | None = None, overwrite: bool = False) -> Made:
        drafting = Drafting(programme, wishes)
        guide = drafting.guides[0]
        drafts = [drafting.draft(guide, guide.module(one)) for one in ids]
        return drafting.write(drafts, target, overwrite=overwrite)

    return call


def test_a_draft_is_written_and_remembered_by_its_checksum_place_and_version(
    programme: Programme, write: Write
) -> None:
    made = write(programme.exports / "M2.docx", "M2")
    with programme.store() as store:
        (export,), (module,) = store.all(Export), store.all(ExportedModule)
    assert (export.path, export.audience, len(export.sha256)) == ("exports/M2.docx", Release.PARTNERS, 64)
    assert (module.module_id, module.version) == ("M2", 1)
    assert {e.key for e in module.entries} >= {
        f"s:{s.source.segment_id}" for s in made.drafts[0].statements()
    }
    assert read_stamp(made.saved.path.read_bytes()) == f"{export.id} {export.made_at.isoformat()}"
    assert made.since == (None,)


def test_several_modules_in_one_document_have_each_their_version(programme: Programme, write: Write) -> None:
    write(programme.exports / "M2.docx", "M2")
    made = write(programme.exports / "alles.docx", "M2", "M3")
    assert [draft.version for draft in made.drafts] == [2, 1]
    assert made.since[0] is not None
    assert made.since[0].changes.all == ()
    titles = [p.text for p in docx.Document(BytesIO(made.saved.path.read_bytes())).paragraphs]
    assert any(made.drafts[0].title in title for title in titles)
    assert any(made.drafts[1].title in title for title in titles)


def test_what_changed_since_the_last_one_is_told_per_module(programme: Programme, write: Write) -> None:
    write(programme.exports / "M2.docx", "M2")
    level(programme, "A1", Release.STRUCK)
    (since,) = write(programme.exports / "M2.docx", "M2").since
    assert since is not None
    assert {one.change for one in since.changes.all} == {Change.GONE}


def test_what_was_split_or_joined_since_counts_as_changed(programme: Programme, write: Write) -> None:
    write(programme.exports / "M2.docx", "M2")
    with programme.store() as store:
        session = find_session(store, "A1")
        told = said_in(store, session, "M2-V2")[1]
        with editing(store, session, "Anneke", Why.SPLIT, "split") as pencil:
            split(pencil, told.id, told.text.index("want"))
    (since,) = write(programme.exports / "M2.docx", "M2").since
    assert since is not None
    assert [one.change for one in since.changes.all] == [Change.TEXT, Change.TEXT]


def test_a_draft_for_others_is_compared_with_the_last_one_for_them(
    programme: Programme, write: Write
) -> None:
    write(programme.exports / "M2.docx", "M2")
    free = Wishes(audience=Release.FREE)
    assert write(programme.exports / "vrij.docx", "M2", wishes=free).since == (None,)


@pytest.mark.parametrize("place", ["exports", "elders"])
def test_a_draft_that_a_person_edited_is_never_overwritten(
    programme: Programme, write: Write, tmp_path: Path, place: str
) -> None:
    (tmp_path / "elders").mkdir()
    folder = programme.exports if place == "exports" else tmp_path / "elders"
    target = write(folder / "M2.docx", "M2").saved.path
    edit(target)
    before = target.read_bytes()
    again = write(target, "M2")
    assert (again.saved.path, again.saved.kept) == (folder / "M2 (2).docx", Kept.NOT_OURS)
    assert again.edited
    assert target.read_bytes() == before


def test_a_file_of_somebody_else_is_kept_and_is_no_draft(programme: Programme, write: Write) -> None:
    target = programme.exports / "M2.docx"
    target.write_bytes(b"van mij")
    made = write(target, "M2")
    assert (made.saved.kept, made.edited) == (Kept.NOT_OURS, False)


def test_an_edited_renamed_and_moved_draft_is_known_again(
    programme: Programme, write: Write, tmp_path: Path
) -> None:
    first = write(programme.exports / "M2.docx", "M2").saved.path
    edit(first)
    moved = first.rename(tmp_path / "van Anneke.docx")
    write(programme.exports / "M2.docx", "M2")
    with programme.store() as store:
        assert recognised(programme, store, moved).id == 1
        assert recognised(programme, store, programme.exports / "M2.docx").id == 2


def test_without_its_mark_a_draft_is_known_by_its_content_or_its_place(
    programme: Programme, write: Write, tmp_path: Path
) -> None:
    path = write(programme.exports / "M2.docx", "M2").saved.path
    copy = tmp_path / "kopie.docx"
    copy.write_bytes(path.read_bytes())
    path.write_bytes(b"door iets anders bewaard")
    with programme.store() as store:
        assert recognised(programme, store, copy).id == recognised(programme, store, path).id == 1
        copy.write_bytes(b"iets anders")
        assert not is_remembered(programme, store, copy)
        with pytest.raises(UnknownName):
            recognised(programme, store, copy)
        with pytest.raises(ExportError):
            recognised(programme, store, tmp_path / "weg.docx")


def test_a_document_that_cannot_be_written_leaves_no_trace(programme: Programme, write: Write) -> None:
    with pytest.raises(ExportError):
        write(programme.database, "M2")
    with programme.store() as store:
        assert store.count(Export) == store.count(ExportedModule) == 0


def test_a_programme_without_sessions_has_the_drafts_of_the_guide(tmp_path: Path) -> None:
    empty = create_programme(tmp_path / "leeg")
    drafting = Drafting(empty)
    (guide,) = drafting.guides
    draft = drafting.draft(guide, guide.module("M2"))
    made = drafting.write([draft], empty.exports / "M2.docx")
    assert not drafting.begun
    assert list(draft.statements()) == []
    assert docx.Document(str(made.saved.path)).paragraphs


def edit(path: Path) -> None:
    """Somebody works on in Word."""
    document = docx.Document(str(path))
    document.add_paragraph("Van mij")
    document.save(str(path))
