"""One conversation at a time in a programme."""

from pathlib import Path

import pytest

from capture.interviewing import alone
from capture.interviewing.alone import only_conversation
from sessions.errors import ProgrammeLocked


def test_a_second_one_is_refused_until_the_first_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "PATIENCE", 0.05)
    with (
        only_conversation(tmp_path),
        pytest.raises(ProgrammeLocked, match="in the middle of a conversation"),
        only_conversation(tmp_path),
    ):
        pass
    with only_conversation(tmp_path):
        pass
