"""A whole review in a real terminal, of a real recording with its real transcript, through a crash."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from capture.demonstration import MATERIAL
from capture.settings import remember
from sessions.facets import Facet
from sessions.guides import library
from sessions.programme import Programme, create_programme
from sessions.release import Release
from sessions.store.interviews import new_session
from sessions.store.people import company_named, expert_named
from sessions.store.reading import read_sessions
from sessions.store.revising import versions
from sessions.store.search import search
from sessions.transcript import Segment, Why
from tests.app.terminals import Terminals
from tests.capture.player.ear import ear
from tests.sound import SoundServer, VirtualMicrophone, sound
from transcripts.bringing import Place, bring_recording

__all__ = ["sound"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

SAID = "Het startgat leg ik altijd in de uitvaller, minstens 3 millimeter van de contour."


@pytest.fixture(scope="module")
def transcribed(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    """One answer of a demo interview, turned into text by the demo's model."""
    programme = create_programme(tmp_path_factory.mktemp("nakijken") / "traject")
    with programme.store() as store:
        guide, toml = library.find("edm-nl")
        session = new_session(
            store, expert_named(store, "Henk", company_named(store, "Bedrijf")), guide, toml
        )
        file = next((MATERIAL / "audio").glob("expert-a-M2-V2*"))
        bring_recording(Place(programme, store, session, guide.question("M2-V2"), guide), file)
    assert vakborg(programme, "transcribe", "--model", "demo-nl") == 0
    return programme


def vakborg(programme: Programme, *arguments: str) -> int:
    command = [sys.executable, "-m", "capture", "--programme", str(programme.folder), *arguments]
    return subprocess.run(command, capture_output=True).returncode


@pytest.fixture
def loudspeaker(sound: SoundServer, monkeypatch: pytest.MonkeyPatch) -> VirtualMicrophone:
    monkeypatch.setenv("PULSE_SINK", "luidspreker")
    return sound.microphone("luidspreker", awake=True)


@pytest.fixture
def terminals(transcribed: Programme) -> Iterator[Terminals]:
    remember(interviewer="Anneke")
    opened = Terminals(transcribed)
    yield opened
    opened.close()


def test_from_the_first_fragment_to_the_document_through_a_crash(
    transcribed: Programme, loudspeaker: VirtualMicrophone, terminals: Terminals, tmp_path: Path
) -> None:
    terminals.start()
    terminals.see("Henk")
    terminals.press("\r", "M2-V2")
    terminals.press("n", "0 of 6")
    terminals.see("“3 millimeter”")

    # listen, and type while it plays
    with ear(loudspeaker) as listening:
        terminals.press(" ", "▶")
        terminals.press("\r", "Edit")
        terminals.press("Nou. ", "Nou. ")
        terminals.wait_while("▶")
    assert listening.loudest > 0.01

    # what was typed is kept, is right, and can be taken back
    terminals.press("\r", "1 of 6")
    terminals.press("u", "0 of 6")
    terminals.press("\x19", "1 of 6")  # Ctrl+Y

    # a number, a topic, a facet, and how far it may go
    terminals.press("p", "3 mm")
    terminals.press("\r", "minstens 3 mm van")
    terminals.press("f", "facet")
    terminals.press("1", "example")
    terminals.press("v2", "partners")

    # everything dies; nothing of it is lost
    terminals.crash()
    terminals.start()
    terminals.see("Henk")
    terminals.press("\r", "00:06")
    terminals.press("n", "1 of 6")
    terminals.press("\x1b[B", "hardmetaal")  # down
    terminals.press("v4", "struck")
    assert terminals.quit() == 0

    first, second = fragments(transcribed)[:2]
    assert first.text.endswith("minstens 3 mm van de contour.")
    assert "Nou. " in first.text
    assert (first.machine_text, first.checked, first.release) == (SAID, True, Release.PARTNERS)
    assert first.facet is Facet.EXAMPLE
    assert second.release is Release.STRUCK
    assert [w.text.strip() for w in first.current_words] == first.text.split()
    with transcribed.store() as store:
        history = versions(store, first.id)
        assert {(r.by, r.why) for r in history} >= {("Anneke", Why.HUMAN), ("Anneke", Why.NUMBERS)}
        assert not search(store, second.text.split()[-1].strip("."))

    assert vakborg(transcribed, "export", "transcript", "A1", "--out", str(tmp_path / "a.txt")) == 0
    document = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert "minstens 3 mm van de contour." in document
    assert second.text not in document


def fragments(programme: Programme) -> list[Segment]:
    with programme.store() as store:
        return [f.segment for a in read_sessions(store)[0].answers for f in a.fragments]
