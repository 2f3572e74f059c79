"""Every screen test runs on a programme of its own, and remembers nothing on this machine."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from sessions.programme import Programme
from tests.builders import make_programme
from tests.capture.drafts.programmes import released_programme
from tests.watching import use_own_settings


@pytest.fixture(scope="session", autouse=True)
def styles_read_once() -> Iterator[None]:
    """Textual reads all styles anew for each app, a quarter of what a test of a screen takes: here each text is read
    once for each theme. Rules are not changed once they were read; an app uses them for many widgets too."""
    read = Stylesheet._parse_rules
    known: dict[tuple[Any, ...], list[RuleSet]] = {}

    def parse(sheet: Stylesheet, *text: Any, **more: Any) -> list[RuleSet]:
        key = (text, frozenset(more.items()), frozenset(sheet._variables.items()))
        if key not in known:
            known[key] = read(sheet, *text, **more)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse)
        yield


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
