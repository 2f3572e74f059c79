"""Loops of the machine go; what people repeat stays."""

from dataclasses import replace

import pytest

from sessions.transcript import Doubt, Word
from transcripts.careful import hear_carefully
from transcripts.chunk import Chunk
from transcripts.loops import looping, repeated_phrase, without_loops
from transcripts.resample import RATE
from transcripts.transcriber import Heard


def said(text: str, start: float = 0.0, seconds: float | None = None) -> Heard:
    """``text`` at a normal pace, or in ``seconds``."""
    spoken = text.split()
    each = (len(text) / 15 if seconds is None else seconds) / len(spoken)
    words = tuple(Word(start + n * each, start + (n + 1) * each, word, 0.9) for n, word in enumerate(spoken))
    return Heard(start, words[-1].end, text, words)


PEOPLE = [
    "Ja ja ja, dat klopt.",
    "Nooit, nooit, nooit zonder spoeling.",
    "Heel heel heel heel langzaam afregelen.",
    "Meten, meten, meten en nog eens meten.",
    "Dat moet je niet doen, dat moet je niet doen, dat moet je niet doen.",
    "1, 2, 3, 4, 5 nasnedes.",
]


@pytest.mark.parametrize("text", PEOPLE)
def test_what_people_repeat_stays(text: str) -> None:
    heard = [said(text)]
    assert not looping(heard)
    assert without_loops(heard) == heard


def test_someone_who_says_ja_in_three_sentences_keeps_them() -> None:
    heard = [said("Ja.", 0.0, 0.6), said("Ja.", 1.0, 0.6), said("Ja.", 2.0, 0.6)]
    assert without_loops(heard) == heard


def test_a_word_without_end_is_kept_once() -> None:
    (kept,) = without_loops([said("De draad " + "breekt " * 30 + "vaak")])
    assert kept.text == "De draad breekt vaak"
    assert [word.text for word in kept.words] == ["De", "draad", "breekt", "vaak"]
    assert kept.doubt is Doubt.REPETITION


def test_a_phrase_without_end_is_kept_once() -> None:
    (kept,) = without_loops([said("We gaan nu, " * 9 + "stop")])
    assert kept.text == "We gaan nu, stop"
    assert repeated_phrase(("We gaan nu, " * 9).split()) == (0, 3, 9)


def test_the_same_sentence_too_fast_three_times_is_kept_once() -> None:
    heard = [said("Bedankt voor het kijken.", n * 0.3, 0.3) for n in range(3)]
    kept = without_loops([said("Eerst meten."), *heard, said("Dan snijden.", 9.0)])
    assert [one.text for one in kept] == ["Eerst meten.", "Bedankt voor het kijken.", "Dan snijden."]
    assert [one.doubt for one in kept] == [Doubt.NONE, Doubt.REPETITION, Doubt.NONE]


def test_the_same_sentence_five_times_is_a_loop_at_any_pace() -> None:
    heard = [said("Bedankt voor het kijken.", n * 2.0) for n in range(5)]
    assert looping(heard)
    assert len(without_loops(heard)) == 1


def test_more_letters_than_a_mouth_can_form_are_doubted() -> None:
    (kept,) = without_loops([said("De hoofdsnede met een ruime offset.", 0.0, 0.4)])
    assert kept.doubt is Doubt.LOW_CONFIDENCE


class Hearing:
    """Gives what was put in its queue and remembers what it was asked."""

    def __init__(self, *answers: list[Heard]) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[float, str, float]] = []

    def __call__(self, chunk: Chunk, prompt: str, temperature: float) -> list[Heard]:
        self.asked.append((chunk.seconds, prompt, temperature))
        return self.answers.pop(0)


def chunk(seconds: float = 12.0) -> Chunk:
    import numpy as np

    return Chunk(np.zeros(int(seconds * RATE), np.float32), ((0.0, 0.0, seconds),), seconds)


LOOP = [said("nee nee nee nee nee nee nee nee nee nee")]
GOOD = [said("De draad breekt.")]


def test_good_text_is_heard_once() -> None:
    hear = Hearing(GOOD)
    assert hear_carefully(hear, chunk(), "startgat.") == GOOD
    assert hear.asked == [(12.0, "startgat.", 0.0)]


def test_a_loop_is_heard_again_without_the_prompt() -> None:
    hear = Hearing(LOOP, GOOD)
    assert hear_carefully(hear, chunk(), "startgat.") == GOOD
    assert hear.asked[1] == (12.0, "", 0.2)


def test_a_stubborn_loop_is_heard_in_halves() -> None:
    hear = Hearing(LOOP, LOOP, GOOD, GOOD)
    assert hear_carefully(hear, chunk(), "") == GOOD * 2
    assert sum(seconds for seconds, _, _ in hear.asked[2:]) == pytest.approx(12.0)


def test_a_loop_that_stays_is_kept_once_and_marked() -> None:
    hear = Hearing(LOOP, LOOP, LOOP, GOOD)
    kept = hear_carefully(hear, chunk(), "")
    assert kept == [replace(kept[0], text="nee", doubt=Doubt.REPETITION), *GOOD]


def test_a_short_chunk_is_not_halved() -> None:
    hear = Hearing(LOOP, LOOP)
    assert [one.doubt for one in hear_carefully(hear, chunk(3.0), "")] == [Doubt.REPETITION]
