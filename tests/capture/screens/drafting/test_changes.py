"""What changed since the last export."""

from dataclasses import replace

from capture.app import VakborgApp
from capture.drafts.shelf import Which
from capture.drafts.writing import Task, to_word
from capture.screens.drafting.changes import ChangesScreen
from capture.screens.review import ReviewScreen
from capture.settings import remember
from sessions.programme import Programme
from sessions.release import Release
from tests.capture.drafts.programmes import segment_of
from tests.watching import SMALL, prompts, read, settled, until

M2 = Which("edm-nl", "M2")


def opened(programme: Programme) -> tuple[VakborgApp, ChangesScreen]:
    remember(interviewer="Anneke")
    return VakborgApp(programme), ChangesScreen(programme, M2, "Startgat", Release.PARTNERS)


async def test_before_the_first_export_there_is_nothing_to_compare_with(released: Programme) -> None:
    app, screen = opened(released)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        assert "Not exported yet for this audience." in read(app)
        await pilot.press("enter")
        assert app.screen is screen


async def test_what_changed_is_shown_and_leads_to_its_fragment(released: Programme) -> None:
    to_word(released, Release.PARTNERS, None)()(Task(M2, "M2"))
    said = segment_of(released, "En let op het spoelen")
    with released.store() as store:
        store.save(replace(said, text="En let op het spoelen: te veel druk breekt de draad."))
    app, screen = opened(released)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        assert any("~ changed" in line and "te veel druk" in line for line in prompts(screen.listing))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))


async def test_of_what_is_gone_no_word_is_shown(released: Programme) -> None:
    to_word(released, Release.PARTNERS, None)()(Task(M2, "M2"))
    said = segment_of(released, "En let op het spoelen")
    with released.store() as store:
        store.save(replace(said, release=Release.INTERNAL))
    app, screen = opened(released)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        gone = [line for line in prompts(screen.listing) if line.startswith("- gone")]
        assert gone
        assert not any("spoelen" in line.lower() and "druk" in line for line in gone)
        screen.listing.highlighted = len(prompts(screen.listing)) - 1
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen is screen
