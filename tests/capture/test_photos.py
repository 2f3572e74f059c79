"""Looking at a photo."""

from pathlib import Path

import pytest

from capture.photos import is_there, look_at
from sessions.errors import DamagedProgramme, RecordingError, UsageRefused
from sessions.programme import Programme, create_programme


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    programme = create_programme(tmp_path / "edm")
    for name in ("a.jpg", "a.bat"):
        (programme.folder / name).write_bytes(b"x")
    return programme


def test_a_picture_is_given_to_the_system(programme: Programme, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Path] = []

    def opened(path: Path) -> bool:
        given.append(path)
        return True

    monkeypatch.setattr("capture.photos.open_file", opened)
    look_at(programme, "a.jpg")
    assert given == [programme.folder / "a.jpg"]


def test_where_nothing_shows_it_the_place_is_told(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(RecordingError) as refused:
        look_at(programme, "a.jpg")
    assert str(programme.folder / "a.jpg") in refused.value.advice


def test_what_may_be_a_program_is_never_opened(programme: Programme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("capture.photos.open_file", lambda path: pytest.fail(f"opened {path}"))
    with pytest.raises(UsageRefused):
        look_at(programme, "a.bat")
    with pytest.raises(RecordingError):
        look_at(programme, "weg.jpg")
    with pytest.raises(DamagedProgramme):
        look_at(programme, "../buiten.jpg")


def test_a_file_that_is_gone_or_outside_is_not_there(programme: Programme) -> None:
    found = [is_there(programme, path) for path in ("a.jpg", "weg.jpg", "../edm/../buiten.jpg", "audio")]
    assert found == [True, False, False, False]
