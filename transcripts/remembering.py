"""What a guide taught, kept on this machine, so that it is learnt once and not at every start.

Kept is only what was learnt from a guide. What was learnt from people's decisions holds words of what experts said;
those leave with the expert and his programme, so they are never written here, and are learnt anew each time.

A file holds numbers and text, nothing that is run. It is called by the SHA-256 of all that it was learnt from, so
it is never out of date; one that cannot be used is as good as none.
"""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import astuple
from importlib.metadata import version
from pathlib import Path

import numpy as np
from platformdirs import user_cache_path

from sessions.files import sweep, write_whole
from transcripts.features import SPLITS
from transcripts.lessons import Lesson
from transcripts.training import SMOOTHING, Taught

FORMAT = 1
"""To be raised with every change in what is kept, or in how a text becomes numbers."""

KEPT = 8
"""How many are kept; those that were written last."""

_UNUSABLE = (OSError, ValueError, KeyError, TypeError, EOFError, MemoryError, zipfile.BadZipFile, zlib.error)


def remembered(lessons: Sequence[Lesson], train: Callable[[Sequence[Lesson]], Taught]) -> Taught:
    """What ``lessons`` teach: as it is kept, else learnt with ``train`` and kept. ``lessons`` are those of a guide
    alone. Where nothing can be written, nothing is kept."""
    path = folder() / f"{_key(lessons)}.npz"
    with suppress(*_UNUSABLE):
        return _read(path)
    taught = train(lessons)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, _written(taught))
        _clean(path.parent)
    return taught


def folder() -> Path:
    """Where they are kept."""
    return user_cache_path("vakborg") / "topics"


def _key(lessons: Sequence[Lesson]) -> str:
    told = [FORMAT, version("scikit-learn"), SMOOTHING, [astuple(lesson) for lesson in lessons]]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _written(taught: Taught) -> bytes:
    text = {"topics": taught.topics, "vocabularies": taught.vocabularies, "empty": sorted(taught.empty)}
    letters = np.frombuffer(json.dumps(text).encode(), np.uint8)
    np.savez_compressed(file := io.BytesIO(), text=letters, idf=taught.idf, nats=taught.nats)
    return file.getvalue()


def _read(path: Path) -> Taught:
    """Raises one of ``_UNUSABLE`` where there is none that can be used."""
    with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as kept:
        text = json.loads(kept["text"].tobytes())
        taught = Taught(
            topics=tuple(text["topics"]),
            vocabularies=tuple(map(tuple, text["vocabularies"])),
            empty=frozenset(text["empty"]),
            idf=kept["idf"],
            nats=kept["nats"],
        )
    _check(taught)
    return taught


def _check(taught: Taught) -> None:
    """Raises ``ValueError`` where the parts do not belong together."""
    columns = sum(map(len, taught.vocabularies))
    shapes = len(taught.vocabularies), taught.idf.shape, taught.nats.shape
    if shapes != (len(SPLITS), (columns,), (len(taught.topics), columns)):
        raise ValueError(shapes)
    if not all(part.dtype == np.float64 and np.isfinite(part).all() for part in (taught.idf, taught.nats)):
        raise ValueError("no finite numbers")


def _clean(place: Path) -> None:
    """Keep the latest. Raises ``OSError``."""
    sweep(place)
    latest_first = sorted(place.glob("*.npz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in latest_first[KEPT:]:
        path.unlink(missing_ok=True)
