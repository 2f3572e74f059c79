"""``vakborg quote``."""

import json
from pathlib import Path

from sessions.programme import open_programme
from sessions.release import Release
from sessions.store.leaving import Gate
from tests.capture.cli.conftest import Vakborg
from tests.capture.cli.released import release_everything

STARTGAT = "A1·01 00:04"


def listed(vakborg: Vakborg, programme: Path) -> list[str]:
    records = json.loads(vakborg("--programme", programme, "quote", "list", "--json").out)
    return [record["reference"] for record in records]


def test_a_quote_is_chosen_listed_and_taken_back(vakborg: Vakborg, filled: Path) -> None:
    assert "vakborg quote mark" in vakborg("--programme", filled, "quote", "list").err
    said = vakborg("--programme", filled, "quote", "mark", "a1.1 0:04")
    assert "1 golden quote was chosen." in said.err
    assert "once it is released" in said.err
    assert listed(vakborg, filled) == [STARTGAT]
    shown = vakborg("--programme", filled, "quote", "list").out
    assert f"[{STARTGAT}] Ik zet het startgat" in shown
    assert "1 was so already." in vakborg("--programme", filled, "quote", "mark", STARTGAT).err
    assert "1 golden quote was taken back." in vakborg("--programme", filled, "quote", "unmark", STARTGAT).err
    assert listed(vakborg, filled) == []


def test_what_was_chosen_and_released_is_in_the_drafts(vakborg: Vakborg, filled: Path) -> None:
    release_everything(filled)
    said = vakborg("--programme", filled, "quote", "mark", "B1·02", "00:03", STARTGAT)
    assert "2 golden quotes were chosen." in said.err
    assert "once it is released" not in said.err
    with open_programme(filled).store() as store:
        assert len(Gate(store).material(Release.PARTNERS).golden) == 2


def test_a_reference_that_is_not_there_chooses_nothing(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "quote", "mark", STARTGAT, "A1·01 00:09")
    assert said.code == 1
    assert "Did you mean" in said.err
    assert listed(vakborg, filled) == []
