"""The commands that give results: search, coverage, export, models, check."""

import json
import re
import sys
from dataclasses import asdict
from pathlib import Path

import click
import docx
import pytest

from capture.cli.covering import _counts
from capture.settings import read_settings
from tests.capture.cli.conftest import Vakborg
from tests.capture.cli.released import release_everything
from tests.sessions.guides.small import SMALL
from transcripts import converted


@pytest.fixture
def two_guides(vakborg: Vakborg, filled: Path, tmp_path: Path) -> Path:
    """The filled programme with one more session, on a guide that has a module M1 too."""
    guide = tmp_path / "klein.toml"
    guide.write_text(SMALL, encoding="utf-8")
    new = ("session", "new", "--expert", "Piet", "--company", "Vonkwerk", "--guide", guide)
    assert vakborg("--programme", filled, *new).code == 0
    return filled


def test_search_finds_without_accents_and_by_the_start_of_a_word(vakborg: Vakborg, filled: Path) -> None:
    (hit,) = json.loads(vakborg("--programme", filled, "search", "dielekt", "--json").out)
    assert (hit["session"], hit["question_id"]) == ("B1", "M1-V3")
    assert "\x1b" not in vakborg("--programme", filled, "search", "dielekt").out


def test_search_that_finds_nothing_says_what_to_try(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "search", "xyzzy")
    assert (said.code, said.out) == (0, "")
    assert "Nothing found" in said.err


def test_coverage_counts_and_says_what_to_ask(vakborg: Vakborg, filled: Path) -> None:
    (record,) = json.loads(vakborg("--programme", filled, "coverage", "--json").out)
    topics = {t["topic"]: t for t in record["topics"]}
    assert topics["startgat"]["companies"] == ["Vonkwerk"]
    assert topics["orbiteren"]["fragments"] == 0
    assert record["ask_next"]
    assert "Ask next:" in vakborg("--programme", filled, "coverage").out


def test_coverage_without_sessions_is_an_empty_list(vakborg: Vakborg, tmp_path: Path) -> None:
    vakborg("init", tmp_path / "leeg")
    said = vakborg("coverage", "--json")
    assert (said.code, json.loads(said.out)) == (0, [])


def test_coverage_is_one_list_however_many_guides(vakborg: Vakborg, two_guides: Path) -> None:
    records = json.loads(vakborg("--programme", two_guides, "coverage", "--json").out)
    assert [r["guide"] for r in records] == ["edm-nl", "klein"]


def test_coverage_tells_the_companies_apart_per_facet(vakborg: Vakborg, filled: Path) -> None:
    lines = vakborg("--programme", filled, "coverage").out.splitlines()
    assert lines[:2] == ["1 = Matrijs & Zn", "2 = Vonkwerk"]
    line = next(line for line in lines if "Startgaten maken en plaatsen" in line)
    assert line.split()[-1] == "0+2"


