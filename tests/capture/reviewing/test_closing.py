"""A review that is closed does what was asked of it, however long that takes."""

from pathlib import Path
from typing import Any

from capture.reviewing.review import Review
from sessions.programme import create_programme


class Slow:
    """A thread with much to do."""

    def __init__(self, turns: int) -> None:
        self.turns = turns

    def is_alive(self) -> bool:
        return self.turns > 0

    def join(self, timeout: float | None = None) -> None:
        self.turns = 0 if timeout is None else self.turns - 1


def test_closing_waits_until_all_is_stored(tmp_path: Path) -> None:
    review: Any = Review(create_programme(tmp_path / "p"), "A1", "Anneke")
    review._thread = slow = Slow(turns=40)
    review.close()
    assert not slow.is_alive()
