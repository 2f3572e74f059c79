"""What stands below the question."""

from dataclasses import replace

import pytest

from capture.interviewing.state import Alarm, Notice, Recording, Transcribing, Writing
from sessions.i18n import gettext as _
from tests.capture.interviewing.fakes import a_conversation, an_answer
from tests.capture.screens.sitting import ALARM, sitting, suggested
from tests.sessions.telling import told
from tests.watching import read, shown, until


async def test_a_suggestion_shows_the_words_that_caused_it_beside_the_question() -> None:
    now = a_conversation()
    async with sitting(replace(now, suggestion=suggested(now))) as talk:
        text = read(talk.app)
        assert "Doe alsof ik de machine nog nooit heb gezien" in text
        assert "“en dan vonk je hem gewoon”" in text
        assert "Gehard gereedschapsstaal" in text
        before = shown(talk.app).splitlines()[:16]
        await talk.change(suggestion=None)
        assert "Doe alsof" not in read(talk.app)
        assert shown(talk.app).splitlines()[:16] == before


async def test_an_alarm_is_loud_once_and_leaves_the_question_in_sight() -> None:
    async with sitting() as talk:
        await talk.change(recording=Recording.BROKEN, alarm=ALARM)
        await talk.change(talked=800.0)
        assert talk.bells == 1
        text = read(talk.app)
        for words in (ALARM.message, ALARM.advice, _("another microphone"), "Gehard gereedschapsstaal"):
            assert words in text
        await talk.press("minus")
        assert ALARM.message in read(talk.app)
        await talk.change(recording=Recording.RUNNING, alarm=None)
        assert ALARM.message not in read(talk.app)
        await talk.change(alarm=ALARM)
        assert talk.bells == 2


async def test_a_warning_about_the_disk_can_be_put_away() -> None:
    async with sitting() as talk:
        full = Alarm("De schijf is bijna vol.", "Maak ruimte.", disk=True)
        await talk.change(alarm=full, room=1500.0)
        assert full.message in read(talk.app)
        await talk.press("minus")
        assert full.message not in read(talk.app)
        assert talk.fake.calls == []
        assert "25 min" in shown(talk.app).splitlines()[1]


async def test_a_suggestion_from_another_question_names_it() -> None:
    now = a_conversation()
    standings = list(now.standings)
    standings[0] = replace(standings[0], answer=replace(an_answer(now), question_id="M1-V1", id=7))
    now = replace(now, standings=tuple(standings))
    async with sitting(replace(now, suggestion=replace(suggested(now), answer_id=7))) as talk:
        assert "M1-V1 heard: “en dan vonk je hem gewoon”" in read(talk.app)
        await talk.change(suggestion=replace(suggested(now), answer_id=99))
        because = next(line for line in shown(talk.app).splitlines() if "heard" in line)
        assert because.startswith(" heard")


async def test_an_alarm_is_told_on_whatever_is_open_above() -> None:
    async with sitting() as talk:
        await talk.press("a")
        await talk.change(alarm=ALARM)
        await until(talk.pilot, lambda: ALARM.message in read(talk.app))


async def test_notices_go_by_in_the_last_line() -> None:
    async with sitting(a_conversation(undo="doorvraag 2")) as talk:
        assert _("takes back: {what}").format(what="doorvraag 2") in read(talk.app)
        await talk.say(Notice("Dit was de laatste vraag."))
        assert "Dit was de laatste vraag." in read(talk.app)
        talk.screen._unsay()
        await talk.pilot.pause()
        assert "Dit was de laatste vraag." not in read(talk.app)
        assert "doorvraag 2" in read(talk.app)


@pytest.mark.parametrize(("minutes", "told"), [(46, 45), (91, 90)])
async def test_the_clock_proposes_a_pause_and_an_end_until_it_is_put_away(minutes: int, told: int) -> None:
    async with sitting(a_conversation(talked=minutes * 60.0)) as talk:
        assert f" {told} min" in shown(talk.app).splitlines()[-4]
        await talk.press("z")
        assert f" {told} min" not in shown(talk.app).splitlines()[-4]


async def test_what_was_recovered_is_said_once() -> None:
    async with sitting(a_conversation(recovered=("Opname A1·03 is teruggehaald.",))) as talk:
        assert "Opname A1·03 is teruggehaald." in read(talk.app)
        await talk.click_on(_("seen"))
        await talk.change(talked=900.0)
        assert "teruggehaald" not in read(talk.app)


async def test_the_last_words_and_the_transcription_stand_quietly_below() -> None:
    now = a_conversation()
    words = told("Eerst meet ik de opspanning.", now.standing.question)
    async with sitting(
        replace(now, said=(words,), transcribing=Transcribing(Writing.WORKING, 1, "small"))
    ) as talk:
        assert "Eerst meet ik de opspanning." in read(talk.app)
        assert _("is being transcribed …") in read(talk.app)
        await talk.change(
            said=(), transcribing=Transcribing(Writing.NO_MODEL, 2, "", "Geen model.", "vakborg models get")
        )
        assert "Geen model. vakborg models get" in read(talk.app)
