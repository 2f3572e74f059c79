"""Practice cases with their photos in the programme."""

from dataclasses import replace
from pathlib import Path

import pytest

from capture.casebook import keep, no_pictures, remove
from sessions.errors import RecordingError, UsageRefused
from sessions.interview import Case
from sessions.programme import Programme, create_programme
from tests.images import jpeg


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    return create_programme(tmp_path / "edm")


def photo(folder: Path, name: str = "a.jpg") -> str:
    path = folder / name
    path.write_bytes(jpeg(len(name) + ord(name[0])))
    return str(path)


def in_programme(programme: Programme) -> list[str]:
    found = (p.relative_to(programme.folder) for p in programme.folder.glob("*/**/*.jpg"))
    return sorted(p.parts[0] for p in found)


def test_a_photo_is_copied_once_and_stays_through_a_change(programme: Programme, tmp_path: Path) -> None:
    one = photo(tmp_path)
    with programme.store() as store:
        kept = keep(programme, store, "Noord", None, Case(0, "Stempel", photos=(one, one)))
        assert len(kept.photos) == 1
        again = keep(programme, store, "Noord", kept, replace(kept, title="Matrijs"))
    assert (again.photos, again.title) == (kept.photos, "Matrijs")
    assert in_programme(programme) == ["attachments"]


def test_where_it_is_refused_no_photo_is_left_behind(programme: Programme, tmp_path: Path) -> None:
    with programme.store() as store:
        with pytest.raises(RecordingError):
            keep(programme, store, "Noord", None, Case(0, "X", photos=(photo(tmp_path), "../weg.jpg")))
        with pytest.raises(UsageRefused):
            keep(programme, store, "", None, Case(0, "X", photos=(photo(tmp_path, "b.jpg"),)))
        assert store.count(Case) == 0
    assert set(in_programme(programme)) == {"taken-back"}


def test_a_photo_of_two_cases_stays_until_both_are_gone(programme: Programme, tmp_path: Path) -> None:
    one = photo(tmp_path)
    with programme.store() as store:
        first, second = (
            keep(programme, store, "Noord", None, Case(0, title, photos=(one,))) for title in ("A", "B")
        )
        remove(programme, store, first)
        assert in_programme(programme) == ["attachments"]
        remove(programme, store, second)
    assert in_programme(programme) == ["taken-back"]


def test_a_case_whose_photo_is_gone_can_still_be_changed_and_removed(
    programme: Programme, tmp_path: Path
) -> None:
    with programme.store() as store:
        kept = keep(programme, store, "Noord", None, Case(0, "A", photos=(photo(tmp_path),)))
        programme.file(kept.photos[0]).unlink()
        changed = keep(programme, store, "Noord", kept, replace(kept, material="staal"))
        assert (changed.material, changed.photos) == ("staal", kept.photos)
        remove(programme, store, changed)
        assert store.count(Case) == 0


def test_what_a_draft_cannot_hold_is_named() -> None:
    assert no_pictures(Case(0, "A", photos=("x/a.jpg", "x/b.dng", "x/c"))) == ["b.dng", "c"]
