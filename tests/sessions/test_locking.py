"""Locks on a programme."""

from pathlib import Path

import pytest

from sessions.errors import ProgrammeLocked, VakborgError
from sessions.locking import locked, take_lock


def test_a_second_holder_is_refused_in_the_given_words_until_the_first_lets_go(tmp_path: Path) -> None:
    path = tmp_path / ".slot"
    with locked(path, "bezet", "wacht"), pytest.raises(ProgrammeLocked) as refused:
        take_lock(path, "bezet", "wacht", patience=0.05)
    assert (refused.value.message, refused.value.advice) == ("bezet", "wacht")
    take_lock(path, "bezet", "wacht").release()


def test_it_is_let_go_also_where_the_block_fails(tmp_path: Path) -> None:
    path = tmp_path / ".slot"
    with pytest.raises(ZeroDivisionError), locked(path, "bezet", "wacht"):
        raise ZeroDivisionError
    take_lock(path, "bezet", "wacht").release()


def test_a_place_where_no_lock_can_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(VakborgError):
        take_lock(tmp_path / "bestand" / ".slot", "bezet", "wacht")