def test_coverage_is_readable_at_a_hundred_columns(
    vakborg: Vakborg, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    table = click.unstyle(vakborg("--programme", filled, "coverage").out).replace("\r", "")
    lines = table.splitlines()
    assert any("0+2" in line for line in lines)
    assert max(len(line.rstrip()) for line in lines) <= 100


def test_coverage_of_many_companies_names_those_that_told_something() -> None:
    assert _counts({"c": 2, "a": 1}, ["a", "b", "c", "d"]) == "1:1 3:2"
    assert _counts({}, ["a", "b"]) == ""
    assert _counts({"b": 3}, ["a", "b"]) == "0+3"
    assert _counts({"a": 3}, ["a"]) == "3"


def test_each_question_is_asked_once_and_the_rest_is_counted(vakborg: Vakborg, filled: Path) -> None:
    lines = vakborg("--programme", filled, "coverage").out.split("Ask next:")[1].splitlines()
    asked = [line.split()[0] for line in lines if line.startswith("M")]
    assert len(asked) == len(set(asked)) == 10
    assert re.fullmatch(r"… and \d+ more questions", lines[-1])


def test_a_module_draft_goes_to_the_exports_unless_told_otherwise(vakborg: Vakborg, filled: Path) -> None:
    release_everything(filled)
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


def test_a_draft_that_was_edited_is_kept_and_told_apart_from_one_that_is_open(
    vakborg: Vakborg, filled: Path
) -> None:
    export = ("--programme", filled, "export", "module", "M2")
    draft = Path(vakborg(*export).out.strip())
    again = vakborg(*export)
    assert again.out == f"{draft}\n"
    assert "is there already" not in again.err
    draft.write_bytes(b"bewerkt")
    said = vakborg(*export)
    assert said.out == f"{draft.with_name('module M2 (2).docx')}\n"
    assert "perhaps with changes of yours" in said.err
    assert "open in another program" not in said.err
    assert draft.read_bytes() == b"bewerkt"
    assert vakborg(*export, "--overwrite").out == f"{draft}\n"
    assert draft.read_bytes() != b"bewerkt"


def test_an_existing_file_elsewhere_is_kept_unless_told_otherwise(vakborg: Vakborg, filled: Path) -> None:
    export = ("--programme", filled, "export", "transcript", "A1", "--out", "uit.txt")
    Path("uit.txt").write_text("van mij")
    assert vakborg(*export).out == "uit (2).txt\n"
    assert Path("uit.txt").read_text() == "van mij"
    assert vakborg(*export, "--overwrite").out == "uit.txt\n"


@pytest.mark.parametrize("name", ["vakborg.db", "vakborg.db-wal", "audio/uit.docx", "attachments/uit.docx"])
def test_a_document_never_replaces_the_programme(vakborg: Vakborg, filled: Path, name: str) -> None:
    before = (filled / "vakborg.db").read_bytes()
    out = ("--format", "docx", "--out", filled / name, "--overwrite")
    said = vakborg("--programme", filled, "export", "transcript", "A1", *out)
    assert (said.code, said.out) == (1, "")
    assert "is the programme's own" in said.err
    assert (filled / "vakborg.db").read_bytes() == before


def test_a_module_that_two_guides_have_asks_which(vakborg: Vakborg, two_guides: Path) -> None:
    export = ("--programme", two_guides, "export", "module", "m1")
    said = vakborg(*export)
    assert (said.code, said.out) == (1, "")
    assert "edm-nl, klein" in said.err
    assert "--guide ID" in said.err
    one, other = (Path(vakborg(*export, "--guide", g).out.strip()) for g in ("edm-nl", "klein"))
    assert (one.name, other.name) == ("module M1 (edm-nl).docx", "module M1 (klein).docx")
    assert docx.Document(str(other)).paragraphs[0].text == "Voorbereiden"


def test_a_guide_that_is_not_there_or_has_no_such_module_is_refused(
    vakborg: Vakborg, two_guides: Path
) -> None:
    export = ("--programme", two_guides, "export", "module")
    assert "Did you mean klein?" in vakborg(*export, "M1", "--guide", "klien").err
    assert vakborg(*export, "M2", "--guide", "klein").code == 1
    assert vakborg(*export, "M2").code == 0


def test_models_tells_what_is_here_and_warns_for_the_demo_model(vakborg: Vakborg) -> None:
    out = vakborg("models").out
    assert "never for a real interview" in out
    assert [m["here"] for m in json.loads(vakborg("models", "--json").out)] == [False] * 7


def test_the_model_for_conversations_is_remembered(vakborg: Vakborg) -> None:
    told = vakborg("models", "use", "demo-nl").err
    assert "While a conversation goes on it is transcribed with demo-nl." in told
    assert "never for a real interview" in told
    assert "“vakborg transcribe” does not go by this" in told
    assert read_settings().model == "demo-nl"
    assert vakborg("models", "use", "auto").code == 0
    assert read_settings().model == ""
    assert vakborg("models", "use", "medium").code == 1


def test_the_engine_is_remembered(vakborg: Vakborg) -> None:
    assert "with the engine “fast”" in vakborg("models", "engine", "fast").err
    assert read_settings().engine == "fast"
    assert "exact on the processor for models" in vakborg("models", "engine", "auto").err
    assert read_settings().engine == ""
    assert "Did you mean exact?" in vakborg("models", "engine", "exakt").err


def test_models_tells_what_was_made_ready_for_the_fast_engine(
    vakborg: Vakborg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converted, "folder", lambda: tmp_path)
    assert "Made ready" not in vakborg("models").err
    contents = converted.Contents("tiny", "0" * 64, "int8", {}, {"model.bin": (42_000_000, "0" * 64)})
    place = tmp_path / f"tiny-{converted.FORMAT}"
    place.mkdir()
    (place / "manifest.json").write_text(json.dumps(asdict(contents)))
    assert "Made ready for the fast engine: tiny (int8, 42 MB)" in vakborg("models").err
    listed = json.loads(vakborg("models", "--json").out)
    assert listed[0]["converted"] == [{"weights": "int8", "path": str(place), "bytes": 42_000_000}]
    assert listed[1]["converted"] == []


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
