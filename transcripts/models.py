"""The Whisper models: what they are good for, which are on this machine, and getting one.

Models live where openai-whisper itself keeps them, so that one that is there already is found.
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from sessions.errors import ModelError
from sessions.finding import find_named
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.transcript import DEMO_MODEL

DEMO = DEMO_MODEL
DEMO_FILE = Path(__file__).parent / "checkpoints" / "demo-nl.pt"
DEFAULT_CPU = "small"
DEFAULT_GPU = "large-v2"


@dataclass(frozen=True)
class ModelKind:
    """A released model. ``download`` and ``memory`` in bytes, after openai-whisper's model card
    (parameters at two bytes each; the memory it names for a GPU)."""

    name: str
    download: float
    memory: float
    good_for: str


KINDS = {
    kind.name: kind
    for kind in (
        ModelKind("tiny", 39e6 * 2, 1e9, N_("trying things out")),
        ModelKind("base", 74e6 * 2, 1e9, N_("a slow laptop; many mistakes in trade terms")),
        ModelKind("small", 244e6 * 2, 2e9, N_("a laptop without a GPU (default there)")),
        ModelKind("medium", 769e6 * 2, 5e9, N_("better text, overnight on a laptop")),
        ModelKind("large-v2", 1550e6 * 2, 10e9, N_("the best on spoken Dutch (default with a GPU)")),
        ModelKind("large-v3", 1550e6 * 2, 10e9, N_("read speech; on spoken Dutch large-v2 does better")),
        ModelKind("turbo", 809e6 * 2, 6e9, N_("nearly as good as large, much faster")),
    )
}

DEMO_WARNING = N_("knows only the demo's synthetic speech: never for a real interview")


@dataclass(frozen=True)
class Model:
    """A checkpoint on this machine, and the name that is stored with its transcripts."""

    name: str
    path: Path

    @property
    def is_demo(self) -> bool:
        """Whether it is the bundled demo model."""
        return self.name == DEMO

    @property
    def takes_prompt(self) -> bool:
        """Whether a glossary helps it. The demo model lacks most words, and terms it cannot spell mislead
        it: word error rate on its recordings 0.03 without, 0.07 to 0.27 with a prompt."""
        return not self.is_demo


def folder() -> Path:
    """Where the models are kept: openai-whisper's own cache, or ``VAKBORG_MODELS``."""
    if chosen := os.environ.get("VAKBORG_MODELS"):
        return Path(chosen)
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "whisper"


def file_of(name: str) -> Path:
    """Where the checkpoint of a released model is, or would be."""
    return folder() / f"{'large-v3-turbo' if name == 'turbo' else name}.pt"


def present() -> list[Model]:
    """The models on this machine, the bundled demo model last."""
    found = [Model(name, file_of(name)) for name in KINDS if file_of(name).is_file()]
    return [*found, Model(DEMO, DEMO_FILE)]


def resolve(wanted: str) -> Model:
    """The model of that name, or the checkpoint file at that path.

    Raises :class:`ModelError` where it is not on this machine, with the way to get it, and
    :class:`~sessions.errors.UnknownName` where there is no such model.
    """
    path = Path(wanted)
    if path.suffix == ".pt" or _is_file(path):
        return _at(path)
    kind = find_named(wanted, {**KINDS, DEMO: None}, _("model"))
    if kind is None:
        return Model(DEMO, DEMO_FILE)
    if not file_of(kind.name).is_file():
        raise ModelError(
            _("The model {name} is not on this machine yet.").format(name=kind.name),
            _("Get it with: vakborg models get {name}").format(name=kind.name),
        )
    return Model(kind.name, file_of(kind.name))


def _is_file(path: Path) -> bool:
    try:
        return path.expanduser().is_file()
    except (OSError, RuntimeError):  # too long for a file, or in the home of somebody who is not there
        return False


def _at(path: Path) -> Model:
    if not _is_file(path):
        raise ModelError(
            _("There is no model file {path}.").format(path=path),
            _("Check the name, or choose a model from: vakborg models"),
        )
    path = path.expanduser().resolve()
    return Model(DEMO, DEMO_FILE) if path == DEMO_FILE else Model(path.stem, path)


def default(gpu: bool) -> Model:
    """The model that is used where nobody chose: large-v2 where a GPU is, else small."""
    return resolve(DEFAULT_GPU if gpu else DEFAULT_CPU)


def while_talking() -> Model:
    """The model for a conversation that goes on: small where it is on this machine, else the one that is
    there and takes least memory. Raises :class:`ModelError` where there is none but the demo model's."""
    there = [model for model in present() if not model.is_demo]
    if not there or any(model.name == DEFAULT_CPU for model in there):
        return default(gpu=False)
    return min(there, key=lambda model: KINDS[model.name].memory)


def sha256(path: Path) -> str:
    """The SHA-256 of a checkpoint."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
