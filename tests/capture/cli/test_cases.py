"""``vakborg case``."""

import json
from pathlib import Path
from typing import Any

import pytest

from sessions.checking import check
from sessions.interview import Answer, Case
from sessions.programme import open_programme
from sessions.release import Release
from sessions.store.leaving import Gate
from tests.capture.cli.conftest import Vakborg, typing
from tests.images import jpeg

PHOTO = jpeg()


def cases(vakborg: Vakborg, folder: Path) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(vakborg("--programme", folder, "case", "list", "--json").out)
    return listed


@pytest.fixture
def punch(vakborg: Vakborg, filled: Path, tmp_path: Path) -> Path:
    """A programme with one case that has a photo."""
    Path("stempel 1.jpg").write_bytes(PHOTO)
    said = vakborg(
        *(
            "--programme",
            filled,
            "case",
            "add",
            "Stempel",
            "--company",
            "vonkwerk",
            "--workpiece",
            "plaat 40 mm",
        ),
        *("--topic", "startgat", "--topic", "DRAADKEUZE", "--photo", "stempel 1.jpg"),
    )
    assert (said.code, said.out) == (0, "1\n")
    assert "vakborg case release 1 partners" in said.err
    return filled


def test_without_cases_it_says_what_they_are_for(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "case", "list")
    assert (said.code, said.out) == (0, "")
    assert "practice assignments" in said.err.lower()
    assert "vakborg case add" in said.err


