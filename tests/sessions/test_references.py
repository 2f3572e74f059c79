"""References as people type them."""

from pathlib import Path

import pytest

from sessions.errors import UnknownName, UsageRefused
from sessions.references import Directory, Wanted, read_references
from sessions.store.reading import read_sessions
from tests.builders import Said, add_session, add_text, make_programme


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (["A2·03 04:12"], [Wanted("A2·03 04:12")]),
        (["[a2.3", "4:12]"], [Wanted("A2·03 04:12")]),
        (["A2·03/2 04:12"], [Wanted("A2·03/2 04:12")]),
        (["B1.01", "1:04:12#2"], [Wanted("B1·01 1:04:12", 2)]),
        (["A1·01", "00:04,", "B1·02 00:03"], [Wanted("A1·01 00:04"), Wanted("B1·02 00:03")]),
    ],
)
def test_points_spaces_and_capitals_do_not_matter(typed: list[str], read: list[Wanted]) -> None:
    assert list(read_references(typed)) == read


@pytest.mark.parametrize("typed", [["A2·03"], ["04:12"], ["A2·03 04:12", "en", "meer"], ["\x1b[31m"]])
def test_what_is_no_reference_is_said_to_be_none(typed: list[str]) -> None:
    with pytest.raises(UsageRefused) as refused:
        read_references(typed)
    assert "A2·03 04:12" in refused.value.advice


@pytest.fixture
def directory(tmp_path: Path) -> Directory:
    """The filled programme, with one more answer in which two fragments begin in the same second."""
    programme = make_programme(tmp_path / "leerpad")
    with programme.store() as store:
        session = add_session(store, "Cor", "Noord")
        said = (Said("Ja.", 3.1), Said("Nee.", 3.8), Said("Klaar.", 9))
        add_text(store, session, "M2-V2", said, original_name="gesprek.vtt")
        return Directory(f for r in read_sessions(store) for a in r.answers for f in a.fragments)


def test_a_fragment_is_found_by_its_reference(directory: Directory) -> None:
    assert "contour" in directory.find(Wanted("A1·01 00:04")).segment.text
    assert directory.find(Wanted("A1·01 00:04", 1)) == directory.find(Wanted("A1·01 00:04"))


def test_another_moment_is_answered_with_the_nearest_in_that_answer(directory: Directory) -> None:
    with pytest.raises(UnknownName) as unknown:
        directory.find(Wanted("A1·01 00:11"))
    assert "A1·01 00:12" in unknown.value.advice
    with pytest.raises(UnknownName) as unknown:
        directory.find(Wanted("A1·09 00:12"))
    assert "00:12" in unknown.value.advice


def test_of_several_in_the_same_second_one_says_which(directory: Directory) -> None:
    with pytest.raises(UsageRefused) as refused:
        directory.find(Wanted("C1·01 00:03"))
    assert "C1·01 00:03#1  Ja." in refused.value.advice
    assert directory.find(Wanted("C1·01 00:03", 2)).segment.text == "Nee."
    with pytest.raises(UnknownName):
        directory.find(Wanted("C1·01 00:03", 3))
