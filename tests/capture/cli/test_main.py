"""The root command: help, usage, failures in words."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from capture.cli import main
from capture.cli.main import COMMANDS, run
from sessions.errors import DiskFull
from tests.capture.cli.conftest import Vakborg

README = Path(__file__).parents[3] / "README.md"


def _fresh(*arguments: str, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    command = ["-c", code] if code else ["-m", "capture", *arguments]
    return subprocess.run(
        [sys.executable, *command], capture_output=True, text=True, check=False, env=os.environ | environment
    )


def test_help_names_every_command(vakborg: Vakborg) -> None:
    said = vakborg("--help")
    assert said.code == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", said.out, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(vakborg: Vakborg, name: str) -> None:
    said = vakborg(name, "--help")
    assert said.code == 0
    assert said.out.startswith("Usage: vakborg ")


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Maak een leeg traject"), ("en", "Make an empty programme")]
)
def test_the_language_can_be_chosen(language: str, words: str) -> None:
    assert words in _fresh("--lang", language, "--help").stdout
    assert words in _fresh(f"--lang={language}", "init", "--help").stdout
    assert words in _fresh("init", "--help", VAKBORG_LANG=language).stdout


def test_dutch_is_what_people_get_unless_they_ask() -> None:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("VAKBORG", "LANG"))
    }
    said = subprocess.run(
        [sys.executable, "-m", "capture", "--help"],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert "Gebruik: vakborg" in said.stdout


def test_a_mistyped_command_is_answered_with_the_nearest_one(vakborg: Vakborg) -> None:
    said = vakborg("serch", "draad")
    assert said.code == 2
    assert "Did you mean search?" in said.err


def test_a_language_that_does_not_exist_is_wrong_usage(vakborg: Vakborg) -> None:
    assert vakborg("--lang", "fr", "models").code == 2


def test_a_failure_is_its_reason_and_what_to_do_on_stderr(
    vakborg: Vakborg, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise DiskFull("No room.", "Make some.")

    monkeypatch.setattr("sessions.guides.library.bundled", fail)
    said = vakborg("guide", "list")
    assert (said.code, said.out) == (1, "")
    assert said.err == "No room.\nMake some.\n"


def test_an_unforeseen_fault_leaves_a_report_without_what_was_said(
    vakborg: Vakborg, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError("Jan zei: het geheim van de smid")

    monkeypatch.setattr("sessions.guides.library.bundled", fail)
    said = vakborg("guide", "list")
    assert said.code == 1
    report = Path(said.err.rsplit(": ", 1)[1].strip()).read_text(encoding="utf-8")
    assert "ZeroDivisionError" in report
    assert "test_main.py" in report
    assert "geheim" not in report + said.err


def test_an_interrupt_gives_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sessions.guides.library.bundled", interrupt)
    assert run(["guide", "list"]) == 130
    assert "Stopped." in capsys.readouterr().err


def test_start_up_loads_nothing_heavy() -> None:
    code = (
        "import sys; from capture.cli.main import run; run(['--help'])\n"
        "heavy = {'torch', 'whisper', 'textual', 'sqlite_utils', 'docx', 'av', 'numpy', 'sounddevice', 'babel'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    assert _fresh(code=code).stderr.strip() == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_loads_torch_or_whisper_before_it_works(name: str) -> None:
    code = (
        f"import sys; from capture.cli.main import run; run([{name!r}, '--help'])\n"
        "print(sorted({'torch', 'whisper', 'silero_vad'} & set(sys.modules)), file=sys.stderr)"
    )
    assert _fresh(code=code).stderr.strip() == "[]"


def test_each_command_in_the_readme_exists() -> None:
    text = README.read_text(encoding="utf-8")
    named = set(re.findall(r"^vakborg (\w+)", text, re.MULTILINE)) | set(
        re.findall(r"^\| `(\w+)", text, re.MULTILINE)
    )
    assert named
    assert named <= set(main.COMMANDS)
