"""Which documents hold what an expert takes back."""

import shutil
from pathlib import Path

import pytest

from capture.cli.main import run
from exports.holding import Search, in_drafts, is_ours
from exports.within import digest_of, unreadable
from sessions.interview import Session
from sessions.people import Expert, Permission
from sessions.programme import Programme
from sessions.release import Release
from sessions.store.releasing import release_all, said_in
from sessions.taken_back import Kind, note_whose
from tests.builders import make_programme

TEXT, NAME = Permission.TRANSCRIPT, Permission.NAMED_QUOTE


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """With a transcript of each expert in its exports."""
    made = make_programme(tmp_path / "edm")
    for code in ("A1", "B1"):
        assert run(["--programme", str(made.folder), "export", "transcript", code, "--format", "md"]) == 0
    return made


def held(
    programme: Programme, *permissions: Permission, code: str = "A", everybody: bool = False
) -> dict[str, bool]:
    """The documents, and whether somebody edited them."""
    with programme.store() as store:
        (expert,) = store.all(Expert, code=code)
        search = Search(programme, store, expert, permissions, everybody=everybody)
        return {document.path: document.edited for document in search.documents()}


def test_a_transcript_of_theirs_is_found_and_that_of_another_not(programme: Programme) -> None:
    assert held(programme, TEXT) == {"exports/transcript A1.md": False}


def test_one_that_was_changed_is_known_as_such(programme: Programme) -> None:
    path = programme.exports / "transcript A1.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nEigen werk.", encoding="utf-8")
    assert held(programme, TEXT) == {"exports/transcript A1.md": True}


def test_one_that_is_open_in_word_is_left_to_its_people(programme: Programme) -> None:
    (programme.exports / ".~lock.transcript A1.md#").touch()
    with programme.store() as store:
        assert not is_ours(programme, store, programme.exports / "transcript A1.md")


def test_a_copy_anywhere_in_the_programme_is_found(programme: Programme) -> None:
    shutil.copy(programme.exports / "transcript A1.md", programme.folder / "kopie.md")
    assert held(programme, TEXT) == {"exports/transcript A1.md": False, "kopie.md": False}


def test_a_name_alone_is_told_of_and_never_reason_to_delete_what_is_not_theirs(programme: Programme) -> None:
    (programme.exports / "Jan_van_Dijk.xyz").touch()
    (programme.exports / "dank.txt").write_text("Met dank aan Jan van Dijk.")
    with programme.store() as store:
        found = list(Search(programme, store, store.all(Expert)[0], [NAME]).documents())
    assert {document.path for document in found if document.named} == {
        "exports/Jan_van_Dijk.xyz",
        "exports/dank.txt",
    }
    assert not any(document.goes(edited_too=True) for document in found if document.named)


def test_what_was_noted_down_is_found_when_its_words_left_the_database_before(programme: Programme) -> None:
    with programme.store() as store:
        store.execute("delete from transcript")
    assert held(programme, TEXT) == {"exports/transcript A1.md": False}


def test_what_a_broken_off_export_left_goes_too(programme: Programme) -> None:
    left = programme.exports / f".vakborg-{'0' * 32}.md"
    shutil.copy(programme.exports / "transcript A1.md", left)
    assert held(programme, TEXT)[f"exports/{left.name}"] is False


def test_a_name_is_looked_for_only_where_it_is_asked(programme: Programme) -> None:
    (programme.exports / "dank.txt").write_text("Met dank aan Jan van Dijk.")
    assert "exports/dank.txt" not in held(programme, TEXT)
    assert held(programme, NAME)["exports/dank.txt"]


def test_what_was_taken_back_of_nobody_knows_whom_is_told_of(programme: Programme) -> None:
    aside = programme.folder / "taken-back"
    aside.mkdir()
    (aside / "iets.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nIets anders.")
    (aside / "foto.jpg").write_bytes(b"\xff\xd8\xff")
    assert held(programme, TEXT)["taken-back/iets.vtt"]
    assert not held(programme, TEXT, everybody=True)["taken-back/iets.vtt"]
    assert "taken-back/foto.jpg" not in held(programme, TEXT, Permission.RECORDING)


@pytest.mark.parametrize("name", ["opname", "gesprek.caf", "film.3gp", "rec.wv"])
def test_sound_that_was_taken_back_is_known_by_whose_it_was_whatever_its_name(
    programme: Programme, name: str
) -> None:
    path = programme.folder / "taken-back" / name
    path.parent.mkdir()
    path.write_bytes(b"sound")
    note_whose(programme.folder, digest_of(path), "A1", Kind.SOUND)
    assert not held(programme, Permission.RECORDING)[f"taken-back/{name}"]
    assert f"taken-back/{name}" not in held(programme, TEXT)
    note_whose(programme.folder, digest_of(path), "Z1", Kind.SOUND)
    assert f"taken-back/{name}" not in held(programme, Permission.RECORDING)


def test_a_clip_hangs_on_no_document(programme: Programme) -> None:
    assert held(programme, Permission.CLIP) == {}


def test_progress_ends_with_all_of_it(programme: Programme) -> None:
    shares: list[float] = []
    with programme.store() as store:
        list(Search(programme, store, store.all(Expert)[0], [TEXT]).documents(shares.append))
    assert shares[-1] == 1.0
    assert shares == sorted(shares)


def test_what_cannot_be_looked_into_is_named(programme: Programme) -> None:
    (programme.exports / "transcript.pdf").write_bytes(b"%PDF")
    (programme.folder / "attachments" / "bijlage.pdf").write_bytes(b"%PDF")
    (programme.exports / "half.docx").write_bytes(b"PK\x03\x04" + bytes(50))
    (programme.exports / "zonder").write_text("Iets.")
    (programme.exports / "~$half.docx").write_bytes(bytes(50))
    elsewhere = programme.folder.parent / "elders"
    elsewhere.mkdir()
    (programme.folder / "deel").symlink_to(elsewhere)
    assert unreadable(programme) == ("deel", "exports/half.docx", "exports/transcript.pdf", "exports/zonder")


def test_only_what_may_go_to_partners_is_counted_in_drafts(programme: Programme) -> None:
    with programme.store() as store:
        jan = store.all(Expert)[0]
        assert in_drafts(store, jan) == ()
        session = store.all(Session)[0]
        release_all(store, session, said_in(store, session), Release.PARTNERS, "Anneke")
        counted = dict(in_drafts(store, jan))
        assert counted["M2"] == 2
        assert sum(counted.values()) <= 4
