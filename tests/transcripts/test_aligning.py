"""Typed text laid to its sound again, by the bundled model on the demo recordings."""

import time
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import mean, median

import pytest

from benchmarks.aligning import SPOKEN, Sentence, as_typed, off, sentences
from sessions.interview import Session
from sessions.programme import Programme, create_programme
from sessions.store import editing, revising
from sessions.transcript import Segment, Timed, Why, Word
from tests.builders import add_session
from tests.transcripts.material import CHECKPOINT, RECORDINGS, cues
from tests.transcripts.test_worker import _record
from transcripts import events
from transcripts.aligning import align, laid
from transcripts.models import DEMO
from transcripts.runner import WorkerProcess
from transcripts.whisper_engine import WhisperTranscriber
from transcripts.worker import Order, work

# whisper leaves the file of its vocabulary to the garbage collector
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

RECORDING = RECORDINGS[0]


@cache
def engine() -> WhisperTranscriber:
    return WhisperTranscriber(CHECKPOINT)


@cache
def heard() -> tuple[Sentence, ...]:
    return tuple(sentences(engine(), RECORDINGS[:1], SPOKEN))


def test_typed_words_are_nearer_to_where_they_were_said_than_their_estimate() -> None:
    estimated: list[float] = []
    aligned: list[float] = []
    for sentence in heard():
        for first in range(0, len(sentence.began) - 2, 3):
            places = slice(first, first + 3)
            typed = as_typed(sentence, first)
            words = align(engine(), sentence.recording, typed, "nl")
            assert words is not None
            estimated += off(typed.timing[places], sentence.began[places])
            aligned += off(words[places], sentence.began[places])
    assert median(aligned) <= 0.25
    assert mean(aligned) < mean(estimated)


def test_the_words_stay_in_order_in_the_fragment_and_are_the_persons() -> None:
    sentence = heard()[0]
    typed = as_typed(sentence, 1)
    words = align(engine(), sentence.recording, typed, "nl")
    assert words is not None
    assert [word.text.strip() for word in words] == typed.text.split()
    assert [word.probability for word in words] == [word.probability for word in typed.timing]
    times = [time for word in words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert typed.start <= times[0]
    assert times[-1] <= typed.end


@pytest.mark.parametrize("seconds", [0.1, 31.0])
def test_a_fragment_that_is_too_short_or_too_long_keeps_its_estimate(seconds: float) -> None:
    typed = as_typed(heard()[0], 1)
    assert align(engine(), RECORDING, replace(typed, end=typed.start + seconds), "nl") is None


def test_more_text_than_the_model_can_read_keeps_its_estimate() -> None:
    typed = as_typed(heard()[0], 1)
    assert align(engine(), RECORDING, replace(typed, text="woord " * 500), "nl") is None


# --- what does not look sound -------------------------------------------------------------------------
SEGMENT = Segment(0, 0, 10.0, 12.0, "", "een twee drie", timed=Timed.ESTIMATED)


def found(*times: tuple[float, float], probability: float = 0.9) -> list[Word]:
    return [
        Word(start, end, f" {word}", probability)
        for (start, end), word in zip(times, SEGMENT.text.split(), strict=True)
    ]


def test_times_that_look_sound_are_counted_from_the_start_of_the_recording() -> None:
    words = laid(SEGMENT, found((0.0, 0.5), (0.5, 1.0), (1.2, 2.4)))
    assert words is not None
    assert [(word.start, word.end) for word in words] == [(10.0, 10.5), (10.5, 11.0), (11.2, 12.0)]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param([], id="nothing"),
        pytest.param(found((0.0, 0.5), (0.5, 1.0), (1.2, 1.4))[:2], id="a word missing"),
        pytest.param(found((0.0, 0.5), (0.4, 1.0), (1.2, 1.4)), id="two at once"),
        pytest.param(found((0.0, 2.0), (2.0, 2.0), (2.0, 2.0)), id="all in one place"),
        pytest.param(found((0.0, 0.5), (0.5, 1.0), (1.2, 1.4), probability=0.001), id="not heard"),
    ],
)
def test_what_does_not_look_sound_is_not_used(words: list[Word]) -> None:
    assert laid(SEGMENT, words) is None


# --- the worker ---------------------------------------------------------------------------------------
@pytest.fixture
def transcribed(tmp_path: Path) -> Programme:
    programme = create_programme(tmp_path / "traject")
    with programme.store() as store:
        add_session(store, "Henk", "Bedrijf")
    _record(programme, RECORDING, RECORDING.stem[-5:])
    _work(programme)
    return programme


def _work(programme: Programme) -> None:
    told: list[object] = []
    work(Order(str(programme.folder), model=DEMO), told.append)
    assert type(told[-1]).__name__ == "Done"


def _retype(programme: Programme, text: str) -> Segment:
    with programme.store() as store:
        segment, session = store.all(Segment)[0], store.all(Session)[0]
        with editing.editing(store, session, "Anneke", Why.HUMAN, "text typed") as pencil:
            return revising.retype(pencil, segment.id, text)


@pytest.mark.filterwarnings("ignore:.*torch.jit.*:DeprecationWarning")
def test_the_worker_lays_what_a_person_typed_to_its_sound(transcribed: Programme) -> None:
    text = cues(RECORDING.stem)[0]["text"].replace("altijd", "gewoonlijk")
    typed = _retype(transcribed, text)
    _work(transcribed)
    with transcribed.store() as store:
        there = store.get(Segment, typed.id)
        assert (there.text, there.timed) == (text, Timed.ALIGNED)
        assert there.timing != typed.timing
        editing.undo(store, store.all(Session)[0], "Anneke")
        assert store.get(Segment, typed.id).timed is Timed.MACHINE


def test_what_the_model_takes_for_its_own_marks_does_not_stop_the_worker(transcribed: Programme) -> None:
    typed = _retype(transcribed, "Het startgat <|nl|> leg ik <|endoftext|> in de uitvaller.")
    _work(transcribed)  # and says that it is done
    with transcribed.store() as store:
        assert store.get(Segment, typed.id).text == typed.text


def test_a_worker_that_stays_does_it_while_nothing_waits(transcribed: Programme) -> None:
    order = Order(str(transcribed.folder), model=DEMO, stay=True)
    with WorkerProcess(order) as worker, transcribed.store() as store:
        next(event for event in worker if isinstance(event, events.Idle))
        typed = _retype(transcribed, "Het startgat leg ik gewoonlijk in de uitvaller.")
        deadline = time.monotonic() + 60
        while store.get(Segment, typed.id).timed is not Timed.ALIGNED and time.monotonic() < deadline:
            time.sleep(0.1)
        assert store.get(Segment, typed.id).timed is Timed.ALIGNED
