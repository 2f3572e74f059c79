"""Silero's network for finding speech, over many frames at once.

The package runs its network frame by frame (0.3 s for a 25 s answer) or through ONNX Runtime, which Vakborg
does not have. These are its own weights in the same layers, all frames at once (0.02 s), with the same spans.
The package is not imported, only its model is read: importing it sets torch to one thread. (The safetensors
file beside the model holds another training, with other spans.)
"""

import warnings
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from sessions.errors import ModelError
from sessions.i18n import gettext as _
from transcripts.cores import share_cores

if TYPE_CHECKING:
    import torch

FRAME = 512
_CONTEXT = 64
_HOP = 128
_BINS = 129
_STATE = 128
_STRIDES = (1, 2, 2, 1)
_RECURRENT = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")


class SpeechNetwork:
    """The probability of speech for each frame of 512 samples at 16 kHz, state carried from call to call."""

    def __init__(self) -> None:
        share_cores()
        import torch

        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # the package comes in no other form
            read: Any = torch.jit.load
            weights = read(str(_model_file()), map_location="cpu").state_dict()
        self._spectrum = weights["_model.stft.forward_basis_buffer"]
        self._layers = [
            (weights[f"{layer}.weight"], weights[f"{layer}.bias"], stride)
            for layer, stride in (
                (f"_model.encoder.{n}.reparam_conv", stride) for n, stride in enumerate(_STRIDES)
            )
        ]
        self._lstm = torch.nn.LSTM(_STATE, _STATE)
        self._lstm.load_state_dict(
            {f"{name}_l0": weights[f"_model.decoder.rnn.{name}"] for name in _RECURRENT}
        )
        self._last = (weights["_model.decoder.decoder.2.weight"], weights["_model.decoder.decoder.2.bias"])
        self.reset()

    def reset(self) -> None:
        """Forget what was heard."""
        self._context = np.zeros(_CONTEXT, np.float32)
        self._state: tuple[torch.Tensor, torch.Tensor] | None = None

    def __call__(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """``samples`` of shape (n,), n a multiple of 512, give probabilities of shape (n // 512,)."""
        import torch

        with torch.inference_mode():
            heard, self._state = self._lstm(
                self._features(torch.from_numpy(self._framed(samples))), self._state
            )
            weight, bias = self._last
            return torch.sigmoid(heard.relu() @ weight.reshape(-1) + bias).numpy()

    def _framed(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """Shape (frames, 576): each frame behind the last 64 samples of the one before."""
        joined = np.concatenate([self._context, samples])
        self._context = joined[-_CONTEXT:].copy()
        return np.lib.stride_tricks.sliding_window_view(joined, FRAME + _CONTEXT)[::FRAME].copy()

    def _features(self, frames: "torch.Tensor") -> "torch.Tensor":
        from torch.nn import functional

        padded = functional.pad(frames, (0, _CONTEXT), "reflect").unsqueeze(1)
        waves = functional.conv1d(padded, self._spectrum, stride=_HOP)
        signal = (waves[:, :_BINS] ** 2 + waves[:, _BINS:] ** 2).sqrt()
        for weight, bias, stride in self._layers:
            signal = functional.conv1d(signal, weight, bias, stride=stride, padding=1).relu()
        return signal.squeeze(-1)


def _model_file() -> Path:
    spec = find_spec("silero_vad")
    for place in (spec and spec.submodule_search_locations) or ():
        if (file := Path(place) / "data" / "silero_vad.jit").is_file():
            return file
    raise ModelError(_("The part that finds speech (silero-vad) is missing."), _("Install Vakborg again."))
