"""Suggestions made anew beside the review, where that goes wrong."""

import threading
from types import SimpleNamespace
from typing import Any, cast

import pytest

from capture.reviewing import renewing
from capture.reviewing.bench import Bench
from capture.reviewing.renewing import Renewing
from capture.reviewing.state import News, Told
from sessions.errors import TranscriptionError
from transcripts import suggesting


class Sitting:
    """A bench that notes what it is told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, outcome: Exception | None) -> None:
        def suggest_again(*_asked: object) -> int:
            if outcome:
                raise outcome
            return 1

        monkeypatch.setattr(suggesting, "suggest_again", suggest_again)
        monkeypatch.setattr(renewing, "PAUSE", 0.0)
        self.told: list[News] = []
        self.reloads = 0
        names: dict[str, Any] = {"programme": None, "session": SimpleNamespace(code="A1")}
        bench = SimpleNamespace(**names, tell=self.told.append, reload_labels=self._reload)
        self.renewing = Renewing(cast(Bench, bench))

    def _reload(self) -> None:
        self.reloads += 1

    def renew(self) -> None:
        """Somebody decides, and it is made anew."""
        self.renewing.decided()
        self.renewing.tick()
        for thread in [t for t in threading.enumerate() if t.name == "suggestions"]:
            thread.join(20.0)
        self.renewing.tick()


@pytest.mark.parametrize("error", [KeyError("M2"), TranscriptionError("weg")])
def test_a_failure_is_told_once_a_sitting(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    sitting = Sitting(monkeypatch, error)
    for _turn in range(3):
        sitting.renew()
    (told,) = sitting.told
    assert isinstance(told, Told)
    assert told.warning
    assert not sitting.reloads


def test_what_is_new_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = Sitting(monkeypatch, None)
    sitting.renew()
    assert (sitting.told, sitting.reloads) == ([], 1)
