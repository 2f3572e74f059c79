"""One session and its expert: sent, come back, taken in, agreed aloud."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from capture.app import VakborgApp
from capture.screens.confirm import Confirm
from capture.screens.failure import FailureScreen
from capture.screens.help import HelpScreen
from capture.screens.home import HomeScreen
from capture.screens.interviewing.attach import PathInput
from capture.screens.review import ReviewScreen
from capture.screens.session import SessionScreen
from capture.screens.wordreview.aloud import AloudDialog
from capture.screens.wordreview.choosing import ChooseFileDialog
from capture.screens.wordreview.incoming import IncomingScreen
from capture.screens.wordreview.remarks import RemarksScreen
from capture.screens.wordreview.review import WordReviewScreen
from capture.screens.wordreview.sending import SendDialog
from capture.settings import read_settings, remember
from capture.wordreview.agreement import Standing, left
from exports.labels import Labels
from sessions.i18n import gettext as _
from sessions.people import Expert, Permission
from sessions.programme import Programme
from sessions.received import Wish
from sessions.release import Approval, Release
from sessions.sheet import Sheet
from sessions.store.approving import decide
from sessions.store.interviews import find_session
from sessions.store.reading import read_session
from sessions.store.withdrawing import revoke, take_out
from sessions.transcript import Segment
from sessions.withdrawal import Because
from tests.capture.screens.test_hostile import hostile, is_harmless
from tests.watching import SMALL, read, settled, shown, until

RIGHT = Labels("nl")("It is right as it stands")


@pytest.fixture(autouse=True)
def downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Downloads"
    folder.mkdir()
    monkeypatch.setattr("capture.wordreview.candidates._downloads", lambda: [folder])
    remember(interviewer="Anneke")
    return folder


class Sitting:
    """The screen of session A1."""

    def __init__(self, app: VakborgApp, pilot: Pilot[Any], screen: WordReviewScreen) -> None:
        self.app, self.pilot, self.screen = app, pilot, screen

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await settled(self.pilot)

    async def until_on(self, screen: type[Any]) -> None:
        await until(self.pilot, lambda: isinstance(self.app.screen, screen))
        await settled(self.pilot)

    async def send(self) -> Path:
        """Send it to the place that is proposed."""
        await self.press("s", "enter")
        await until(self.pilot, lambda: "Made: " in read(self.app))
        desk = self.screen.desk
        assert desk
        return desk.proposal

    async def look_into(self, path: Path) -> None:
        """Choose the file by its path, in quotes as a terminal gives it."""
        await self.press("o")
        self.app.screen.query_one(Input).focus()
        self.app.screen.query_one(Input).value = f"'{path}'"
        await self.press("enter")

    def standings(self) -> list[Standing]:
        desk = self.screen.desk
        assert desk
        return [answer.standing for answer in desk.answers]


@asynccontextmanager
async def at_the_desk(
    programme: Programme, code: str = "A1", size: tuple[int, int] = SMALL
) -> AsyncIterator[Sitting]:
    app = VakborgApp(programme)
    screen = WordReviewScreen(programme, code)
    async with app.run_test(size=size, notifications=True) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        yield Sitting(app, pilot, screen)


def edited(source: Path, target: Path, old: str, new: str, *, tick: str = "") -> Path:
    """The file as the expert sends it back: some words of it are others, and the first such box is ticked."""
    document = Document(str(source))
    paragraphs = [Paragraph(p, document) for p in document.element.body.iter(qn("w:p"))]
    run = next(run for p in paragraphs for run in p.runs if old in run.text)
    run.text = run.text.replace(old, new)
    if tick:
        box = next(run for p in paragraphs for run in p.runs if run.text.strip() == tick)
        box.text = f"x {box.text}"
    document.save(str(target))
    return target


def texts(programme: Programme) -> list[str]:
    with programme.store() as store:
        return [segment.text for segment in store.all(Segment)]


async def test_from_the_session_one_key_leads_there_and_back(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(SessionScreen(programme, "A1"))
        await settled(pilot)
        await pilot.press("w")
        await settled(pilot)
        assert isinstance(app.screen, WordReviewScreen)
        assert "Jan van Dijk" in read(app)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, SessionScreen)


async def test_before_anything_was_sent_it_says_what_it_is_for(programme: Programme) -> None:
    async with at_the_desk(programme) as at:
        text = read(at.app)
        assert "Nothing was made yet. Jan van Dijk gets a Word file" in text
        assert "0 of 2 agreed" in text
        assert at.standings() == [Standing.NOT_YET, Standing.NOT_YET, Standing.NOTHING, Standing.NOTHING]


async def test_sending_makes_the_file_says_where_it_is_and_remembers_it(programme: Programme) -> None:
    async with at_the_desk(programme) as at:
        path = await at.send()
        assert path.is_file()
        assert path.parent == programme.exports
        assert "Mail it to the expert yourself" in read(at.app)
        await until(at.pilot, lambda: "by Anneke, not back yet" in read(at.app))
    with programme.store() as store:
        assert [sheet.by for sheet in store.all(Sheet)] == ["Anneke"]


async def test_another_place_can_be_typed_and_a_folder_gets_the_name(
    programme: Programme, downloads: Path
) -> None:
    async with at_the_desk(programme) as at:
        await at.press("s")
        at.app.screen.query_one(Input).value = "brief.pdf"
        await at.press("enter")
        assert isinstance(at.app.screen, SendDialog)
        assert "let it end in .docx" in read(at.app)
        at.app.screen.query_one(Input).value = str(downloads)
        await at.press("enter")
        await until(at.pilot, lambda: "Made: " in read(at.app))
        assert len(list(downloads.glob("*.docx"))) == 1


async def test_a_folder_that_is_not_there_is_not_made(programme: Programme, downloads: Path) -> None:
    async with at_the_desk(programme) as at:
        await at.press("s")
        at.app.screen.query_one(PathInput).value = str(downloads / "weg" / "brief.docx")
        await at.press("enter")
        assert isinstance(at.app.screen, SendDialog)
        assert "There is no folder" in read(at.app)
        assert not (downloads / "weg").exists()


async def test_the_name_to_mail_it_back_to_is_asked_and_may_be_empty(programme: Programme) -> None:
    async with at_the_desk(programme) as at:
        await at.press("s")
        name = at.app.screen.query_one(".name", Input)
        assert name.value == "Anneke"
        name.value = ""
        await at.press("enter")
        await until(at.pilot, lambda: "Made: " in read(at.app))
        await at.press("s")
        at.app.screen.query_one(".name", Input).value = "Sanne"
        await at.press("enter")
        await until(at.pilot, lambda: "Made once more: " in read(at.app))
    with programme.store() as store:
        assert [sheet.by for sheet in store.all(Sheet)] == ["", "Sanne"]
    assert read_settings().interviewer == "Sanne"


async def test_a_form_explains_itself(programme: Programme) -> None:
    async with at_the_desk(programme) as at:
        await at.press("s", "f1")
        assert isinstance(at.app.screen, HelpScreen)
        assert "The name in the second field" in at.app.screen.about
        await at.press("escape")
        assert isinstance(at.app.screen, SendDialog)


async def test_after_text_was_taken_out_that_is_said_and_nothing_can_be_sent(programme: Programme) -> None:
    with programme.store() as store:
        expert = store.get(Expert, find_session(store, "A1").expert_id)
        revoke(store, expert, [Permission.TRANSCRIPT], "Anneke")
        take_out(store, expert, [Permission.TRANSCRIPT], Because.WITHDRAWN, "Anneke")
    async with at_the_desk(programme) as at:
        text = read(at.app)
        assert "Text of this session was taken out on" in text
        assert "Nothing was made yet" not in text
        assert "there is nothing to send" in text
        assert _("Make Word file") not in text
        await at.press("s")
        assert at.app.screen is at.screen


async def test_agreement_to_all_leaves_out_what_the_expert_keeps_back(programme: Programme) -> None:
    async with at_the_desk(programme) as at:
        await at.press("a", "3", "y")
        await until(at.pilot, lambda: at.standings()[0] is Standing.INTERNAL)
        with programme.store() as store:
            said = next(s for s in store.all(Segment) if s.text.startswith("En let op"))
            store.execute("update segment set text = 'Let op het spoelen.' where id = ?", (said.id,))
        await at.press("f5")
        await until(at.pilot, lambda: at.standings()[0] is Standing.INTERNAL_CHANGED)
        text = read(at.app)
        assert "only internal, changed since" in text
        assert "0 of 2 agreed, 1 only internal" in text
        desk = at.screen.desk
        assert desk
        assert [one.code for one in left(desk.answers)] == ["A1·02"]


async def test_the_session_and_the_review_say_what_the_expert_decided(programme: Programme) -> None:
    with programme.store() as store:
        session = find_session(store, "A1")
        decide(store, session, read_session(store, session).answers[0], Wish.RIGHT)
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        screen = SessionScreen(programme, "A1")
        await app.push_screen(screen)
        await settled(pilot)
        told = [str(option.prompt) for option in screen.answers.options]
        assert told[0].endswith("\n   agreed")
        assert "agreed" not in told[1]
        await pilot.press("n")
        await until(pilot, lambda: "M2-V2 (agreed)" in read(app))


async def test_without_text_there_is_nothing_to_send_and_that_is_said(programme: Programme) -> None:
    with programme.store() as store:
        for segment in store.all(Segment):
            store.execute("update segment set release = ? where id = ?", (Release.STRUCK, segment.id))
    async with at_the_desk(programme) as at:
        await at.press("s", "enter")
        await at.until_on(FailureScreen)
        assert not any(programme.exports.iterdir())
        await at.press("enter")
        assert "Making the file" not in read(at.app)


async def test_what_came_back_is_looked_at_taken_in_and_undone_in_the_review(
    programme: Programme, downloads: Path
) -> None:
    async with at_the_desk(programme) as at:
        sent = await at.send()
        edited(
            sent,
            downloads / "terug.docx",
            "drie millimeter",
            "vijf millimeter",
            tick=RIGHT,
        )
        await at.press("o")
        await until(at.pilot, lambda: "terug.docx" in read(at.app))
        assert f"terug.docx {_('of this session')}" in read(at.app)
        await at.press("enter")
        await at.until_on(IncomingScreen)
        await until(at.pilot, lambda: "[− drie] [+ vijf]" in read(at.app))
        assert not any("vijf millimeter" in text for text in texts(programme))
        await at.press("t")
        await until(at.pilot, lambda: at.screen.is_current)
        await settled(at.pilot)
        assert any("vijf millimeter" in text for text in texts(programme))
        assert "Taken in: 1 fragment changed" in read(at.app)
        assert "u in the review takes the changes back" in read(at.app)
        await until(at.pilot, lambda: "not back yet" not in read(at.app))
        await at.press("enter")
        await at.until_on(ReviewScreen)
        review = at.app.screen
        assert isinstance(review, ReviewScreen)
        await until(at.pilot, lambda: review.now is not None and bool(review.now.undo))
        await at.press("u")
        await until(at.pilot, lambda: not any("vijf millimeter" in text for text in texts(programme)))


async def test_leaving_the_preview_stores_nothing_and_says_so(programme: Programme, downloads: Path) -> None:
    async with at_the_desk(programme) as at:
        back = edited(await at.send(), downloads / "terug.docx", "drie millimeter", "vijf millimeter")
        await at.look_into(back)
        await at.until_on(IncomingScreen)
        await at.press("escape")
        assert at.app.screen is at.screen
        assert _("Nothing was stored.") in read(at.app)
        assert not any("vijf millimeter" in text for text in texts(programme))


async def test_a_file_that_is_dropped_is_taken_and_one_that_is_gone_is_named(
    programme: Programme, downloads: Path
) -> None:
    async with at_the_desk(programme) as at:
        await at.look_into(downloads / "weg.docx")
        assert isinstance(at.app.screen, ChooseFileDialog)
        assert "There is no file weg.docx there." in read(at.app)
        Document().save(str(downloads / "brief.docx"))
        at.app.screen.query_one(Input).post_message(events.Paste(str(downloads / "brief.docx")))
        await at.until_on(FailureScreen)
        assert "brief.docx" in read(at.app)
        await at.press("enter")
        assert at.screen.is_current
        assert _("Nothing was stored.") in read(at.app)


async def test_a_file_of_another_session_is_taken_in_there(programme: Programme, downloads: Path) -> None:
    async with at_the_desk(programme) as at:
        back = edited(await at.send(), downloads / "terug.docx", "drie millimeter", "vijf millimeter")
        assert shutil.copy(back, downloads / "kopie.docx")
    async with at_the_desk(programme, "B1") as at:
        await at.look_into(back)
        await at.until_on(IncomingScreen)
        await until(at.pilot, lambda: "This file is of session A1, not of B1" in read(at.app))
        await at.press("t")
        await until(
            at.pilot, lambda: isinstance(at.app.screen, WordReviewScreen) and at.app.screen.code == "A1"
        )
        await settled(at.pilot)
        assert "Taken in: 1 fragment changed" in read(at.app)
        await at.press("escape")
        assert at.app.screen is at.screen


async def test_what_the_expert_says_aloud_is_noted_after_a_question(programme: Programme) -> None:
    async with at_the_desk(programme) as at:
        await at.press("a", "1")
        assert isinstance(at.app.screen, Confirm)
        await at.press("n")
        assert at.standings()[0] is Standing.NOT_YET
        await at.press("a", "1", "y")
        await until(at.pilot, lambda: at.standings()[0] is Standing.AGREED)
        assert at.standings()[1] is Standing.NOT_YET
        assert "(aloud)" in read(at.app)
        assert "1 of 2 agreed" in read(at.app)
    with programme.store() as store:
        assert [approval.noted_by for approval in store.all(Approval)] == ["Anneke"]


async def test_all_that_is_not_agreed_yet_is_agreed_at_once(programme: Programme) -> None:
    async with at_the_desk(programme) as at:
        await at.press("a", "5", "y")
        await until(at.pilot, lambda: at.standings()[:2] == [Standing.AGREED] * 2)
        await at.press("a")
        dialog = at.app.screen
        assert isinstance(dialog, AloudDialog)
        assert len(dialog.choices) == 4


async def test_not_to_be_used_strikes_and_keeps_no_at_hand(programme: Programme) -> None:
    async with at_the_desk(programme) as at:
        await at.press("a", "4", "enter")
        assert at.standings()[0] is Standing.NOT_YET
        await at.press("a", "4", "y")
        await until(at.pilot, lambda: at.standings()[0] is Standing.NOT_TO_USE)
    with programme.store() as store:
        struck = [s.text for s in store.all(Segment) if s.release is Release.STRUCK]
    assert any(text.startswith("Ik zet het startgat") for text in struck)


async def test_of_an_answer_without_text_there_is_nothing_to_agree_to(programme: Programme) -> None:
    async with at_the_desk(programme) as at:
        await at.press("a", "5", "y")
        await until(at.pilot, lambda: at.standings()[:2] == [Standing.AGREED] * 2)
        await at.press("end", "down", "down", "down", "a")
        assert at.app.screen is at.screen
        assert "nothing to agree to" in read(at.app)


async def test_a_change_after_agreement_is_shown_and_asked_again(programme: Programme) -> None:
    async with at_the_desk(programme) as at:
        await at.press("a", "1", "y")
        await until(at.pilot, lambda: at.standings()[0] is Standing.AGREED)
        with programme.store() as store:
            said = next(s for s in store.all(Segment) if s.text.startswith("En let op"))
            store.execute("update segment set text = 'Let op het spoelen.' where id = ?", (said.id,))
        await at.press("f5")
        await until(at.pilot, lambda: at.standings()[0] is Standing.CHANGED)
        assert "1 changed since" in read(at.app)


async def test_its_remarks_are_one_key_away(programme: Programme) -> None:
    async with at_the_desk(programme) as at:
        await at.press("r")
        assert isinstance(at.app.screen, RemarksScreen)
        await at.press("escape")
        assert at.screen.is_current


async def test_the_list_of_sessions_says_how_far_they_agree(programme: Programme) -> None:
    async with at_the_desk(programme) as at:
        await at.press("a", "5", "y")
        await until(at.pilot, lambda: at.standings()[:2] == [Standing.AGREED] * 2)
    app = VakborgApp(programme)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert _("{n} of {all} agreed").format(n=2, all=2) in read(app)


async def test_names_that_drive_a_terminal_are_shown_and_obeyed_nowhere(programme: Programme) -> None:
    hostile(programme)
    async with at_the_desk(programme, "C1", (160, 40)) as at:
        assert is_harmless(shown(at.app))
        for keys in (("s",), ("escape", "a"), ("1",), ("escape", "o"), ("escape", "r")):
            await at.press(*keys)
            assert is_harmless(shown(at.app))
        assert at.app.is_running
