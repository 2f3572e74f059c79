"""The guides that come with Vakborg, and guides that people made themselves."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sessions.errors import AlreadyThere, disk_errors
from sessions.files import write_whole
from sessions.finding import find_named
from sessions.guides.loading import load, read_text
from sessions.guides.model import Guide
from sessions.i18n import gettext as _

_FOLDER = Path(__file__).parent

_loaded = lru_cache(maxsize=8)(load)


@dataclass(frozen=True)
class GuideFile:
    """A bundled guide, as a list shows it."""

    id: str
    title: str
    version: str
    language: str
    module_count: int
    path: Path


def bundled() -> list[GuideFile]:
    """The guides that come with Vakborg, by id."""
    return [_listed(path) for path in sorted(_FOLDER.glob("*.toml"))]


def default_id() -> str:
    """The guide that is used where nobody chose: the first that comes with Vakborg."""
    return next(iter(_paths()))


def find(id_or_path: str) -> tuple[Guide, str]:
    """A guide and its TOML, by the id of a bundled guide or by the path of a file.

    Raises :class:`UnknownName` with the nearest id, or :class:`GuideError` for a file that is not right.
    """
    paths, path = _paths(), Path(id_or_path)
    if id_or_path in paths or not _is_file(path):
        path = find_named(id_or_path, paths, _("guide"))
    text = read_text(path)
    return _loaded(text, path.name), text


def installed(guide_id: str) -> Guide | None:
    """The guide with this id that comes with Vakborg, if there is one."""
    path = _paths().get(guide_id)
    return _loaded(read_text(path), path.name) if path else None


def copy(guide_id: str, target: Path) -> None:
    """Write a bundled guide to ``target``, to be adapted; :class:`AlreadyThere` rather than overwrite."""
    source = find_named(guide_id, _paths(), _("guide"))
    with disk_errors(target):
        if target.exists() or target.is_symlink():
            raise AlreadyThere(
                _("{file} is already there.").format(file=target),
                _("Choose another name, or remove that file first."),
            )
        write_whole(target, source.read_bytes())


def _paths() -> dict[str, Path]:
    """The bundled guides by id; each file is named after its guide's id."""
    return {path.stem: path for path in sorted(_FOLDER.glob("*.toml"))}


def _listed(path: Path) -> GuideFile:
    guide = _loaded(read_text(path), path.name)
    return GuideFile(guide.id, guide.title, guide.version, guide.language, len(guide.modules), path)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long for a file is no file either
        return False
