"""Every screen test runs on a programme of its own, and remembers nothing on this machine."""

import shutil
from pathlib import Path

import pytest

from sessions.programme import Programme
from tests.builders import make_programme
from tests.capture.drafts.programmes import released_programme
from tests.watching import use_own_settings


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_own_settings(monkeypatch, tmp_path)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    return make_programme(tmp_path_factory.mktemp("example") / "leerpad")


@pytest.fixture
def programme(example: Programme, tmp_path: Path) -> Programme:
    return Programme(shutil.copytree(example.folder, tmp_path / "leerpad"))


@pytest.fixture(scope="session")
def released_example(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    return released_programme(tmp_path_factory.mktemp("released") / "leerpad")


@pytest.fixture
def released(released_example: Programme, tmp_path: Path) -> Programme:
    return Programme(shutil.copytree(released_example.folder, tmp_path / "vrijgegeven"))
