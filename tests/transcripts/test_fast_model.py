"""CTranslate2's network behind the questions that openai-whisper asks a model."""

from pathlib import Path
from typing import Any

import pytest

from tests.transcripts.checkpoints import random_checkpoint
from transcripts.converting import convert
from transcripts.fast_model import FastModel
from transcripts.weights import read_weights

# whisper leaves the file of its vocabulary to the garbage collector
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def model(tmp_path: Path) -> FastModel:
    weights = read_weights(random_checkpoint(tmp_path / "klein.pt"), "")
    (tmp_path / "snel").mkdir()
    convert(weights, tmp_path / "snel", "float32")
    return FastModel(tmp_path / "snel", vars(weights.dims), "float32", threads=1)


def decoded(model: FastModel, temperature: float, sound: float = 1.0) -> Any:
    import torch
    from whisper.decoding import DecodingOptions

    mel = torch.full((80, 3000), sound)
    return model.decode(mel, DecodingOptions(language="nl", fp16=False, temperature=temperature))


def test_what_was_guessed_is_guessed_again_alike(model: FastModel) -> None:
    first = decoded(model, 1.0)
    decoded(model, 0.6, sound=2.0)
    again = decoded(model, 1.0)
    assert (again.tokens, again.avg_logprob) == (first.tokens, first.avg_logprob)
    assert first.tokens != decoded(model, 0.0).tokens
    assert first.temperature == 1.0


def test_the_encoder_is_not_run_twice_for_the_same_sound(model: FastModel) -> None:
    decoded(model, 0.0)
    kept = model._heard
    decoded(model, 0.8)
    assert model._heard is kept
    decoded(model, 0.0, sound=2.0)
    assert model._heard is not kept


def test_after_a_time_without_memory_it_hears_again(
    model: FastModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise MemoryError

    expected = decoded(model, 0.0).tokens
    with monkeypatch.context() as patch:
        patch.setattr(model, "_load", fail)
        with pytest.raises(MemoryError):
            decoded(model, 1.0)
    assert decoded(model, 0.0).tokens == expected


def test_what_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        FastModel(tmp_path, {}, "float32", threads=1)
