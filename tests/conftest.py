"""What tests of more than one room need."""

import gettext
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from itertools import count
from pathlib import Path

import pytest

from sessions import i18n
from tests.disks import mount, unmount
from transcripts import converted, remembering
from transcripts.cores import share_cores

share_cores()

_HOMES = count()
"""Pytest's own numbers are found by going through all the folders of all the tests before."""


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own for each test, in English: no test touches the real one, or the language of another."""
    home = tmp_path_factory.mktemp(f"thuis-{next(_HOMES)}", numbered=False)
    domain = gettext.textdomain()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("VAKBORG_LANG", "en")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.delenv("VAKBORG_MODELS", raising=False)
    _share(tmp_path_factory, remembering.folder(), "geleerd")
    _share(tmp_path_factory, converted.folder(), "omgezet")
    i18n.set_language("en")
    yield home
    i18n.set_language("en")
    gettext.textdomain(domain)


def _share(tmp_path_factory: pytest.TempPathFactory, kept: Path, name: str) -> None:
    """What a guide taught is learnt once for the whole run, and not by every process of every test; so are models
    converted."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    shared.mkdir(exist_ok=True)
    kept.parent.mkdir(parents=True, exist_ok=True)
    with suppress(OSError):  # where links are not allowed each test does it for itself
        kept.symlink_to(shared, target_is_directory=True)


@pytest.fixture
def disk_of(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Makes disks of a given size ("400k"). In CI they must be there; elsewhere a test is skipped where
    mounting is not allowed."""
    with ExitStack() as mounted:

        def make(size: str) -> Path:
            place = tmp_path / f"kleine-schijf-{size}"
            place.mkdir()
            if problem := mount(place, size):
                if os.environ.get("CI"):
                    pytest.fail(f"no small disk in CI: {problem}")
                pytest.skip(f"no small disk: {problem}")
            mounted.callback(unmount, place)
            return place

        yield make


@pytest.fixture
def small_disk(disk_of: Callable[[str], Path]) -> Path:
    """A disk of 64 kB."""
    return disk_of("64k")
