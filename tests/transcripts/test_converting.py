"""Checkpoints in CTranslate2's format: all kinds of them hear what openai-whisper hears."""

from pathlib import Path
from typing import Any

import pytest

from tests.transcripts.checkpoints import random_checkpoint
from transcripts.converting import convert, vocabulary
from transcripts.fast_model import FastModel
from transcripts.weights import read_weights
from transcripts.whisper_model import load

# whisper leaves the file of its vocabulary to the garbage collector
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

ENGLISH, MULTILINGUAL, LARGE_V3 = (80, 51864), (80, 51865), (128, 51866)


@pytest.fixture(params=[ENGLISH, MULTILINGUAL, LARGE_V3], ids=["english", "multilingual", "large-v3"])
def checkpoint(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """One with as many languages and bands of sound as have been released."""
    return random_checkpoint(tmp_path / "klein.pt", *request.param)


@pytest.fixture
def model(checkpoint: Path) -> Any:
    """openai-whisper's."""
    return load(checkpoint, "cpu")[0]


@pytest.fixture
def fast(checkpoint: Path, tmp_path: Path) -> FastModel:
    """Ours."""
    return converted(checkpoint, tmp_path / "snel")


def converted(checkpoint: Path, folder: Path, kind: str = "float32") -> FastModel:
    folder.mkdir()
    weights = read_weights(checkpoint, "")
    convert(weights, folder, kind)
    return FastModel(folder, vars(weights.dims), kind, threads=1)


def decoded(model: Any, sound: int) -> tuple[list[int], float, float]:
    """What is heard in a window: the tokens, how probable they are, and how probable silence is."""
    import torch
    from whisper.decoding import DecodingOptions

    chance = torch.Generator().manual_seed(sound)
    mel = 3 * torch.randn(model.dims.n_mels, 6, generator=chance).repeat_interleave(500, dim=1)
    language = "nl" if model.is_multilingual else "en"
    found = model.decode(mel, DecodingOptions(language=language, fp16=False, prompt=[11, 22, 33]))
    return found.tokens, found.avg_logprob, found.no_speech_prob


def test_the_same_is_heard_in_the_same_sound(model: Any, fast: FastModel) -> None:
    expected = [decoded(model, sound) for sound in range(3)]
    assert len({tuple(tokens) for tokens, _, _ in expected}) > 1
    for sound, (tokens, logprob, silence) in enumerate(expected):
        heard, own_logprob, own_silence = decoded(fast, sound)
        assert heard == tokens
        assert own_logprob == pytest.approx(logprob, abs=1e-3)
        assert own_silence == pytest.approx(silence, rel=1e-2)


def test_the_marks_are_where_whisper_has_them(model: Any) -> None:
    from whisper.tokenizer import get_tokenizer

    tokenizer = get_tokenizer(model.is_multilingual, num_languages=model.num_languages)
    words = vocabulary(model.dims.n_vocab)
    assert len(words) == len(set(words)) == model.dims.n_vocab
    assert words.index("<|nospeech|>") == tokenizer.no_speech
    assert words.index("<|0.00|>") == tokenizer.timestamp_begin
    assert words[tokenizer.encode(" draad")[0]].startswith(" ")


def test_the_same_words_are_at_the_same_times(model: Any, fast: FastModel) -> None:
    import torch
    from whisper.timing import find_alignment
    from whisper.tokenizer import get_tokenizer

    language = "nl" if model.is_multilingual else "en"
    tokenizer = get_tokenizer(
        model.is_multilingual, num_languages=model.num_languages, language=language, task="transcribe"
    )
    mel = torch.rand(model.dims.n_mels, 3000, generator=torch.Generator().manual_seed(7))
    tokens = tokenizer.encode(" De draad breekt bij 0,25 mm.")
    expected = find_alignment(model, tokenizer, tokens, mel, 1000)
    found = fast.find_alignment(tokenizer, tokens, mel, 1000)
    assert [(one.word, one.tokens) for one in found] == [(one.word, one.tokens) for one in expected]
    assert [one.start for one in found] == pytest.approx([one.start for one in expected], abs=0.021)
    assert [one.probability for one in found] == pytest.approx(
        [one.probability for one in expected], rel=0.01
    )


def test_whoever_says_nothing_has_no_words(fast: FastModel) -> None:
    import torch
    from whisper.tokenizer import get_tokenizer

    tokenizer = get_tokenizer(fast.is_multilingual, num_languages=fast.num_languages)
    assert fast.find_alignment(tokenizer, [], torch.zeros(fast.dims.n_mels, 3000), 100) == []


def test_weights_of_two_bytes_are_kept_in_two(tmp_path: Path) -> None:
    sizes = []
    for half in (True, False):
        path = random_checkpoint(tmp_path / f"{half}.pt", half=half)
        converted(path, tmp_path / f"{half}")
        sizes.append((tmp_path / f"{half}" / "model.bin").stat().st_size)
    assert sizes[0] < 0.55 * sizes[1]


def test_rounded_weights_take_a_byte_each(tmp_path: Path) -> None:
    path = random_checkpoint(tmp_path / "klein.pt")
    converted(path, tmp_path / "snel", "int8")
    assert (tmp_path / "snel" / "model.bin").stat().st_size < 0.6 * path.stat().st_size
