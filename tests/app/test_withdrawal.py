"""An expert takes back what they permitted: nothing of it is anywhere any more, and nothing of anybody else is gone."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from capture.cli.main import run
from capture.recorder.lock import recorder_lock
from capture.withdrawing import preview
from sessions.checking import check
from sessions.errors import ProgrammeLocked
from sessions.interview import AnswerState, Clip, Session
from sessions.programme import Programme, open_programme
from sessions.store import queue
from sessions.store.reading import read_session
from sessions.store.search import search as search_text
from sessions.store.withdrawing import ERASE_DUE, due, pending_of
from sessions.transcript import Segment
from sessions.withdrawal import Because, Withdrawal
from tests.app.withdrawal_case import (
    NAME,
    OTHERS,
    SOUND,
    TEXT,
    WORDS,
    clips_of,
    expert,
    filled_programme,
    sounds,
    take,
)
from tests.searching import search

LOST = "audio/A1/09-M1-V3-1.wav.part belongs to nothing in the database."


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programme as it is before, made once."""
    return filled_programme(tmp_path_factory.mktemp("terug") / "traject")


@pytest.fixture
def programme(filled: Path, tmp_path: Path) -> Programme:
    """A copy of it for each test."""
    shutil.copytree(filled, tmp_path / "traject")
    return open_programme(tmp_path / "traject")


def test_every_word_and_sound_is_there_before(programme: Programme) -> None:
    found = search(programme.folder, WORDS.values(), sounds(programme, "A")).found
    assert all(any(word in one for one in found) for word in WORDS.values())
    assert any("sound" in one for one in found)


def test_nothing_of_it_is_anywhere_afterwards_and_all_of_the_other_is(programme: Programme) -> None:
    gone, stays = sounds(programme, "A"), sounds(programme, "B")
    others = search(programme.folder, OTHERS, stays).found
    take(programme, SOUND, TEXT, edited_too=True)
    after = search(programme.folder, WORDS.values(), gone)
    assert after.found == set()
    assert after.files > 10
    assert search(programme.folder, OTHERS, stays).found >= {
        o for o in others if "modul" not in o and "M1" not in o
    }
    with programme.store() as store:
        assert search_text(store, OTHERS[0])
        assert due(store) == []
    assert not (programme.folder / ERASE_DUE).exists()


def test_the_programme_is_sound_afterwards_and_says_what_was_taken_out(programme: Programme) -> None:
    take(programme, SOUND, TEXT, edited_too=True)
    with programme.store() as store:
        assert check(programme, store) == []
        notes = [(n.permission, n.because, n.by) for n in store.all(Withdrawal)]
        assert notes == [(SOUND, Because.WITHDRAWN, "Anneke"), (TEXT, Because.WITHDRAWN, "Anneke")]
        reading = read_session(store, store.all(Session)[0])
    assert {a.state for a in reading.answers} == {AnswerState.WITHDRAWN}


def test_without_the_sound_the_text_stays(programme: Programme) -> None:
    gone = sounds(programme, "A")
    with programme.store() as store:
        assert preview(programme, store, expert(store), [SOUND]).kept_text
    take(programme, SOUND)
    found = search(programme.folder, [WORDS["said"]], gone).found
    assert found
    assert not [one for one in found if "sound" in one]
    with programme.store() as store:
        assert check(programme, store) == []
        assert queue.transcribe_again(store, store.all(Session)[0]) == []
        assert {(c.erased, c.sha256, c.original_name) for c in clips_of(store, "A1")} == {(True, "", "")}
        assert due(store) == []


def test_without_the_text_the_sound_stays(programme: Programme) -> None:
    kept = sounds(programme, "A")
    take(programme, TEXT, edited_too=True)
    found = search(programme.folder, WORDS.values(), kept).found
    assert {one.partition(": ")[2] for one in found} == {f"sound {n}" for n in range(len(kept))}
    with programme.store() as store:
        assert [finding.what for finding in check(programme, store)] == [LOST]


def test_twice_does_no_harm(programme: Programme) -> None:
    take(programme, SOUND, TEXT, edited_too=True)
    before = search(programme.folder, OTHERS).found
    take(programme, SOUND, TEXT, edited_too=True)
    assert search(programme.folder, OTHERS).found == before
    with programme.store() as store:
        assert store.count(Withdrawal) == 2


_BREAK_OFF = """
import os, sys
from pathlib import Path
import capture.withdrawing as act
from sessions.people import Permission
from sessions.programme import open_programme
setattr(act, sys.argv[2], lambda *a, **k: os._exit(9))
both = [Permission.RECORDING, Permission.TRANSCRIPT]
act.withdraw(open_programme(Path(sys.argv[1])), 1, both, "Anneke", edited_too=True)
"""


