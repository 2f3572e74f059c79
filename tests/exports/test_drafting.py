"""Drafts from a programme to files, and what is remembered of them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import pytest

from exports.changes import Change
from exports.drafting import Drafting, Made, Wishes
from exports.recognising import is_remembered, recognised
from exports.saving import Kept
from exports.withdrawn import Gone, Withdrawn, still_in
from exports.word.stamp import read_stamp, stamped
from sessions.errors import ExportError, UnknownName
from sessions.exported import Export, ExportedModule
from sessions.guides import library
from sessions.interview import Clip
from sessions.programme import Programme, create_programme
from sessions.release import Release
from sessions.store.conversations import forget_text
from sessions.store.editing import editing
from sessions.store.interviews import find_session, new_session
from sessions.store.people import company_named, expert_named
from sessions.store.pseudonyms import add_pseudonym, remove_pseudonym
from sessions.store.releasing import release_all, said_in
from sessions.store.revising import split
from sessions.transcript import Why
from tests.builders import make_programme
from tests.sessions.guides.small import SMALL

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
    assert [draft.version for draft in made.drafts] == [1, 1]  # M2 is what it was
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


def test_without_its_mark_a_draft_is_known_by_its_content_and_never_by_its_place(
    programme: Programme, write: Write, tmp_path: Path
) -> None:
    path = write(programme.exports / "M2.docx", "M2").saved.path
    unmarked = stamped(path.read_bytes(), "")
    with programme.store() as store:
        (export,) = store.all(Export)
        store.save(replace(export, sha256=sha256(unmarked).hexdigest()))
        copy = tmp_path / "kopie.docx"
        copy.write_bytes(unmarked)
        assert recognised(programme, store, copy).id == 1
        path.write_bytes(b"van een ander")
        assert not is_remembered(programme, store, path)
        with pytest.raises(ExportError):
            recognised(programme, store, tmp_path / "weg.docx")


@pytest.mark.parametrize(
    ("mark", "told"), [("9 2026-03-01T09:00:00+00:00", "too old"), ("x", "too old"), ("", "no")]
)
def test_of_a_mark_that_is_not_remembered_both_that_it_can_mean_are_told(
    programme: Programme, write: Write, mark: str, told: str
) -> None:
    path = write(programme.exports / "M2.docx", "M2").saved.path
    path.write_bytes(stamped(path.read_bytes(), mark))
    with programme.store() as store, pytest.raises(UnknownName, match=told) as refused:
        recognised(programme, store, path)
    assert ("another programme" in str(refused.value)) is bool(mark)


def test_the_same_once_more_bears_the_same_version(programme: Programme, write: Write) -> None:
    for _time in range(2):
        made = write(programme.exports / "M2.docx", "M2")
        assert made.drafts[0].version == 1
    level(programme, "A1", Release.STRUCK)
    made = write(programme.exports / "M2.docx", "M2")
    assert made.drafts[0].version == 2
    assert docx.Document(str(made.saved.path)).core_properties.version == "2"


def test_what_is_erased_leaves_its_place_in_the_ledger_and_no_digest(
    programme: Programme, write: Write
) -> None:
    made = write(programme.exports / "M2.docx", "M2")
    with programme.store() as store:
        clips = store.all(Clip)
        for clip in clips:
            forget_text(store, clip)
        (module,) = store.all(ExportedModule)
        said = [e for e in module.entries if e.segments]
        gone = Withdrawn(store, said, ())
        assert len(said) >= len(list(made.drafts[0].statements()))
        assert not any(entry.digest for entry in said)
        assert {gone.why(entry) for entry in said} == {Gone.ERASED}
        assert still_in(programme, store, gone.ids) == ("exports/M2.docx",)
        made.saved.path.unlink()
        assert still_in(programme, store, gone.ids) == ()


def test_who_writes_at_the_same_time_gets_a_number_of_their_own(programme: Programme) -> None:
    def write(n: int) -> int:
        drafting = Drafting(programme, Wishes(Release.FREE if n % 2 else Release.PARTNERS))
        guide = drafting.guides[0]
        draft = replace(drafting.draft(guide, guide.module("M2")), level=str(n))
        return drafting.write([draft], programme.exports / "M2.docx").drafts[0].version

    with ThreadPoolExecutor(6) as pool:
        versions = list(pool.map(write, range(6)))
    assert sorted(versions) == [1, 2, 3, 4, 5, 6]
    assert [p.name for p in programme.exports.glob("*.docx")] == ["M2.docx"]  # each knew it as ours


def test_what_cannot_be_rendered_leaves_no_number_behind(programme: Programme, write: Write) -> None:
    with pytest.raises(ExportError):
        write(programme.exports / "M2.docx", "M2", wishes=Wishes(template=b"geen sjabloon"))
    with programme.store() as store:
        assert store.count(Export) == 0


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


@pytest.fixture
def disguised(tmp_path: Path) -> Programme:
    """A programme whose guide and module are called after a customer that is to stay unnamed."""
    text = SMALL.replace('id = "klein"', 'id = "edm-philips"').replace('id = "M1"', 'id = "M-Philips"')
    guide = tmp_path / "leidraad.toml"
    guide.write_text(text, encoding="utf-8")
    made = create_programme(tmp_path / "klant")
    with made.store() as store:
        expert = expert_named(store, "Jan", company_named(store, "Vonk"))
        new_session(store, expert, *library.find(str(guide)))
        add_pseudonym(store, "Philips", "klant Noord", "Anneke")
    return made


def test_a_file_is_never_called_after_whom_must_stay_unnamed(disguised: Programme) -> None:
    for audience in (Release.PARTNERS, Release.FREE):
        drafting = Drafting(disguised, Wishes(audience))
        chosen = (drafting.guides[0], drafting.guides[0].modules[0])
        for name in (drafting.file_of(*chosen), drafting.file_of_several([chosen])):
            assert "philips" not in name.casefold()
            assert "klant Noord" in name


def test_the_ledger_knows_a_module_whatever_it_is_called_outside(disguised: Programme) -> None:
    def write() -> Made:
        drafting = Drafting(disguised)
        guide = drafting.guides[0]
        draft = drafting.draft(guide, guide.modules[0])
        return drafting.write([draft], disguised.exports / drafting.file_of(guide, guide.modules[0]))

    assert [write().drafts[0].version for _time in range(2)] == [1, 1]
    (since,) = write().since
    assert since is not None
    assert (since.earlier.guide_id, since.earlier.module_id) == ("edm-philips", "M-Philips")
    with disguised.store() as store:
        remove_pseudonym(store, "Philips")
    (since,) = write().since
    assert since is not None
    assert since.earlier.version == 1
