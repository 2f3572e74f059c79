"""``vakborg import``: real files, of which some may fail."""

import json
import shutil
from pathlib import Path

import pytest

from capture.demonstration import MATERIAL
from sessions.interview import Clip
from sessions.jobs import Job
from sessions.programme import Programme, create_programme
from sessions.store.reading import read_sessions
from sessions.transcript import Role, Segment, Transcript
from tests.capture.cli.conftest import Vakborg, typing

SOUND = MATERIAL / "audio" / "expert-a-M3-V4.flac"
VTT = """WEBVTT

00:00:00.500 --> 00:00:02.000
<v Anneke Vraagt>Welke draad pak je?</v>

00:00:02.500 --> 00:00:06.000
<v Jan de Vries>Voor een kleine radius pak ik een dunne draad, want dan komt de hoek beter uit.</v>
"""


@pytest.fixture
def programme(vakborg: Vakborg, tmp_path: Path) -> Programme:
    programme = create_programme(tmp_path / "p")
    vakborg("--programme", programme.folder, "session", "new", "--expert", "Jan de Vries", "--company", "V")
    return programme


def test_some_fail_the_rest_go_in_and_the_summary_says_which(vakborg: Vakborg, programme: Programme) -> None:
    Path("tekst.wav").write_text("dit is geen geluid")
    shutil.copy(SOUND, "goed.flac")
    said = vakborg("import", "tekst.wav", "goed.flac", "weg.mp3", "--session", "a1", "--question", "m3-v4")
    assert said.code == 1
    assert "✓ goed.flac" in said.err
    assert "1 file added to session A1." in said.err
    assert "Not added: tekst.wav, weg.mp3." in said.err
    with programme.store() as store:
        (clip,) = store.all(Clip)
        assert len(store.all(Job)) == 1
    assert programme.file(clip.path).read_bytes() == SOUND.read_bytes()


def test_the_same_recording_is_not_taken_twice(vakborg: Vakborg, programme: Programme) -> None:
    place = ("--session", "A1", "--question", "M3-V4")
    assert vakborg("import", SOUND, *place).code == 0
    said = vakborg("import", SOUND, *place)
    assert said.code == 1
    assert "session A1, question M3-V4" in said.err


def test_a_transcript_comes_along_with_its_recording(vakborg: Vakborg, programme: Programme) -> None:
    shutil.copy(SOUND, "gesprek.flac")
    Path("gesprek.vtt").write_text(VTT, encoding="utf-8")
    said = vakborg("import", "gesprek.vtt", "gesprek.flac", "--session", "A1", "--question", "M3-V4")
    assert said.code == 0
    assert "Kept apart: Anneke Vraagt" in said.err
    with programme.store() as store:
        (transcript,) = store.all(Transcript)
        (clip,) = store.all(Clip)
        roles = [s.role for s in store.all(Segment)]
        assert not store.all(Job)
    assert (transcript.clip_id, transcript.original_name) == (clip.id, "gesprek.vtt")
    assert roles == [Role.INTERVIEWER, Role.EXPERT]


def test_a_recording_whose_transcript_is_of_no_use_is_queued(vakborg: Vakborg, programme: Programme) -> None:
    shutil.copy(SOUND, "gesprek.flac")
    Path("gesprek.vtt").write_bytes(b"\x00\x01\x02")
    said = vakborg("import", "gesprek.flac", "gesprek.vtt", "--session", "A1", "--question", "M3-V4")
    assert said.code == 1
    with programme.store() as store:
        assert len(store.all(Clip)) == len(store.all(Job)) == 1


def test_a_transcript_alone_is_text_like_any_other(vakborg: Vakborg, programme: Programme) -> None:
    Path("los.vtt").write_text(VTT, encoding="utf-8")
    assert vakborg("import", "los.vtt", "--session", "A1", "--question", "M3-V4").code == 0
    (hit,) = json.loads(vakborg("search", "radius", "--json").out)
    assert (hit["session"], hit["question_id"]) == ("A1", "M3-V4")
    module = vakborg("export", "module", "M3").out.strip()
    assert Path(module).is_file()


def test_the_expert_can_be_pointed_out(vakborg: Vakborg, programme: Programme) -> None:
    Path("los.vtt").write_text(VTT, encoding="utf-8")
    place = ("--session", "A1", "--question", "M3-V4")
    assert (
        "The voices are: Anneke Vraagt, Jan de Vries."
        in vakborg("import", "los.vtt", *place, "--speaker", "Piet").err
    )
    vakborg("import", "los.vtt", *place)
    assert vakborg("import", "los.vtt", *place).code == 1
    again = vakborg("import", "los.vtt", *place, "--speaker", "anneke")
    assert "Taken as the voice of Jan de Vries: Anneke Vraagt. Kept apart: Jan de Vries." in again.err
    with programme.store() as store:
        (reading,) = read_sessions(store)
    assert [f.segment.role for f in reading.answers[0].fragments] == [Role.EXPERT, Role.INTERVIEWER]


