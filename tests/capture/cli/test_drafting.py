"""``vakborg export module`` and ``vakborg export template``."""

from pathlib import Path

import docx
import pytest

from sessions.release import Release
from tests.capture.cli.conftest import Vakborg
from tests.capture.cli.released import release_everything


@pytest.fixture
def released(filled: Path) -> Path:
    release_everything(filled)
    return filled


def text_of(path: Path | str) -> str:
    return "\n".join(p.text for p in docx.Document(str(path)).paragraphs)


def test_several_modules_are_a_document_each_in_the_folder_that_is_asked_for(
    vakborg: Vakborg, released: Path
) -> None:
    said = vakborg("--programme", released, "export", "module", "M2", "m3", "M2", "--out", "uit")
    assert said.out == f"{Path('uit/module M2.docx')}\n{Path('uit/module M3.docx')}\n"
    assert "M2, version 1: 2 statements of 1 expert" in said.err


def test_all_modules_in_one_document(vakborg: Vakborg, released: Path) -> None:
    said = vakborg("--programme", released, "export", "module", "--all", "--one-file")
    assert said.out == f"{released / 'exports' / 'all modules.docx'}\n"
    text = text_of(said.out.strip())
    assert "Ik zet het startgat altijd drie millimeter naast de contour" in text
    assert "Het diëlektricum stond te laag" in text
    assert len([line for line in said.err.splitlines() if ", version 1: " in line]) == 8


def test_modules_are_named_or_all_of_them_meant(vakborg: Vakborg, released: Path) -> None:
    for wrong in ([], ["M2", "--all"]):
        assert vakborg("--programme", released, "export", "module", *wrong).code == 2


def test_one_file_for_several_modules_is_asked_for_by_name(vakborg: Vakborg, released: Path) -> None:
    said = vakborg("--programme", released, "export", "module", "M2", "M3", "--out", "uit.docx")
    assert said.code == 1
    assert "--one-file" in said.err
    both = vakborg("--programme", released, "export", "module", "M2", "M3", "--one-file", "--out", "uit.docx")
    assert both.out == "uit.docx\n"


def test_only_what_was_released_to_them_is_in_it(vakborg: Vakborg, released: Path) -> None:
    vakborg("--programme", released, "release", "A1", "--question", "M2-V2", "--level", "free")
    free = vakborg("--programme", released, "export", "module", "M2", "M3", "--for", "free", "--out", "vrij")
    assert "startgat altijd drie millimeter" in text_of(Path("vrij/module M2 (free).docx"))
    assert "gecoate draad" not in text_of(Path("vrij/module M3 (free).docx"))
    assert "not released" in free.err
    assert "vakborg release SESSION --level free" in free.err


def test_nothing_internal_is_ever_asked_for(vakborg: Vakborg, released: Path) -> None:
    assert vakborg("--programme", released, "export", "module", "M2", "--for", "internal").code == 2


def test_a_module_of_which_nothing_was_released_is_made_and_says_what_to_do(
    vakborg: Vakborg, filled: Path
) -> None:
    said = vakborg("--programme", filled, "export", "module", "M2")
    assert said.code == 0
    assert "startgat altijd" not in text_of(said.out.strip())
    assert "M2, version 1: no statement of an expert yet; 2 fragments not released" in said.err
    assert "vakborg release SESSION --level partners" in said.err


def test_a_module_about_which_nobody_spoke_says_what_to_ask(vakborg: Vakborg, released: Path) -> None:
    said = vakborg("--programme", released, "export", "module", "M8")
    assert said.code == 0
    assert "vakborg coverage" in said.err
    assert "release" not in said.err


def test_a_programme_without_sessions_has_a_draft_of_the_guide(vakborg: Vakborg, tmp_path: Path) -> None:
    vakborg("init", tmp_path / "leeg")
    said = vakborg("export", "module", "M2")
    assert said.code == 0
    assert Path(said.out.strip()).is_file()
    assert "vakborg session new" in said.err


def test_a_house_template_is_used_and_what_it_lacked_is_named(vakborg: Vakborg, released: Path) -> None:
    house = docx.Document()
    house.sections[0].header.paragraphs[0].text = "Vakschool Noord"
    house.save("huis.docx")
    said = vakborg("--programme", released, "export", "module", "M2", "--template", "huis.docx")
    made = docx.Document(said.out.strip())
    assert "Vakschool Noord" in made.sections[0].header.paragraphs[0].text
    assert "Added, as your template lacks them:" in said.err
    assert "Bron" in said.err


def test_a_template_that_is_none_is_refused_before_anything_is_made(vakborg: Vakborg, released: Path) -> None:
    Path("huis.dotx").write_bytes(b"geen Word")
    said = vakborg("--programme", released, "export", "module", "M2", "--template", "huis.dotx")
    assert (said.code, said.out) == (1, "")
    assert not list((released / "exports").glob("*.docx"))


