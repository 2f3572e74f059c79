"""The weights of a checkpoint: as they are in the file, checked, and nothing in it is run."""

import base64
import gzip
import os
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sessions.errors import ModelError
from tests.transcripts.checkpoints import random_checkpoint
from tests.transcripts.material import CHECKPOINT
from transcripts.weights import is_multilingual, num_languages, read_weights


def content(path: Path) -> dict[str, Any]:
    import torch

    loaded: dict[str, Any] = torch.load(path, weights_only=True)
    return loaded


def saved(path: Path, changed: dict[str, Any]) -> Path:
    import torch

    torch.save(changed, path)
    return path


@pytest.mark.parametrize("half", [True, False])
def test_they_take_what_they_take_in_the_file(tmp_path: Path, half: bool) -> None:
    path = random_checkpoint(tmp_path / "klein.pt", half=half)
    weights, state = read_weights(path, ""), content(path)["model_state_dict"]
    assert weights.are_half == half
    assert weights.encoder.conv1.weight.equal(state["encoder.conv1.weight"])
    assert weights.decoder.token_embedding.weight.dtype == state["decoder.token_embedding.weight"].dtype


def test_the_upper_half_of_the_layers_follows_the_words_where_nobody_said_otherwise() -> None:
    weights = read_weights(CHECKPOINT, "")
    assert weights.dims.n_text_layer == 2
    assert weights.alignment_heads == [(1, 0), (1, 1)]


def test_a_released_model_has_the_heads_it_was_released_with(monkeypatch: pytest.MonkeyPatch) -> None:
    import whisper

    heads = np.array([[True, False], [False, True]])
    monkeypatch.setitem(whisper._MODELS, "vonk", "https://example.org/abc/vonk.pt")
    monkeypatch.setitem(whisper._ALIGNMENT_HEADS, "vonk", base64.b85encode(gzip.compress(heads.tobytes())))
    assert read_weights(CHECKPOINT, "abc").alignment_heads == [(0, 0), (1, 1)]


def test_the_number_of_tokens_tells_the_languages() -> None:
    from whisper.model import ModelDimensions, Whisper

    for tokens in (51864, 51865, 51866):
        model = Whisper(ModelDimensions(80, 1500, 4, 1, 1, tokens, 2, 4, 1, 1))
        assert (is_multilingual(tokens), num_languages(tokens)) == (
            model.is_multilingual,
            model.num_languages,
        )


def without_a_part(path: Path) -> Path:
    changed = content(random_checkpoint(path))
    del changed["model_state_dict"]["decoder.ln.bias"]
    return saved(path, changed)


def of_another_size(path: Path) -> Path:
    changed = content(random_checkpoint(path))
    return saved(path, {**changed, "dims": {**changed["dims"], "n_text_state": 128}})


def of_something_else(path: Path) -> Path:
    return saved(path, {"dims": {"n_mels": 80}, "model_state_dict": {}})


def cut_off(path: Path) -> Path:
    path.write_bytes(CHECKPOINT.read_bytes()[:5_000_000])
    return path


@pytest.mark.parametrize(
    "make", [without_a_part, of_another_size, of_something_else, cut_off], ids=lambda make: make.__name__
)
def test_what_does_not_fit_is_refused(tmp_path: Path, make: Any) -> None:
    with pytest.raises(ModelError, match="not a Whisper model"):
        read_weights(make(tmp_path / "model.pt"), "")


class Bomb:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(Path(os.environ["BOMB"])),)


@pytest.mark.parametrize("new", [True, False], ids=["torchs own format", "plain pickle"])
def test_nothing_in_a_checkpoint_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new: bool) -> None:
    monkeypatch.setenv("BOMB", str(tmp_path / "it-went-off"))
    path, bomb = tmp_path / "bomb.pt", {"dims": {}, "model_state_dict": Bomb()}
    if new:
        saved(path, bomb)
    else:
        path.write_bytes(pickle.dumps(bomb, protocol=2))
    with pytest.raises(ModelError, match=r"bomb\.pt"):
        read_weights(path, "")
    assert not (tmp_path / "it-went-off").exists()
