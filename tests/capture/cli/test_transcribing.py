"""``vakborg transcribe`` once more: what people did stays, and they are told."""

from pathlib import Path

import pytest

from capture.demonstration import MATERIAL
from sessions.interview import Session
from sessions.jobs import JobState
from sessions.programme import Programme, create_programme
from sessions.store import editing, queue, revising
from sessions.store.reading import read_sessions
from sessions.transcript import Segment, Timed, Why
from tests.builders import Said, add_session, add_transcript
from tests.capture.cli.conftest import Vakborg
from tests.transcripts.material import cues
from transcripts.bringing import Place, bring_recording

RECORDING = MATERIAL / "audio" / "expert-a-M3-V4.flac"
HEARD = "Voor gewoon werk gebruik ik messing draad van 0,25 millimeter."
CUES = cues(RECORDING.stem)
TYPED = "Voor fijn werk gebruik ik messingdraad van 0,25 millimeter."


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    programme = create_programme(tmp_path / "traject")
    with programme.store() as store:
        session = add_session(store, "Henk", "Bedrijf")
        guide = read_sessions(store)[0].guide
        place = Place(programme, store, session, guide.question("M3-V4"), guide)
        clip = bring_recording(place, RECORDING).clip
        assert clip is not None
        queue.withdraw(store, clip)
        add_transcript(store, clip, [Said(HEARD, 0.5), *(Said(c["text"], c["start"]) for c in CUES[1:])])
    return programme


def first_segment(programme: Programme) -> Segment:
    with programme.store() as store:
        return read_sessions(store)[0].answers[0].fragments[0].segment


def test_what_a_person_typed_is_there_after_transcribing_again(
    vakborg: Vakborg, programme: Programme
) -> None:
    with (
        programme.store() as store,
        editing.editing(store, store.all(Session)[0], "Anneke", Why.HUMAN, "text typed") as pencil,
    ):
        revising.retype(pencil, first_segment(programme).id, TYPED)
    again = vakborg(
        "--programme", programme.folder, "--lang", "en", "transcribe", "--model", "demo-nl", "--again"
    )
    assert again.code == 0
    assert "1 recording is transcribed again; what people did in its text stays." in again.err
    assert "1 fragment that a person had worked on was carried over." in again.err
    assert (first_segment(programme).text, first_segment(programme).timed) == (TYPED, Timed.ALIGNED)


def test_where_nothing_was_transcribed_there_is_nothing_to_do_again(vakborg: Vakborg, tmp_path: Path) -> None:
    empty = create_programme(tmp_path / "leeg").folder
    said = vakborg("--programme", empty, "--lang", "en", "transcribe", "--again")
    assert said.code == 0
    assert "0 recordings are transcribed again" in said.err
    assert "Nothing waits to be transcribed." in said.err


def test_a_model_that_is_not_there_leaves_what_was_transcribed(
    vakborg: Vakborg, programme: Programme
) -> None:
    said = vakborg(
        "--programme", programme.folder, "--lang", "en", "transcribe", "--again", "--model", "demo"
    )
    assert said.code == 1
    assert "demo-nl" in said.err
    with programme.store() as store:
        assert queue.standing(store)[JobState.QUEUED] == 0
