"""``vakborg pseudonym``."""

import json
from pathlib import Path

import pytest

from tests.capture.cli.conftest import Vakborg, typing


def test_a_name_is_added_listed_and_removed(vakborg: Vakborg, filled: Path) -> None:
    pseudonym = ("--programme", filled, "pseudonym")
    assert "make them again" in vakborg(*pseudonym, "add", "startgat", "gaatje").err
    record = json.loads(vakborg(*pseudonym, "list", "--json").out)
    assert record["pseudonyms"] == [
        {"name": "startgat", "replacement": "gaatje", "fragments": 2, "sessions": 1}
    ]
    assert "startgat" in vakborg(*pseudonym, "list").out
    assert vakborg(*pseudonym, "remove", "Startgat", "--yes").code == 0
    assert json.loads(vakborg(*pseudonym, "list", "--json").out)["pseudonyms"] == []


def test_adding_a_name_again_tells_what_it_was(vakborg: Vakborg, filled: Path) -> None:
    pseudonym = ("--programme", filled, "pseudonym", "add")
    vakborg(*pseudonym, "Jansen", "klant A")
    assert (
        "Jansen was klant A so far; from now on it is klant B."
        in vakborg(*pseudonym, "Jansen", "klant B").err
    )
    assert "is now klant B" in vakborg(*pseudonym, "Jansen", "klant B").err


def test_removing_asks_first(vakborg: Vakborg, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vakborg("--programme", filled, "pseudonym", "add", "startgat", "gaatje")
    typing(monkeypatch, "")
    refused = vakborg("--programme", filled, "pseudonym", "remove", "startgat")
    assert refused.code == 1
    assert "Let startgat leave as it is from now on? It stands in 2 fragments." in refused.err
    assert "startgat" in vakborg("--programme", filled, "pseudonym", "list").out


def test_what_may_be_a_name_too_is_listed_with_a_place_to_look(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "pseudonym", "list")
    assert "No pseudonyms yet" in said.err
    assert said.out.splitlines()[-1].split() == ["AQ537L", "1", "A1,", "machine"]
    vakborg("--programme", filled, "pseudonym", "add", "AQ537L", "de machine")
    assert "Nothing else looks like a name" in vakborg("--programme", filled, "pseudonym", "list").err
    captions = Path("overleg.vtt")
    captions.write_text(
        "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Jan van Dijk>Dat was tekening 4711-A van Bakker.\n"
        "\n00:05.000 --> 00:06.000\n<v Jan van Dijk>Brandsma wil dat niet.\n"
    )
    place = ("--session", "A1", "--question", "M1-V2")
    assert vakborg("--programme", filled, "import", captions, *place).code == 0
    vakborg("--programme", filled, "pseudonym", "add", "Brandsma Gereedschap", "klant A")
    out = vakborg("--programme", filled, "pseudonym", "list").out
    assert "Check these before anything leaves" in out
    assert [line.split() for line in out.splitlines()[-3:]] == [
        ["Brandsma", "1", "A1·05", "00:05", "part", "of", "a", "known", "name"],
        ["4711-A", "1", "A1·05", "00:01"],
        ["Bakker", "1", "A1·05", "00:01"],
    ]


@pytest.mark.parametrize(
    ("name", "replacement"), [("", "x1"), ("Jansen", "Jansen BV"), ("Jan\x07sen", "klant A")]
)
def test_what_cannot_be_a_pseudonym_is_refused(
    vakborg: Vakborg, filled: Path, name: str, replacement: str
) -> None:
    said = vakborg("--programme", filled, "pseudonym", "add", name, replacement)
    assert (said.code, said.out) == (1, "")
    assert len(said.err.splitlines()) == 2


def test_an_unknown_name_is_answered_with_the_nearest(vakborg: Vakborg, filled: Path) -> None:
    vakborg("--programme", filled, "pseudonym", "add", "Jansen", "klant A")
    assert (
        "Did you mean Jansen?"
        in vakborg("--programme", filled, "pseudonym", "remove", "Janssen", "--yes").err
    )
