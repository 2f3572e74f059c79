"""Find and replace, on a real review."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from capture.reviewing.replacing import Scope
from capture.reviewing.review import Review
from capture.reviewing.state import Found, News, Told
from capture.screens.failure import Failed
from capture.screens.reviewing.find import FindDialog
from capture.screens.reviewing.hits import HitList
from sessions.errors import VakborgError
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.programme import Programme
from sessions.replacing import Hit
from sessions.store.reading import read_sessions
from sessions.transcript import Segment
from tests.capture.screens.interviewing.test_dialogs import Asked, asking
from tests.capture.screens.reviewing.lines import a_line
from tests.watching import read, shown, until


class Finding:
    """The dialog on a review of session A1, and what the review told."""

    def __init__(self, review: Review, dialog: FindDialog, asked: Asked) -> None:
        self.review, self.dialog, self.asked = review, dialog, asked
        self.told: list[str] = []

    def hear(self, news: News) -> None:
        app = self.asked.app
        if isinstance(news, Found):
            app.call_from_thread(self.dialog.show_found, news)
        elif isinstance(news, Told):
            self.told.append(news.text)
            app.call_from_thread(self.dialog.tell, news)

    async def press(self, *keys: str) -> None:
        await self.asked.press(*keys)

    async def finds(self, count: int) -> None:
        await until(self.asked.pilot, lambda: len(self.dialog.query_one(HitList).places) == count)

    async def sees(self, text: str) -> None:
        await until(self.asked.pilot, lambda: text in read(self.asked.app))


@asynccontextmanager
async def finding(programme: Programme, wanted: str = "") -> AsyncIterator[Finding]:
    review = Review(programme, "A1", "Anneke")
    dialog = FindDialog(review, wanted)
    async with asking(dialog) as asked:
        find = Finding(review, dialog, asked)
        review.start(find.hear)
        try:
            yield find
        finally:
            await asked.pilot.pause()
            await until(asked.pilot, lambda: review._inbox.empty())
            review._inbox.put(lambda _bench: review._closing.set())  # close() would wait for this very thread
            await until(asked.pilot, lambda: not review._thread.is_alive())


def texts(programme: Programme) -> list[str]:
    with programme.store() as store:
        return [s.text for s in store.all(Segment)]


def places(n: int) -> str:
    return ngettext("Found in {n} place.", "Found in {n} places.", n).format(n=n)


async def test_every_place_is_shown_with_what_it_becomes_and_one_can_be_left_out(
    programme: Programme,
) -> None:
    async with finding(programme) as find:
        assert _("Type what to look for.") in read(find.asked.app)
        await find.press(*"startgat")
        await find.finds(2)
        await find.press("enter", *"boorgat")
        assert "A1·01 00:04" in read(find.asked.app)
        assert "Ik zet het [startgat → boorgat] altijd drie" in read(find.asked.app)
        assert places(2) in read(find.asked.app)
        await find.press("tab", "tab", "tab", "tab", "tab", "tab", "space")
        assert ngettext("{n} is left out.", "{n} are left out.", 1).format(n=1) in read(find.asked.app)
        await find.press("enter")
        await find.sees(ngettext("Replaced in {n} place.", "Replaced in {n} places.", 1).format(n=1))
        assert not find.dialog.query_one(".undo").display
    assert sum("boorgat" in text for text in texts(programme)) == 1
    assert sum("startgat" in text for text in texts(programme)) == 1


async def test_over_the_whole_programme_and_back_everywhere(programme: Programme) -> None:
    before = texts(programme)
    async with finding(programme, "de") as find:
        await find.finds(5)
        await find.press(*"het")
        await find.asked.pilot.click(".scope.programme")
        await find.finds(7)
        await find.asked.pilot.click(".whole-words")
        await find.finds(5)
        await find.press("down", "enter")
        await until(find.asked.pilot, lambda: find.dialog.query_one(".undo").display)
        await find.sees(ngettext("Replaced in {n} place.", "Replaced in {n} places.", 5).format(n=5))
        assert texts(programme) != before
        await find.asked.pilot.click(".undo")
        await find.sees(ngettext("Taken back in {n} session.", "Taken back in {n} sessions.", 2).format(n=2))
    assert texts(programme) == before


async def test_what_is_nowhere_is_said_and_taking_words_away_is_asked(programme: Programme) -> None:
    async with finding(programme) as find:
        await find.press(*"xyzzy")
        await find.sees(_("Found nowhere here."))
        await find.press("enter", *"xx", "enter")
        assert _("Found nowhere here.") in read(find.asked.app)
        await find.press("ctrl+u", "shift+tab", "ctrl+u", *"contour", "enter")
        await find.finds(1)
        await find.press("enter")
        assert _("Take “{wanted}” away?").format(wanted="contour") in read(find.asked.app)
        await find.press("escape", "escape")
        assert find.asked.given is None
    assert any("contour" in text for text in texts(programme))


async def test_thousands_of_places_are_shown_and_all_of_them_are_replaced(programme: Programme) -> None:
    fragment = a_line(programme).fragment
    at = fragment.segment.text.index("startgat")
    many = tuple((fragment, Hit(n, at, at + 8)) for n in range(3000))
    given: list[int] = []

    class Counted(Review):
        def find(self, *_asked: object, **_options: object) -> None: ...

        def replace(self, places: object, by: str) -> None:
            assert isinstance(places, list)
            given.append(len(places))

    dialog = FindDialog(Counted(programme, "A1", "Anneke"), "startgat")
    async with asking(dialog) as asked:
        dialog.show_found(Found("startgat", "", many))
        await asked.press(*"gat", "down", "end")
        assert places(3000) in read(asked.app)
        assert "▸✔ A1·01 00:04" in shown(asked.app)
        await asked.press("enter")
    assert given == [3000]


async def test_places_that_were_sorted_out_are_not_lost_by_a_slip(programme: Programme) -> None:
    async with finding(programme, "startgat") as find:
        await find.finds(2)
        await find.press("down", "n", "escape")
        assert _("Close without replacing?") in read(find.asked.app)
        await find.press("escape")
        assert len(find.dialog.places.ticked) == 0
        await find.press("enter")
        await find.sees(_("Nothing is ticked: nothing is replaced."))
        await find.press("a", "up")
        assert len(find.dialog.places.ticked) == 2
        assert not find.dialog.places.has_focus


async def test_struck_text_is_found_nowhere(programme: Programme) -> None:
    with programme.store() as store:
        store.execute("update segment set release = 'struck' where text like '%contour%'")
        assert any(
            "contour" in f.segment.text for r in read_sessions(store) for a in r.answers for f in a.fragments
        )
    async with finding(programme, "contour") as find:
        await find.sees(_("Found nowhere here."))


async def test_after_a_find_that_failed_the_next_one_is_shown(programme: Programme) -> None:
    place = (a_line(programme).fragment, Hit(1, 0, 2))
    asked_for: list[tuple[object, ...]] = []

    class Noting(Review):
        def find(self, *asked: object, **options: object) -> None:
            asked_for.append((*asked, *options.values()))

    dialog = FindDialog(Noting(programme, "A1", "Anneke"), "Ik")
    async with asking(dialog) as asked:
        asked.app.post_message(Failed(VakborgError("The disk is broken.")))
        await until(asked.pilot, lambda: asked.app.screen is not dialog)
        await asked.press("escape")
        await until(asked.pilot, lambda: asked.app.screen is dialog)
        await asked.pilot.click(".scope.programme")
        assert len(asked_for) == 2
        dialog.show_found(Found("Ik", "", (place,)))
        assert len(dialog.places.places) == 1


async def test_what_answers_another_question_is_asked_again(programme: Programme) -> None:
    place = (a_line(programme).fragment, Hit(1, 0, 2))
    scopes: list[object] = []

    class Noting(Review):
        def find(self, *asked: object, **_options: object) -> None:
            scopes.append(asked[2])

    dialog = FindDialog(Noting(programme, "A1", "Anneke"), "Ik")
    async with asking(dialog) as asked:
        await asked.pilot.click(".scope.programme")
        dialog.show_found(Found("Ik", "", (place,)))
        assert not dialog.places.places
        dialog.show_found(Found("Ik", "", (place, place)))
        assert len(dialog.places.places) == 2
    assert scopes == [Scope.SESSION, Scope.PROGRAMME]


async def test_arrows_go_from_one_scope_to_the_next(programme: Programme) -> None:
    async with finding(programme, "startgat") as find:
        await find.press("tab", "right", "right", "space")
        assert find.dialog.scope is Scope.PROGRAMME
        await find.press("left", "left", "left", "enter")
        assert str(find.dialog.scope) == Scope.ANSWER.value


async def test_on_a_small_screen_every_choice_is_in_sight(programme: Programme) -> None:
    async with finding(programme, "startgat") as find:
        await find.asked.pilot.resize_terminal(60, 20)
        await find.sees("the whole programme")
        await find.sees("capitals and accents count")
        await find.sees("Replace All None")
