"""The interview screen on a conductor that only notes what it is asked."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.binding import Binding
from textual.pilot import Pilot

from capture.app import VakborgApp
from capture.interviewing.state import Alarm, Snapshot
from capture.screens.interview import InterviewScreen
from capture.screens.interviewing.keys import KEYS
from sessions.follow_ups import Suggested
from sessions.programme import Programme
from tests.capture.interviewing.fakes import FakeConductor, a_conversation, rule
from tests.watching import SMALL, shown

WIDE = (120, 40)


ALARM = Alarm("De microfoon is weg.", "Kies een andere microfoon.", microphone=True)


class Sitting:
    """A conversation on the screen."""

    def __init__(
        self, app: VakborgApp, screen: InterviewScreen, fake: FakeConductor, pilot: Pilot[Any]
    ) -> None:
        self.app, self.screen, self.fake, self.pilot = app, screen, fake, pilot
        self.bells = 0

    @property
    def is_back(self) -> bool:
        """Whether the interview screen itself is in front."""
        return self.app.screen is self.screen

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def say(self, news: Any) -> None:
        self.fake.say(news)
        await self.pilot.pause()

    async def change(self, **changes: Any) -> None:
        self.fake.change(**changes)
        await self.pilot.pause()

    async def click_on(self, words: str) -> None:
        """Click on the first of these ``words`` on the screen."""
        for y, line in enumerate(shown(self.app).splitlines()):
            if words in line:
                await self.pilot.click(offset=(line.index(words), y))
                await self.pilot.pause()
                return
        raise AssertionError(f"no “{words}” on:\n{shown(self.app)}")


@asynccontextmanager
async def sitting(
    now: Snapshot | None = None, size: tuple[int, int] = SMALL, programme: Programme | None = None
) -> AsyncIterator[Sitting]:
    fake = FakeConductor(now or a_conversation(), programme)
    app = VakborgApp(programme)
    screen = InterviewScreen(fake)
    app.conductor = fake
    async with app.run_test(size=size, notifications=True) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        talk = Sitting(app, screen, fake, pilot)

        def count() -> None:
            talk.bells += 1

        app.bell = count  # type: ignore[method-assign]
        yield talk


def key(binding_id: str) -> Binding:
    """The key with this id: named in the language in which the app was imported."""
    return next(b for b in KEYS if isinstance(b, Binding) and b.id == binding_id)


def suggested(now: Snapshot) -> Suggested:
    return Suggested(rule(now, "verborgen-stap"), "en dan vonk je hem gewoon", 1)
