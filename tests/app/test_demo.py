"""``vakborg demo``: the main job, end to end, in a process of its own."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from exports.labels import Labels
from sessions.checking import check
from sessions.exported import Export, ExportedModule
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
    assert "A1: Henk Voorbeeld, Demo Draadvonken: 6 opnames" in demo.stderr
    assert "8 Wordconcepten" in demo.stderr
    assert str(folder / "exports") in demo.stderr
    assert len(re.findall(r"^  \S*vakborg", demo.stderr, re.MULTILINE)) == 4


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


def text_of(folder: Path, module: str) -> str:
    """All that stands in the draft of a module: paragraphs, and cells of tables."""
    document = docx.Document(str(folder / "exports" / f"module {module}.docx"))
    return "\n".join(
        "".join(t.text or "" for t in p.iter(qn("w:t"))) for p in document.element.iter(qn("w:p"))
    )


def test_a_draft_holds_both_experts_as_they_permitted(folder: Path) -> None:
    text = text_of(folder, "M2")
    assert "Het startgat leg ik altijd in de uitvaller" in text
    assert "Ik leg het startgat liefst 5 millimeter van de contour" in text
    assert "Henk Voorbeeld" in text
    assert "Ria" not in text
    assert "een expert van Demo Matrijzen" in text


@pytest.mark.parametrize(
    ("module", "one", "other"),
    [
        ("M2", "minstens 3 millimeter van de contour", "liefst 5 millimeter van de contour"),
        ("M3", "messingdraad van 0,25 millimeter", "gecoate draad van 0,25 millimeter"),
    ],
)
def test_experts_who_disagree_stand_beside_each_other_as_a_difference(
    folder: Path, module: str, one: str, other: str
) -> None:
    """In the Word file: one row of a table has both, each under its own company, and is called a difference."""
    document = docx.Document(str(folder / "exports" / f"module {module}.docx"))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    (row,) = (cells for cells in rows if any(one in c for c in cells) and any(other in c for c in cells))
    assert not any(one in cell and other in cell for cell in row)
    assert row[0].startswith(Labels("nl")("Difference"))


def test_what_the_expert_keeps_inside_is_in_no_draft(folder: Path) -> None:
    for draft in (folder / "exports").glob("*.docx"):
        with zipfile.ZipFile(draft) as parts:
            content = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
        assert "naam van de klant" not in content
    assert "scherpe geur" in text_of(folder, "M1")


def test_the_golden_quote_and_the_practice_cases_stand_in_their_modules(folder: Path) -> None:
    m5 = text_of(folder, "M5")
    assert m5.count("klinkt als regen op een dak") >= 2  # as what it is about, and as a quote
    assert "Voorbeeld: snijplaat met een kleine radius" in text_of(folder, "M2")
    assert "Voorbeeld: matrijsholte met een mat oppervlak" in m5


def test_its_drafts_are_remembered_so_that_changes_can_be_told(folder: Path) -> None:
    with open_programme(folder).store() as store:
        assert store.count(Export) == store.count(ExportedModule) == 8


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
