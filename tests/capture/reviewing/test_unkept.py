from pathlib import Path

import pytest

from capture.reviewing.bench import Bench
from capture.reviewing.state import Unkept
from capture.reviewing.unkept import _laid_over, typing_file
from capture.withdrawing import withdraw
from sessions.interview import Session
from sessions.people import Permission
from tests.builders import make_programme


@pytest.mark.parametrize(
    ("seen", "typed", "now", "text"),
    [
        ("a b c", "a b c X", "a b c d e", "a b c X d e"),
        ("a b c", "X a b c", "y z a b c", "y z X a b c"),
        ("a b c", "a b X", "a b c d e", "a b X d e"),
        ("a b c", "X b c", "y z a b c", "y z X b c"),
        ("a b c d", "a X c d", "c d", "a X c d"),
        ("a b c d", "a b c X", "c d", "c X"),
        ("a b", "X Y", "q r", "X Y"),
    ],
)
def test_what_was_typed_is_laid_over_what_stands_there_now(
    seen: str, typed: str, now: str, text: str
) -> None:
    assert _laid_over(seen, typed, now) == text


def test_what_was_typed_in_a_text_that_is_out_of_the_programme_is_not_kept(tmp_path: Path) -> None:
    """An expert took their words back while the review of another window was open."""
    programme = make_programme(tmp_path / "p")
    with programme.store() as store:
        session = store.all(Session)[0]
        bench = Bench(programme, store, session.code, "Anneke", lambda _news: None)
        bench.begin(None)
        left = next(line.id for line in bench.page().lines)
        typed = Unkept(left, "Blauwborst zat hier", "")
        file = typing_file(programme.folder, session.code)
        bench.unkept.note([typed])
        assert "Blauwborst" in file.read_text(encoding="utf-8")
        withdraw(programme, session.expert_id, [Permission.TRANSCRIPT], "Anneke")
        assert not file.exists()
        bench.unkept.note([typed])
        assert not file.exists()
        assert bench.unkept.where_now(typed).gone
        bench.reload()
        assert bench.page().lines == ()
