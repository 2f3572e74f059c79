"""Suggestions renewed in a process of its own."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from sessions.errors import TranscriptionError
from sessions.programme import Programme, create_programme
from sessions.transcript import Segment, Tag, TagOrigin
from tests.builders import Said, add_session, add_text
from transcripts.suggesting import Order, suggest_again

CLOCK = "Zo'n klokje langs de zijkant en een tikje tot de naald stil blijft staan."


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """A session in which something is suggested that is not right."""
    made = create_programme(tmp_path / "edm")
    with made.store() as store:
        session = add_session(store, "Jan", "Noord")
        add_text(
            store, session, "M2-V2", [Said(CLOCK, suggested={"ruwheid": ("naald",)})], original_name="a.vtt"
        )
    return made


def suggested(programme: Programme) -> list[str]:
    with programme.store() as store:
        (segment,) = store.all(Segment)
        return [t.topic for t in store.all(Tag, segment_id=segment.id, origin=TagOrigin.SUGGESTED)]


def test_it_is_done_when_the_call_is_back(programme: Programme) -> None:
    assert suggest_again(programme, "A1") == 1
    assert suggested(programme) == ["opspannen-uitrichten"]
    assert suggest_again(programme) == 0


def test_a_failure_is_told_in_the_language_of_the_interface(programme: Programme) -> None:
    with pytest.raises(TranscriptionError, match="There is no session B7"):
        suggest_again(programme, "B7")
    assert suggested(programme) == ["ruwheid"]


def test_a_programme_that_is_gone_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(TranscriptionError, match="There is no programme"):
        suggest_again(Programme(tmp_path / "weg"))


def test_a_child_that_dies_is_told(programme: Programme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transcripts.suggesting.Order", lambda *_parts: Order("", "", ""))
    monkeypatch.setattr("transcripts.suggesting.asdict", lambda _order: {"unknown": 1})
    with pytest.raises(TranscriptionError, match="could not be suggested anew"):
        suggest_again(programme)


def test_it_dies_with_its_parent(programme: Programme) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "transcripts.suggesting"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdin is not None
    child.stdin.write(json.dumps(asdict(Order(str(programme.folder), "", "nl"))) + "\n")
    child.stdin.close()
    assert child.wait(timeout=60) == 1
    for pipe in (child.stdout, child.stderr):
        assert pipe is not None
        pipe.close()
