"""The photos and files of a session."""

from dataclasses import replace

import pytest

from capture.app import VakborgApp
from capture.screens.photos import CaptionForm, PhotosScreen
from capture.screens.session import SessionScreen
from sessions.i18n import gettext as _
from sessions.interview import Attachment
from sessions.programme import Programme
from sessions.release import Release
from sessions.store.photos import caption
from tests.capture.screens.album import add_files
from tests.capture.screens.reviewing.test_vocabulary import on_screen
from tests.capture.screens.test_hostile import ALL, VISIBLE, is_harmless
from tests.watching import SMALL, read, settled, shown, until


def files(programme: Programme) -> list[Attachment]:
    with programme.store() as store:
        return store.all(Attachment)


async def test_each_says_where_it_came_in_and_that_it_stays(programme: Programme) -> None:
    add_files(programme, "klos.jpg", "tekening.pdf")
    async with on_screen(PhotosScreen(programme, "A1")) as asked:
        text = read(asked.app)
        assert "klos.jpg A1·01 00:07 stays in the company" in text
        assert f"tekening.pdf A1·01 00:07 {_('no picture')}" in text
        assert "until you release them" in text
        assert "Hoe bepaal jij waar het startgat komt" in text


async def test_from_the_session_it_opens_at_the_answer_at_hand(programme: Programme) -> None:
    add_files(programme, "een.jpg")
    add_files(programme, "twee.jpg", question="M7-V1")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(SessionScreen(programme, "A1"))
        await settled(pilot)
        await pilot.press("down", "down", "p")
        await settled(pilot)
        assert isinstance(app.screen, PhotosScreen)
        assert app.screen.chosen is not None
        assert app.screen.chosen.file.original_name == "twee.jpg"
        await pilot.press("escape")
        assert isinstance(app.screen, SessionScreen)


async def test_without_files_it_says_how_they_come_in(programme: Programme) -> None:
    async with on_screen(PhotosScreen(programme, "B1")) as asked:
        assert "drop a photo on the window" in read(asked.app)
        await asked.press("v", "3", "o", "enter")
        assert isinstance(asked.app.screen, PhotosScreen)


async def test_one_key_releases_and_one_takes_it_back(programme: Programme) -> None:
    add_files(programme, "klos.jpg")
    async with on_screen(PhotosScreen(programme, "A1")) as asked:
        await asked.press("3")
        await until(asked.pilot, lambda: "klos.jpg: free for everybody" in read(asked.app))
        assert files(programme)[0].release is Release.FREE
        await asked.press("v", "2")
        await until(asked.pilot, lambda: files(programme)[0].release is Release.PARTNERS)
        await asked.press("u", "u", "u")
        await until(asked.pilot, lambda: _("There is nothing to take back.") in read(asked.app))
        assert files(programme)[0].release is Release.INTERNAL


async def test_keys_in_a_row_are_stored_in_their_order(programme: Programme) -> None:
    add_files(programme, "klos.jpg")
    async with on_screen(PhotosScreen(programme, "A1")) as asked:
        await asked.pilot.press("2", "3", "2", "u", "3", "1", "3")
        await settled(asked.pilot)
        await until(asked.pilot, lambda: files(programme)[0].release is Release.FREE)


async def test_another_file_cannot_be_released_and_says_why(programme: Programme) -> None:
    add_files(programme, "tekening.pdf")
    async with on_screen(PhotosScreen(programme, "A1")) as asked:
        await asked.press("3")
        await until(asked.pilot, lambda: "no picture that a draft can hold: it stays" in read(asked.app))
        assert files(programme)[0].release is Release.INTERNAL


async def test_a_caption_is_typed_kept_and_taken_back(programme: Programme) -> None:
    add_files(programme, "klos.jpg")
    async with on_screen(PhotosScreen(programme, "A1")) as asked:
        await asked.press("enter", *"de [/] klos", "enter")
        await until(asked.pilot, lambda: _("The caption is kept.") in read(asked.app))
        assert "klos.jpg de [/] klos A1·01" in read(asked.app)
        await asked.press("enter", "end", *"je", "escape", "y")
        assert not isinstance(asked.app.screen, CaptionForm)
        assert files(programme)[0].caption == "de [/] klos"
        await asked.press("u")
        await until(asked.pilot, lambda: files(programme)[0].caption == "")


async def test_what_was_changed_elsewhere_meanwhile_is_not_taken_back(programme: Programme) -> None:
    (photo,) = add_files(programme, "klos.jpg")
    async with on_screen(PhotosScreen(programme, "A1")) as asked:
        await asked.press("2")
        await until(asked.pilot, lambda: files(programme)[0].release is Release.PARTNERS)
        with programme.store() as store:
            caption(store, photo.id, "elders")
        await asked.press("u")
        await until(asked.pilot, lambda: "changed in another window" in read(asked.app))
        assert files(programme)[0].release is Release.PARTNERS


async def test_a_photo_that_is_gone_is_shown_as_such(programme: Programme) -> None:
    (photo,) = add_files(programme, "klos.jpg")
    programme.file(photo.path).unlink()
    async with on_screen(PhotosScreen(programme, "A1")) as asked:
        assert f"klos.jpg A1·01 00:07 {_('missing')}" in read(asked.app)
        assert "missing on the disk" in read(asked.app)
        await asked.press("o")
        await until(asked.pilot, lambda: "is not there any more" in read(asked.app))


async def test_what_cannot_be_shown_is_told_kindly(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_files(programme, "klos.jpg")
    opened: list[bool] = [False, True]
    monkeypatch.setattr("capture.photos.open_file", lambda _path: opened.pop(0))
    async with on_screen(PhotosScreen(programme, "A1")) as asked:
        await asked.press("o")
        await until(asked.pilot, lambda: "no program that shows the picture" in read(asked.app))
        await asked.press("o")
        await until(asked.pilot, lambda: "klos.jpg is open" in read(asked.app))


async def test_what_people_typed_is_shown_and_obeyed_nowhere(programme: Programme) -> None:
    (photo,) = add_files(programme, "klos.jpg")
    with programme.store() as store:
        store.save(replace(photo, caption=ALL, original_name=ALL))
    app = VakborgApp(programme)
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await app.push_screen(PhotosScreen(programme, "A1"))
        await settled(pilot)
        for keys in ((), ("2",), ("v",), ("escape", "enter"), ("escape", "question_mark")):
            await pilot.press(*keys)
            await settled(pilot)
            assert is_harmless(shown(app))
        await pilot.press("escape")
        assert all(part in read(app) for part in VISIBLE)
        assert app.is_running
