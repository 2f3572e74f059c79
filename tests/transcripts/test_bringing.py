"""Bringing in recordings and transcripts: whole or not at all."""

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sessions.checking import check
from sessions.errors import (
    AlreadyThere,
    DiskFull,
    ProgrammeLocked,
    RecordingError,
    UsageRefused,
    VakborgError,
)
from sessions.interview import Answer, Clip
from sessions.jobs import Job
from sessions.moment import now
from sessions.people import Consent, Permission
from sessions.programme import Programme, create_programme
from sessions.release import Release
from sessions.store import Store, queue
from sessions.store.interviews import find_session, guide_of
from sessions.transcript import Role, Segment, Source, Tag, Transcript, TranscriptState
from tests.builders import add_session
from tests.disks import fill
from tests.transcripts.recordings import CODECS, film_without_sound, recording
from transcripts.bringing import Again, Place, bring_recording, bring_transcript
from transcripts.captions import read_captions
from transcripts.copying import copied, fingerprint

VTT = """WEBVTT

00:00.000 --> 00:02.000
<v Anneke>Waar komt het startgat?</v>

00:02.000 --> 00:05.000
<v Jan>Naast de contour, en let op het spoelen.</v>
"""


def place_in(folder: Path) -> Place:
    """A new programme with a question that is being answered; the store is to be closed."""
    programme = create_programme(folder)
    return place_of(programme, programme.store())


def place_of(programme: Programme, store: Store) -> Place:
    session = (
        find_session(store, "A1") if store.rows("select 1 from session") else add_session(store, "Jan", "N")
    )
    guide = guide_of(store, session)
    return Place(programme, store, session, guide.question("M2-V2"), guide)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """Where files are brought to."""
    made = place_in(tmp_path / "edm")
    with made.store:
        yield made


