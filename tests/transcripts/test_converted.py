"""Converted models on this machine: made once, checked, made again where they are damaged."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.transcripts.checkpoints import random_checkpoint
from transcripts import converted, models
from transcripts.converted import Converted, find, folder, make, present

# whisper leaves the file of its vocabulary to the garbage collector
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(autouse=True)
def shelf() -> Path:
    """Where this test alone keeps its models; empty."""
    folder().unlink()  # the link to what all tests share
    folder().mkdir()
    return folder()


@pytest.fixture
def checkpoint(tmp_path: Path) -> Path:
    return random_checkpoint(tmp_path / "klein.pt")


def made(checkpoint: Path, weights: str = "int8") -> Converted:
    return make(checkpoint, models.sha256(checkpoint), weights)


def found(one: Converted) -> Converted | None:
    return find(one.contents.checkpoint, one.contents.weights)


def test_what_was_made_is_found_again(checkpoint: Path, shelf: Path) -> None:
    one = made(checkpoint)
    assert found(one) == one
    assert present() == [one]
    assert one.contents.name == "klein"
    assert one.contents.dims["n_vocab"] == 51865
    assert (
        one.size == sum(path.stat().st_size for path in one.folder.iterdir()) - _manifest(one).stat().st_size
    )
    assert [path.name for path in shelf.iterdir()] == [one.folder.name]


def test_each_checkpoint_and_each_kind_of_weights_has_its_own(tmp_path: Path, checkpoint: Path) -> None:
    other = random_checkpoint(tmp_path / "ander.pt", n_mels=128)
    all_made = [made(other), made(checkpoint, "float32"), made(checkpoint)]
    assert present() == all_made
    assert find("0" * 64, "int8") is None


def _manifest(one: Converted) -> Path:
    return one.folder / "manifest.json"


def cut_off(one: Converted) -> None:
    path = one.folder / "model.bin"
    path.write_bytes(path.read_bytes()[:-1])


def turn_a_bit(one: Converted) -> None:
    path = one.folder / "model.bin"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def lose_a_file(one: Converted) -> None:
    (one.folder / "vocabulary.json").unlink()


def lose_the_manifest(one: Converted) -> None:
    _manifest(one).unlink()


def spoil_the_manifest(one: Converted) -> None:
    _manifest(one).write_text('{"name": "klein", "files": [1, 2]}')


def empty_the_manifest(one: Converted) -> None:
    _manifest(one).write_text("")


def add_to_the_manifest(one: Converted) -> None:
    told = json.loads(_manifest(one).read_text())
    _manifest(one).write_text(json.dumps({**told, "later": 1}))


@pytest.mark.parametrize(
    "damage",
    [
        cut_off,
        turn_a_bit,
        lose_a_file,
        lose_the_manifest,
        spoil_the_manifest,
        empty_the_manifest,
        add_to_the_manifest,
    ],
    ids=lambda damage: damage.__name__,
)
def test_one_that_is_damaged_is_not_found_and_made_anew(
    checkpoint: Path, damage: Callable[[Converted], None]
) -> None:
    one = made(checkpoint)
    damage(one)
    assert found(one) is None
    assert found(made(checkpoint)) == one
    assert one.is_whole()


def test_one_of_another_format_is_not_used(checkpoint: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = made(checkpoint)
    monkeypatch.setattr(converted, "FORMAT", converted.FORMAT + 1)
    assert found(one) is None
    assert present() == []


def test_what_a_killed_program_left_is_taken_away_and_what_is_being_made_is_not(
    checkpoint: Path, shelf: Path
) -> None:
    for name, age in (("making-oud", 7200), ("making-nieuw", 60)):
        (shelf / name).mkdir()
        os.utime(shelf / name, times=(time.time() - age,) * 2)
    one = made(checkpoint)
    assert sorted(path.name for path in shelf.iterdir()) == sorted([one.folder.name, "making-nieuw"])


def test_a_disk_that_fills_up_leaves_nothing_behind(checkpoint: Path, shelf: Path, small_disk: Path) -> None:
    shelf.rmdir()
    shelf.symlink_to(small_disk, target_is_directory=True)
    with pytest.raises(OSError, match="No space left"):
        made(checkpoint)
    assert list(shelf.iterdir()) == []


def test_what_another_program_made_meanwhile_is_used(
    checkpoint: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = made(checkpoint)
    monkeypatch.setattr("shutil.rmtree", lambda _place, **_options: None)
    assert found(made(checkpoint)) == one
