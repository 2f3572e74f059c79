"""How fast this machine transcribes, learnt from what it has done; kept per model and device."""

import json
from pathlib import Path

from platformdirs import user_state_path

from sessions.files import write_whole

_WEIGHT = 0.5


def learnt(model: str, device: str) -> float | None:
    """Seconds of sound per second of work, or None where this machine never used the model."""
    pace = _read().get(f"{model} {device}")
    return pace if pace and pace > 0 else None


def learn(model: str, device: str, sound_seconds: float, work_seconds: float) -> None:
    """Take one finished piece of work into account; the latest counts half."""
    if sound_seconds < 1 or work_seconds <= 0:
        return
    paces, key = _read(), f"{model} {device}"
    latest = sound_seconds / work_seconds
    paces[key] = (1 - _WEIGHT) * paces.get(key, latest) + _WEIGHT * latest
    _write(paces)


def _file() -> Path:
    return user_state_path("vakborg") / "pace.json"


def _read() -> dict[str, float]:
    try:
        return {
            str(key): float(value) for key, value in json.loads(_file().read_text(encoding="utf-8")).items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(paces: dict[str, float]) -> None:
    path = _file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(paces, indent=1).encode())
    except OSError:
        return  # only the next ETA is worse for it
