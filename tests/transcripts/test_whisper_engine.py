"""The bundled checkpoint on the demo recordings: real sound, real text."""

import base64
import gzip
import hashlib
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sessions.errors import ModelError
from sessions.transcript import Doubt, Word
from tests.transcripts.material import CHECKPOINT, RECORDINGS, cues, plain, sound
from transcripts.cores import threads
from transcripts.prompt import build_prompt
from transcripts.resample import RATE, Samples
from transcripts.sentences import Said, sentences
from transcripts.speech import chunks
from transcripts.transcriber import Heard, Transcriber
from transcripts.whisper_engine import WhisperTranscriber
from transcripts.whisper_model import load, remember_last

# whisper leaves the file of its vocabulary to the garbage collector
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@cache
def engine() -> WhisperTranscriber:
    return WhisperTranscriber(CHECKPOINT)


@cache
def heard_in(path: Path) -> list[Heard]:
    transcriber: Transcriber = engine()
    return [heard for chunk in chunks([sound(path)]) for heard in transcriber.transcribe(chunk)]


def text(heard: list[Heard]) -> str:
    return plain(" ".join(one.text for one in heard))


def test_few_words_are_wrong() -> None:
    import jiwer

    paths = RECORDINGS[:4]
    said = [plain(" ".join(cue["text"] for cue in cues(path.stem))) for path in paths]
    assert jiwer.wer(said, [text(heard_in(path)) for path in paths]) <= 0.05


def test_a_fragment_is_a_sentence() -> None:
    path = RECORDINGS[0]
    assert [plain(one.text) for one in heard_in(path)] == [plain(cue["text"]) for cue in cues(path.stem)]


def test_sentences_are_where_they_were_said() -> None:
    path = RECORDINGS[0]
    for heard, cue in zip(heard_in(path), cues(path.stem), strict=True):
        assert heard.start == pytest.approx(cue["start"], abs=0.3)
        assert heard.end == pytest.approx(cue["end"], abs=0.3)


