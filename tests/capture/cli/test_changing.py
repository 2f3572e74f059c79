"""``vakborg export changes``."""

import json
from pathlib import Path

import docx
import pytest

from sessions.people import Expert, Permission
from sessions.programme import create_programme, open_programme
from sessions.release import Release
from sessions.store.interviews import find_session
from sessions.store.people import keep_consent
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
    assert "Take this out of the file that you work in" in said.out
    assert "(struck)" in said.out
    assert "It still stands in: module M2.docx." in said.out
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


@pytest.fixture
def both(vakborg: Vakborg, filled: Path) -> Path:
    """Of M2 a draft for partners was made, then one for everybody; then M2-V2 became for partners only."""
    release_everything(filled, Release.FREE)
    export = ("--programme", filled, "export", "module", "M2")
    vakborg(*export)
    vakborg(*export, "--for", "free")
    vakborg("--programme", filled, "release", "A1", "--question", "M2-V2", "--level", "internal")
    vakborg(*export)
    vakborg("--programme", filled, "release", "A1", "--question", "M2-V2", "--level", "partners", "--yes")
    return filled


def test_what_is_new_for_partners_is_never_told_to_everybody(vakborg: Vakborg, both: Path) -> None:
    changes = ("--programme", both, "export", "changes", "M2", "--since")
    refused = vakborg(*changes, "3", "--for", "free")
    assert (refused.code, refused.out) == (1, "")
    assert "--since" in refused.err
    assert "contour" in vakborg(*changes, "3").out
    assert "contour" in vakborg(*changes, "3", "--for", "partners").out
    assert "contour" not in vakborg(*changes, "2").out
    written = both / "exports" / "module M2.docx"
    assert vakborg(*changes, str(written), "--for", "free").code == 1


def test_drafts_for_different_people_are_not_in_one_list(vakborg: Vakborg, both: Path) -> None:
    vakborg("--programme", both, "export", "module", "M3", "--for", "free")
    changes = ("--programme", both, "export", "changes", "M2", "M3")
    refused = vakborg(*changes)
    assert (refused.code, refused.out) == (1, "")
    assert "M2 version 3 for partners, M3 version 1 for free" in refused.err
    assert vakborg(*changes, "--for", "free").code == 0


@pytest.mark.parametrize("format_", ["docx", "txt"])
def test_the_list_says_for_whom_it_is(vakborg: Vakborg, both: Path, format_: str) -> None:
    changes = ("--programme", both, "export", "changes", "M2")
    assert vakborg(*changes).out.startswith("For the companies of this programme\n")
    assert vakborg(*changes, "--for", "free").out.startswith("For everybody\n")
    names = {
        vakborg(*changes, "--for", who, "--format", format_).out.strip().rpartition("/")[2]
        for who in ("partners", "free")
    }
    assert names == {
        f"what is new in M2 since version 3.{format_}",
        f"what is new in M2 since version 2 (free).{format_}",
    }


def test_a_draft_that_has_none_of_the_modules_is_refused(vakborg: Vakborg, both: Path) -> None:
    draft = str(both / "exports" / "module M2.docx")
    said = vakborg("--programme", both, "export", "changes", "M3", "--since", draft)
    assert (said.code, said.out) == (1, "")
    assert "module M2.docx" in said.err


def test_a_programme_without_sessions_has_nothing_to_compare(vakborg: Vakborg, tmp_path: Path) -> None:
    empty = create_programme(tmp_path / "leeg").folder
    assert vakborg("--programme", empty, "export", "changes").code == 1


def test_a_name_that_may_not_be_named_any_more_is_told_by_its_code(vakborg: Vakborg, filled: Path) -> None:
    release_everything(filled)
    vakborg("--programme", filled, "export", "module", "M2")
    with open_programme(filled).store() as store:
        expert = store.get(Expert, find_session(store, "A1").expert_id)
        keep_consent(store, expert, {Permission.NAMED_QUOTE: True}, "Anneke")
    vakborg("--programme", filled, "export", "module", "M2")
    with open_programme(filled).store() as store:
        keep_consent(store, expert, {Permission.NAMED_QUOTE: False}, "Anneke")
    said = vakborg("--programme", filled, "export", "changes", "M2").out
    assert f"{expert.code} — name changed" in said
    assert expert.name not in said


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
    name = "what is new in M2 since version 1, M3 since version 1.docx"
    said = vakborg("--programme", exported, "export", "changes", "--format", "docx")
    assert said.out == f"{exported / 'exports' / name}\n"
    Path("map").mkdir()
    said = vakborg("--programme", exported, "export", "changes", "--out", "map")
    assert said.out == f"{Path('map', name)}\n"


@pytest.mark.parametrize("number", ["²", "٣", "9" * 5000])
def test_what_looks_like_a_number_is_a_file_that_is_not_there(
    vakborg: Vakborg, exported: Path, number: str
) -> None:
    said = vakborg("--programme", exported, "export", "changes", "M2", "--since", number)
    assert said.code == 1
    assert "did not foresee" not in said.err


def test_what_may_be_told_still_need_not_be_taken_out(vakborg: Vakborg, filled: Path) -> None:
    release_everything(filled, Release.FREE)
    vakborg("--programme", filled, "export", "module", "M2")
    vakborg("--programme", filled, "release", "A1", "--question", "M2-V2", "--level", "internal", "--yes")
    back = vakborg("--programme", filled, "export", "changes", "M2").out
    assert "(not released for this any more)" in back
