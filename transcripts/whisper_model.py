"""A Whisper checkpoint, loaded without running anything in it."""

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sessions.errors import ModelError
from sessions.i18n import gettext as _
from transcripts.cores import share_cores

if TYPE_CHECKING:
    import torch

_NOT_A_CHECKPOINT = (
    pickle.UnpicklingError,
    RuntimeError,
    EOFError,
    KeyError,
    IndexError,
    TypeError,
    ValueError,
    AttributeError,
)


def load(checkpoint: Path, device: str) -> Any:
    """The ``whisper.model.Whisper`` in the file ``checkpoint``, on "cpu" or "cuda". Raises ModelError."""
    share_cores()
    import torch
    import whisper

    if device == "cuda" and not torch.cuda.is_available():
        raise ModelError(
            _("No graphics processor that Whisper can use was found."),
            _("Choose the processor (cpu) instead."),
        )
    if not checkpoint.is_file():
        raise ModelError(
            _("There is no speech model at {path}.").format(path=checkpoint),
            _("See which ones are there with “vakborg models”."),
        )
    try:
        # An absolute path: a bare name would be looked up, and downloaded
        model = whisper.load_model(str(checkpoint.resolve()), device=device)
    except (MemoryError, torch.OutOfMemoryError) as error:
        raise _too_large(checkpoint) from error
    except _NOT_A_CHECKPOINT as error:
        if "allocate" in str(error):
            raise _too_large(checkpoint) from error
        raise ModelError(
            _("{name} is not a Whisper model, or it is damaged.").format(name=checkpoint.name),
            _("Download it again with “vakborg models get”; a file from elsewhere should not be trusted."),
        ) from error
    except OSError as error:
        raise ModelError(
            _("{name} could not be read: {reason}.").format(
                name=checkpoint.name, reason=error.strerror or error
            ),
            _("Check that the file may be opened and that its disk is connected."),
        ) from error
    _set_alignment_heads(model, checkpoint.stem)
    model.encoder.forward = remember_last(model.encoder.forward)
    return model


def remember_last(
    encode: "Callable[[torch.Tensor], torch.Tensor]",
) -> "Callable[[torch.Tensor], torch.Tensor]":
    """``encode`` that gives its last answer again for the same sound: word times and retries ask for that."""
    import torch

    known: list[tuple[torch.Tensor, torch.Tensor]] = []

    def remembered(mel: "torch.Tensor") -> "torch.Tensor":
        if not known or known[0][0].dtype != mel.dtype or not torch.equal(known[0][0], mel):
            known[:] = [(mel.clone(), encode(mel))]
        return known[0][1]

    return remembered


def _set_alignment_heads(model: Any, name: str) -> None:
    """Which heads of a known model follow the words; Whisper sets them only for a model looked up by name."""
    import whisper

    heads = whisper._ALIGNMENT_HEADS.get(name)
    try:
        if heads is not None:
            model.set_alignment_heads(heads)
            model.to(model.device)
    except ValueError:
        return  # another model under a known name: the general choice stays


def _too_large(checkpoint: Path) -> ModelError:
    return ModelError(
        _("{name} does not fit into this machine's memory.").format(name=checkpoint.name),
        _("Close other programs, or choose a smaller model."),
    )
