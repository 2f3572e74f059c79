"""What frames the review, in the room there is."""

from dataclasses import replace

import pytest

from capture.reviewing.state import Answered, Left
from capture.screens.reviewing.headline import left_lines, progress, question
from sessions.fragments import AnswerReading
from sessions.i18n import set_language
from sessions.programme import Programme
from sessions.store.reading import read_sessions
from tests.capture.screens.reviewing.sitting import sitting

MANY = Left(9999, 0, 9999, 9999, 9999, 9999, 9999)
SOME = Left(36, 0, 8, 7, 12, 10, 2)


def first_answer(programme: Programme) -> AnswerReading:
    with programme.store() as store:
        return read_sessions(store)[0].answers[0]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("left", [SOME, MANY])
def test_what_is_left_fits_in_80_columns(programme: Programme, language: str, left: Left) -> None:
    answered = Answered(first_answer(programme), left)
    set_language(language)
    lines = left_lines(answered, left, 78).plain.splitlines()
    assert len(lines) == 2
    assert max(map(len, lines)) <= 78
    assert str(left.conflicts) in lines[1]


def test_with_room_it_is_told_in_full_words(programme: Programme) -> None:
    answered = Answered(first_answer(programme), SOME)
    assert "36 fragments, 8 words in doubt, 7 proposals" in left_lines(answered, SOME, 118).plain


def test_the_progress_gives_way_to_the_names() -> None:
    left = Left(35, 11)
    assert progress(left, 1020.0, 60).plain == "11 of 35 looked at · about 17 min to go"
    assert progress(left, 1020.0, 20).plain == "11/35 · ± 17 min"
    assert progress(left, 1020.0, 6).plain == "11/35"


def test_no_topic_of_the_question_is_cut(programme: Programme) -> None:
    answered = Answered(first_answer(programme), SOME)
    with programme.store() as store:
        guide = read_sessions(store)[0].guide
    assert len(answered.reading.question.topics) > 1
    whole = question(answered, guide, 84, 4).plain
    assert whole.endswith("Uitvaller, brugje en los materiaal")
    assert question(answered, guide, 84, 2).plain.endswith("Startgaten maken en plaatsen …") or question(
        answered, guide, 84, 2
    ).plain.endswith(answered.reading.question.text)
    bare = replace(answered.reading.question, text="x " * 80)
    long = Answered(replace(answered.reading, question=bare), SOME)
    assert "Startgaten" not in question(long, guide, 84, 2).plain


async def test_another_size_shows_other_words_at_once(programme: Programme) -> None:
    async with sitting(programme, size=(120, 40)) as at:
        await at.sees("Uitvaller, brugje en los materiaal", "0 of 4 looked at", "Session, still: 4 fragments")
        await at.pilot.resize_terminal(60, 24)
        await at.until(lambda: at.screen.answers.size.width < 14)
        await at.until(lambda: [str(o.prompt) for o in at.screen.answers.options][:2] == ["01 0/2", "02 0/2"])
        assert at.screen.fragments.size.width >= 48
        await at.pilot.resize_terminal(120, 40)
        await at.until(lambda: "\n" in str(at.screen.answers.options[0].prompt))
