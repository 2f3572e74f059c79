from capture.app import VakborgApp
from tests.watching import SMALL, read


async def test_it_says_what_to_type_and_fits_a_small_terminal() -> None:
    app = VakborgApp(None)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        text = read(app)
        await pilot.press("escape", "enter", "r")
        assert app.is_running
        await pilot.press("q")
    assert "vakborg demo" in text
    assert "vakborg init" in text
    assert app.return_code == 0
