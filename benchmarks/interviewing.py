"""The interview screen: key press to painted change, idle and beside Whisper, and how soon text comes.

The real app, conductor, recorder, worker and database; a microphone of a PulseAudio of its own (Linux only).
"""

import asyncio
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import soundfile
from textual.pilot import Pilot

from benchmarks.pressing import press
from capture.app import VakborgApp
from capture.demonstration import MATERIAL
from capture.interviewing.conductor import Conductor
from capture.interviewing.state import Recording
from capture.recorder.protocol import Trouble, TroubleKind
from capture.screens.interview import InterviewScreen
from capture.settings import remember
from sessions.i18n import set_language
from sessions.interview import AnswerState
from sessions.programme import Programme, create_programme
from sessions.store import queue
from sessions.store.interviews import find_session, guide_of
from tests.builders import add_session
from tests.sound import VirtualMicrophone, sound_server
from tests.watching import shown
from transcripts.bringing import Place, bring_recording
from transcripts.models import DEMO

PRESSES = 40
ANSWERS = 5
RECORDINGS = sorted((MATERIAL / "audio").glob("*.flac"))
Presses = dict[str, list[float]]


def main() -> None:
    """Print medians and 95th percentiles of key presses, and the delay of texts."""
    set_language("en")  # what is waited for on the screen
    with tempfile.TemporaryDirectory() as folder, sound_server() as server:
        microphone = server.microphone(awake=True)
        remember(microphone=microphone.key)
        programme = create_programme(Path(folder) / "traject")
        with programme.store() as store:
            add_session(store, "Jan", "Vonkwerk")
        asyncio.run(_measure(programme, microphone))


async def _measure(programme: Programme, microphone: VirtualMicrophone) -> None:
    app = VakborgApp(programme)
    conductor = Conductor(programme, "A1", DEMO)
    lost: list[str] = []
    async with app.run_test(size=(80, 24)) as pilot:
        conductor.start()
        screen = InterviewScreen(conductor)
        await app.push_screen(screen)
        await _until(pilot, lambda: screen.now and screen.now.recording is Recording.READY)
        conductor.begin()
        _watch(conductor, lost)
        await pilot.press("space")
        await _until(pilot, lambda: screen.now and screen.now.recording is Recording.RUNNING)
        _report("idle", await _presses(pilot, screen))
        _fill_queue(programme)
        await _until(pilot, lambda: screen.now and screen.now.transcribing.waiting > ANSWERS)
        _report("beside Whisper", await _presses(pilot, screen))
        await _until(pilot, lambda: screen.now and not screen.now.transcribing.waiting, 600)
        await _texts(pilot, screen, microphone)
        print(f"overflows, sound that was lost: {len(lost)}")
        await asyncio.to_thread(conductor.close)


def _watch(conductor: Conductor, lost: list[str]) -> None:
    """Note every trouble of the microphone that costs sound."""
    take_in = conductor._stage.sound.take_in

    def noting(event: Any) -> None:
        if isinstance(event, Trouble) and event.kind in (TroubleKind.LOST, TroubleKind.BEHIND):
            lost.append(event.detail)
        take_in(event)

    conductor._stage.sound.take_in = noting  # type: ignore[method-assign]


async def _presses(pilot: Pilot[Any], screen: InterviewScreen) -> Presses:
    """Seconds from each key press until its change is painted."""
    taken: Presses = {"n, p": [], "1": [], "o": []}
    for turn in range(PRESSES):
        now = screen.snapshot
        there = now.standings[now.here + (1 if turn % 2 == 0 else -1)].question.id
        taken["n, p"].append(await press(pilot, "np"[turn % 2], partial(_stands, pilot, there, 3)))
        await _until(pilot, lambda: screen.snapshot.recording is Recording.RUNNING)
        mark = "1 ☐" if 1 in screen.snapshot.standing.asked else "1 ✔"
        taken["1"].append(await press(pilot, "1", partial(_stands, pilot, mark)))
        taken["o"].append(await press(pilot, "o", lambda: "OFF THE RECORD" in _line(pilot, 1)))
        taken["o"].append(await press(pilot, "o", lambda: "OFF THE RECORD" not in _line(pilot, 1)))
        await _until(pilot, lambda: screen.snapshot.recording is Recording.RUNNING)
    return taken


def _stands(pilot: Pilot[Any], text: str, line: int | None = None) -> bool:
    return text in (shown(pilot.app) if line is None else _line(pilot, line))


def _line(pilot: Pilot[Any], number: int) -> str:
    return shown(pilot.app).splitlines()[number]


def _report(when: str, presses: Presses) -> None:
    for key, taken in presses.items():
        p95 = float(np.percentile(taken, 95))
        print(f"{when:15} {key:5} median {median(taken) * 1000:5.0f} ms   p95 {p95 * 1000:5.0f} ms")


def _fill_queue(programme: Programme) -> None:
    """Enough work in the same session to keep Whisper busy."""
    with programme.store() as store:
        session = find_session(store, "A1")
        guide = guide_of(store, session)
        questions = list(guide.questions.values())[-len(RECORDINGS) :]
        places = [Place(programme, store, session, question, guide) for question in questions]
        brought = [bring_recording(place, file) for place, file in zip(places, RECORDINGS, strict=True)]
        for _turn in range(3):
            for one in brought:
                if one.clip:
                    queue.enqueue(store, one.clip)


async def _texts(pilot: Pilot[Any], screen: InterviewScreen, microphone: VirtualMicrophone) -> None:
    """From the end of an answer to its text on the screen, as a multiple of its length."""
    ratios = []
    for recording in RECORDINGS[:ANSWERS]:
        length = soundfile.info(recording).duration
        question = screen.snapshot.standing.question.id
        await asyncio.to_thread(microphone.play, recording)
        ended = time.perf_counter()
        await pilot.press("n")
        await _until(pilot, partial(_is_written, screen, question))
        ratios.append((time.perf_counter() - ended) / length)
    print(
        f"end of an answer to its text: median {median(ratios):.2f}, worst {max(ratios):.2f} times its length"
    )


def _is_written(screen: InterviewScreen, question: str) -> bool:
    now = screen.snapshot
    return any(s.question.id == question and s.state == AnswerState.TRANSCRIBED for s in now.standings)


async def _until(pilot: Pilot[Any], seen: Callable[[], object], patience: float = 60.0) -> None:
    until = time.monotonic() + patience
    while not seen():
        if time.monotonic() > until:
            raise TimeoutError(shown(pilot.app))
        await pilot.pause(0.02)


if __name__ == "__main__":
    main()
