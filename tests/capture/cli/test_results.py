"""The commands that give results: search, coverage, export, models, check."""

import json
from pathlib import Path

import docx
import pytest

from tests.capture.cli.conftest import Vakborg


def test_search_finds_without_accents_and_by_the_start_of_a_word(vakborg: Vakborg, filled: Path) -> None:
    (hit,) = json.loads(vakborg("--programme", filled, "search", "dielekt", "--json").out)
    assert (hit["session"], hit["question_id"]) == ("B1", "M1-V3")
    assert "\x1b" not in vakborg("--programme", filled, "search", "dielekt").out


def test_search_that_finds_nothing_says_what_to_try(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "search", "xyzzy")
    assert (said.code, said.out) == (0, "")
    assert "Nothing found" in said.err


def test_coverage_counts_and_says_what_to_ask(vakborg: Vakborg, filled: Path) -> None:
    record = json.loads(vakborg("--programme", filled, "coverage", "--json").out)
    topics = {t["topic"]: t for t in record["topics"]}
    assert topics["startgat"]["companies"] == ["Vonkwerk"]
    assert topics["orbiteren"]["fragments"] == 0
    assert record["ask_next"]
    assert "Ask next:" in vakborg("--programme", filled, "coverage").out


def test_a_module_draft_goes_to_the_exports_unless_told_otherwise(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "export", "module", "m2")
    assert said.out == f"{filled / 'exports' / 'module M2.docx'}\n"
    text = "\n".join(p.text for p in docx.Document(said.out.strip()).paragraphs)
    assert "Ik zet het startgat altijd drie millimeter naast de contour" in text
    assert "En hoe bepaal je dan" not in text


@pytest.mark.parametrize("name", ["docx", "md", "txt", "vtt", "srt", "json"])
def test_the_name_of_the_file_gives_the_format(vakborg: Vakborg, filled: Path, name: str) -> None:
    said = vakborg("--programme", filled, "export", "transcript", "A1", "--out", f"uit.{name}")
    assert (said.code, said.out) == (0, f"uit.{name}\n")
    assert Path(f"uit.{name}").stat().st_size > 200


def test_an_unknown_format_or_module_is_answered_with_the_nearest(vakborg: Vakborg, filled: Path) -> None:
    assert (
        "Did you mean docx?" in vakborg("--programme", filled, "export", "module", "M2", "--out", "x.doc").err
    )
    assert vakborg("--programme", filled, "export", "module", "M22").code == 1


def test_a_document_that_is_open_in_word_is_saved_beside_it(vakborg: Vakborg, filled: Path) -> None:
    Path("~$concept.docx").write_bytes(b"owner")
    Path("concept.docx").write_bytes(b"open in Word")
    said = vakborg("--programme", filled, "export", "module", "M2", "--out", "concept.docx")
    assert said.out == "concept (2).docx\n"
    assert "is open in another program" in said.err
    assert Path("concept.docx").read_bytes() == b"open in Word"


def test_a_programme_without_sessions_has_no_module_to_draft(vakborg: Vakborg, tmp_path: Path) -> None:
    vakborg("init", tmp_path / "leeg")
    said = vakborg("export", "module", "M2")
    assert said.code == 1
    assert "vakborg session new" in said.err


def test_models_tells_what_is_here_and_warns_for_the_demo_model(vakborg: Vakborg) -> None:
    out = vakborg("models").out
    assert "never for a real interview" in out
    assert [m["here"] for m in json.loads(vakborg("models", "--json").out)] == [False] * 7


def test_get_answers_an_unknown_model_with_the_nearest(vakborg: Vakborg) -> None:
    said = vakborg("models", "get", "smal")
    assert said.code == 1
    assert "Did you mean small?" in said.err


def test_check_finds_what_is_gone_changed_or_strange(vakborg: Vakborg, filled: Path) -> None:
    assert vakborg("--programme", filled, "check").code == 0
    sound = sorted((filled / "audio").rglob("*.wav"))
    sound[0].write_bytes(b"changed")
    sound[1].unlink()
    (filled / "audio" / "vreemd.wav").write_bytes(b"x")
    said = vakborg("--programme", filled, "check")
    assert said.code == 1
    assert "its checksum differs" in said.out
    assert "is gone or cannot be read" in said.out
    assert "audio/vreemd.wav belongs to nothing" in said.out
