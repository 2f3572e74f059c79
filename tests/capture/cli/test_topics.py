"""``vakborg topics``."""

import json
from pathlib import Path

import pytest

from sessions.programme import open_programme
from sessions.store import Store
from sessions.transcript import Segment, Tag, TagOrigin
from tests.capture.cli.conftest import Vakborg
from tests.sessions.guides.small import SMALL

CLOCK = "Zo'n klokje langs de zijkant en een tikje tot de naald stil blijft staan."
HEADER = "sentence\tmodule\ttopics\tscores\tbecause"


def written(folder: Path, text: str) -> Path:
    path = folder / "zinnen.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_each_sentence_gets_its_topics_and_why_as_a_table(vakborg: Vakborg, tmp_path: Path) -> None:
    said = vakborg("topics", written(tmp_path, f"{CLOCK}\tM2\nWil je koffie?\tM2\n\nEen startgat.\n"))
    assert (said.code, said.err) == (0, "")
    head, clock, coffee, hole = (line.split("\t") for line in said.out.splitlines())
    assert "\t".join(head) == HEADER
    assert clock[:3] == [CLOCK, "M2", "opspannen-uitrichten"]
    assert 0.3 <= float(clock[3]) <= 1
    assert all(words in CLOCK for words in clock[4].split(", "))
    assert coffee == ["Wil je koffie?", "M2", "", "", ""]
    assert hole[1:3] == ["", "startgat"]


@pytest.mark.parametrize(
    "text",
    [
        f"sentence\tmodule\n{CLOCK}\tM2\n",
        f"module\ttopics\tsentence\nM2\tnone\t{CLOCK}\n",
        f"Zin\tModule\r\n{CLOCK}\tm2\r\n",
        f"\ufeffsentence\n{CLOCK}\n",
    ],
    ids=["named", "in another order", "from Windows, in other case", "without modules"],
)
def test_the_first_line_may_name_the_columns(vakborg: Vakborg, tmp_path: Path, text: str) -> None:
    said = vakborg("topics", written(tmp_path, text), "--json")
    (record,) = json.loads(said.out)
    assert record["sentence"] == CLOCK
    assert [t["topic"] for t in record["topics"]] == ["opspannen-uitrichten"]
    assert record["topics"][0]["because"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{CLOCK}\tM2\n{CLOCK}\tM77\n", "Line 2: There is no module M77"),
        (f"{CLOCK}\tM2\tx\n", "Line 1: there are more columns"),
        (f"sentence\tmodule\n{CLOCK}\tM2\n\tM2\n", "Line 3: there is no sentence"),
    ],
)
def test_a_bad_line_is_named_by_its_number(vakborg: Vakborg, tmp_path: Path, text: str, told: str) -> None:
    said = vakborg("topics", written(tmp_path, text))
    assert (said.code, said.out) == (1, "")
    assert told in said.err


def test_a_file_that_is_not_utf_8_is_refused(vakborg: Vakborg, tmp_path: Path) -> None:
    path = tmp_path / "zinnen.tsv"
    path.write_bytes("diëlektricum".encode("latin-1"))
    said = vakborg("topics", path)
    assert said.code == 1
    assert "UTF-8" in said.err


def test_a_guide_without_examples_suggests_by_its_stems(vakborg: Vakborg, tmp_path: Path) -> None:
    guide = tmp_path / "klein.toml"
    guide.write_text(SMALL, encoding="utf-8")
    said = vakborg("topics", written(tmp_path, "De uitvaller zat klem.\tM1"), "--guide", guide)
    assert said.out.splitlines()[1].split("\t")[2:] == ["uitvaller", "0.50", "uitvaller"]


def test_what_was_decided_in_a_programme_counts_in_it(vakborg: Vakborg, filled: Path, tmp_path: Path) -> None:
    sentences = written(tmp_path, "En let op het zwabberen van de kwispelaar.\tM6\n")
    assert vakborg("topics", sentences).out.splitlines()[1].split("\t")[2] == ""
    with open_programme(filled).store() as store:
        _give(store, "De kwispelaar zwabbert.", "ruwheid")
    said = vakborg("--programme", filled, "topics", sentences)
    assert said.out.splitlines()[1].split("\t")[2] == "ruwheid"
    assert "1 decision in this programme counts" in said.err


def _give(store: Store, text: str, topic: str) -> None:
    """A person gives the last fragment of the expert a text and a topic."""
    segment = [s for s in store.all(Segment) if s.role == "expert"][-1]
    store.execute("update segment set text = ? where id = ?", (text, segment.id))
    store.add(Tag(segment.id, topic, TagOrigin.HUMAN))
