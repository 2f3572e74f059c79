"""The fast engine on the demo recordings: what openai-whisper hears, in the same places."""

import hashlib
import json
import subprocess
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

import jiwer
import pytest

from sessions.errors import ModelError
from tests.transcripts.checkpoints import random_checkpoint
from tests.transcripts.material import CHECKPOINT, RECORDINGS, cues, plain, sound
from transcripts import converted
from transcripts.chunk import Chunk
from transcripts.fast_engine import EXACT, FAST, FastTranscriber
from transcripts.fast_model import FastModel
from transcripts.prompt import build_prompt
from transcripts.resample import RATE
from transcripts.speech import chunks
from transcripts.transcriber import Heard, Transcriber
from transcripts.whisper_engine import WhisperTranscriber

# whisper leaves the file of its vocabulary to the garbage collector
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@cache
def engine(weights: str = EXACT) -> Transcriber:
    return FastTranscriber(CHECKPOINT, weights)


@cache
def reference() -> Transcriber:
    return WhisperTranscriber(CHECKPOINT)


@cache
def speech(path: Path) -> list[Chunk]:
    return [*chunks([sound(path)])]


def heard(transcriber: Transcriber, path: Path, prompt: str = "") -> list[Heard]:
    return [one for chunk in speech(path) for one in transcriber.transcribe(chunk, prompt)]


@pytest.mark.parametrize("path", RECORDINGS[:3], ids=lambda path: path.stem)
def test_what_is_heard_and_when_is_as_whisper_has_it(path: Path) -> None:
    theirs, ours = heard(reference(), path), heard(engine(), path)
    assert [one.text for one in ours] == [one.text for one in theirs]
    for mine, other in zip(ours, theirs, strict=True):
        assert (mine.start, mine.end) == pytest.approx((other.start, other.end), abs=0.021)
        assert mine.avg_logprob == pytest.approx(other.avg_logprob, abs=1e-3)
        for word, known in zip(mine.words, other.words, strict=True):
            assert (word.start, word.end) == pytest.approx((known.start, known.end), abs=0.021)
            assert word.probability == pytest.approx(known.probability, abs=5e-3)


def test_a_prompt_changes_both_in_the_same_way() -> None:
    prompt = "Een gesprek over draadvonken, met startgat, uitvaller, elektrode, spoeling en nasnede."
    path = RECORDINGS[1]
    ours, theirs = (heard(one, path, prompt) for one in (engine(), reference()))
    assert [one.text for one in ours] == [one.text for one in theirs]
    assert ours[0].avg_logprob == pytest.approx(theirs[0].avg_logprob, abs=1e-3)
    assert ours[0].avg_logprob != pytest.approx(heard(engine(), path)[0].avg_logprob, abs=1e-3)


def test_a_prompt_of_the_full_length_is_taken() -> None:
    terms = [f"term{number}" for number in range(200)]
    prompt = build_prompt(terms, engine().count_tokens, engine().prompt_limit)
    assert prompt.dropped
    assert engine().prompt_limit == reference().prompt_limit
    engine().transcribe(speech(RECORDINGS[1])[0], prompt.text)


def test_with_rounded_weights_few_words_are_wrong() -> None:
    paths = RECORDINGS[:4]
    said = [plain(" ".join(cue["text"] for cue in cues(path.stem))) for path in paths]
    found = [plain(" ".join(one.text for one in heard(engine(FAST), path))) for path in paths]
    assert jiwer.wer(said, found) <= 0.05


def test_words_that_a_person_typed_are_laid_to_the_same_times() -> None:
    cue = cues(RECORDINGS[0].stem)[0]
    piece = sound(RECORDINGS[0])[: round(cue["end"] * RATE)]
    ours, theirs = (one.align(piece, cue["text"]) for one in (engine(), reference()))
    assert [word.text for word in ours] == [word.text for word in theirs]
    assert [word.start for word in ours] == pytest.approx([word.start for word in theirs], abs=0.021)
    assert len(ours) == len(cue["text"].split())


def test_a_text_that_is_too_long_to_be_laid_has_no_times() -> None:
    assert engine().align(sound(RECORDINGS[0]), "draad " * 500) == []


def test_whisper_finds_words_by_itself_again_afterwards() -> None:
    from whisper import timing

    own = timing.find_alignment
    heard(engine(), RECORDINGS[1])
    assert timing.find_alignment is own


def test_a_language_that_whisper_does_not_know_is_told() -> None:
    with pytest.raises(ModelError, match="“xx”"):
        engine().transcribe(speech(RECORDINGS[1])[0], language="xx")


def test_an_english_model_is_refused_where_another_language_is_spoken(tmp_path: Path) -> None:
    english = FastTranscriber(random_checkpoint(tmp_path / "klein.en.pt", n_vocab=51864))
    assert english.count_tokens("wire") == 1
    with pytest.raises(ModelError, match=r"klein\.en\.pt knows only English"):
        english.transcribe(speech(RECORDINGS[1])[0], language="nl")


def test_all_that_decides_what_is_heard_is_recorded() -> None:
    record = engine().record("nl", "startgat.")
    assert record == json.loads(json.dumps(record))
    assert record["checkpoint_sha256"] == hashlib.sha256(CHECKPOINT.read_bytes()).hexdigest()
    assert (record["engine"], record["engine_version"]) == ("ctranslate2", version("ctranslate2"))
    assert record["whisper_version"] == version("openai-whisper")
    assert record["weights"] == "float32"
    records = [one.record("nl", "startgat.") for one in (engine(), engine(FAST), reference())]
    assert all(records.count(one) == 1 for one in records)


def test_a_model_that_was_damaged_on_the_disk_is_made_ready_again(tmp_path: Path) -> None:
    checkpoint = random_checkpoint(tmp_path / "klein.pt")
    FastTranscriber(checkpoint)
    (one,) = (one for one in converted.present() if one.contents.name == "klein")
    (one.folder / "model.bin").write_bytes(b"damaged")
    assert FastTranscriber(checkpoint).count_tokens("draad")
    assert one.is_whole()


def test_what_cannot_be_loaded_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object) -> None:
        raise RuntimeError("Unsupported model binary version\nmore")

    monkeypatch.setattr(FastModel, "__init__", fail)
    with pytest.raises(ModelError, match=r"could not load demo-nl\.pt: Unsupported model binary version\."):
        FastTranscriber(CHECKPOINT)


@pytest.mark.parametrize("content", [b"", b"no model at all", b"PK\x03\x04broken"])
def test_what_is_no_checkpoint_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "model.pt").write_bytes(content)
    with pytest.raises(ModelError):
        FastTranscriber(tmp_path / "model.pt")


def test_importing_any_of_it_loads_neither_torch_nor_ctranslate2() -> None:
    names = "engines converted converting fast_engine fast_model"
    code = "import sys\n" + "".join(f"import transcripts.{name}\n" for name in names.split())
    code += "print([name for name in ('torch', 'whisper', 'ctranslate2') if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
