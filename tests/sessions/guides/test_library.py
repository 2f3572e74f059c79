"""The bundled guides and people's own."""

from pathlib import Path

import pytest

from sessions.errors import AlreadyThere, GuideError, ProgrammeError, UnknownName
from sessions.guides import library
from sessions.guides.loading import load
from tests.sessions.guides.small import SMALL


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "klein.toml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def test_the_edm_guide_is_bundled_under_its_own_id() -> None:
    listed = {file.id: file for file in library.bundled()}
    assert listed["edm-nl"].module_count == 8
    assert listed["edm-nl"].language == "nl"
    assert listed["edm-nl"].version == "1.3"
    assert all(file.path.stem == guide_id for guide_id, file in listed.items())


@pytest.mark.parametrize("name", ["edm-nl", "EDM-NL", " edm-nl "])
def test_a_bundled_guide_is_found_by_its_id(name: str) -> None:
    guide, text = library.find(name)
    assert guide.id == "edm-nl"
    assert load(text, "copy") == guide


def test_an_own_guide_is_found_by_its_path(own: Path) -> None:
    guide, text = library.find(str(own))
    assert guide.id == "klein"
    assert text == SMALL


def test_a_file_cannot_hide_a_bundled_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "edm-nl").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert library.find("edm-nl")[0].id == "edm-nl"
    assert library.find("./edm-nl")[0].id == "klein"


def test_an_own_guide_with_a_mistake_is_refused(own: Path) -> None:
    own.write_text(SMALL.replace('"open"', '"opne"'), encoding="utf-8")
    with pytest.raises(GuideError, match=r"^klein\.toml, "):
        library.find(str(own))


@pytest.mark.parametrize("name", ["edm-en", "edm-nl.tml", "x" * 5000, ".", ""])
def test_an_unknown_guide_gives_the_nearest(name: str) -> None:
    with pytest.raises(UnknownName) as raised:
        library.find(name)
    assert "edm-nl" in raised.value.advice


def test_a_copy_is_the_guide_to_the_byte_and_loads(tmp_path: Path) -> None:
    target = tmp_path / "mijn-gids.toml"
    library.copy("edm-nl", target)
    assert library.find(str(target)) == library.find("edm-nl")
    assert list(tmp_path.iterdir()) == [target]


def test_a_copy_never_overwrites(own: Path) -> None:
    with pytest.raises(AlreadyThere):
        library.copy("edm-nl", own)
    assert own.read_text(encoding="utf-8") == SMALL


def test_a_copy_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="edm-nl"):
        library.copy("edm-en", tmp_path / "mijn-gids.toml")


@pytest.mark.parametrize("folder", ["weg", "klein.toml"])
def test_a_folder_that_cannot_hold_the_copy_is_told(own: Path, folder: str) -> None:
    with pytest.raises(ProgrammeError, match=r"mijn-gids\.toml"):
        library.copy("edm-nl", own.parent / folder / "mijn-gids.toml")


def test_a_copy_that_breaks_off_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sessions.files.os.fsync", full)
    with pytest.raises(ProgrammeError):
        library.copy("edm-nl", tmp_path / "mijn-gids.toml")
    assert list(tmp_path.iterdir()) == []
