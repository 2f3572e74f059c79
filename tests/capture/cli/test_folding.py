"""``vakborg fold``."""

import json
from pathlib import Path

import pytest

from sessions.programme import open_programme
from tests.builders import Said, add_session, add_text
from tests.capture.cli.conftest import Vakborg
from tests.capture.cli.released import release_everything

SAME = "Het startgat komt altijd in de uitvaller, drie millimeter naast de contour."
ALSO = "Het startgat komt altijd in de uitvaller, drie millimeter naast de contour hoor."


@pytest.fixture
def alike(filled: Path) -> Path:
    """The filled programme with two experts who say nearly the same about one topic."""
    with open_programme(filled).store() as store:
        for name, text in (("Cor", SAME), ("Dirk", ALSO)):
            session = add_session(store, name, f"Vonk {name[0]}")
            add_text(store, session, "M2-V2", (Said(text, 3),), original_name="gesprek.vtt")
    release_everything(filled)
    return filled


def folded(vakborg: Vakborg, programme: Path) -> list[list[str]]:
    """The references of each group that is folded."""
    record = json.loads(vakborg("--programme", programme, "fold", "list", "M2", "--json").out)
    return [[source["reference"] for source in group["sources"]] for group in record["folded"]]


def test_a_group_is_shown_with_everybodys_own_words(vakborg: Vakborg, alike: Path) -> None:
    said = vakborg("--programme", alike, "fold", "list")
    assert f"[C1·01 00:03] Vonk C: {SAME}" in said.out
    assert f"[D1·01 00:03] Vonk D: {ALSO}" in said.out
    assert "vakborg fold apart" in said.err


def test_what_is_set_apart_stands_by_itself_until_it_may_fold_again(vakborg: Vakborg, alike: Path) -> None:
    (before,) = folded(vakborg, alike)
    assert set(before) >= {"C1·01 00:03", "D1·01 00:03"}
    assert "1 fragment stands by itself" in vakborg("--programme", alike, "fold", "apart", "d1.1 0:03").err
    assert not any("D1·01 00:03" in group for group in folded(vakborg, alike))
    assert "[D1·01 00:03]" in vakborg("--programme", alike, "fold", "list").out
    assert "1 was so already." in vakborg("--programme", alike, "fold", "apart", "D1·01", "00:03").err
    assert vakborg("--programme", alike, "fold", "together", "D1·01 00:03").code == 0
    assert folded(vakborg, alike) == [before]


def test_a_reference_that_is_not_there_is_answered_with_the_nearest(vakborg: Vakborg, alike: Path) -> None:
    said = vakborg("--programme", alike, "fold", "apart", "D1·01 00:09")
    assert (said.code, said.out) == (1, "")
    assert "Did you mean D1·01 00:03?" in said.err
    assert vakborg("--programme", alike, "fold", "apart", "iets").code == 1
    assert vakborg("--programme", alike, "fold", "apart").code == 2
    assert "D1·01 00:03" in {r for group in folded(vakborg, alike) for r in group}


def test_without_anything_alike_it_says_so(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "fold", "list")
    assert (said.code, said.out) == (0, "")
    assert "Nothing was folded" in said.err
    assert vakborg("--programme", filled, "fold", "list", "M99").code == 1
