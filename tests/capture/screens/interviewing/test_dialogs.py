"""The dialogs by themselves: what they give for which keys and clicks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from capture.app import VakborgApp
from capture.recorder.microphones import Microphone
from capture.screens.interviewing.attach import AttachDialog, Attached
from capture.screens.interviewing.case import NEW, About, CaseDialog, CaseForm, Draft
from capture.screens.interviewing.confirm import Confirm
from capture.screens.interviewing.dialog import Dialog
from capture.screens.interviewing.facet import FacetDialog
from capture.screens.interviewing.jump import JumpDialog
from capture.screens.interviewing.microphone import MicrophoneDialog
from capture.screens.interviewing.missing import MissingDialog
from capture.screens.interviewing.note import NoteDialog
from capture.screens.interviewing.skip import SkipDialog
from sessions.errors import VakborgError
from sessions.facets import Facet
from sessions.i18n import gettext as _
from sessions.interview import AnswerState, Case
from tests.capture.interviewing.fakes import a_conversation, an_answer, at_hand
from tests.capture.screens.test_hostile import ALL, CLICK, VISIBLE, is_harmless
from tests.watching import SMALL, read, settled, shown

NOTHING = object()


class Asked:
    """A dialog on the screen, and what it gave."""

    def __init__(self, app: VakborgApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot
        self.given: Any = NOTHING

    async def press(self, *keys: str) -> Any:
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return self.given


@asynccontextmanager
async def asking(dialog: Dialog[Any]) -> AsyncIterator[Asked]:
    app = VakborgApp(None)
    async with app.run_test(size=SMALL) as pilot:
        asked = Asked(app, pilot)

        def give(result: Any) -> None:
            asked.given = result

        await app.push_screen(dialog, give)
        await settled(pilot)
        yield asked


def confirm(*, careful: bool = True) -> Confirm:
    return Confirm("Zeker weten?", "Het gaat weg.", "Ja", "Nee", careful=careful)


@pytest.mark.parametrize(
    ("dialog", "keys", "given"),
    [
        (confirm, ["enter"], False),
        (confirm, ["left", "enter"], True),
        (confirm, ["escape"], None),
        (lambda: confirm(careful=False), ["enter"], True),
        (FacetDialog, ["5"], Facet.ERROR),
        (FacetDialog, ["down", "enter"], Facet.SIGNAL),
        (FacetDialog, ["escape"], None),
        (SkipDialog, ["tab", *"7", "enter"], "7"),
        (SkipDialog, ["tab", "enter", "escape"], None),
        (lambda: JumpDialog(a_conversation()), ["enter"], "M3-V3"),
        (lambda: JumpDialog(a_conversation()), [*"tekening", "enter"], "M1-V2"),
        (lambda: JumpDialog(a_conversation()), ["up", "up", "enter"], "M3-V1"),
        (lambda: JumpDialog(a_conversation()), [*"xyzzy", "enter", "escape"], None),
        (lambda: MissingDialog(()), ["enter"], True),
        (lambda: MissingDialog(()), ["w"], True),
        (lambda: MissingDialog(()), ["m"], None),
        (lambda: AttachDialog("/fotos"), [*"a.jpg", "enter"], Attached([Path("a.jpg")])),
        (lambda: AttachDialog("/fotos"), ["tab", "ctrl+u", "enter"], Attached(folder="")),
        (lambda: AttachDialog("/fotos"), ["tab", "enter"], Attached(folder="/fotos")),
    ],
)
async def test_keys_choose(dialog: Any, keys: list[str], given: Any) -> None:
    async with asking(dialog()) as asked:
        assert await asked.press(*keys) == given


async def test_a_click_chooses_and_a_click_beside_it_closes() -> None:
    async with asking(FacetDialog()) as asked:
        y = next(i for i, line in enumerate(shown(asked.app).splitlines()) if " 4 " in line)
        await asked.pilot.click(offset=(12, y))
        await asked.pilot.pause()
        assert asked.given is Facet.REASON
    async with asking(FacetDialog()) as asked:
        await asked.pilot.click(offset=(2, 1))
        await asked.pilot.pause()
        assert asked.given is None


async def test_several_files_can_be_dropped_at_once() -> None:
    async with asking(AttachDialog("")) as asked:
        asked.app.post_message(events.Paste("/a.jpg\n'/b c.jpg'\n"))
        await settled(asked.pilot)
        assert asked.given == Attached([Path("/a.jpg"), Path("/b c.jpg")])


async def test_a_note_is_kept_whether_it_is_closed_or_the_app_is() -> None:
    for keys in (["escape"], ["ctrl+s"], ["ctrl+q"]):
        kept: list[str] = []
        async with asking(NoteDialog("M1-V1", "Al gezegd.", kept.append)) as asked:
            await asked.press("enter", *"let op", *keys)
        assert kept == ["Al gezegd.\nlet op"]


async def test_an_unchanged_note_is_not_kept_again() -> None:
    kept: list[str] = []
    async with asking(NoteDialog("M1-V1", "Al gezegd.", kept.append)) as asked:
        await asked.press("escape")
    assert kept == []


CASES = (Case(1, "Stempel", "stempel", "1.2379", "AQ537L", id=4), Case(1, f"Matrijs {ALL}", id=5))


@pytest.mark.parametrize(("key", "about"), [("1", 4), ("2", 5), ("3", NEW), ("4", None), ("enter", 5)])
async def test_an_answer_is_about_a_case_a_new_one_or_none(key: str, about: int | None) -> None:
    async with asking(CaseDialog(CASES, CASES[1])) as asked:
        assert "Stempel (stempel, 1.2379, AQ537L)" in read(asked.app)
        assert all(part in read(asked.app) for part in VISIBLE)
        assert is_harmless(shown(asked.app))
        assert await asked.press(key) == About(about)


async def test_a_new_case_takes_a_name_and_what_else_is_known() -> None:
    topics = a_conversation().standing.module.topics
    async with asking(CaseForm(Case(company_id=1, title=""), topics)) as asked:
        await asked.press(*"Stempel", "enter", *"snijplaat", "enter", "enter", "enter", "enter")
        await asked.press(*"/a.jpg", "enter", *"de hoek", "enter", "space", "down", "space", "ctrl+s")
        slugs = (topics[0].slug, topics[1].slug)
        case = Case(1, "Stempel", "snijplaat", topics=slugs, photos=("/a.jpg",), captions=("de hoek",))
        assert asked.given == Draft(case, keep=True)


async def test_a_case_without_a_name_is_asked_for_one_and_put_aside_it_comes_back() -> None:
    async with asking(CaseForm(Case(company_id=1, title=""), ())) as asked:
        assert await asked.press("tab", *"blok", "ctrl+s") is NOTHING
        assert _("Give it a name first.") in read(asked.app)
        assert await asked.press("escape") == Draft(Case(1, "", "blok"), keep=False)


async def test_photos_of_a_case_that_was_put_aside_keep_the_spaces_in_their_names() -> None:
    photos = ("/mijn foto's/een stempel.jpg", "/b.jpg")
    async with asking(CaseForm(Case(company_id=1, title="Stempel", photos=photos), ())) as asked:
        given = await asked.press("escape")
        assert given.case.photos == photos
    async with asking(CaseForm(given.case, ())) as asked:
        assert (await asked.press("ctrl+s")).case.photos == photos


async def click_on_the_button(asked: Asked, *keys: str) -> Any:
    await asked.pilot.press(*keys)
    await asked.pilot.click(".for-the-mouse")
    await asked.pilot.pause()
    return asked.given


async def test_what_is_typed_is_kept_by_mouse_too() -> None:
    async with asking(CaseForm(Case(company_id=1, title=""), ())) as asked:
        assert await click_on_the_button(asked) is NOTHING
        assert _("Give it a name first.") in read(asked.app)
        assert await click_on_the_button(asked, *"blok") == Draft(Case(1, "blok"), keep=True)
    async with asking(SkipDialog()) as asked:
        assert await click_on_the_button(asked) is NOTHING
        assert await click_on_the_button(asked, *"ziek") == "ziek"
    kept: list[str] = []
    async with asking(NoteDialog("M1-V1", "", kept.append)) as asked:
        await click_on_the_button(asked, *"let op")
    assert kept == ["let op"]


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        ([*"a.jpg"], Attached([Path("a.jpg")])),
        (["tab", "ctrl+u", *"/b"], Attached([], "/b")),
        ([*"a.jpg", "tab", "ctrl+u"], Attached([Path("a.jpg")], "")),
        ([], Attached([])),
    ],
)
async def test_a_photo_and_the_folder_are_kept_with_one_click(keys: list[str], given: Attached) -> None:
    async with asking(AttachDialog("/fotos")) as asked:
        assert await click_on_the_button(asked, *keys) == given


async def test_the_list_of_questions_tells_why_one_was_skipped() -> None:
    now = a_conversation()
    answer = an_answer(now, skipped_because="Dat doet [/] Piet.")
    skipped = at_hand(now, answer=answer, state=AnswerState.SKIPPED)
    async with asking(JumpDialog(skipped)) as asked:
        assert "M3-V3 – skipped (“Dat doet [/] Piet.”) Gehard" in read(asked.app)


JABRA = Microphone("pulse:jabra", "Jabra Speak 510", 1)
LAPTOP = Microphone("pulse:pci", f"Laptop {CLICK}\x1b", 2, built_in=True)


async def test_the_other_microphone_is_proposed_where_the_one_in_use_is_broken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("capture.screens.interviewing.microphone.microphones", lambda: [JABRA, LAPTOP])
    async with asking(MicrophoneDialog(JABRA.key, broken=True)) as asked:
        assert _("in the laptop itself") in read(asked.app)
        assert _("in use") in read(asked.app)
        assert is_harmless(shown(asked.app))
        assert await asked.press("enter") == LAPTOP.key
    async with asking(MicrophoneDialog(JABRA.key)) as asked:
        assert await asked.press("enter") == JABRA.key


async def test_no_microphone_and_no_sound_system_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("capture.screens.interviewing.microphone.microphones", list)
    async with asking(MicrophoneDialog("")) as asked:
        assert _("There is no microphone.") in read(asked.app)

    def fail() -> list[Microphone]:
        raise VakborgError("Het geluid doet het niet.", "Start het opnieuw.")

    monkeypatch.setattr("capture.screens.interviewing.microphone.microphones", fail)
    async with asking(MicrophoneDialog("")) as asked:
        assert "Het geluid doet het niet. Start het opnieuw." in read(asked.app)
        assert await asked.press("escape") is None