def test_a_case_is_kept_with_a_copy_of_its_photos(vakborg: Vakborg, punch: Path) -> None:
    (case,) = cases(vakborg, punch)
    assert (case["title"], case["company"], case["release"]) == ("Stempel", "Vonkwerk", "internal")
    assert case["topics"] == ["startgat", "draadkeuze"]
    (photo,) = case["photos"]
    assert photo.startswith("attachments/cases/case-")
    assert (punch / photo).read_bytes() == PHOTO
    assert "Stempel" in vakborg("--programme", punch, "case", "list").out
    programme = open_programme(punch)
    with programme.store() as store:
        assert not [finding for finding in check(programme, store) if "cases" in finding.what]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--topic", "startgatt"], "startgat?"),
        (["--photo", "weg.jpg"], "is not there"),
        (["--company", " "], "name"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(
    vakborg: Vakborg, filled: Path, options: list[str], told: str
) -> None:
    Path("eerst.jpg").write_bytes(PHOTO)
    said = vakborg(
        "--programme", filled, "case", "add", "X", "--company", "Y", "--photo", "eerst.jpg", *options
    )
    assert said.code == 1
    assert told in said.err
    assert cases(vakborg, filled) == []
    assert not list((filled / "attachments").rglob("*.jpg"))


def test_what_is_not_named_stays_as_it_is(vakborg: Vakborg, punch: Path) -> None:
    Path("b.dng").write_bytes(b"b")
    said = vakborg(
        *("--programme", punch, "case", "edit", "stempel", "--material", "1.2379", "--photo", "b.dng"),
        *("--without-topic", "startgat", "--topic", "spoelen-draad"),
    )
    assert said.code == 0
    assert "is no picture" in said.err
    (case,) = cases(vakborg, punch)
    assert (case["title"], case["workpiece"], case["material"]) == ("Stempel", "plaat 40 mm", "1.2379")
    assert case["topics"] == ["draadkeuze", "spoelen-draad"]
    assert [Path(photo).suffix for photo in case["photos"]] == [".jpg", ".dng"]


def test_a_photo_that_is_left_out_is_put_aside(vakborg: Vakborg, punch: Path) -> None:
    name = Path(cases(vakborg, punch)[0]["photos"][0]).name
    assert vakborg("--programme", punch, "case", "edit", "1", "--without-photo", "x.jpg").code == 1
    assert vakborg("--programme", punch, "case", "edit", "1", "--without-photo", name).code == 0
    assert cases(vakborg, punch)[0]["photos"] == []
    assert (punch / "taken-back" / name).read_bytes() == PHOTO


def test_a_release_says_how_far_it_may_go(vakborg: Vakborg, punch: Path) -> None:
    said = vakborg("--programme", punch, "case", "release", "Stempel", "partners")
    assert (said.code, said.err) == (0, "Stempel: for the partners\n")
    assert cases(vakborg, punch)[0]["release"] == "partners"
    assert vakborg("--programme", punch, "case", "release", "Stempel", "struck").code == 2


def test_removing_asks_first_and_leaves_the_answers(
    vakborg: Vakborg, punch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_programme(punch).store() as store:
        answer = store.all(Answer)[0]
        store.execute("update answer set case_id = 1 where id = ?", (answer.id,))
    typing(monkeypatch, "nee")
    refused = vakborg("--programme", punch, "case", "remove", "Stempel")
    assert refused.code == 1
    assert "1 answer is about it" in refused.err
    assert vakborg("--programme", punch, "case", "remove", "Stempel", "--yes").code == 0
    with open_programme(punch).store() as store:
        assert store.count(Case) == 0
        assert store.get(Answer, answer.id).case_id is None
    assert len(list((punch / "taken-back").iterdir())) == 1


def test_each_photo_has_a_caption_that_can_be_changed_by_its_name(vakborg: Vakborg, punch: Path) -> None:
    Path("detail.jpg").write_bytes(jpeg(20))
    name = Path(cases(vakborg, punch)[0]["photos"][0]).name
    edit = ("--programme", punch, "case", "edit", "1")
    assert vakborg(*edit, "--photo", "detail.jpg", "--caption", "De hoek").code == 0
    assert cases(vakborg, punch)[0]["captions"] == ["", "De hoek"]
    assert vakborg(*edit, "--photo", name, "--caption", "Het stempel").code == 0
    assert vakborg(*edit, "--photo", name, "--material", "staal").code == 0
    (case,) = cases(vakborg, punch)
    assert (len(case["photos"]), case["captions"]) == (2, ["Het stempel", "De hoek"])
    assert vakborg(*edit, "--without-photo", name).code == 0
    assert cases(vakborg, punch)[0]["captions"] == ["De hoek"]
    assert vakborg("--programme", punch, "case", "release", "1", "partners").code == 0
    with open_programme(punch).store() as store:
        (released,) = Gate(store).material(Release.PARTNERS).cases
    assert [photo.caption for photo in released.photos] == ["De hoek"]
    said = vakborg(*edit, "--caption", "Wat?")
    assert (said.code, "1 captions for 0 photos" in said.err) == (1, True)


def test_text_that_is_called_a_picture_is_refused(vakborg: Vakborg, filled: Path) -> None:
    Path("nepfoto.png").write_text("geen foto")
    said = vakborg("--programme", filled, "case", "add", "X", "--company", "Y", "--photo", "nepfoto.png")
    assert (said.code, said.out) == (1, "")
    assert "nepfoto.png is no picture" in said.err
    assert cases(vakborg, filled) == []


def test_a_photo_that_is_gone_shows_in_the_list(vakborg: Vakborg, punch: Path) -> None:
    assert cases(vakborg, punch)[0]["missing"] == []
    photo = cases(vakborg, punch)[0]["photos"][0]
    (punch / photo).unlink()
    assert cases(vakborg, punch)[0]["missing"] == [photo]
    assert "1 (1 missing on the disk)" in vakborg("--programme", punch, "case", "list").out


def test_cases_stand_by_number_and_a_wrong_name_tells_both(vakborg: Vakborg, punch: Path) -> None:
    assert vakborg("--programme", punch, "case", "add", "Aanslag", "--company", "Vonkwerk").out == "2\n"
    assert [case["id"] for case in cases(vakborg, punch)] == [1, 2]
    said = vakborg("--programme", punch, "case", "release", "zzzz", "partners").err
    assert "There are: 2 Aanslag, 1 Stempel." in said
    assert "Did you mean 1 Stempel?" in vakborg("--programme", punch, "case", "release", "Stempl", "free").err
