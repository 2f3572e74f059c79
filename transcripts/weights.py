"""The weights of a Whisper checkpoint, as they are in the file, in a model that is not made to run."""

import base64
import gzip
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from transcripts.whisper_model import reading, released_heads


@dataclass(frozen=True, eq=False)
class Weights:
    """A checkpoint's ``whisper.model.ModelDimensions``, its ``AudioEncoder`` and ``TextDecoder``, and the heads that
    follow the words, each as (layer, head)."""

    dims: Any
    encoder: Any
    decoder: Any
    alignment_heads: list[tuple[int, int]]

    @property
    def are_half(self) -> bool:
        """Whether each takes two bytes; so it is in all that OpenAI released."""
        import torch

        parts = [*self.encoder.state_dict().values(), *self.decoder.state_dict().values()]
        return all(part.dtype == torch.float16 for part in parts)


def read_weights(checkpoint: Path, digest: str) -> Weights:
    """What is in ``checkpoint``, which :func:`~transcripts.whisper_model.identify` gave ``digest``; in memory it takes
    what it takes on the disk. Raises ModelError."""
    import torch
    from whisper.model import AudioEncoder, ModelDimensions, TextDecoder

    with reading(checkpoint):
        content = torch.load(checkpoint, map_location="cpu", weights_only=True)
        dims = ModelDimensions(**content["dims"])
        own = dims.n_audio_ctx, dims.n_audio_state, dims.n_audio_head, dims.n_audio_layer
        said = dims.n_text_ctx, dims.n_text_state, dims.n_text_head, dims.n_text_layer
        with torch.device("meta"):  # their own weights would only take room
            encoder, decoder = AudioEncoder(dims.n_mels, *own), TextDecoder(dims.n_vocab, *said)
        _take(encoder, "encoder.", content["model_state_dict"])
        _take(decoder, "decoder.", content["model_state_dict"])
    return Weights(dims, encoder, decoder, _heads(dims, digest))


def is_multilingual(n_vocab: int) -> bool:
    """Whether a Whisper with so many tokens knows more than English (``whisper.model.Whisper``)."""
    return n_vocab >= 51865


def num_languages(n_vocab: int) -> int:
    """How many languages a Whisper with so many tokens knows (``whisper.model.Whisper``)."""
    return n_vocab - 51765 - int(is_multilingual(n_vocab))


def _take(module: Any, prefix: str, state: dict[str, Any]) -> None:
    """Give ``module`` its own part of ``state``. Raises ``RuntimeError`` where that does not fit."""
    own = {name.removeprefix(prefix): part for name, part in state.items() if name.startswith(prefix)}
    module.load_state_dict(own, assign=True)


def _heads(dims: Any, digest: str) -> list[tuple[int, int]]:
    """Those that OpenAI released with it, else all of the upper half of its layers (``whisper.model.Whisper``)."""
    layers, heads = dims.n_text_layer, dims.n_text_head
    if packed := released_heads(digest):
        chosen = np.frombuffer(gzip.decompress(base64.b85decode(packed)), dtype=bool)
        return [(int(layer), int(head)) for layer, head in np.argwhere(chosen.reshape(layers, heads))]
    return [*product(range(layers // 2, layers), range(heads))]
