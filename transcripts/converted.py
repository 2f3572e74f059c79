"""Checkpoints in the fast engine's format, made once and kept on this machine.

Each is a folder in the user's cache, called by the SHA-256 of the checkpoint, the kind of its weights and
:data:`FORMAT`. Its ``manifest.json`` holds the size and SHA-256 of each file, so that one that is damaged is found
before it is used, and made again. A folder is there whole or not at all.
"""

import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from sessions.files import ABANDONED
from transcripts.converting import convert
from transcripts.models import sha256
from transcripts.weights import read_weights

FORMAT = 1
"""To be raised with every change in what is written."""

_MANIFEST = "manifest.json"
_MAKING = "making-"
_UNUSABLE = (OSError, ValueError, KeyError, TypeError, AttributeError)


@dataclass(frozen=True)
class Contents:
    """What is in a converted model: the name and SHA-256 of its checkpoint, "float32" or "int8" weights, the
    checkpoint's ``whisper.model.ModelDimensions``, and (bytes, SHA-256) of each file by its name."""

    name: str
    checkpoint: str
    weights: str
    dims: dict[str, int]
    files: dict[str, tuple[int, str]]


@dataclass(frozen=True)
class Converted:
    """A converted model on this machine."""

    folder: Path
    contents: Contents

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return sum(size for size, _sha256 in self.contents.files.values())

    def is_whole(self) -> bool:
        """Whether each file is what was written. Reads all of them."""
        try:
            return all(
                (self.folder / name).stat().st_size == size and sha256(self.folder / name) == digest
                for name, (size, digest) in self.contents.files.items()
            )
        except OSError:
            return False


def folder() -> Path:
    """Where they are kept."""
    return user_cache_path("vakborg") / "models"


def present() -> list[Converted]:
    """The converted models on this machine that this version can use, by name; their files are not read."""
    found = [_read(place) for place in folder().glob(f"*-{FORMAT}")]
    return sorted((one for one in found if one), key=lambda one: (one.contents.name, one.contents.weights))


def find(checkpoint: str, weights: str) -> Converted | None:
    """The whole one of the checkpoint with that SHA-256, or None."""
    found = _read(_place(checkpoint, weights))
    return found if found and found.is_whole() else None


def make(checkpoint: Path, digest: str, weights: str) -> Converted:
    """Convert ``checkpoint`` with SHA-256 ``digest``, and keep it in the place of one that is damaged.

    Raises ``OSError`` where it cannot be kept, and ModelError for what is no checkpoint or does not fit into
    memory.
    """
    place = _place(digest, weights)
    with _making(place.parent) as new:
        read = read_weights(checkpoint, digest)
        convert(read, new, weights)
        contents = Contents(checkpoint.stem, digest, weights, asdict(read.dims), _files(new))
        (new / _MANIFEST).write_text(json.dumps(asdict(contents), indent=1), encoding="utf-8")
        _put(new, place)
    return Converted(place, contents)


def _place(checkpoint: str, weights: str) -> Path:
    return folder() / f"{checkpoint}-{weights}-{FORMAT}"


@contextmanager
def _making(parent: Path) -> Iterator[Path]:
    """An empty folder beside the others, gone afterwards. Raises ``OSError``."""
    parent.mkdir(parents=True, exist_ok=True)
    for left in parent.glob(f"{_MAKING}*"):
        if left.stat().st_mtime < time.time() - ABANDONED:
            shutil.rmtree(left, ignore_errors=True)
    new = Path(tempfile.mkdtemp(prefix=_MAKING, dir=parent))
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _put(new: Path, place: Path) -> None:
    """Move ``new`` to ``place``; what another process put there meanwhile is as good. Raises ``OSError``."""
    shutil.rmtree(place, ignore_errors=True)
    try:
        new.rename(place)
    except OSError:
        if _read(place) is None:
            raise


def _files(made: Path) -> dict[str, tuple[int, str]]:
    return {path.name: (path.stat().st_size, sha256(path)) for path in sorted(made.iterdir())}


def _read(place: Path) -> Converted | None:
    """What the manifest of ``place`` says; None for what has none that can be used."""
    with suppress(*_UNUSABLE):
        told: dict[str, Any] = json.loads((place / _MANIFEST).read_text(encoding="utf-8"))
        files = {str(name): (int(size), str(digest)) for name, (size, digest) in told["files"].items()}
        return Converted(place, Contents(**{**told, "files": files}))
    return None
