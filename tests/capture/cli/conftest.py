"""The command line as people type it, in this process."""

from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from capture.cli.main import run
from tests.builders import make_programme


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


Vakborg = Callable[..., Said]


def typing(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """What a person types at the questions that come; after it the input ends."""
    monkeypatch.setattr("sys.stdin", StringIO("".join(f"{line}\n" for line in lines)))


@pytest.fixture
def vakborg(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Vakborg:
    """Runs a command in an empty folder; gives its exit code and what it said."""
    here = tmp_path / "hier"
    here.mkdir()
    monkeypatch.chdir(here)

    def call(*arguments: str | Path) -> Said:
        code = run([str(a) for a in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Said(code, said.out, said.err)

    return call


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """The folder of a programme with two sessions in it."""
    return make_programme(tmp_path / "traject").folder
