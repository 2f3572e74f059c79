"""``vakborg demo``: the main job, end to end, in a process of its own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from sessions.checking import check
from sessions.programme import open_programme
from sessions.store.reading import read_sessions


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    home = tmp_path_factory.mktemp("thuis")
    places = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "STATE", "CACHE")}
    return subprocess.run(
        [sys.executable, "-m", "capture", "demo", str(home / "demo")],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | places | {"HOME": str(home), "VAKBORG_LANG": "nl"},
    )


@pytest.fixture(scope="module")
def folder(demo: subprocess.CompletedProcess[str]) -> Path:
    return Path(demo.stdout.strip())


def test_it_ends_well_and_says_what_it_made(demo: subprocess.CompletedProcess[str], folder: Path) -> None:
    assert demo.returncode == 0
    assert "A1: Henk Voorbeeld, Voorbeeld Draadvonken: 6 opnames" in demo.stderr
    assert "8 Wordconcepten" in demo.stderr
    assert str(folder / "exports") in demo.stderr
    assert len(re.findall(r"^  \S*vakborg", demo.stderr, re.MULTILINE)) == 3


def test_nearly_all_words_are_recognised_as_spoken(demo: subprocess.CompletedProcess[str]) -> None:
    found = re.search(r"is ([\d,]+) procent herkend", demo.stderr)
    assert found
    assert float(found[1].replace(",", ".")) >= 96


def test_every_answer_has_text_topics_and_sound(folder: Path) -> None:
    with open_programme(folder).store() as store:
        readings = read_sessions(store)
        assert check(open_programme(folder), store) == []
    answers = [answer for reading in readings for answer in reading.answers]
    assert len(answers) == 12
    for answer in answers:
        assert answer.clips
        assert answer.fragments
        assert all(set(f.topics) <= set(answer.question.topics) for f in answer.fragments)


def test_a_draft_holds_both_experts_as_they_permitted(folder: Path) -> None:
    text = "\n".join(p.text for p in docx.Document(str(folder / "exports" / "module M2.docx")).paragraphs)
    assert "Het startgat leg ik altijd in de uitvaller" in text
    assert "Ik leg het startgat liefst 5 millimeter van de contour" in text
    assert "Henk Voorbeeld" in text
    assert "Ria" not in text
    assert "een expert van Voorbeeld Matrijzen" in text


def test_a_second_demo_does_not_touch_the_first(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "capture", "demo", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"VAKBORG_LANG": "en"},
    )
    assert done.returncode == 1
    assert "is not empty" in done.stderr
