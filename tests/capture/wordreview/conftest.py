"""Each test has a programme of its own, and remembers nothing on this machine."""

import shutil
from pathlib import Path

import pytest

from sessions.programme import Programme
from tests.builders import make_programme
from tests.watching import use_own_settings


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_own_settings(monkeypatch, tmp_path)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    return make_programme(tmp_path_factory.mktemp("made") / "leerpad")


@pytest.fixture
def programme(made_once: Programme, tmp_path: Path) -> Programme:
    return Programme(shutil.copytree(made_once.folder, tmp_path / "leerpad"))