def test_two_transcripts_of_one_recording_are_not_dropped_without_a_word(
    vakborg: Vakborg, programme: Programme
) -> None:
    shutil.copy(SOUND, "gesprek.flac")
    Path("gesprek.vtt").write_text(VTT, encoding="utf-8")
    Path("gesprek.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nHallo\n", encoding="utf-8")
    said = vakborg(
        "import", "gesprek.flac", "gesprek.vtt", "gesprek.srt", "--session", "A1", "--question", "M3-V4"
    )
    assert said.code == 1
    assert "✓ gesprek.vtt" in said.err
    assert "gesprek.srt: there is a text already, from gesprek.vtt." in said.err
    again = vakborg("import", "gesprek.srt", "--session", "A1", "--question", "M3-V4", "--replace")
    assert "✓ gesprek.srt" in again.err


def test_a_recording_waits_even_if_the_program_is_stopped_before_its_text_came(
    vakborg: Vakborg, programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    shutil.copy(SOUND, "gesprek.flac")
    Path("gesprek.vtt").write_text(VTT, encoding="utf-8")
    monkeypatch.setattr("capture.cli.importing.read_captions", interrupted)
    said = vakborg("import", "gesprek.flac", "gesprek.vtt", "--session", "A1", "--question", "M3-V4")
    assert said.code == 130
    with programme.store() as store:
        assert len(store.all(Clip)) == len(store.all(Job)) == 1


def test_unknown_sessions_and_questions_are_answered_with_the_nearest(
    vakborg: Vakborg, programme: Programme
) -> None:
    assert "Did you mean A1?" in vakborg("import", SOUND, "--session", "A12", "--question", "M3-V4").err
    assert "Did you mean M3-V4?" in vakborg("import", SOUND, "--session", "A1", "--question", "M3V4").err
    with programme.store() as store:
        assert not store.all(Clip)


def test_a_transcript_that_comes_later_takes_its_recording_off_the_queue(
    vakborg: Vakborg, programme: Programme
) -> None:
    shutil.copy(SOUND, "gesprek.flac")
    Path("gesprek.vtt").write_text(VTT, encoding="utf-8")
    place = ("--session", "A1", "--question", "M3-V4")
    vakborg("import", "gesprek.flac", *place)
    vakborg("import", "gesprek.vtt", *place)
    with programme.store() as store:
        (transcript,), (clip,) = store.all(Transcript), store.all(Clip)
        assert transcript.clip_id == clip.id
        assert not store.all(Job)


def test_a_file_name_with_control_characters_does_not_reach_the_terminal(
    vakborg: Vakborg, programme: Programme
) -> None:
    name = "x\x1b]52;c;aGk=\x07[x].wav"
    Path(name).write_text("geen geluid")
    said = vakborg("import", name, "--session", "A1", "--question", "M3-V4")
    assert said.code == 1
    assert "\x1b" not in said.err
    assert "x]52;c;aGk=[x].wav" in said.err


def test_what_was_brought_can_be_taken_back_after_a_question(
    vakborg: Vakborg, programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = ("--session", "A1", "--question", "M3-V4")
    vakborg("import", SOUND, *place)
    typing(monkeypatch, "")
    assert vakborg("import", "--undo", *place).code == 1
    with programme.store() as store:
        assert len(store.all(Clip)) == 1
    done = vakborg("import", "--undo", "--yes", *place)
    assert done.code == 0
    assert str(programme.folder / "taken-back" / SOUND.name) in done.err
    with programme.store() as store:
        assert not store.all(Clip)


def test_files_and_undo_do_not_go_together(vakborg: Vakborg, programme: Programme) -> None:
    place = ("--session", "A1", "--question", "M3-V4")
    assert vakborg("import", SOUND, "--undo", *place).code == 2
    assert vakborg("import", *place).code == 2


def test_the_order_in_which_a_pair_is_named_does_not_matter(vakborg: Vakborg, programme: Programme) -> None:
    shutil.copy(SOUND, "gesprek.flac")
    Path("gesprek.vtt").write_text(VTT, encoding="utf-8")
    said = vakborg("import", "gesprek.flac", "gesprek.vtt", "--session", "A1", "--question", "M3-V4")
    assert said.code == 0
    assert "2 files added" in said.err


def test_the_text_of_a_recording_that_is_refused_stays_out_too(
    vakborg: Vakborg, programme: Programme
) -> None:
    Path("gesprek.flac").write_bytes(SOUND.read_bytes()[:9000])
    Path("gesprek.vtt").write_text(VTT, encoding="utf-8")
    said = vakborg("import", "gesprek.flac", "gesprek.vtt", "--session", "A1", "--question", "M3-V4")
    assert said.code == 1
    assert "gesprek.vtt belongs to a recording that did not go in" in said.err
    with programme.store() as store:
        assert not store.all(Transcript)
