"""``vakborg vocabulary``."""

import json
from pathlib import Path

from tests.capture.cli.conftest import Vakborg


def test_a_word_is_added_listed_and_removed(vakborg: Vakborg, filled: Path) -> None:
    added = vakborg(
        "--programme", filled, "vocabulary", "add", "Fanuc", "--heard", "fanuuk", "--by", "Anneke"
    )
    assert (added.code, added.out) == (0, "Fanuc\n")
    lines = vakborg("vocabulary", "list").out.splitlines()
    assert [line.split() for line in lines[1:]] == [["Fanuc", "fanuuk", "Anneke"]]
    assert vakborg("vocabulary", "remove", "fanuc").out == "Fanuc\n"
    assert json.loads(vakborg("vocabulary", "list", "--json").out) == []


def test_as_json_it_has_everything(vakborg: Vakborg, filled: Path) -> None:
    vakborg("--programme", filled, "vocabulary", "add", "Fanuc", "--heard", "fanuuk")
    told = json.loads(vakborg("vocabulary", "list", "--json").out)
    assert [(one["word"], one["heard"]) for one in told] == [("Fanuc", ["fanuuk"])]


def test_an_empty_vocabulary_says_how_to_begin(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "vocabulary", "list")
    assert (said.code, said.out) == (0, "")
    assert "vakborg vocabulary add" in said.err


def test_an_unknown_word_cannot_be_removed(vakborg: Vakborg, filled: Path) -> None:
    vakborg("--programme", filled, "vocabulary", "add", "Fanuc")
    refused = vakborg("vocabulary", "remove", "Fanuk")
    assert refused.code == 1
    assert "Fanuc" in refused.err
