"""Each test of drafts has a programme of its own."""

import shutil
from pathlib import Path

import pytest

from sessions.programme import Programme
from tests.capture.drafts.programmes import released_programme
from tests.watching import use_own_settings


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_own_settings(monkeypatch, tmp_path)


@pytest.fixture(scope="session")
def released_once(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    return released_programme(tmp_path_factory.mktemp("released") / "leerpad")


@pytest.fixture
def released(released_once: Programme, tmp_path: Path) -> Programme:
    return Programme(shutil.copytree(released_once.folder, tmp_path / "leerpad"))
