"""The real review of a real programme on the screen; only the loudspeaker notes what it is asked."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from capture.app import VakborgApp
from capture.player.events import Playing, Told
from capture.reviewing.review import Review
from capture.screens.review import ReviewScreen
from capture.screens.reviewing.playing import Playback
from sessions.programme import Programme
from sessions.store.interviews import find_session
from sessions.store.reading import read_session
from sessions.transcript import Segment
from tests.watching import SMALL, read, until


class FakePlayer:
    """Notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def play(
        self,
        path: str,
        start: float,
        end: float,
        speed: float = 1.0,
        loop: bool = False,
        *,
        play_on: bool = False,
    ) -> None:
        self.asked.append(("play", start, end, speed, loop, play_on))

    def toggle(self) -> None:
        self.asked.append(("toggle",))

    def pause(self) -> None:
        self.asked.append(("pause",))

    def back(self, seconds: float) -> None:
        self.asked.append(("back", seconds))

    def speed(self, times: float) -> None:
        self.asked.append(("speed", times))

    def loop(self, on: bool) -> None:
        self.asked.append(("loop", on))

    def close(self) -> None:
        self.asked.append(("close",))


class Sitting:
    """A review on the screen."""

    def __init__(self, app: VakborgApp, screen: ReviewScreen, pilot: Pilot[Any], player: FakePlayer) -> None:
        self.app, self.screen, self.pilot, self.player = app, screen, pilot, player

    @property
    def text(self) -> str:
        """What is to be read on the screen."""
        return read(self.app).replace("▌ ", "")

    @property
    def here(self) -> str:
        """The text of the fragment at hand."""
        line = self.screen.fragments.line
        return line.fragment.segment.text if line else ""

    @property
    def segment(self) -> Segment:
        """The fragment at hand."""
        line = self.screen.fragments.line
        assert line is not None
        return line.fragment.segment

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, seen: Callable[[], bool]) -> None:
        await until(self.pilot, seen)

    async def sees(self, *words: str) -> None:
        """Wait until all of these ``words`` are on the screen."""
        await self.until(lambda: all(word in self.text for word in words))

    async def stands_on(self, beginning: str) -> None:
        """Wait until one stands on the fragment that begins so."""
        await self.until(lambda: self.here.startswith(beginning))

    async def hears(self, told: Told) -> None:
        """Let the player tell this."""
        self.screen._hear(told)
        await self.pilot.pause()

    async def hears_at(self, at: float) -> None:
        """Let the player be at so many seconds of what it plays."""
        sound = self.screen.playback.sound
        assert sound is not None
        await self.hears(Playing(sound.path, at))


@asynccontextmanager
async def sitting(
    programme: Programme,
    code: str = "A1",
    at: str = "",
    size: tuple[int, int] = SMALL,
    *,
    app: VakborgApp | None = None,
) -> AsyncIterator[Sitting]:
    """The session ``code`` under review by Anneke, from the fragment on that begins with ``at``."""
    app, player = app or VakborgApp(programme), FakePlayer()
    screen = ReviewScreen(Review(programme, code, "Anneke"), segment_of(programme, at) if at else None)
    async with app.run_test(size=size, notifications=True) as pilot:
        await app.push_screen(screen)
        screen.playback = FakePlayback(screen.playback, player)
        await until(pilot, lambda: screen.now is not None)
        await pilot.pause()
        yield Sitting(app, screen, pilot, player)


class FakePlayback(Playback):
    """The playback with that player."""

    def __init__(self, real: Playback, player: FakePlayer) -> None:
        super().__init__(real._folder, real._tell)
        self._player = player  # type: ignore[assignment]


def segment_of(programme: Programme, beginning: str) -> int:
    """The id of the fragment that begins so."""
    with programme.store() as store:
        return next(s.id for s in store.all(Segment) if s.text.startswith(beginning))


def stored(programme: Programme, code: str = "A1") -> list[Segment]:
    """The fragments of a session as they are stored."""
    with programme.store() as store:
        reading = read_session(store, find_session(store, code))
        return [f.segment for answer in reading.answers for f in answer.fragments]
