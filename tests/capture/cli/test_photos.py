"""``vakborg photo``."""

import json
from pathlib import Path

import pytest

from capture.interviewing.attaching import Moment, attach
from sessions.interview import Attachment, Clip
from sessions.programme import open_programme
from sessions.store.interviews import answer_to, find_session, guide_of
from tests.capture.cli.conftest import Vakborg
from tests.images import jpeg


@pytest.fixture
def album(filled: Path, tmp_path: Path) -> Path:
    """A programme in which a photo and a drawing came in."""
    programme = open_programme(filled)
    with programme.store() as store:
        session = find_session(store, "A1")
        answer = answer_to(store, session, guide_of(store, session).question("M2-V2"))
        clip = store.all(Clip, answer_id=answer.id)[0]
        for name, moment in (("klos.jpg", Moment(clip.id, 7.0)), ("tekening.pdf", Moment())):
            (tmp_path / name).write_bytes(jpeg() if name.endswith(".jpg") else name.encode())
            attach(programme, store, session, answer, tmp_path / name, moment)
    return filled


def test_without_files_it_says_where_they_come_from(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "photo", "list")
    assert (said.code, said.out) == (0, "")
    assert "during the conversation" in said.err


def test_they_are_listed_with_where_and_how_far(vakborg: Vakborg, album: Path) -> None:
    said = vakborg("--programme", album, "photo", "list", "A1")
    photo, drawing = said.out.splitlines()[1:]
    assert "A1·01 00:07" in photo
    assert "stays in the company" in photo
    assert "no picture: goes into no draft" in drawing
    assert "by accident" in said.err
    assert vakborg("--programme", album, "photo", "list", "B1").out == ""
    assert vakborg("--programme", album, "photo", "list", "Z9").code == 1


def test_as_json_it_says_whether_the_file_is_there(vakborg: Vakborg, album: Path) -> None:
    records = json.loads(vakborg("--programme", album, "photo", "list", "--json").out)
    (album / records[0]["path"]).unlink()
    gone, there = json.loads(vakborg("--programme", album, "photo", "list", "--json").out)
    assert (gone["there"], there["there"], gone["id"], gone["question"]) == (False, True, 1, "M2-V2")
    assert "missing on the disk" in vakborg("--programme", album, "photo", "list").out


def test_a_caption_tells_what_it_was(vakborg: Vakborg, album: Path) -> None:
    assert vakborg("--programme", album, "photo", "caption", "1", "de klos").err == "klos.jpg: de klos\n"
    assert "The caption was: de klos" in vakborg("--programme", album, "photo", "caption", "1", "").err
    assert vakborg("--programme", album, "photo", "caption", "9", "x").code == 1


def test_only_pictures_are_released(vakborg: Vakborg, album: Path) -> None:
    said = vakborg("--programme", album, "photo", "release", "1", "partners")
    assert (said.code, said.err) == (0, "klos.jpg: for the partners\n")
    said = vakborg("--programme", album, "photo", "release", "2", "free")
    assert said.code == 1
    assert "no picture" in said.err
    assert vakborg("--programme", album, "photo", "release", "1", "struck").code == 2


def test_text_that_is_called_a_picture_is_not_released(vakborg: Vakborg, album: Path) -> None:
    with open_programme(album).store() as store:
        path = store.all(Attachment)[0].path
    (album / path).write_text("geen foto")
    said = vakborg("--programme", album, "photo", "release", "1", "partners")
    assert said.code == 1
    assert "klos.jpg is no picture" in said.err
    assert vakborg("--programme", album, "photo", "release", "1", "internal").code == 0
