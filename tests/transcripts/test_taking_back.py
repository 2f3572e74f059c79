"""Taking back what was brought to the wrong place."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from sessions.checking import check
from sessions.errors import DiskFull, UnknownName
from sessions.guides import library
from sessions.interview import Answer, Clip
from sessions.jobs import Job
from sessions.programme import create_programme
from sessions.release import Release
from sessions.store import Store, queue
from sessions.store.reading import read_sessions
from sessions.store.search import search
from sessions.taken_back import Kind, whose
from sessions.transcript import Segment, Transcript
from tests.builders import add_session
from tests.transcripts.recordings import recording
from transcripts.bringing import Again, Place, bring_recording, bring_transcript
from transcripts.captions import read_captions
from transcripts.taking_back import last_brought, take_back

VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Jan>Ik leg het startgat in de uitvaller.\n"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    programme = create_programme(tmp_path / "p")
    guide, _toml = library.find("edm-nl")
    with programme.store() as store:
        session = add_session(store, "Jan", "V")
        yield Place(programme, store, session, guide.question("M2-V2"), guide)


def written(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text(VTT, encoding="utf-8")
    return path


def undo(place: Place) -> Path:
    return take_back(place.programme, place.store, last_brought(place))


def test_a_recording_goes_with_its_job_and_answer_and_its_file_is_kept(place: Place, tmp_path: Path) -> None:
    path = recording(tmp_path / "verkeerd.wav")
    bring_recording(place, path)
    kept = undo(place)
    assert kept == place.programme.folder / "taken-back" / "verkeerd.wav"
    assert kept.read_bytes() == path.read_bytes()
    assert not any(place.store.all(kind) for kind in (Answer, Clip, Job, Transcript))
    assert check(place.programme, place.store) == []


def test_it_is_noted_whose_it_was_and_what_it_was_brought_as(place: Place, tmp_path: Path) -> None:
    bring_recording(place, recording(tmp_path / "a.wav").rename(tmp_path / "opname"))
    undo(place)
    path = written(tmp_path, "los.vtt")
    bring_transcript(place, path, read_captions(path), "Jan")
    undo(place)
    noted = whose(place.programme.folder).values()
    assert sorted((owner.session, owner.kind) for owner in noted) == [("A1", Kind.SOUND), ("A1", Kind.TEXT)]


def test_it_can_be_brought_again_to_the_right_place(place: Place, tmp_path: Path) -> None:
    path = recording(tmp_path / "a.wav")
    bring_recording(place, path)
    undo(place)
    assert bring_recording(place, path).clip is not None


def test_its_words_are_no_longer_found(place: Place, tmp_path: Path) -> None:
    path = written(tmp_path, "los.vtt")
    bring_transcript(place, path, read_captions(path), "Jan")
    assert search(place.store, "startgat")
    undo(place)
    assert not search(place.store, "startgat")
    assert not read_sessions(place.store)[0].answers


def test_of_a_pair_the_text_goes_first_and_the_recording_waits_again(place: Place, tmp_path: Path) -> None:
    sound, text = recording(tmp_path / "a.wav"), written(tmp_path, "a.vtt")
    clip = bring_recording(place, sound).clip
    bring_transcript(place, text, read_captions(text), "Jan", clip)
    assert last_brought(place).name == "a.vtt"
    assert last_brought(place).fragments == 1
    undo(place)
    assert queue.waiting_clips(place.store) == [clip]
    assert last_brought(place).name == "a.wav"


def test_the_text_before_it_comes_back(place: Place, tmp_path: Path) -> None:
    clip = bring_recording(place, recording(tmp_path / "a.wav")).clip
    first, second = written(tmp_path, "a.vtt"), tmp_path / "b.vtt"
    second.write_text(VTT.replace("uitvaller", "plaat"), encoding="utf-8")
    bring_transcript(place, first, read_captions(first), "Jan", clip)
    bring_transcript(
        place, second, read_captions(second), "Jan", clip, again=Again.SAME_FILE | Again.OTHER_FILE
    )
    undo(place)
    ((fragment,),) = [a.fragments for a in read_sessions(place.store)[0].answers]
    assert fragment.segment.text == "Ik leg het startgat in de uitvaller."
    assert not queue.waiting_clips(place.store)


def test_two_files_of_one_name_are_both_kept(place: Place, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for n, path in enumerate((tmp_path / "a.wav", tmp_path / "b" / "a.wav")):
        bring_recording(place, recording(path, seed=n))
        undo(place)
    assert len(list((place.programme.folder / "taken-back").iterdir())) == 2


def test_where_nothing_was_brought_that_is_said(place: Place) -> None:
    with pytest.raises(UnknownName, match="Nothing was brought to question M2-V2 in session A1"):
        last_brought(place)


def test_of_two_brought_in_one_second_the_last_goes(place: Place, tmp_path: Path) -> None:
    for n, name in enumerate(("eerst.wav", "laatst.wav")):
        bring_recording(place, recording(tmp_path / name, seed=n))
    assert last_brought(place).name == "laatst.wav"


def test_a_file_that_was_read_twice_goes_one_reading_at_a_time(place: Place, tmp_path: Path) -> None:
    path = written(tmp_path, "los.vtt")
    bring_transcript(place, path, read_captions(path), "Jan")
    bring_transcript(place, path, read_captions(path), "Piet", again=Again.SAME_FILE)
    for left in (1, 0):
        undo(place)
        assert check(place.programme, place.store) == []
        assert sum(len(a.fragments) for a in read_sessions(place.store)[0].answers) == left
    assert not place.store.all(Answer)


def test_an_undo_that_is_not_stored_leaves_the_file_where_it_was(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = bring_recording(place, recording(tmp_path / "a.wav")).clip
    assert clip is not None

    @contextmanager
    def full(_store: Store) -> Iterator[None]:
        yield
        raise DiskFull("vol")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "immediate", full)
        with pytest.raises(DiskFull):
            undo(place)
    assert place.programme.file(clip.path).is_file()


def test_no_id_is_given_out_again(place: Place, tmp_path: Path) -> None:
    """Another process may still hold it: a worker would write into what a person just brought."""
    seen: set[int] = set()
    for n in range(3):
        bring_recording(place, recording(tmp_path / f"{n}.wav", seed=n))
        seen |= {job.id for job in place.store.all(Job)}
        undo(place)
    assert len(seen) == 3


def test_nothing_that_was_taken_back_is_ever_lost(place: Place, tmp_path: Path) -> None:
    """However often, under whatever name: the content of each file is still there."""
    contents = set()
    for n in range(2):
        folder = tmp_path / str(n)
        folder.mkdir()
        path = recording(folder / "a.wav", seed=n)
        contents.add(path.read_bytes())
        for _time in range(4):
            bring_recording(place, path)
            undo(place)
    kept = (place.programme.folder / "taken-back").iterdir()
    assert {path.read_bytes() for path in kept} == contents


def test_what_was_struck_in_it_is_struck_in_the_text_that_comes_back(place: Place, tmp_path: Path) -> None:
    path, other = written(tmp_path, "a.vtt"), tmp_path / "elders" / "a.vtt"
    bring_transcript(place, path, read_captions(path), "Jan")
    other.parent.mkdir()
    other.write_text(VTT.replace("uitvaller", "uitval"), encoding="utf-8")
    bring_transcript(place, other, read_captions(other), "Jan", again=Again.OTHER_FILE)
    ((fragment,),) = [a.fragments for a in read_sessions(place.store)[0].answers]
    place.store.save(replace(fragment.segment, release=Release.STRUCK))
    undo(place)
    ((fragment,),) = [a.fragments for a in read_sessions(place.store)[0].answers]
    assert "uitvaller" in fragment.segment.text
    assert fragment.segment.release is Release.STRUCK
    assert not search(place.store, "startgat")


def test_what_was_struck_is_so_too_where_it_was_cut_otherwise_at_other_times(
    place: Place, tmp_path: Path
) -> None:
    path, other = written(tmp_path, "a.vtt"), tmp_path / "elders" / "a.vtt"
    path.write_text(f"{VTT}\n00:09.000 --> 00:10.000\n<v Jan>Dan gaat de draad erdoor.\n", encoding="utf-8")
    bring_transcript(place, path, read_captions(path), "Jan")
    other.parent.mkdir()
    whole = "Ik leg het startgat in de uitvaller. Dan gaat de draad erdoor. En klaar."
    other.write_text(f"WEBVTT\n\n01:00.000 --> 01:04.000\n<v Jan>{whole}\n", encoding="utf-8")
    bring_transcript(place, other, read_captions(other), "Jan", again=Again.OTHER_FILE)
    for segment in place.store.all(Segment, start=60.0):
        place.store.save(replace(segment, release=Release.STRUCK))
    undo(place)
    assert not search(place.store, "startgat")
    assert not search(place.store, "draad")
