"""The title block says what a draft is, for whom, and how far it is."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from exports.draft.model import Counts, Draft
from exports.labels import Labels
from exports.word.blocks.opening import reading_minutes
from exports.word.draft import render_drafts
from exports.word.page import to_bytes
from exports.word.styles import UNWRITTEN
from exports.word.template import export_template
from sessions.release import Release
from tests.exports.word.example import empty, example
from tests.exports.word.houses import house
from tests.exports.word.opened import Opened, opened, style
from tests.exports.word.teller import files


def facts(document: Opened) -> dict[str, str]:
    lines = (p.text for p in document.document.paragraphs if style(p) == "Gegevens")
    return dict(line.split("\t", 1) for line in lines)


def test_the_facts_of_a_draft(whole: Opened) -> None:
    found = facts(whole)
    assert found["Module"] == "M3"
    assert found["Level"] == "basis"
    assert found["Study time"] == "6 uur"
    assert found["Version"] == "3, made on 24 November 2025"
    assert found["For whom"] == "the companies of this programme"
    assert found["Guide"] == "Draadvonken en zinkvonken, version 1.0"
    assert found["Based on"] == "46 statements, 4 experts, 3 companies"


def test_experts_stand_there_as_permitted_with_their_machines(whole: Opened) -> None:
    found = facts(whole)
    assert found["Expert A"] == "Anna de Wit, Vonk Noord · AgieCharmilles CUT 200"
    assert found["Expert B"] == "een expert van Precisie Zuid, Precisie Zuid · Sodick AG60L"


def test_the_state_counts_what_is_left_to_do(whole: Opened) -> None:
    state = facts(whole)["State"].split(" · ")
    assert state == [
        "5 of 8 answers approved",
        "as the computer understood it; 9 of 46 statements not looked at yet",
        "2 statements to listen to",
        "7 fragments not released yet, and not in here",
    ]
    done = opened(replace(empty(), counts=Counts(4, 0, 0, 2, 2, 100)))
    assert facts(done)["State"] == "2 of 2 answers approved"


def test_what_the_guide_does_not_say_is_the_tools_own(bare: Opened) -> None:
    found = facts(bare)
    assert found["Level"] == "still to be chosen"
    assert found["Study time"] == "still to be estimated"
    runs = [r.text for p in bare.document.paragraphs for r in p.runs if r.style and r.style.name == UNWRITTEN]
    assert runs[:2] == ["still to be chosen", "still to be estimated"]


def test_nobody_spoke_means_based_on_nothing(bare: Opened) -> None:
    assert facts(bare)["Based on"] == "nothing yet"
    assert not {"Reading only", "State"} & facts(bare).keys()


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (238, 1), (400, 2), (2380, 10)])
def test_reading_time_is_that_of_the_cited_speed(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes


def test_the_reading_time_cites_its_source_at_the_back(whole: Opened) -> None:
    assert facts(whole)["Reading only"] == "about 6 minutes"
    assert whole.texts[-1].startswith("Reading time: 1400 words at 238 words a minute (Brysbaert")


def test_a_free_draft_is_for_everybody() -> None:
    assert facts(opened(replace(empty(), audience=Release.FREE)))["For whom"] == "everybody"


def test_a_demo_draft_says_so_before_the_contents(whole: Opened, bare: Opened) -> None:
    note = next(at for at, text in enumerate(whole.texts) if "demo model" in text)
    assert note < whole.texts.index("Contents")
    assert not any("demo model" in text for text in bare.texts)


def test_a_document_with_several_modules_names_programme_and_guide_once() -> None:
    lines = opened(example(), example("x", module_id="M4")).texts
    assert sum(line.startswith("Guide\t") for line in lines) == 1
    assert sum(line.startswith("Programme\t") for line in lines) == 1
    assert sum(line.startswith("Module\t") for line in lines) == 2


def with_template(*drafts: Draft, template: bytes) -> list[str]:
    made = render_drafts(drafts, files=files, template=template)
    return [p.text for p in docx.Document(BytesIO(to_bytes(made.document))).paragraphs]


def test_what_the_cover_says_is_not_said_again() -> None:
    lines = with_template(example(""), template=export_template(Labels("en")))
    assert len([line for line in lines if line.startswith("Programme\t")]) == 1
    assert "Version\t3" in lines
    assert not [line for line in lines if "made on" in line]
    bare = with_template(example(""), template=house(cover=False))
    assert "Version\t3, made on 24 November 2025" in bare


def test_the_date_stands_there_where_the_cover_has_only_the_version() -> None:
    lines = with_template(
        example(""), template=house(cover=False, change=lambda d: d.add_paragraph("{{versie}}"))
    )
    assert "Date\t24 November 2025" in lines


def test_a_cover_for_several_modules_has_their_versions() -> None:
    template = export_template(Labels("en"))
    other = example("", module_id="M4", title="Zinkvonken", version=1)
    assert "Version\tM3: 3, M4: 1" in with_template(example(""), other, template=template)
    same = replace(other, version=3)
    assert "Version\t3" in with_template(example(""), same, template=template)
