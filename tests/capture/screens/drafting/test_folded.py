"""What stands as one, kept apart and put together again."""

from capture.app import VakborgApp
from capture.drafts.shelf import Which
from capture.screens.drafting.folded import FoldedScreen
from sessions.exported import KeptApart
from sessions.programme import Programme
from sessions.release import Release
from tests.watching import SMALL, prompts, read, settled


def opened(programme: Programme, module_id: str = "M2") -> tuple[VakborgApp, FoldedScreen]:
    screen = FoldedScreen(programme, Which("edm-nl", module_id), "Startgat", Release.PARTNERS)
    return VakborgApp(programme), screen


async def test_a_wording_stands_by_itself_and_is_put_together_again(released: Programme) -> None:
    app, screen = opened(released)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        before = prompts(screen.listing)
        assert len(before) == 2
        assert before[0].startswith("●")
        assert "○" in before[1]
        await pilot.press("down", "x")
        await settled(pilot)
        assert [line[0] for line in prompts(screen.listing)] == ["×"]
        with released.store() as store:
            assert store.count(KeptApart) == 1
        await pilot.press("x")
        await settled(pilot)
        assert prompts(screen.listing) == before
        with released.store() as store:
            assert store.count(KeptApart) == 0


async def test_where_nothing_is_folded_it_says_so(released: Programme) -> None:
    app, screen = opened(released, "M3")
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        await pilot.press("x")
        assert "nobody said nearly the same" in read(app)
