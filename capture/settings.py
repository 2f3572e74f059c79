"""What Vakborg remembers on this machine between two runs."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypedDict, Unpack

from platformdirs import user_config_path

from sessions.files import write_whole


@dataclass(frozen=True)
class Settings:
    """The programme that was opened last, the look of the app, who interviews, the microphone that was
    chosen (its key) and whether it is two in one (left the interviewer, right the expert), the speech model
    for conversations (empty: by what is there), the engine that turns speech into text (empty: the usual one), the
    keys that were changed (by the id of their binding), and the house template of each programme (by its folder)."""

    last_programme: str = ""
    theme: str = ""
    interviewer: str = ""
    microphone: str = ""
    two_microphones: bool = False
    model: str = ""
    engine: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)


class Changes(TypedDict, total=False):
    """What :func:`remember` can change."""

    last_programme: str
    theme: str
    interviewer: str
    microphone: str
    two_microphones: bool
    model: str
    engine: str
    keys: Mapping[str, str]
    templates: Mapping[str, str]


def read_settings() -> Settings:
    """The settings; the default for each that is missing or damaged."""
    try:
        stored = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    known = {f.name: stored[f.name] for f in fields(Settings) if f.name in stored}
    return Settings(**{name: value for name, value in known.items() if _is_right(name, value)})


def _is_right(name: str, value: Any) -> bool:
    if name not in ("keys", "templates"):
        return isinstance(value, type(getattr(Settings(), name)))
    return isinstance(value, dict) and all(isinstance(key, str) for key in value.values())


def remember(**changes: Unpack[Changes]) -> None:
    """Change some settings; on a disk that cannot be written they are simply not remembered."""
    known = read_settings()
    settings = replace(known, **changes)
    if settings == known:
        return  # each command remembers its programme: most have nothing new
    path = _file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(asdict(settings), indent=1).encode())
    except OSError:
        return


def _file() -> Path:
    return user_config_path("vakborg") / "settings.json"