@pytest.mark.parametrize("at", ["stop_work", "_delete", "take_out", "clean", "erase_for_real"])
def test_broken_off_anywhere_it_is_due_and_done_again_it_is_finished(programme: Programme, at: str) -> None:
    gone = sounds(programme, "A")
    ended = subprocess.run(
        [sys.executable, "-c", _BREAK_OFF, str(programme.folder), at], timeout=120, check=False
    )
    assert ended.returncode == 9
    with programme.store() as store:
        assert [one.permission for one in due(store)] == [SOUND, TEXT]
        assert any("Anna de Wit" in finding.what for finding in check(programme, store))
    take(programme, SOUND, TEXT, edited_too=True)
    assert search(programme.folder, WORDS.values(), gone).found == set()
    with programme.store() as store:
        assert due(store) == []


def test_what_somebody_edited_stays_unless_it_is_asked_for(programme: Programme) -> None:
    mine = programme.exports / "mijn-samenvatting.md"
    mine.write_text(f"Een gecoate draad pak ik bij {WORDS['said']} en bij de rest.", encoding="utf-8")
    with programme.store() as store:
        loss = preview(programme, store, expert(store), [TEXT])
    held = {document.path: document.edited for document in loss.documents}
    assert held["exports/mijn-samenvatting.md"]
    assert not held["exports/transcript A1.docx"]
    take(programme, TEXT)
    assert mine.exists()
    found = search(programme.folder, WORDS.values()).found
    assert {one.partition(": ")[0] for one in found} == {
        "exports/mijn-samenvatting.md",
        "exports/nakijken-A1.txt",
    }
    assert not (programme.exports / "transcript A1.docx").exists()
    assert (programme.exports / "transcript B1.docx").exists()


def test_a_document_that_holds_nothing_of_it_stays(programme: Programme) -> None:
    with programme.store() as store:
        loss = preview(programme, store, expert(store), [TEXT])
    transcripts = {f"exports/transcript A1.{kind}" for kind in ("docx", "md", "txt", "json", "vtt", "srt")}
    aside = {"exports/nakijken-A1.txt", "taken-back/brought and taken back.vtt"}
    modules = {"exports/module M3.docx"}
    assert {document.path for document in loss.documents} == transcripts | modules | aside


def test_a_document_elsewhere_is_told_of_and_left(programme: Programme, tmp_path: Path) -> None:
    out = tmp_path / "elders.docx"
    assert run(["--programme", str(programme.folder), "export", "module", "M3", "--out", str(out)]) == 0
    with programme.store() as store:
        loss = preview(programme, store, expert(store), [TEXT])
    assert [(d.path, d.modules) for d in loss.documents if d.outside] == [(str(out), ("M3",))]
    take(programme, TEXT, edited_too=True)
    assert out.exists()


def test_the_name_alone_takes_documents_that_bear_it(programme: Programme) -> None:
    with programme.store() as store:
        loss = preview(programme, store, expert(store), [NAME])
    assert any("transcript A1" in document.path for document in loss.documents)
    assert not any("transcript B1" in document.path for document in loss.documents)
    assert (loss.recordings, loss.fragments) == (0, 0)
    take(programme, NAME)
    assert search(programme.exports, ["Anna de Wit"]).found == set()
    assert search(programme.folder, [WORDS["said"]]).found


def test_the_preview_counts_what_goes_from_which_draft(programme: Programme) -> None:
    with programme.store() as store:
        before = store.count(Segment)
        loss = preview(programme, store, expert(store), [SOUND, TEXT])
        assert store.count(Segment) == before
    assert (loss.expert, loss.sessions, loss.recordings) == ("Anna de Wit", ("A1",), 2)
    assert loss.values == 1
    assert dict(loss.modules)["M3"] >= 1


def test_while_a_conversation_is_recorded_nothing_is_taken_back(programme: Programme) -> None:
    with programme.store() as store:
        clip = clips_of(store, "A1")[0]
        store.save(replace(clip, sha256="", path="audio/A1/01-x-9.wav"))
    lock = recorder_lock(programme.folder)
    try:
        with pytest.raises(ProgrammeLocked, match="Anna de Wit"):
            take(programme, SOUND)
    finally:
        lock.release()
    with programme.store() as store:
        assert due(store) == []


def test_another_reader_keeps_it_due(programme: Programme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VAKBORG_BUSY_SECONDS", "0.2")
    with programme.store() as reader:
        reader.execute("begin")
        assert reader.count(Clip) > 0
        with pytest.raises(ProgrammeLocked, match="reads the database"):
            take(programme, SOUND, TEXT, edited_too=True)
        assert {permission for _id, permission in pending_of(reader)} == {SOUND, TEXT}
        reader.execute("rollback")
    take(programme, SOUND, TEXT, edited_too=True)
    assert search(programme.folder, WORDS.values()).found == set()
