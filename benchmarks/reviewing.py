"""The review screen on an answer of 2,000 fragments: key press to painted change, and how soon it is there.

The real app, review thread and database.
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
from textual.pilot import Pilot

from benchmarks.pressing import press
from capture.app import VakborgApp
from capture.screens.review import ReviewScreen
from capture.screens.reviewing.find import PAUSE
from capture.screens.session import SessionScreen
from sessions.i18n import set_language
from sessions.programme import Programme, create_programme
from tests.builders import Said, add_clip, add_session, add_transcript
from tests.watching import shown

FRAGMENTS = 2000
PRESSES = 40
OPENINGS = 10
SENTENCES = (
    "Ik zet het startgat altijd drie millimeter naast de contour, want anders beschadig je de wand.",
    "En let op het spoelen: staat de druk te hoog, dan breekt de draad.",
    "Bij hoge stukken pak ik een gecoate draad, dat scheelt je een halve middag.",
    "Dan",
    "Nul komma twee vijf, dat is wat ik er meestal op zet, en dan luister je naar de machine.",
)
SIZES = ((80, 24), (120, 40))


def main() -> None:
    """Print medians and 95th percentiles."""
    set_language("en")  # what is waited for on the screen
    with tempfile.TemporaryDirectory() as folder:
        programme = _programme(Path(folder) / "traject")
        for size in SIZES:
            print(f"{size[0]}×{size[1]}, {FRAGMENTS} fragments")
            asyncio.run(_measure(programme, size))


def _programme(folder: Path) -> Programme:
    programme = create_programme(folder)
    with programme.store() as store:
        session = add_session(store, "Jan van Dijk", "Vonkwerk")
        said = [_said(n) for n in range(FRAGMENTS)]
        add_transcript(store, add_clip(programme, store, session, "M2-V2", 5.0 * FRAGMENTS), said)
    return programme


def _said(number: int) -> Said:
    text = f"{number:04d} {SENTENCES[number % len(SENTENCES)]}"
    unsure = ("contour",) if number % 3 == 0 else ()
    return Said(
        text,
        5.0 * number,
        unsure=unsure,
        suggested={"spoelen-draad": ("spoelen",)} if number % 4 == 1 else {},
    )


async def _measure(programme: Programme, size: tuple[int, int]) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=size) as pilot:
        await app.push_screen(SessionScreen(programme, "A1"))
        await _until(pilot, lambda: "0000" in shown(app))
        opening = [await _open(pilot) for _turn in range(OPENINGS)]
        _report("opening, to the first text", opening)
        await _opened(pilot)
        await pilot.press("home")
        await _until(pilot, _stands(pilot, 0))
        _report("moving down", [await press(pilot, "down", _stands(pilot, n)) for n in range(1, PRESSES)])
        _report("a page down", await _pages(pilot))
        _report("to the end, to the start", await _ends(pilot))
        _report("a key in the field", await _typing(pilot))
        _report("right (k), to the next", await _right(pilot))
        dialog, places = await _find(pilot)
        _report("find, to its dialog", dialog)
        _report(f"found (it waits {1000 * PAUSE:.0f})", places)


async def _open(pilot: Pilot[Any]) -> float:
    taken = await press(
        pilot, "n", lambda: isinstance(pilot.app.screen, ReviewScreen) and "▌" in shown(pilot.app)
    )
    await _opened(pilot)
    await pilot.press("escape")
    await _until(pilot, lambda: isinstance(pilot.app.screen, SessionScreen))
    return taken


async def _opened(pilot: Pilot[Any]) -> None:
    if isinstance(pilot.app.screen, SessionScreen):
        await pilot.press("n")
    await _until(pilot, lambda: _screen(pilot).now is not None and _screen(pilot).page.number > 0)
    await _until(pilot, lambda: _screen(pilot).fragments.has_focus)


def _screen(pilot: Pilot[Any]) -> ReviewScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    return screen


def _reads(pilot: Pilot[Any], text: str) -> bool:
    return text in shown(pilot.app)


def _stands(pilot: Pilot[Any], number: int) -> Callable[[], bool]:
    """Whether one stands on the fragment with this number: the bar is before it."""
    return lambda: any("▌" in line and f" {number:04d}" in line for line in shown(pilot.app).splitlines())


async def _pages(pilot: Pilot[Any]) -> list[float]:
    fragments = _screen(pilot).fragments
    taken = []
    for _turn in range(PRESSES):
        before = fragments.at
        taken.append(await press(pilot, "pagedown", partial(_is_past, pilot, before)))
    return taken


def _is_past(pilot: Pilot[Any], before: int) -> bool:
    at = _screen(pilot).fragments.at
    return at > before and _stands(pilot, at)()


async def _ends(pilot: Pilot[Any]) -> list[float]:
    taken = []
    for _turn in range(PRESSES // 4):
        taken.append(await press(pilot, "end", _stands(pilot, FRAGMENTS - 1)))
        taken.append(await press(pilot, "home", _stands(pilot, 0)))
    return taken


async def _typing(pilot: Pilot[Any]) -> list[float]:
    await pilot.press("enter")
    await _until(pilot, lambda: "Edit " in shown(pilot.app))
    taken = []
    for n in range(1, PRESSES):
        taken.append(await press(pilot, "x", partial(_reads, pilot, "x" * n)))
    await pilot.press("escape", "left", "enter")
    await _until(
        pilot, lambda: isinstance(pilot.app.screen, ReviewScreen) and _screen(pilot).editor.typed is None
    )
    return taken


async def _right(pilot: Pilot[Any]) -> list[float]:
    await pilot.press("home", "n")
    await _until(pilot, lambda: _screen(pilot).fragments.at > 0 or _stands(pilot, 0)())
    taken = []
    for _turn in range(PRESSES):
        before = _screen(pilot).fragments.at
        taken.append(await press(pilot, "k", partial(_is_past, pilot, before)))
    return taken


async def _find(pilot: Pilot[Any]) -> tuple[list[float], list[float]]:
    """Until the dialog is there, and from a letter in it to the places of that letter."""
    dialog, places = [], []
    for turn in range(OPENINGS):
        dialog.append(await press(pilot, "ctrl+f", lambda: "Find and replace" in shown(pilot.app)))
        places.append(await press(pilot, "aekodst"[turn % 7], lambda: "Found in" in shown(pilot.app)))
        await pilot.press("escape")
        await _until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
    return dialog, places


def _report(what: str, taken: list[float]) -> None:
    p95 = float(np.percentile(taken, 95))
    print(f"  {what:28} median {median(taken) * 1000:5.0f} ms   p95 {p95 * 1000:5.0f} ms")


async def _until(pilot: Pilot[Any], seen: Callable[[], object], patience: float = 60.0) -> None:
    until = time.monotonic() + patience
    while not seen():
        if time.monotonic() > until:
            raise TimeoutError(shown(pilot.app))
        await pilot.pause(0.02)


if __name__ == "__main__":
    main()
