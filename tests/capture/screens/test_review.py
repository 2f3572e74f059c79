"""The review screen on real programmes."""

from pathlib import Path

import pytest
from textual.binding import Binding
from textual.widgets import OptionList

from capture.app import VakborgApp
from capture.player.events import Ended, Failed
from capture.screens.failure import FailureScreen
from capture.screens.review import ReviewScreen
from capture.screens.reviewing.beginning import review
from capture.screens.reviewing.find import FindDialog
from capture.screens.reviewing.keys import KEYS
from capture.screens.session import SessionScreen
from capture.screens.themes import other
from capture.settings import remember
from sessions.errors import SoundSystemError
from sessions.facets import Facet
from sessions.programme import Programme
from sessions.release import Release
from sessions.store.interviews import find_session
from sessions.store.reading import read_session
from sessions.transcript import Tag
from tests.builders import add_session
from tests.capture.interviewing.fakes import FakeConductor, a_conversation
from tests.capture.screens.reviewing.held import all_done, change_elsewhere, held_up
from tests.capture.screens.reviewing.sitting import segment_of, sitting, stored
from tests.watching import SMALL, settled, until

IK_ZET = "Ik zet het startgat"
EN_LET = "En let op het spoelen"


def tags_of(programme: Programme, beginning: str) -> dict[str, bool | None]:
    id_ = segment_of(programme, beginning)
    with programme.store() as store:
        return {tag.topic: tag.accepted for tag in store.all(Tag, segment_id=id_)}


# --- coming in ---------------------------------------------------------------------------------------


async def test_it_begins_at_the_first_fragment_that_is_left_and_shows_it_in_full(
    programme: Programme,
) -> None:
    async with sitting(programme) as at:
        await at.stands_on(IK_ZET)
        await at.sees(
            "Jan van Dijk", "‹contour›", "1 · Startgaten maken", "0 of 4 looked at", "1 word in doubt"
        )
        assert "Interviewer: En hoe bepaal je" in at.text


async def test_from_the_session_screen_it_opens_at_the_fragment_at_hand(programme: Programme) -> None:
    remember(interviewer="Anneke")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await app.push_screen(SessionScreen(programme, "A1"))
        await settled(pilot)
        await pilot.press("right", "end", "enter")
        await until(
            pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.fragments.line is not None
        )
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        line = screen.fragments.line
        assert line is not None
        assert line.fragment.segment.text.startswith(EN_LET)
        await until(pilot, lambda: screen.page.number > 0)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, SessionScreen))


async def test_two_quick_keys_open_it_once(programme: Programme) -> None:
    remember(interviewer="Anneke")
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        with programme.store() as store:
            reading = read_session(store, find_session(store, "A1"))
        for _twice in range(2):
            review(app, programme, reading)
            await pilot.pause()
        assert len([s for s in app.screen_stack if isinstance(s, ReviewScreen)]) == 1


async def test_a_session_without_answers_says_where_they_come_from(programme: Programme) -> None:
    with programme.store() as store:
        add_session(store, "Piet Smit", "Vonkwerk")
    async with sitting(programme, "C1") as at:
        await at.sees("There are no answers yet", "vakborg import")
        await at.press("k", "d", "space", "enter", "down", "a", "t", "V")
        assert at.app.screen is at.screen


async def test_answers_without_text_say_why(programme: Programme) -> None:
    async with sitting(programme) as at:
        await at.press("left", "down", "down")
        await at.sees("Set aside: The recording stops in the middle.")
        await at.press("down")
        await at.sees("This recording has no text yet: vakborg transcribe")