@pytest.mark.parametrize("path", RECORDINGS[:4], ids=lambda path: path.stem)
def test_times_only_go_forward_and_stay_inside_the_recording(path: Path) -> None:
    times = [time for heard in heard_in(path) for word in heard.words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert times[0] >= 0
    assert times[-1] <= len(sound(path)) / RATE
    for heard in heard_in(path):
        assert heard.start <= heard.words[0].start
        assert heard.words[-1].end <= heard.end
        assert all(0 < word.probability <= 1 for word in heard.words)
        assert " ".join(word.text for word in heard.words) == heard.text


def test_after_a_silence_of_a_minute_the_times_are_right() -> None:
    path = RECORDINGS[0]
    audio = np.concatenate(
        [sound(path)[: 6 * RATE], np.zeros(60 * RATE, np.float32), sound(path)[6 * RATE :]]
    )
    heard = [one for chunk in chunks([audio]) for one in engine().transcribe(chunk)]
    assert heard[-1].end == pytest.approx(cues(path.stem)[-1]["end"] + 60, abs=0.5)


def test_the_same_recording_gives_the_same_text() -> None:
    path = RECORDINGS[1]
    again = [heard for chunk in chunks([sound(path)]) for heard in engine().transcribe(chunk)]
    assert [one.text for one in again] == [one.text for one in heard_in(path)]


def test_a_prompt_of_the_full_length_is_taken() -> None:
    terms = [f"term{number}" for number in range(200)]
    prompt = build_prompt(terms, engine().count_tokens, engine().prompt_limit)
    assert prompt.dropped
    assert engine().count_tokens(prompt.text) <= engine().prompt_limit == 223
    (chunk,) = chunks([sound(RECORDINGS[1])])
    engine().transcribe(chunk, prompt.text)


def test_the_encoder_is_not_run_twice_for_the_same_sound() -> None:
    import torch

    runs: list[int] = []

    def encode(mel: torch.Tensor) -> torch.Tensor:
        runs.append(1)
        return mel * 2

    remembered = remember_last(encode)
    mel = torch.ones(1, 80, 3000)
    assert torch.equal(remembered(mel), remembered(mel.clone()))
    remembered(mel + 1)
    assert len(runs) == 2


@pytest.mark.parametrize("language", ["xx", "", "nl-NL", "yue"])
def test_a_language_that_whisper_does_not_know_is_told(language: str) -> None:
    (chunk,) = chunks([sound(RECORDINGS[1])])
    with pytest.raises(ModelError, match=f"“{language}”") as refused:
        engine().transcribe(chunk, language=language)
    assert "“language” in the guide" in refused.value.advice


def test_one_model_hears_more_than_one_language() -> None:
    (chunk,) = chunks([sound(RECORDINGS[1])])
    asked: list[str] = []
    model = engine()._model
    transcribe = model.transcribe

    def listen(audio: Samples, **options: Any) -> Any:
        asked.append(options["language"])
        return transcribe(audio, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model, "transcribe", listen)
        for language in ("nl", "de", "nl"):
            assert engine().transcribe(chunk, language=language)
    assert set(asked) == {"nl", "de"}
    assert asked[0] == asked[-1] == "nl"


def test_an_english_model_is_refused_where_another_language_is_spoken(tmp_path: Path) -> None:
    (chunk,) = chunks([sound(RECORDINGS[1])])
    english = WhisperTranscriber(english_checkpoint(tmp_path / "klein.en.pt"))
    assert english.count_tokens("wire") == 1
    with pytest.raises(ModelError, match=r"klein\.en\.pt knows only English"):
        english.transcribe(chunk, language="nl")
    english.transcribe(chunk, language="en")


def english_checkpoint(path: Path) -> Path:
    """A Whisper of one layer that has learnt nothing and says little, with the vocabulary of the English-only
    models."""
    import torch
    from whisper.model import ModelDimensions, Whisper

    torch.manual_seed(0)
    dims = ModelDimensions(80, 1500, 64, 1, 1, 51864, 32, 64, 1, 1)
    model = Whisper(dims)
    torch.nn.init.zeros_(model.decoder.positional_embedding)  # whisper leaves it as memory was found
    torch.save({"dims": vars(dims), "model_state_dict": model.state_dict()}, path)
    return path


MIDDLE = [
    ("expert-b-M3-V4", 0.6),
    ("expert-a-M3-V1", 0.3),
    ("expert-a-M7-V1", 1.0),
    ("expert-b-M4-V2", 0.6),
    ("expert-a-M8-V2", 0.25),
]


@pytest.mark.parametrize(("name", "seconds"), MIDDLE)
def test_a_recording_that_breaks_off_keeps_the_start_of_its_last_sentence(name: str, seconds: float) -> None:
    cue = cues(name)[len(cues(name)) // 2 + 1]
    path = next(path for path in RECORDINGS if path.stem == name)
    (chunk,) = chunks([sound(path)[: int((cue["start"] + seconds) * RATE)]])
    assert chunk.speech_end == pytest.approx(chunk.seconds)
    last = engine().transcribe(chunk)[-1]
    assert plain(last.text).split()[0] == plain(cue["text"]).split()[0]
    assert last.end >= cue["start"]


@pytest.mark.parametrize("name", ["expert-b-M6-V3", "expert-a-M2-V2", "expert-a-M3-V1", "expert-a-M3-V4"])
@pytest.mark.parametrize("loudness", [0.0, 0.003], ids=["silence", "hiss"])
def test_silence_after_speech_gives_no_invented_sentence(name: str, loudness: float) -> None:
    spoken = cues(name)[: len(cues(name)) // 2 + 1]
    path = next(path for path in RECORDINGS if path.stem == name)
    silence = np.random.default_rng(0).normal(0, 1, 5 * RATE).astype(np.float32) * np.float32(loudness)
    audio = np.concatenate([sound(path)[: int(spoken[-1]["end"] * RATE)], silence])
    heard = [one for chunk in chunks([audio]) for one in engine().transcribe(chunk)]
    assert len(heard) == len(spoken)
    assert plain(heard[-1].text).split()[-1] == plain(spoken[-1]["text"]).split()[-1]


@pytest.mark.parametrize("name", ["tiny.pt", "large-v3-turbo.pt", "turbo.pt", "small.en.pt"])
def test_what_is_called_like_a_released_model_has_to_be_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(CHECKPOINT.read_bytes())
    with pytest.raises(ModelError, match="not the released model") as refused:
        load(path, "cpu")
    known = {"tiny.pt": "tiny", "large-v3-turbo.pt": "turbo"}.get(name, "NAME")
    assert f"Delete {path} and get it again with: vakborg models get {known}." in refused.value.advice


def test_a_released_model_is_loaded_with_the_heads_that_follow_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import whisper

    path = tmp_path / "vonk.pt"
    path.write_bytes(CHECKPOINT.read_bytes())
    plain_model, digest = load(path, "cpu")
    heads = plain_model.alignment_heads.to_dense()
    chosen = ~heads
    packed = base64.b85encode(gzip.compress(chosen.numpy().tobytes()))
    monkeypatch.setitem(whisper._MODELS, "vonk", f"https://example.org/{digest}/vonk.pt")
    monkeypatch.setitem(whisper._ALIGNMENT_HEADS, "vonk", packed)
    model, _ = load(path, "cpu")
    assert model.alignment_heads.to_dense().equal(chosen)


class Bomb:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(Path(os.environ["BOMB"])),)


@pytest.fixture
def bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("BOMB", str(tmp_path / "it-went-off"))
    path = tmp_path / "bomb.pt"
    path.write_bytes(pickle.dumps({"dims": {}, "model_state_dict": Bomb()}, protocol=2))
    yield path
    assert not (tmp_path / "it-went-off").exists()


def test_nothing_in_a_checkpoint_is_run(bomb: Path) -> None:
    with pytest.raises(ModelError, match=r"bomb\.pt"):
        load(bomb, "cpu")


def test_nothing_in_a_checkpoint_of_torchs_own_format_is_run(bomb: Path) -> None:
    import torch

    torch.save({"dims": {}, "model_state_dict": Bomb()}, bomb)
    with pytest.raises(ModelError):
        load(bomb, "cpu")


@pytest.mark.parametrize("content", [b"", b"no model at all", b"PK\x03\x04broken"])
def test_what_is_no_checkpoint_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.pt"
    path.write_bytes(content)
    with pytest.raises(ModelError) as refused:
        load(path, "cpu")
    assert refused.value.advice


def test_a_checkpoint_that_lost_its_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "half.pt"
    path.write_bytes(CHECKPOINT.read_bytes()[:5_000_000])
    with pytest.raises(ModelError):
        load(path, "cpu")


@pytest.mark.parametrize("content", [{"dims": {}}, {"dims": {"n_mels": 80}, "model_state_dict": {}}, [1, 2]])
def test_a_checkpoint_of_something_else_is_refused(tmp_path: Path, content: object) -> None:
    import torch

    path = tmp_path / "other.pt"
    torch.save(content, path)
    with pytest.raises(ModelError):
        load(path, "cpu")


def test_a_model_that_is_not_there_is_refused_and_not_downloaded(tmp_path: Path) -> None:
    for name in (tmp_path / "weg.pt", Path("large-v2")):
        with pytest.raises(ModelError):
            load(name, "cpu")


def test_one_core_stays_free_where_there_are_many() -> None:
    cores = os.cpu_count() or 1
    assert 1 <= threads() <= max(2, cores - 1)


def words(*given: tuple[str, float, float]) -> list[Said]:
    return [Said(Word(start, end, raw.strip(), 0.9), raw, -0.2, 0.0, 0.0) for raw, start, end in given]


def test_sentences_end_at_their_marks_and_at_long_pauses() -> None:
    said = words(
        (" Kies", 0, 1), (" bijv.", 1, 2), (" 0,25", 2, 3), (" mm.", 3, 4), (" Meet", 4, 5), (" dan", 9, 10)
    )
    assert [one.text for one in sentences(said)] == ["Kies bijv.", "0,25 mm.", "Meet", "dan"]


def test_a_sentence_that_whisper_gave_in_two_parts_is_one() -> None:
    said = words((" De", 0, 1), (" draad", 1, 2), (" breekt.", 2.4, 3))
    assert [one.text for one in sentences(said)] == ["De draad breekt."]


def test_a_poor_probability_is_a_doubt() -> None:
    said = [Said(Word(0, 1, "Hm.", 0.1), " Hm.", -1.4, 0.2, 0.8)]
    assert sentences(said) == [Heard(0, 1, "Hm.", (said[0].word,), Doubt.LOW_CONFIDENCE, -1.4, 0.2, 0.8)]


def test_all_that_decides_what_is_heard_is_recorded() -> None:
    record = engine().record("nl", "startgat.")
    assert record == json.loads(json.dumps(record))
    assert record["checkpoint_sha256"] == hashlib.sha256(CHECKPOINT.read_bytes()).hexdigest()
    assert (record["language"], record["prompt"], record["device"]) == ("nl", "startgat.", "cpu")
    assert record["engine_version"] == version("openai-whisper")
    assert record["speech_detection_version"] == version("silero-vad")
    assert record["carry_initial_prompt"]
    assert not engine().record("nl", "")["carry_initial_prompt"]
    assert record != engine().record("de", "startgat.")


def test_two_files_of_one_name_are_two_models(tmp_path: Path) -> None:
    import torch

    other = tmp_path / CHECKPOINT.name
    content = torch.load(CHECKPOINT, weights_only=True)
    content["model_state_dict"]["decoder.ln.bias"] += 1e-3
    torch.save(content, other)
    assert WhisperTranscriber(other).record("nl", "") != engine().record("nl", "")


def test_importing_any_of_it_does_not_load_torch() -> None:
    names = "audio speech transcriber prompt loops careful whisper_engine whisper_model whisper_words silero"
    code = "import sys\n" + "".join(f"import transcripts.{name}\n" for name in names.split())
    code += "print([name for name in ('torch', 'whisper', 'silero_vad') if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
