"""A Whisper checkpoint, loaded without running anything in it."""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sessions.errors import ModelError, os_reason
from sessions.i18n import gettext as _
from transcripts.cores import share_cores
from transcripts.models import KINDS, file_of, sha256

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


def load(checkpoint: Path, device: str) -> tuple[Any, str]:
    """The ``whisper.model.Whisper`` in the file ``checkpoint``, on "cpu" or "cuda", and the file's SHA-256.

    Raises ModelError, also for what is called like a released model and is not it.
    """
    digest = identify(checkpoint, device)
    import whisper

    with reading(checkpoint):
        # An absolute path: a bare name would be looked up, and downloaded
        model = whisper.load_model(str(checkpoint.resolve()), device=device)
    _set_alignment_heads(model, digest)
    model.encoder.forward = remember_last(model.encoder.forward)
    return model, digest


def identify(checkpoint: Path, device: str) -> str:
    """The SHA-256 of the file ``checkpoint``, to be used on ``device``; raises ModelError as :func:`load`."""
    share_cores()
    import torch

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
    with reading(checkpoint):
        digest = sha256(checkpoint)
        _check_released(checkpoint, digest)
    return digest


@contextmanager
def reading(checkpoint: Path) -> Iterator[None]:
    """Turn all that reading ``checkpoint`` may raise into a ModelError."""
    import torch

    try:
        yield
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
            _("{name} could not be read: {reason}.").format(name=checkpoint.name, reason=os_reason(error)),
            _("Check that the file may be opened and that its disk is connected."),
        ) from error


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


def _released_name(checkpoint: Path) -> str:
    return checkpoint.name.removesuffix(".pt")


def _check_released(checkpoint: Path, digest: str) -> None:
    """Whisper checks the released models only where it looks them up itself: by name."""
    import whisper

    address = whisper._MODELS.get(_released_name(checkpoint))
    if address and address.split("/")[-2] != digest:
        kind = next((name for name in KINDS if file_of(name).name == checkpoint.name), "NAME")
        raise ModelError(
            _("{name} is not the released model of that name, or it is damaged.").format(
                name=checkpoint.name
            ),
            _(
                "Delete {path} and get it again with: vakborg models get {name}. "
                "If it is a model of your own, give it another name."
            ).format(path=checkpoint, name=kind),
        )


def _set_alignment_heads(model: Any, digest: str) -> None:
    """Whisper sets them only for a model that it looked up by name."""
    if heads := released_heads(digest):
        model.set_alignment_heads(heads)
        model.to(model.device)


def released_heads(digest: str) -> bytes | None:
    """Which heads of the released model with that SHA-256 follow the words, as whisper packs them; None for others."""
    import whisper

    released = (name for name, address in whisper._MODELS.items() if address.split("/")[-2] == digest)
    heads: bytes | None = whisper._ALIGNMENT_HEADS.get(next(released, ""))
    return heads


def _too_large(checkpoint: Path) -> ModelError:
    return ModelError(
        _("{name} does not fit into this machine's memory.").format(name=checkpoint.name),
        _("Close other programs, or choose a smaller model."),
    )
