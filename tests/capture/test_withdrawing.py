"""Taking permissions back; the whole story is told in tests/app/test_withdrawal.py."""

from datetime import timedelta
from pathlib import Path

import pytest

from capture.recorder.lock import recorder_lock
from capture.withdrawing import preview, withdraw
from sessions.errors import ProgrammeLocked
from sessions.interview import Clip, Session
from sessions.moment import now
from sessions.people import Expert, Permission
from sessions.programme import Programme
from sessions.spending import Stretch, Who
from sessions.store.withdrawing import due
from sessions.transcript import Transcript
from tests.builders import make_programme

SOUND, TEXT = Permission.RECORDING, Permission.TRANSCRIPT


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    return make_programme(tmp_path / "edm")


def test_progress_goes_from_nothing_to_all(programme: Programme) -> None:
    shares: list[float] = []
    withdraw(programme, 1, [SOUND, TEXT], "Anneke", progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_preview_changes_nothing_on_the_disk(programme: Programme) -> None:
    before = {path: path.read_bytes() for path in programme.folder.rglob("*") if path.suffix == ".wav"}
    with programme.store() as store:
        assert not preview(programme, store, store.get(Expert, 1), [SOUND, TEXT]).empty
        assert due(store) == []
    assert {
        path: path.read_bytes() for path in programme.folder.rglob("*") if path.suffix == ".wav"
    } == before


def test_while_another_expert_is_recorded_it_can_be_done(programme: Programme) -> None:
    lock = recorder_lock(programme.folder)
    try:
        withdraw(programme, 1, [SOUND], "Anneke")
    finally:
        lock.release()
    with programme.store() as store:
        assert {clip.erased for clip in store.all(Clip) if "A1" in clip.path} == {True}


def test_between_two_answers_of_a_conversation_it_is_refused(programme: Programme) -> None:
    with programme.store() as store:
        session = store.all(Session)[0]
        store.add(Stretch(session.id, Who.EXPERT, now() - timedelta(minutes=5), now()))
    lock = recorder_lock(programme.folder)
    try:
        with pytest.raises(ProgrammeLocked, match="Jan van Dijk"):
            withdraw(programme, 1, [SOUND], "Anneke")
    finally:
        lock.release()


def test_afterwards_anybody_may_record_again(programme: Programme) -> None:
    withdraw(programme, 1, [SOUND], "Anneke")
    recorder_lock(programme.folder).release()


def test_a_file_that_another_program_holds_keeps_it_due(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(13, "in use")

    with monkeypatch.context() as windows:
        windows.setattr(Path, "unlink", held)
        with pytest.raises(ProgrammeLocked, match=r"A1-01-1\.wav"):
            withdraw(programme, 1, [SOUND, TEXT], "Anneke")
    with programme.store() as store:
        assert [one.permission for one in due(store)] == [SOUND, TEXT]
        assert store.count(Transcript) > 0  # the database still knows what is to go
    withdraw(programme, 1, [SOUND, TEXT], "Anneke")
    with programme.store() as store:
        assert due(store) == []
