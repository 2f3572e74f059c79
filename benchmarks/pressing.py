"""From a key to what it changed on the screen."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot


async def press(pilot: Pilot[Any], key: str, seen: Callable[[], bool]) -> float:
    """Press ``key``; the moment counts at which what was asked for had just been painted."""
    app, painted, done = pilot.app, [0.0], asyncio.Event()
    display = app._display

    def noting(*arguments: Any) -> None:
        display(*arguments)
        moment = time.perf_counter()
        if not done.is_set() and seen():
            painted[0] = moment
            done.set()

    app._display = noting  # type: ignore[method-assign,assignment]
    began = time.perf_counter()
    app.simulate_key(key)
    await asyncio.wait_for(done.wait(), 10)
    app._display = display  # type: ignore[method-assign]
    return painted[0] - began
