"""The practice cases of a programme."""

from dataclasses import replace

from textual.binding import Binding
from textual.widgets import Input

from capture.app import VakborgApp
from capture.screens.case_form import CaseEdit
from capture.screens.cases import CasesScreen
from capture.screens.home import HomeScreen
from capture.screens.interviewing.case import TopicList
from sessions.i18n import gettext as _
from sessions.interview import Answer, Case
from sessions.programme import Programme, create_programme
from sessions.release import Release
from sessions.store.cases import add_case as keep_case
from tests.capture.screens.album import add_case
from tests.capture.screens.reviewing.test_vocabulary import on_screen
from tests.capture.screens.test_hostile import ALL, VISIBLE, is_harmless
from tests.images import jpeg
from tests.watching import SMALL, prompts, read, settled, shown, until


def cases(programme: Programme) -> list[Case]:
    with programme.store() as store:
        return store.all(Case)


async def test_from_the_sessions_a_key_leads_to_them_and_back(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("p")
        await settled(pilot)
        assert isinstance(app.screen, CasesScreen)
        assert "A practice case is a job that a company brings in" in read(app)
        assert "n writes one down" in read(app)
        await pilot.press("v", "1", "delete", "enter")
        assert isinstance(app.screen, CasesScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_case_is_written_down_with_its_topics_and_photo(programme: Programme) -> None:
    photo = programme.folder.parent / "een foto.jpg"
    photo.write_bytes(jpeg())
    async with on_screen(CasesScreen(programme)) as asked:
        await asked.press("n")
        await until(asked.pilot, lambda: isinstance(asked.app.screen, CaseEdit))
        await asked.press("ctrl+s")
        assert _("Give it a name and a company first.") in read(asked.app)
        await asked.press(*"Stempel", "tab", *"nieuw BV", "tab", *"plaat")
        asked.app.screen.query_one(".photos", Input).value = f"'{photo}'"
        asked.app.screen.query_one(".captions", Input).value = "Het stempel"
        await asked.press(*["tab"] * 6, "space", "ctrl+s")
        await until(asked.pilot, lambda: "Stempel nieuw BV plaat stays" in read(asked.app))
    (case,) = cases(programme)
    assert (case.title, case.workpiece, case.release) == ("Stempel", "plaat", Release.INTERNAL)
    assert len(case.topics) == len(case.photos) == 1
    assert case.captions == ("Het stempel",)
    assert programme.file(case.photos[0]).read_bytes() == jpeg()


async def test_a_photo_that_is_not_there_brings_the_form_back_as_it_was_typed(programme: Programme) -> None:
    async with on_screen(CasesScreen(programme)) as asked:
        await asked.press("n")
        await until(asked.pilot, lambda: isinstance(asked.app.screen, CaseEdit))
        await asked.press(*"Stempel", "tab", *"Vonkwerk")
        asked.app.screen.query_one(".photos", Input).value = "/nergens/a.jpg"
        await asked.press("ctrl+s")
        await until(asked.pilot, lambda: "/nergens/a.jpg is not there" in read(asked.app))
        assert asked.app.screen.query_one(".title", Input).value == "Stempel"
        asked.app.screen.query_one(".photos", Input).value = ""
        await asked.press("ctrl+s")
        await until(asked.pilot, lambda: bool(cases(programme)))


async def test_a_case_is_changed_and_a_photo_taken_away(programme: Programme) -> None:
    kept = add_case(programme, photo="a.jpg")
    with programme.store() as store:
        store.save(replace(kept, topics=("startgat", "onbekend")))
    async with on_screen(CasesScreen(programme)) as asked:
        assert "onbekend" in read(asked.app)
        await asked.press("enter")
        await until(asked.pilot, lambda: isinstance(asked.app.screen, CaseEdit))
        topics, photos = asked.app.screen.query(TopicList)
        assert prompts(topics)[0].startswith("✔")
        photos.focus()
        await asked.press("space", "shift+tab", "space", "ctrl+s")
        await until(asked.pilot, lambda: cases(programme)[0].photos == ())
    assert cases(programme)[0].topics == ("onbekend",)
    assert not programme.file(kept.photos[0]).exists()


async def test_what_was_typed_is_not_thrown_away_unasked(programme: Programme) -> None:
    add_case(programme)
    async with on_screen(CasesScreen(programme)) as asked:
        await asked.press("enter")
        await until(asked.pilot, lambda: isinstance(asked.app.screen, CaseEdit))
        await asked.press("end", "x", "escape", "n")
        assert isinstance(asked.app.screen, CaseEdit)
        await asked.press("escape", "y")
        assert isinstance(asked.app.screen, CasesScreen)
        await asked.press("enter")
        await until(asked.pilot, lambda: isinstance(asked.app.screen, CaseEdit))
        await asked.press("escape")
        assert isinstance(asked.app.screen, CasesScreen)
    assert cases(programme)[0].title == "Stempel"


async def test_a_release_is_chosen_with_one_key_and_the_cursor_stays(programme: Programme) -> None:
    add_case(programme, "Aanslag")
    add_case(programme, "Stempel")
    async with on_screen(CasesScreen(programme)) as asked:
        await asked.press("down", "2")
        await until(asked.pilot, lambda: "Stempel: for the partners" in read(asked.app))
        await asked.press("v", "3")
        await until(asked.pilot, lambda: "Stempel: free for everybody" in read(asked.app))
    assert [case.release for case in cases(programme)] == [Release.INTERNAL, Release.FREE]


async def test_removing_asks_first_and_tells_of_the_answers(programme: Programme) -> None:
    kept = add_case(programme, photo="a.jpg")
    with programme.store() as store:
        store.save(replace(store.all(Answer)[0], case_id=kept.id))
    async with on_screen(CasesScreen(programme)) as asked:
        await asked.press("delete")
        assert "1 answer is about it, and stays." in read(asked.app)
        assert "taken-back" in read(asked.app)
        await asked.press("n", "delete", "y")
        await until(asked.pilot, lambda: "The practice case Stempel is gone." in read(asked.app))
    assert cases(programme) == []


async def test_what_another_window_took_away_is_told(programme: Programme) -> None:
    kept = add_case(programme)
    async with on_screen(CasesScreen(programme)) as asked:
        with programme.store() as store:
            store.delete(kept)
        await asked.press("2")
        await until(asked.pilot, lambda: "is not there any more" in read(asked.app))


async def test_a_photo_that_is_gone_and_one_that_no_draft_holds_are_named(programme: Programme) -> None:
    kept = add_case(programme, photo="a.jpg")
    add_case(programme, "Matrijs", photo="b.dng")
    programme.file(kept.photos[0]).unlink()
    async with on_screen(CasesScreen(programme)) as asked:
        assert "no picture for a draft: case-" in read(asked.app)
        await asked.press("down")
        assert "missing on the disk: case-" in read(asked.app)


async def test_what_people_typed_is_shown_and_obeyed_nowhere(programme: Programme) -> None:
    with programme.store() as store:
        keep_case(store, ALL, Case(0, ALL, ALL, ALL, ALL, ALL, ("[/]",), ("attachments/[/].jpg",)))
    app = VakborgApp(programme)
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await app.push_screen(CasesScreen(programme))
        await settled(pilot)
        assert all(part in read(app) for part in VISIBLE)
        for keys in (("2",), ("v",), ("escape", "enter"), ("escape", "delete"), ("escape", "question_mark")):
            await pilot.press(*keys)
            await settled(pilot)
            assert is_harmless(shown(app))
        assert app.is_running


async def test_a_click_on_a_line_opens_it_and_the_keys_below_can_be_clicked(programme: Programme) -> None:
    add_case(programme)
    async with on_screen(CasesScreen(programme)) as asked:
        row = next(y for y, line in enumerate(shown(asked.app).splitlines()) if "Stempel  Vonkwerk" in line)
        await asked.pilot.click(offset=(3, row))
        await until(asked.pilot, lambda: isinstance(asked.app.screen, CaseEdit))
        await asked.press("escape")
        new = next(
            b.description for b in CasesScreen.BINDINGS if isinstance(b, Binding) and b.id == "add_case"
        )
        lines = shown(asked.app).splitlines()
        y = next(y for y, line in enumerate(lines) if f"n {new}" in line)
        await asked.pilot.click(offset=(lines[y].index(f"n {new}"), y))
        await until(asked.pilot, lambda: isinstance(asked.app.screen, CaseEdit))


async def test_an_empty_programme_offers_the_topics_that_come_with_vakborg(programme: Programme) -> None:
    empty = create_programme(programme.folder.parent / "leeg")
    async with on_screen(CasesScreen(empty)) as asked:
        await asked.press("n")
        await until(asked.pilot, lambda: isinstance(asked.app.screen, CaseEdit))
        assert len(prompts(asked.app.screen.query_one(TopicList))) > 10


async def test_many_cases_leave_room_for_what_stands_below(programme: Programme) -> None:
    with programme.store() as store, store.immediate():
        for n in range(60):
            keep_case(store, "Vonkwerk", Case(0, f"Stempel {n:02d}", topics=("startgat",)))
    async with on_screen(CasesScreen(programme)) as asked:
        await asked.press("end")
        await until(asked.pilot, lambda: "Stempel 59" in read(asked.app))
        assert read(asked.app).count("Stempel 59") == 2


async def test_what_a_kept_photo_shows_is_changed(programme: Programme) -> None:
    kept = add_case(programme, photo="a.jpg")
    async with on_screen(CasesScreen(programme)) as asked:
        await asked.press("enter")
        await until(asked.pilot, lambda: isinstance(asked.app.screen, CaseEdit))
        asked.app.screen.query_one(".kept-caption", Input).value = "De hoek"
        await asked.press("ctrl+s")
        await until(asked.pilot, lambda: cases(programme)[0].captions == ("De hoek",))
    assert cases(programme)[0].photos == kept.photos
