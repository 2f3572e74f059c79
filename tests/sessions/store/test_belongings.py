"""What there is of one expert, in the database and as files."""

from dataclasses import replace

import pytest

from sessions.interview import HandledFollowUp, Session
from sessions.moment import now
from sessions.people import Expert
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.belongings import (
    SOUND,
    TEXT,
    Belongings,
    belongings,
    broken_off,
    half_written,
    sound_files,
    still_there,
    text_files,
)
from tests.builders import Said, add_clip, add_session, add_text


@pytest.fixture
def piet(store: Store) -> Session:
    return add_session(store, "Piet", "Zuid")


def of(store: Store, session: Session) -> Belongings:
    return belongings(store, store.get(Expert, session.expert_id))


def test_sound_is_there_as_long_as_a_recording_is(programme: Programme, store: Store, jan: Session) -> None:
    assert not still_there(store, of(store, jan), SOUND)
    clip = add_clip(programme, store, jan, "M3-V4", 1)
    assert still_there(store, of(store, jan), SOUND)
    store.save(replace(clip, erased=True, sha256=""))
    assert still_there(store, of(store, jan), SOUND)  # the file is
    programme.file(clip.path).unlink()
    assert not still_there(store, of(store, jan), SOUND)


def test_a_lost_file_beside_the_recordings_is_theirs_and_not_that_of_others(
    programme: Programme, store: Store, jan: Session, piet: Session
) -> None:
    lost = programme.folder / "audio" / jan.code / "01-M3-V4-2.wav.part"
    lost.parent.mkdir()
    lost.write_bytes(b"RIFF")
    taken = add_clip(programme, store, piet, "M3-V4", 1)
    moved = programme.folder / "audio" / jan.code / "van-piet.wav"
    programme.file(taken.path).rename(moved)
    store.save(replace(taken, path=f"audio/{jan.code}/van-piet.wav"))
    assert list(sound_files(store, of(store, jan))) == [lost]
    assert list(sound_files(store, of(store, piet))) == [moved]


def test_a_file_that_two_readings_share_stays_with_the_other(
    programme: Programme, store: Store, jan: Session, piet: Session
) -> None:
    path = programme.folder / "attachments" / "samen.vtt"
    path.write_text("WEBVTT")
    for session in (jan, piet):
        text = add_text(store, session, "M4-V2", [Said("Grafiet.")], original_name="samen.vtt")
        store.save(replace(text, path="attachments/samen.vtt"))
    assert list(text_files(store, of(store, jan))) == []
    typed = programme.folder / f".typing-{jan.code}.json"
    typed.write_text("[]")
    assert list(text_files(store, of(store, jan))) == [typed]


def test_words_that_caused_a_suggestion_are_text(store: Store, programme: Programme, jan: Session) -> None:
    clip = add_clip(programme, store, jan, "M3-V4", 1)
    store.add(HandledFollowUp(clip.answer_id, "regel", "", True, now()))
    assert not still_there(store, of(store, jan), TEXT)
    store.add(HandledFollowUp(clip.answer_id, "regel", "als hij knapt", True, now()))
    assert still_there(store, of(store, jan), TEXT)


def test_a_path_that_leads_out_of_the_programme_is_no_file_of_it(
    programme: Programme, store: Store, jan: Session
) -> None:
    (programme.folder.parent / "elders.wav").write_bytes(b"RIFF")
    clip = add_clip(programme, store, jan, "M3-V4", 1)
    programme.file(clip.path).unlink()
    store.save(replace(clip, path="../elders.wav"))
    assert list(sound_files(store, of(store, jan))) == []


def test_only_a_copy_that_nobody_makes_any_more_is_broken_off(programme: Programme) -> None:
    import os

    folder = programme.folder / "audio"
    left, arriving = (
        folder / ".0123456789abcdef.999999999.part",
        folder / f".fedcba9876543210.{os.getpid()}.part",
    )
    for path in (left, arriving):
        path.write_bytes(b"RIFF")
    assert broken_off(folder) == [left]


def test_what_was_typed_and_half_written_belongs_to_nobody(programme: Programme) -> None:
    left = programme.folder / f".vakborg-{'0' * 32}.json"
    for path in (left, programme.folder / ".typing-A1.json", programme.folder / f".vakborg-{'0' * 32}.toml"):
        path.write_text("[]")
    assert half_written(programme.folder) == [left]
