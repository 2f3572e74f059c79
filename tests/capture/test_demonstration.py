"""The example interviews, and how much of them was recognised."""

from pathlib import Path

import pytest

from capture import demonstration
from capture.cli.demo import program
from capture.cli.main import run
from sessions.guides import library
from sessions.i18n import gettext as _
from tests.builders import make_programme


def test_there_are_two_experts_of_two_companies_with_twelve_answers() -> None:
    interviews = demonstration.interviews()
    assert len({i.company for i in interviews}) == len({i.expert for i in interviews}) == 2
    assert sum(len(i.files()) for i in interviews) == 12


def test_each_recording_answers_a_question_of_the_guide() -> None:
    guide, _toml = library.find(demonstration.GUIDE)
    for interview in demonstration.interviews():
        for question_id, file in interview.files():
            assert guide.question(question_id).id == question_id
            assert file.stat().st_size > 100_000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Draad van 0,25 millimeter.", ["draad", "van", "0,25", "millimeter"]),
        ("Het diëlektricum, zegt hij!", ["het", "dielektricum", "zegt", "hij"]),
        ("", []),
    ],
)
def test_words_are_compared_without_case_accents_and_punctuation(text: str, words: list[str]) -> None:
    assert demonstration.words(text) == words


def test_a_demo_beside_an_earlier_one_gets_a_name_of_its_own(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    names = [demonstration.make_programme(None).name for _n in range(3)]
    assert names == ["vakborg-demo", "vakborg-demo-2", "vakborg-demo-3"]


def test_the_program_is_named_so_that_the_shell_finds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert program().endswith("vakborg")
    assert program() != "vakborg"


def test_its_drafts_are_the_ones_that_the_command_line_makes(tmp_path: Path) -> None:
    programme = make_programme(tmp_path / "leerpad")
    drafts = [made.saved.path.name for made in demonstration.make_drafts(programme)]
    assert drafts == [f"{_('module')} M{n}.docx" for n in (1, 2, 3, 4, 7)]
    assert run(["--programme", str(programme.folder), "export", "module", "M2"]) == 0
    assert len(list(programme.exports.glob("*.docx"))) == 5


def test_what_is_in_its_practice_cases_is_invented_and_says_so() -> None:
    for interview in demonstration.interviews():
        case = interview.case
        assert case["title"].startswith("Voorbeeld")
        assert case["requirements"].startswith("Voorbeeld")
        assert "verzonnen" in case["workpiece"]
        assert not any(character.isdigit() for text in case.values() for character in str(text))


def test_its_practice_cases_exercise_topics_of_the_guide() -> None:
    guide, _toml = library.find(demonstration.GUIDE)
    for interview in demonstration.interviews():
        assert interview.case["topics"]
        assert set(interview.case["topics"]) <= set(guide.topics)
