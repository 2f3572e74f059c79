"""``vakborg guide``."""

import json
from pathlib import Path

from tests.capture.cli.conftest import Vakborg


def test_list_names_the_guides(vakborg: Vakborg) -> None:
    assert "edm-nl" in vakborg("guide", "list").out
    assert [g["id"] for g in json.loads(vakborg("guide", "list", "--json").out)] == ["edm-nl"]


def test_show_gives_questions_with_their_probes(vakborg: Vakborg) -> None:
    out = vakborg("guide", "show", "edm-nl").out
    assert "M2-V2  Hoe bepaal jij waar het startgat komt" in out
    assert "1. Hoe dicht durf je op de contour te zitten" in out


def test_a_copy_is_right_and_can_be_used(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("guide", "copy", "edm-nl", "mijn.toml")
    assert (said.code, said.out) == (0, "mijn.toml\n")
    assert "8 modules, 40 topics, 32 questions" in vakborg("guide", "check", "mijn.toml").out
    new = vakborg(
        "--programme", filled, "session", "new", "--expert", "An", "--company", "X", "--guide", "mijn.toml"
    )
    assert new.out == "C1\n"


def test_check_names_the_line_of_a_mistake_and_the_nearest_name(vakborg: Vakborg) -> None:
    vakborg("guide", "copy", "edm-nl", "mijn.toml")
    text = Path("mijn.toml").read_text(encoding="utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row.startswith("version"))
    Path("mijn.toml").write_text(text.replace("version =", "versoin =", 1), encoding="utf-8")
    said = vakborg("guide", "check", "mijn.toml")
    assert said.code == 1
    assert f"mijn.toml, line {line}" in said.err
    assert 'did you mean "version"?' in said.err


def test_an_unknown_guide_is_answered_with_the_nearest(vakborg: Vakborg) -> None:
    said = vakborg("guide", "show", "edm-ln")
    assert said.code == 1
    assert "edm-nl" in said.err
