"""``vakborg release``."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from capture.interviewing.attaching import Moment, attach
from sessions.interview import Attachment
from sessions.programme import open_programme
from sessions.received import Wish
from sessions.release import Release
from sessions.store.approving import decide
from sessions.store.editing import can_undo, undo
from sessions.store.interviews import answer_to, find_session, guide_of
from sessions.store.reading import read_session
from tests.capture.cli.conftest import Vakborg, typing


def test_an_answer_is_released_without_a_question(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "release", "A1", "--question", "m2-v2", "--level", "partners")
    assert (said.code, said.out) == (0, "")
    assert "3 fragments may go to the partners now." in said.err


def test_a_whole_session_goes_out_only_when_that_is_meant(
    vakborg: Vakborg, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = ("--programme", filled, "release", "A1", "--level", "free")
    typing(monkeypatch, "no")
    refused = vakborg(*release)
    assert refused.code == 1
    assert "Nothing was changed." in refused.err
    assert "Let 5 fragments of session A1 leave the company (free)?" in refused.err
    done = json.loads(vakborg(*release, "--yes", "--json").out)
    assert done == {
        "session": "A1",
        "question": None,
        "level": "free",
        "changed": 5,
        "same": 0,
        "left_struck": 0,
        "photos_back": 0,
        "photos_waiting": 0,
        "kept_back": 0,
    }


def test_what_was_struck_stays_so_unless_it_is_named(vakborg: Vakborg, filled: Path) -> None:
    release = ("--programme", filled, "release", "A1")
    vakborg(*release, "--question", "M2-V2", "--level", "struck")
    said = vakborg(*release, "--level", "internal")
    assert "2 were so already." in said.err
    assert "3 were struck and stay so; to change them too, add: --also-struck" in said.err
    assert (
        "3 fragments stay in the company now."
        in vakborg(*release, "--level", "internal", "--also-struck").err
    )


def test_struck_text_is_not_shown_with_its_session(vakborg: Vakborg, filled: Path) -> None:
    assert "contour" in vakborg("--programme", filled, "session", "show", "A1").out
    vakborg("--programme", filled, "release", "A1", "--level", "struck")
    shown = vakborg("--programme", filled, "session", "show", "A1").out
    assert "contour" not in shown
    assert shown.count("(struck)") == 5


def test_a_release_on_the_command_line_can_be_undone(vakborg: Vakborg, filled: Path) -> None:
    vakborg("--programme", filled, "release", "A1", "--level", "struck")
    with open_programme(filled).store() as store:
        edit = can_undo(store, find_session(store, "A1"))
    assert edit
    assert edit.by


def test_an_unknown_question_or_level_changes_nothing(vakborg: Vakborg, filled: Path) -> None:
    assert (
        vakborg("--programme", filled, "release", "A1", "--question", "M2-V99", "--level", "free").code == 1
    )
    assert vakborg("--programme", filled, "release", "A1", "--level", "public").code == 2
    assert vakborg("--programme", filled, "release", "A1").code == 2


def test_what_was_typed_and_not_kept_goes_with_what_is_struck(vakborg: Vakborg, filled: Path) -> None:
    typed = filled / ".typing-A1.json"
    typed.write_text("[]")
    vakborg("--programme", filled, "release", "A1", "--level", "internal")
    assert typed.exists()
    vakborg("--programme", filled, "release", "A1", "--level", "struck")
    assert not typed.exists()


def photos(filled: Path, tmp_path: Path, *levels: Release) -> None:
    """The answer to M2-V2 has a photo of each of these levels."""
    programme = open_programme(filled)
    with programme.store() as store:
        session = find_session(store, "A1")
        answer = answer_to(store, session, guide_of(store, session).question("M2-V2"))
        for level in levels:
            file = tmp_path / f"{level}.jpg"
            file.write_bytes(level.encode())
            store.save(replace(attach(programme, store, session, answer, file, Moment()), release=level))


def levels_of(filled: Path) -> list[Release]:
    with open_programme(filled).store() as store:
        return [one.release for one in store.all(Attachment)]


@pytest.mark.parametrize("level", ["struck", "internal"])
def test_what_is_taken_back_takes_its_photos_back(
    vakborg: Vakborg, filled: Path, tmp_path: Path, level: str
) -> None:
    photos(filled, tmp_path, Release.FREE, Release.PARTNERS, Release.INTERNAL)
    release = ("--programme", filled, "release", "A1", "--level", level)
    other = vakborg(*release, "--question", "M3-V4")
    assert levels_of(filled) == [Release.FREE, Release.PARTNERS, Release.INTERNAL]
    assert "photo" not in other.err
    assert "2 photos stay in the company now too." in vakborg(*release).err
    assert levels_of(filled) == [Release.INTERNAL] * 3


def test_photos_are_taken_back_from_everybody_too_and_never_released_along(
    vakborg: Vakborg, filled: Path, tmp_path: Path
) -> None:
    photos(filled, tmp_path, Release.FREE, Release.INTERNAL)
    release = ("--programme", filled, "release", "A1", "--question", "M2-V2", "--level")
    said = vakborg(*release, "free")
    assert "1 photo is not released that far: vakborg photo list A1" in said.err
    assert "vakborg photo release ID free" in said.err
    assert levels_of(filled) == [Release.FREE, Release.INTERNAL]
    assert "1 photo goes no further than the fragments now." in vakborg(*release, "partners").err
    assert levels_of(filled) == [Release.PARTNERS, Release.INTERNAL]


def test_a_photo_that_was_released_further_by_itself_stays_so(
    vakborg: Vakborg, filled: Path, tmp_path: Path
) -> None:
    photos(filled, tmp_path, Release.FREE)
    vakborg("--programme", filled, "release", "A1", "--level", "partners", "--yes")
    assert levels_of(filled) == [Release.FREE]


def test_what_the_expert_keeps_in_the_company_goes_no_further(vakborg: Vakborg, filled: Path) -> None:
    with open_programme(filled).store() as store:
        session = find_session(store, "A1")
        decide(store, session, read_session(store, session).answers[0], Wish.INTERNAL, "Anneke")
    told = vakborg("--programme", filled, "release", "A1", "--level", "partners", "--yes").err
    assert "2 fragments may go to the partners now." in told
    assert "3 stay where they are: the expert said so." in told


def test_what_went_out_before_the_expert_kept_it_counts_as_kept_back(vakborg: Vakborg, filled: Path) -> None:
    release = ("--programme", filled, "release", "A1", "--question", "M2-V2", "--level", "partners")
    vakborg(*release)
    with open_programme(filled).store() as store:
        session = find_session(store, "A1")
        answer = answer_to(store, session, guide_of(store, session).question("M2-V2"))
        reading = next(a for a in read_session(store, session).answers if a.answer.id == answer.id)
        decide(store, session, reading, Wish.INTERNAL)
        undo(store, session, "Bea")
    said = vakborg(*release)
    assert "3 stay where they are: the expert said so." in said.err
    assert "so already" not in said.err