def files(place: Place) -> list[str]:
    """All files in the programme but the database."""
    folder = place.programme.folder
    found = (p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return sorted(name for name in found if not name.startswith("vakborg.db"))


def nothing_was_brought(place: Place) -> bool:
    kinds = (Answer, Clip, Job, Transcript, Segment)
    return files(place) == [] and not any(place.store.all(kind) for kind in kinds)


@pytest.mark.parametrize("suffix", CODECS)
def test_every_kind_of_recording_is_kept_byte_for_byte(place: Place, tmp_path: Path, suffix: str) -> None:
    path = recording(tmp_path / f"opname 1{suffix}")
    clip = bring_recording(place, path).clip
    assert clip is not None
    stored = (place.programme.folder / clip.path).read_bytes()
    assert stored == path.read_bytes()
    assert (clip.sha256, clip.size) == (hashlib.sha256(stored).hexdigest(), len(stored))
    assert clip.seconds == pytest.approx(1.0, abs=0.1)
    assert (clip.rate, clip.channels, clip.original_name) == (48_000, 1, f"opname 1{suffix}")
    assert clip.path == f"audio/A1/01-M2-V2-1{suffix}"
    assert place.store.all(Clip) == [clip]
    assert check(place.programme, place.store) == []


def test_a_recording_waits_to_be_transcribed_until_its_text_comes(place: Place, tmp_path: Path) -> None:
    first = bring_recording(place, recording(tmp_path / "a.wav", seed=1))
    second = bring_recording(place, recording(tmp_path / "b.wav", seed=2))
    assert queue.waiting_clips(place.store) == [first.clip, second.clip]
    bring_text(place, written(tmp_path), first.clip)
    assert queue.waiting_clips(place.store) == [second.clip]


def test_a_second_recording_of_an_answer_is_its_next_take(place: Place, tmp_path: Path) -> None:
    brought = [bring_recording(place, recording(tmp_path / f"{n}.wav", seed=n)) for n in range(3)]
    assert [b.clip and b.clip.number for b in brought] == [1, 2, 3]
    assert {b.answer.id for b in brought} == {1}


def test_progress_goes_up_to_the_whole(place: Place, tmp_path: Path) -> None:
    shares: list[float] = []
    bring_recording(place, recording(tmp_path / "a.wav"), progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_the_same_recording_goes_in_once_whatever_it_is_called(place: Place, tmp_path: Path) -> None:
    path = recording(tmp_path / "a.wav")
    bring_recording(place, path)
    path.rename(tmp_path / "b.wav")
    with pytest.raises(AlreadyThere, match=r"b\.wav .* session A1, question M2-V2"):
        bring_recording(place, tmp_path / "b.wav")
    assert len(place.store.all(Clip)) == 1
    assert files(place) == ["audio/A1/01-M2-V2-1.wav"]


def text_called_wav(folder: Path) -> Path:
    path = folder / "brief.wav"
    path.write_text("Beste Jan,\n" * 500)
    return path


def truncated(folder: Path) -> Path:
    whole = recording(folder / "heel.flac", seconds=3)
    path = folder / "half.flac"
    path.write_bytes(whole.read_bytes()[: whole.stat().st_size // 3])
    return path


def empty(folder: Path) -> Path:
    path = folder / "leeg.mp3"
    path.touch()
    return path


def silent_film(folder: Path) -> Path:
    return film_without_sound(folder / "film.mp4")


def a_folder(folder: Path) -> Path:
    return folder


def missing(folder: Path) -> Path:
    return folder / "weg.wav"


@pytest.mark.parametrize("make", [text_called_wav, truncated, empty, silent_film, a_folder, missing])
def test_what_is_no_whole_recording_is_refused_in_one_line_and_leaves_nothing(
    place: Place, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    with pytest.raises(RecordingError) as caught:
        bring_recording(place, path)
    assert path.name in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.advice
    assert nothing_was_brought(place)


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("[/] [@click=app.quit].wav", "[/] [@click=app.quit].wav".replace("/", "")),
        ("'; drop table clip; --\".wav", "'; drop table clip; --\".wav"),
        ("\x1b]52;c;eA==\x07 \u202egeluid.wav", "]52;c;eA== geluid.wav"),
        ("..wav", "..wav"),
        ("... .wav", "... .wav"),
        ("dubbel.wav.wav", "dubbel.wav.wav"),
        ("é" * 120 + ".wav", "é" * 120 + ".wav"),
        ("GROOT.WAV", "GROOT.WAV"),
    ],
)
def test_an_odd_name_is_kept_as_text_and_never_as_a_path(
    place: Place, tmp_path: Path, name: str, stored: str
) -> None:
    path = tmp_path / "bron" / name.replace("/", "")
    recording(tmp_path / "bron" / "gewoon.wav").rename(path)
    clip = bring_recording(place, path).clip
    assert clip is not None
    assert clip.original_name == stored
    assert files(place) == ["audio/A1/01-M2-V2-1.wav" if "." in name[2:] else clip.path]
    assert clip.path.startswith("audio/A1/01-M2-V2-1.")


@pytest.mark.skipif(sys.platform != "linux", reason="names there are text")
def test_a_name_that_is_no_text_at_all_is_no_trouble(place: Place, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/opname\xff\xfe.wav"))
    recording(tmp_path / "gewoon.wav").rename(path)
    clip = bring_recording(place, path).clip
    assert clip is not None
    assert clip.original_name == "opname.wav"
    with pytest.raises(AlreadyThere) as caught:
        bring_recording(place, path)
    assert str(caught.value).encode()


def test_a_name_with_the_wrong_ending_is_no_trouble(place: Place, tmp_path: Path) -> None:
    recording(tmp_path / "a.wav").rename(tmp_path / "a.exe")
    clip = bring_recording(place, tmp_path / "a.exe").clip
    assert clip is not None
    assert clip.path == "audio/A1/01-M2-V2-1.audio"


def test_a_recording_on_the_disk_that_the_database_lost_is_not_overwritten(
    place: Place, tmp_path: Path
) -> None:
    other = place.programme.folder / "audio" / "A1" / "01-M2-V2-1.wav"
    other.parent.mkdir()
    other.write_bytes(b"van na de laatste backup")
    clip = bring_recording(place, recording(tmp_path / "a.wav")).clip
    assert clip is not None
    assert other.read_bytes() == b"van na de laatste backup"
    assert (place.programme.folder / clip.path).read_bytes() == (tmp_path / "a.wav").read_bytes()


@pytest.mark.parametrize("leave", [0, 40_000, 104_000], ids=["full", "half-a-copy", "copy-but-no-commit"])
def test_a_full_disk_leaves_no_file_and_no_row_and_after_making_room_it_goes_in(
    disk_of: Callable[[str], Path], tmp_path: Path, leave: int
) -> None:
    disk = disk_of("3m")
    path = recording(tmp_path / "a.wav")
    assert 96_000 < path.stat().st_size < 98_304
    made = place_in(disk / "edm")
    with made.store:
        made.store.execute("pragma wal_checkpoint(truncate)")
        filler = fill(disk, leave)
        with pytest.raises(DiskFull):
            bring_recording(made, path)
        assert nothing_was_brought(made)
        filler.unlink()
        assert bring_recording(made, path).clip
        assert check(made.programme, made.store) == []


def test_where_another_does_not_let_go_that_is_told_and_nothing_is_left(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAKBORG_BUSY_SECONDS", "0.1")
    with closing(sqlite3.connect(place.programme.database, isolation_level=None)) as other:
        other.execute("begin immediate")
        with place.programme.store() as impatient, pytest.raises(ProgrammeLocked):
            bring_recording(place_of(place.programme, impatient), recording(tmp_path / "a.wav"))
    assert nothing_was_brought(place)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_the_copy_is_there_before_others_are_kept_waiting(tmp_path: Path) -> None:
    """Three hours take longer to copy than anybody waits for a lock."""
    path = recording(tmp_path / "a.wav")
    programme = die_importing(tmp_path / "edm", path, "begin immediate")
    (part,) = (programme.folder / "audio").glob(".*.part")
    assert part.read_bytes() == path.read_bytes()


def die_importing(folder: Path, path: Path, moment: str) -> Programme:
    """A programme whose import of ``path`` was killed at ``moment``."""
    made = place_in(folder)
    made.store.close()
    command = [sys.executable, "-m", "tests.transcripts.broken_off", str(folder), str(path), moment]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    return made.programme


@pytest.mark.parametrize("moment", ["begin immediate", "insert into clip", "insert into job", "commit"])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_an_import_that_is_killed_leaves_what_check_explains_and_can_be_done_again(
    tmp_path: Path, moment: str
) -> None:
    path = recording(tmp_path / "a.wav")
    programme = die_importing(tmp_path / "edm", path, moment)
    with programme.store() as store:
        again = place_of(programme, store)
        assert store.all(Clip) == []
        (left,) = files(again)
        (finding,) = check(programme, store)
        assert finding.what == f"{left} belongs to nothing in the database."
        assert ("broken off" in finding.advice) == left.endswith(".part")
        clip = bring_recording(again, path).clip
        assert clip is not None
        assert clip.path == "audio/A1/01-M2-V2-1.wav"
        assert [f for f in files(again) if not f.endswith(".part")] == [clip.path]


def written(folder: Path, name: str = "opname.vtt", content: str = VTT) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def bring_text(place: Place, path: Path, clip: Clip | None = None) -> Transcript:
    bring_transcript(place, path, read_captions(path), "Jan", clip)
    return place.store.all(Transcript)[-1]


def test_a_transcript_alone_is_kept_with_its_file_and_where_it_came_from(
    place: Place, tmp_path: Path
) -> None:
    path = written(tmp_path)
    transcript = bring_text(place, path)
    assert (transcript.source, transcript.original_name, transcript.clip_id) == (
        Source.WEBVTT,
        "opname.vtt",
        None,
    )
    assert (place.programme.folder / transcript.path).read_bytes() == path.read_bytes()
    assert transcript.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert check(place.programme, place.store) == []


def test_the_interviewers_lines_are_kept_apart_and_get_no_topics(place: Place, tmp_path: Path) -> None:
    bring_text(place, written(tmp_path))
    asked, told = place.store.all(Segment)
    assert (asked.role, asked.speaker, asked.text) == (Role.INTERVIEWER, "Anneke", "Waar komt het startgat?")
    assert (told.role, told.speaker, told.machine_text) == (Role.EXPERT, "Jan", told.text)
    assert (told.start, told.end, told.release) == (2.0, 5.0, Release.INTERNAL)
    assert {t.segment_id for t in place.store.all(Tag)} == {told.id}


def test_along_with_its_recording_it_is_the_text_of_that_take(place: Place, tmp_path: Path) -> None:
    brought = bring_recording(place, recording(tmp_path / "opname.wav"))
    transcript = bring_text(place, written(tmp_path), brought.clip)
    assert brought.clip is not None
    assert transcript.clip_id == brought.clip.id
    assert queue.waiting_clips(place.store) == []


def test_the_take_of_that_name_is_found_afterwards(place: Place, tmp_path: Path) -> None:
    brought = bring_recording(place, recording(tmp_path / "gesprek  1.deel.wav"))
    assert brought.clip is not None
    assert bring_text(place, written(tmp_path, "gesprek  1.deel.vtt")).clip_id == brought.clip.id


def test_a_text_of_another_name_stands_by_itself(place: Place, tmp_path: Path) -> None:
    bring_recording(place, recording(tmp_path / "gesprek.wav"))
    assert bring_text(place, written(tmp_path, "ander.vtt")).clip_id is None


def test_a_known_text_read_with_another_voice_takes_its_own_place(place: Place, tmp_path: Path) -> None:
    first = bring_text(place, written(tmp_path))
    path = written(tmp_path, "kopie.vtt")
    bring_transcript(place, path, read_captions(path), "Anneke", again=Again.SAME_FILE | Again.OTHER_FILE)
    states = {t.id: t.state for t in place.store.all(Transcript)}
    assert states.pop(first.id) is TranscriptState.SUPERSEDED
    assert list(states.values()) == [TranscriptState.CURRENT]


def test_a_refused_text_makes_no_answer(place: Place, tmp_path: Path) -> None:
    bring_text(place, written(tmp_path))
    other = replace(place, question=place.guide.question("M3-V1"))
    with pytest.raises(AlreadyThere):
        bring_text(other, written(tmp_path, "kopie.vtt"))
    assert [a.question_id for a in place.store.all(Answer)] == ["M2-V2"]


def test_the_same_transcript_goes_in_once(place: Place, tmp_path: Path) -> None:
    bring_text(place, written(tmp_path))
    with pytest.raises(AlreadyThere, match=r"kopie\.vtt is in this programme already"):
        bring_text(place, written(tmp_path, "kopie.vtt"))
    assert len(files(place)) == 1


def test_on_a_full_disk_no_part_of_a_transcript_is_left(
    disk_of: Callable[[str], Path], tmp_path: Path
) -> None:
    disk = disk_of("3m")
    made = place_in(disk / "edm")
    with made.store:
        made.store.execute("pragma wal_checkpoint(truncate)")
        filler = fill(disk, leave=12_288)
        with pytest.raises(DiskFull):
            bring_text(made, written(tmp_path))
        assert nothing_was_brought(made)
        filler.unlink()
        assert bring_text(made, written(tmp_path)).id


def test_what_was_said_and_by_whom_is_stored_safe(place: Place, tmp_path: Path) -> None:
    dirty = VTT.replace("Naast", "\x1b]52;c;eA==\x07Na\x00ast [/] [@click=app.quit] &#27;[2J\u202e")
    bring_text(place, written(tmp_path, content=dirty.replace("<v Jan>", "<v Jan&#7;>")))
    told = place.store.all(Segment)[1]
    assert told.text.startswith("]52;c;eA==Naast [/] [@click=app.quit] [2J")
    assert told.speaker == "Jan"


def test_every_failure_is_one_that_can_be_shown(place: Place, tmp_path: Path) -> None:
    with pytest.raises(VakborgError):
        bring_text(place, tmp_path / "weg.vtt")
    assert nothing_was_brought(place)


def test_a_text_read_again_stays_with_its_own_take(place: Place, tmp_path: Path) -> None:
    clips = []
    for n in range(2):
        folder = tmp_path / f"d{n}"
        folder.mkdir()
        clips.append(bring_recording(place, recording(folder / "rec.wav", seed=n)).clip)
        (folder / "rec.vtt").write_text(VTT.replace("contour", f"contour {n}"), encoding="utf-8")
        path = folder / "rec.vtt"
        bring_transcript(place, path, read_captions(path), "Jan", clips[-1])
    path = tmp_path / "d1" / "rec.vtt"
    bring_transcript(place, path, read_captions(path), "Anneke", again=Again.SAME_FILE)
    current = place.store.all(Transcript, state=TranscriptState.CURRENT)
    assert [t.clip_id for t in current] == [c and c.id for c in clips]


def test_a_corrected_text_without_sound_takes_the_place_of_the_first(place: Place, tmp_path: Path) -> None:
    bring_text(place, written(tmp_path))
    path = tmp_path / "opname.vtt"
    path.write_text(VTT.replace("contour", "rand"), encoding="utf-8")
    with pytest.raises(AlreadyThere, match="there is a text already"):
        bring_transcript(place, path, read_captions(path), "Jan", again=Again.SAME_FILE)
    bring_transcript(place, path, read_captions(path), "Jan", again=Again.OTHER_FILE)
    assert len(place.store.all(Transcript, state=TranscriptState.CURRENT)) == 1


def test_ctrl_c_just_after_it_was_stored_leaves_the_file(place: Place, tmp_path: Path) -> None:
    path = recording(tmp_path / "a.wav")
    with pytest.raises(KeyboardInterrupt), copied(place.programme, path, fingerprint(path), "audio") as copy:
        copy.place("audio/A1/a.wav")
        raise KeyboardInterrupt
    assert files(place) == ["audio/A1/a.wav"]


def test_a_name_that_is_too_long_is_refused_in_words(place: Place) -> None:
    with pytest.raises(VakborgError, match="the name is too long"):
        bring_recording(place, Path("x" * 300 + ".wav"))


# --- the expert's word -------------------------------------------------------------------------------
def refuse(place: Place) -> None:
    place.store.add(Consent(place.session.expert_id, Permission.TRANSCRIPT, given=False, at=now()))


def test_a_recording_of_who_refuses_a_transcript_goes_in_and_does_not_wait_for_one(
    place: Place, tmp_path: Path
) -> None:
    assert bring_recording(place, recording(tmp_path / "a.wav", seed=1)).waits
    refuse(place)
    brought = bring_recording(place, recording(tmp_path / "b.wav", seed=2))
    assert brought.clip in place.store.all(Clip)
    assert not brought.waits
    assert [job.clip_id for job in place.store.all(Job)] == [1]
    assert check(place.programme, place.store) == []


def test_a_text_of_who_refuses_a_transcript_is_refused_with_advice(place: Place, tmp_path: Path) -> None:
    refuse(place)
    with pytest.raises(UsageRefused, match=r"opname\.vtt: the expert of session A1 does not let") as caught:
        bring_text_of(place, written(tmp_path))
    assert "If they permit it after all" in caught.value.advice
    assert nothing_was_brought(place)


def bring_text_of(place: Place, path: Path) -> None:
    bring_transcript(place, path, read_captions(path), "Jan")


def test_a_recording_of_who_does_not_permit_any_is_refused_with_the_reason(tmp_path: Path) -> None:
    place = place_in(tmp_path / "p")
    with place.store as store:
        refusing = Consent(place.session.expert_id, Permission.RECORDING, given=False, at=now())
        store.add(refusing)
        with pytest.raises(
            UsageRefused, match=r"a\.wav: the expert of session A1 does not permit recordings"
        ):
            bring_recording(place, recording(tmp_path / "a.wav"))
        assert (store.count(Clip), store.count(Answer)) == (0, 0)
        assert not list((place.programme.folder / "audio").rglob("*.*"))
