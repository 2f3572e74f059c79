"""How fast this machine transcribes."""

from pathlib import Path

import pytest

from transcripts.pace import learn, learnt


def file(home: Path) -> Path:
    return home / "state" / "vakborg" / "pace.json"


def test_nothing_is_known_of_a_model_that_was_never_used(own_home: Path) -> None:
    assert learnt("small", "cpu") is None


def test_the_first_piece_of_work_is_believed(own_home: Path) -> None:
    learn("small", "cpu", sound_seconds=60, work_seconds=30)
    assert learnt("small", "cpu") == 2.0
    assert file(own_home).is_file()


def test_the_latest_counts_half(own_home: Path) -> None:
    learn("small", "cpu", 60, 30)
    learn("small", "cpu", 60, 15)
    assert learnt("small", "cpu") == 3.0


def test_models_and_devices_are_kept_apart(own_home: Path) -> None:
    learn("small", "cpu", 60, 30)
    learn("small", "cuda", 60, 3)
    assert (learnt("small", "cpu"), learnt("small", "cuda"), learnt("tiny", "cpu")) == (2.0, 20.0, None)


@pytest.mark.parametrize(("sound", "work"), [(0.5, 1.0), (10.0, 0.0), (10.0, -1.0)])
def test_too_little_work_teaches_nothing(own_home: Path, sound: float, work: float) -> None:
    learn("small", "cpu", sound, work)
    assert learnt("small", "cpu") is None


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"3", b'{"small cpu": "snel"}', b"\xff", b'{"small cpu": 0}']
)
def test_a_damaged_file_counts_as_none_and_is_replaced(own_home: Path, content: bytes) -> None:
    file(own_home).parent.mkdir(parents=True)
    file(own_home).write_bytes(content)
    assert learnt("small", "cpu") is None
    learn("tiny", "cpu", 60, 30)
    assert learnt("tiny", "cpu") == 2.0


def test_where_nothing_can_be_written_work_goes_on(own_home: Path) -> None:
    (own_home / "state").write_text("geen map")
    learn("small", "cpu", 60, 30)
    assert learnt("small", "cpu") is None
