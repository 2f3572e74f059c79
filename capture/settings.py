"""What Vakborg remembers on this machine between two runs."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from sessions.files import write_whole


@dataclass(frozen=True)
class Settings:
    """The programme that was opened last, and the look of the app."""

    last_programme: str = ""
    theme: str = ""


def read_settings() -> Settings:
    """The settings; the defaults where there are none or the file is damaged."""
    try:
        stored: dict[str, Any] = json.loads(_file().read_text(encoding="utf-8"))
        known = {name: str(stored[name]) for name in asdict(Settings()) if name in stored}
    except (OSError, ValueError, TypeError, AttributeError):
        return Settings()
    return Settings(**known)


def remember(**changes: str) -> None:
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