async def test_a_session_that_is_gone_is_a_failure(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with app.run_test(size=SMALL) as pilot:
        from capture.reviewing.review import Review

        await app.push_screen(ReviewScreen(Review(programme, "A9", "Anneke")))
        await until(pilot, lambda: isinstance(app.screen, FailureScreen))


# --- moving ------------------------------------------------------------------------------------------


async def test_moving_goes_through_fragments_and_answers(programme: Programme) -> None:
    async with sitting(programme) as at:
        await at.press("home")
        assert at.here.startswith("En hoe bepaal")
        await at.press("down", "down", "down")
        assert at.here.startswith(EN_LET)
        await at.press("left", "down")
        await at.stands_on("Bij hoge stukken")
        await at.press("right", "end")
        assert at.here.startswith("een gecoate draad een")


async def test_d_marks_the_next_doubtful_word_and_space_plays_from_it(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("d")
        await at.stands_on(IK_ZET)
        assert at.screen.fragments.doubt is not None
        await at.press("space")
        assert at.player.asked[0][:2] == ("play", pytest.approx(4.2 + 0.4 * 9))
        await at.press("down")
        assert at.screen.fragments.doubt is None


async def test_n_goes_on_in_the_next_answer_and_says_when_nothing_is_left(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("n")
        await at.stands_on("Bij hoge stukken")
        for beginning in ("een gecoate", IK_ZET, EN_LET):
            await at.press("k")
            await at.stands_on(beginning)
        await at.press("k")
        await at.sees("Every fragment was looked at; in this one", "✔ the whole session")


async def test_an_answer_that_was_left_again_at_once_does_not_come_back(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        with held_up(at):
            await at.press("left", "down", "up")
        await all_done(at)
        assert (at.screen.page.here, at.screen.answers.highlighted) == (0, 0)


async def test_keys_act_on_the_answer_that_one_just_went_to(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        with held_up(at):
            await at.press("left", "down", "K")
            await at.sees("2 fragments of this answer")
            await at.press("left", "enter")
        await all_done(at)
        checked = [segment.text for segment in stored(programme) if segment.checked]
        assert [text.split()[0] for text in checked] == ["Bij", "een"]


# --- the text ----------------------------------------------------------------------------------------


async def test_what_is_typed_is_kept_with_enter_and_the_fragment_is_right(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("enter", "ctrl+end", *" Echt.", "enter")
        await at.until(lambda: at.here.endswith("Echt."))
        await at.sees("takes back: text typed", "1 of 4 looked at")
        assert at.app.focused is at.screen.fragments
    kept = next(s for s in stored(programme) if s.text.startswith(EN_LET))
    assert kept.text.endswith("breekt de draad. Echt.")
    assert kept.checked


async def test_esc_asks_only_where_something_was_typed(programme: Programme) -> None:
    async with sitting(programme) as at:
        await at.press("enter", "escape")
        assert at.screen.editor.typed is None
        await at.press("enter", "x", "escape")
        await at.sees("Throw away what you typed?")
        await at.press("escape")
        assert at.screen.editor.unsaved
        await at.press("escape", "left", "enter")
        assert at.screen.editor.typed is None
    assert all(not s.edited for s in stored(programme))


async def test_the_app_does_not_close_over_what_is_typed(programme: Programme) -> None:
    async with sitting(programme) as at:
        await at.press("enter", "x", "ctrl+q")
        await at.sees("Throw away what you typed?")
        await at.press("escape")
        assert at.screen.editor.unsaved


async def test_what_another_window_changed_meanwhile_leaves_the_typed_text_in_the_field(
    programme: Programme,
) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("enter", "ctrl+end", *" hier")
        change_elsewhere(programme, at.segment.id, "Anders.")
        await at.press("enter")
        await at.until(lambda: isinstance(at.app.screen, FailureScreen))
        await at.press("enter")
        assert at.screen.editor.field.text.endswith(" hier")
        await at.stands_on("Anders.")
        await at.press("enter")
        await at.until(lambda: at.here.endswith(" hier"))


async def test_a_fragment_is_split_at_the_cursor_with_what_was_typed_and_joined_again(
    programme: Programme,
) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("s", *"Nou. ", "f6")
        await at.stands_on(EN_LET)
        assert "Nou." in [s.text for s in stored(programme)]
        await at.press("up", "j")
        await at.stands_on("Nou. En let op")


async def test_undo_and_redo_name_what_they_do(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("k")
        await at.sees("u takes back: found right")
        await at.press("u")
        await at.sees("Taken back: found right")
        assert not any(s.checked for s in stored(programme))
        await at.press("U")
        await at.until(lambda: any(s.checked for s in stored(programme)))


async def test_a_whole_answer_is_right_after_asking(programme: Programme) -> None:
    async with sitting(programme) as at:
        await at.press("K")
        await at.sees("Is all of it right?", "2 fragments of this answer")
        await at.press("left", "enter")
        await at.sees("2 of 4 looked at")
        assert "01 M2-V2 ✔" in at.text


async def test_marked_text_is_what_is_looked_for(programme: Programme) -> None:
    async with sitting(programme) as at:
        await at.press("d", "enter", "ctrl+f")
        await at.until(lambda: isinstance(at.app.screen, FindDialog))
        await at.sees("contour", "Found in 1 place.")


# --- topics, facet, release --------------------------------------------------------------------------


async def test_a_suggested_topic_is_accepted_rejected_or_left_open_by_key(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.sees("3 ○ Spoelen en kopafstand (suggested: “spoelen”, “druk”)")
        await at.press("a")
        await at.sees("3 ● Spoelen en kopafstand")
        await at.press("3")
        await at.sees("3 × Spoelen en kopafstand (rejected)")
        await at.press("1")
        await at.sees("1 ● Startgaten maken")
    assert tags_of(programme, EN_LET)["spoelen-draad"] is False


async def test_x_rejects_and_without_a_suggestion_says_so(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("x")
        await at.sees("× Spoelen en kopafstand (rejected)")
        await at.press("x")
        await at.sees("No topic is suggested for this fragment.")


async def test_a_second_topic_is_found_by_a_word_of_it(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("t", *"draadkeu", "enter")
        await at.until(lambda: True in tags_of(programme, EN_LET).values())
        given = [topic for topic, accepted in tags_of(programme, EN_LET).items() if accepted]
        assert given == ["draadkeuze"]


async def test_no_topic_is_on_and_off(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("0")
        await at.sees("about no topic")
        await at.press("0")
        await at.until(lambda: "about no topic" not in at.text)


async def test_the_facet_is_chosen_by_its_digit_or_none(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("f", "2")
        await at.sees("facet: signal")
        assert next(s for s in stored(programme) if s.text.startswith(EN_LET)).facet is Facet.SIGNAL
        await at.press("f", "0")
        await at.sees("no facet")


async def test_a_struck_fragment_says_so_and_counts_no_more(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("v", "4")
        await at.sees("struck: it goes into no document", "0 of 3 looked at")


async def test_what_goes_out_in_bulk_is_asked_and_struck_stays_struck(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("v", "4")
        await at.sees("struck: it goes into no document")
        await at.press("V", "3")
        await at.sees("1 that is struck stays struck.")
        await at.press("left", "enter")
        await at.sees("1 struck fragment stays struck.")
    levels = [s.release for s in stored(programme)][:3]
    assert levels == [Release.FREE, Release.FREE, Release.STRUCK]


# --- the sound ---------------------------------------------------------------------------------------


async def test_space_plays_the_fragment_and_then_pauses(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("space")
        await at.press("space", "comma")
        assert [asked[0] for asked in at.player.asked] == ["play", "toggle", "back"]
        assert at.player.asked[0][1:] == (12.8, pytest.approx(12.8 + 0.4 * 14), 1.0, False, False)


async def test_the_word_that_is_heard_is_lit_and_typing_does_not_stop_it(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("space")
        await at.hears_at(12.8 + 0.4 * 4)
        assert at.screen.fragments._spoken is not None
        start, end = at.screen.fragments._spoken[1]
        assert at.here[start:end] == "spoelen:"
        await at.press("enter", "x", "f4")
        assert [asked[0] for asked in at.player.asked] == ["play", "toggle"]
        await at.hears(Ended(18.0))
        assert at.screen.fragments._spoken is None


async def test_the_list_follows_what_plays_on(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("o")
        assert at.player.asked[0][-1] is True
        await at.hears_at(13.0)
        assert at.here.startswith(EN_LET)
        await at.sees("▶ playing 00:13")


async def test_speed_and_repeat_are_shown_and_kept_for_what_plays_next(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("right_square_bracket")
        await at.sees("speed 1.1")
        await at.press(*["left_square_bracket"] * 9)
        await at.sees("speed 0.7")
        await at.press("l")
        assert at.player.asked == [("play", 12.8, pytest.approx(18.4), 0.7, True, False)]


async def test_text_without_sound_says_so(programme: Programme) -> None:
    async with sitting(programme, "B1", at="Grafiet") as at:
        await at.press("space")
        await at.sees("This text came without a recording")
        assert at.player.asked == []


async def test_a_recording_that_is_gone_says_so(programme: Programme) -> None:
    async with sitting(programme) as at:
        next(Path(programme.folder, "audio").glob("A1-01*")).unlink()
        await at.press("space")
        await at.sees("is not on this disk")


async def test_while_a_conversation_goes_on_nothing_is_played(programme: Programme) -> None:
    app = VakborgApp(programme)
    async with sitting(programme, app=app) as at:
        app.conductor = FakeConductor(a_conversation(), programme)
        await at.press("space")
        await at.sees("A conversation is going on: nothing is played")
        assert at.player.asked == []
        app.conductor = None


async def test_a_loudspeaker_that_fails_is_shown(programme: Programme) -> None:
    async with sitting(programme) as at:
        await at.press("space")
        await at.hears(Failed(SoundSystemError("Er is geen luidspreker.", "Sluit er een aan.")))
        await at.until(lambda: isinstance(at.app.screen, FailureScreen))
        assert at.screen.playback.sound is None


# --- the mouse, and what else there is ---------------------------------------------------------------


async def test_a_click_stands_on_a_fragment_and_a_click_on_its_topic_decides(programme: Programme) -> None:
    async with sitting(programme) as at:
        await at.stands_on(IK_ZET)
        index = next(
            n for n, line in enumerate(at.screen.fragments.lines) if EN_LET in line.fragment.segment.text
        )
        await at.pilot.click(at.screen.fragments, offset=(12, at.screen.fragments._tops[index]))
        await at.stands_on(EN_LET)
        drawn = at.screen.fragments._drawn(at.screen.fragments.lines[index])
        topic = next(n for n, strip in enumerate(drawn) if "○ Spoelen" in strip.text)
        row = at.screen.fragments._tops[index] + topic
        await at.pilot.click(at.screen.fragments, offset=(14, row))
        await at.sees("● Spoelen en kopafstand")


async def test_every_key_of_the_review_is_told_in_its_help(programme: Programme) -> None:
    async with sitting(programme, size=(120, 200)) as at:
        await at.press("f1")
        await at.sees("The review.", *(key.tooltip for key in KEYS if isinstance(key, Binding)))


async def test_reloading_shows_what_another_program_changed(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        change_elsewhere(programme, at.segment.id, "En let op het water.")
        await at.press("r")
        await at.stands_on("En let op het water.")
        assert isinstance(at.screen.answers, OptionList)


async def test_another_look_paints_the_fragments_anew(programme: Programme) -> None:
    async with sitting(programme) as at:
        before = at.screen.fragments.render_line(0)
        at.app.theme = other(at.app.theme)
        await at.pilot.pause()
        after = at.screen.fragments.render_line(0)
        assert before.text == after.text
        assert [s.style for s in before] != [s.style for s in after]