def test_our_template_is_one_to_start_from(vakborg: Vakborg, released: Path) -> None:
    ours = vakborg("export", "template")
    assert ours.code == 0
    path = ours.out.strip()
    said = vakborg("--programme", released, "export", "module", "M2", "--template", path)
    assert said.code == 0
    assert "Added, as your template" not in said.err
    Path(path).write_bytes(b"van mij")
    assert vakborg("export", "template").out.strip() != path
    assert Path(path).read_bytes() == b"van mij"


def test_our_template_comes_in_the_folder_exports_or_here_where_there_is_no_programme(
    vakborg: Vakborg, released: Path
) -> None:
    said = vakborg("--programme", released, "export", "template")
    assert Path(said.out.strip()) == released / "exports" / "template Vakborg.dotx"
    assert vakborg("--programme", released, "export", "template", "--out", "huis.docx").code == 0
    docx.Document("huis.docx")
    refused = vakborg("export", "template", "--out", "huis.pdf")
    assert refused.code != 0
    assert not Path("huis.pdf").exists()


def test_what_to_do_about_a_template_that_does_not_say_where_the_text_goes_is_told(
    vakborg: Vakborg, released: Path
) -> None:
    house = docx.Document()
    house.add_paragraph("Hier komt de inhoud")
    house.save("huis.docx")
    export = ("--programme", released, "export", "module", "M2", "M3", "--template", "huis.docx")
    assert vakborg(*export).err.count("{{content}}") == 1


def test_each_edited_draft_is_kept_with_a_line_of_its_own(vakborg: Vakborg, released: Path) -> None:
    export = ("--programme", released, "export", "module", "M2", "M3")
    drafts = [Path(line) for line in vakborg(*export).out.splitlines()]
    for draft in drafts:
        edited = docx.Document(str(draft))
        edited.add_paragraph("Van mij")
        edited.save(str(draft))
    said = vakborg(*export)
    assert [Path(line).name for line in said.out.splitlines()] == ["module M2 (2).docx", "module M3 (2).docx"]
    for draft in drafts:
        assert f"{draft.name} is there already" in said.err
        assert f'vakborg export changes --since "{draft}"' in said.err
        assert "Van mij" in text_of(draft)


def test_a_draft_in_the_place_of_a_stranger_gives_no_advice_that_fails(
    vakborg: Vakborg, released: Path
) -> None:
    Path("uit.docx").write_bytes(b"van mij")
    said = vakborg("--programme", released, "export", "module", "M2", "--out", "uit.docx")
    assert said.out == "uit (2).docx\n"
    assert "export changes" not in said.err


def test_folding_can_be_left_out(vakborg: Vakborg, released: Path) -> None:
    assert vakborg("--programme", released, "export", "module", "M2", "--no-fold").code == 0


def test_what_is_new_is_counted_with_the_way_to_see_it(vakborg: Vakborg, released: Path) -> None:
    export = ("--programme", released, "export", "module", "M2")
    vakborg(*export)
    assert "nothing new since version 1" in vakborg(*export).err
    release_everything(released, Release.INTERNAL)
    said = vakborg(*export)
    assert "changes since version 1 (vakborg export changes M2 --since 1)" in said.err
    told = vakborg("--programme", released, "export", "changes", "M2", "--since", "1").out
    assert "not released for this any more" in told


@pytest.mark.parametrize("out", ["", " ", "-", "/dev/null", "x" * 300, "x" * 300 + ".docx", "bestand/x.docx"])
@pytest.mark.parametrize("what", [["module", "M2"], ["changes"], ["transcript", "A1"], ["template"]])
def test_a_place_where_nothing_can_be_is_refused_in_words(
    vakborg: Vakborg, released: Path, out: str, what: list[str]
) -> None:
    Path("bestand").write_text("")
    vakborg("--programme", released, "export", "module", "M2")
    said = vakborg("--programme", released, "export", *what, "--out", out)
    assert (said.code, said.out) == (1, "")
    assert "did not foresee" not in said.err
    assert len(said.err) < 400


def test_a_place_of_the_system_is_refused_in_words(vakborg: Vakborg, released: Path) -> None:
    said = vakborg("--programme", released, "export", "module", "M2", "--out", "/proc/x.docx")
    assert (said.code, said.out) == (1, "")
    assert "did not foresee" not in said.err


def test_a_name_without_an_ending_gets_one(vakborg: Vakborg, released: Path) -> None:
    said = vakborg("--programme", released, "export", "module", "M2", "--out", "uit")
    assert said.out == "uit.docx\n"
