"""``vakborg export changes``."""

import json
from pathlib import Path

import docx
import pytest

from tests.capture.cli.conftest import Vakborg
from tests.capture.cli.released import release_everything


@pytest.fixture
def exported(vakborg: Vakborg, filled: Path) -> Path:
    """The filled programme, released; of M2 and M3 a draft was made, after which M2-V2 was taken back."""
    release_everything(filled)
    assert vakborg("--programme", filled, "export", "module", "M2", "M3").code == 0
    assert (
        vakborg("--programme", filled, "release", "A1", "--question", "M2-V2", "--level", "struck").code == 0
    )
    return filled


def test_only_modules_that_were_exported_are_in_it(vakborg: Vakborg, exported: Path) -> None:
    out = vakborg("--programme", exported, "export", "changes").out
    assert out.count("since version 1") == 1
    assert "Nothing changed in: M3." in out


def test_what_is_gone_has_a_reference_and_no_words(vakborg: Vakborg, exported: Path) -> None:
    said = vakborg("--programme", exported, "export", "changes", "m2")
    assert "No longer in it" in said.out
    assert "[A1·01 00:04]" in said.out
    assert "contour" not in said.out


def test_other_programs_get_the_same(vakborg: Vakborg, exported: Path) -> None:
    (module,) = json.loads(vakborg("--programme", exported, "export", "changes", "M2", "--json").out)
    assert {c["change"] for c in module["changes"]} == {"gone"}
    assert "A1·01 00:04" in {c["reference"] for c in module["changes"]}


def test_an_edited_renamed_draft_is_compared_with_what_it_was(vakborg: Vakborg, exported: Path) -> None:
    draft = exported / "exports" / "module M2.docx"
    edited = docx.Document(str(draft))
    edited.add_paragraph("Van mij")
    edited.save("van Anneke.docx")
    vakborg("--programme", exported, "export", "module", "M2")
    assert "Nothing changed." in vakborg("--programme", exported, "export", "changes", "M2").out
    said = vakborg("--programme", exported, "export", "changes", "--since", "van Anneke.docx")
    assert "since version 1" in said.out
    assert "[A1·01 00:04]" in said.out


def test_a_file_of_somebody_else_is_no_draft(vakborg: Vakborg, exported: Path) -> None:
    Path("van mij.docx").write_bytes(b"x")
    for file in ("van mij.docx", "weg.docx"):
        said = vakborg("--programme", exported, "export", "changes", "--since", file)
        assert (said.code, said.out) == (1, "")
        assert file in said.err


@pytest.mark.parametrize("asked", [["M7"], ["M2", "--since", "9"], ["M2", "--for", "free"]])
def test_a_draft_that_never_was_is_said_to_be_none(
    vakborg: Vakborg, exported: Path, asked: list[str]
) -> None:
    said = vakborg("--programme", exported, "export", "changes", *asked)
    assert (said.code, said.out) == (1, "")
    assert said.err


def test_before_the_first_draft_the_way_to_make_one_is_told(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "export", "changes")
    assert said.code == 1
    assert "vakborg export module --all" in said.err


@pytest.mark.parametrize("name", ["nieuw.docx", "nieuw.txt"])
def test_the_list_is_a_document_too(vakborg: Vakborg, exported: Path, name: str) -> None:
    said = vakborg("--programme", exported, "export", "changes", "--out", name)
    assert said.out == f"{name}\n"
    if name.endswith("docx"):
        text = "\n".join(p.text for p in docx.Document(name).paragraphs)
    else:
        text = Path(name).read_text(encoding="utf-8")
    assert "[A1·01 00:04]" in text
    assert "contour" not in text


def test_a_list_in_a_chosen_format_goes_to_the_exports(vakborg: Vakborg, exported: Path) -> None:
    said = vakborg("--programme", exported, "export", "changes", "--format", "docx")
    assert said.out == f"{exported / 'exports' / 'what is new.docx'}\n"
