"""The search for garbage waits, also where two threads read."""

import gc

import pytest

from capture.drafts.calm import calm


def test_it_waits_until_the_last_one_is_ready() -> None:
    with calm():
        with calm():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_a_failure() -> None:
    with pytest.raises(ValueError, match="x"), calm():
        raise ValueError("x")
    assert gc.isenabled()
