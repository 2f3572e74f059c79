"""``vakborg import``: real files, of which some may fail."""

import json
import shutil
from pathlib import Path

import pytest

from capture.demonstration import MATERIAL
from sessions.interview import Clip
from sessions.jobs import Job
from sessions.programme import Programme, create_programme
from sessions.transcript import Role, Segment, Transcript
from tests.capture.cli.conftest import Vakborg

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
    assert "1 file went into session A1." in said.err
    assert "Not brought: tekst.wav, weg.mp3." in said.err
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
    assert "kept apart: Anneke Vraagt" in said.err
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
    vakborg("import", "los.vtt", *place, "--speaker", "anneke")
    with programme.store() as store:
        assert [s.role for s in store.all(Segment)] == [Role.EXPERT, Role.INTERVIEWER]


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
