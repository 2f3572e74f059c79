from capture.app import VakborgApp
from capture.screens.failure import FailureScreen
from capture.screens.wait import WaitScreen
from sessions.errors import VakborgError
from tests.watching import SMALL, read, settled


async def test_it_goes_when_the_wait_is_over() -> None:
    app = VakborgApp(None)
    async with app.run_test(size=SMALL) as pilot:
        waiting = WaitScreen("Het [/x] wordt bewaard …")
        app.push_screen(waiting)
        await settled(pilot)
        assert "Het [/x] wordt bewaard …" in read(app)
        await pilot.press("escape")
        assert app.screen is waiting
        waiting.finish()
        await settled(pilot)
        assert app.screen is not waiting


async def test_below_something_else_it_goes_when_that_is_closed() -> None:
    app = VakborgApp(None)
    async with app.run_test(size=SMALL) as pilot:
        waiting = WaitScreen("Even …")
        app.push_screen(waiting)
        app.push_screen(FailureScreen(VakborgError("Weg.", "Kijk.")))
        await settled(pilot)
        waiting.finish()
        await pilot.press("enter")
        await settled(pilot)
        assert waiting not in app.screen_stack
