"""Keeping the machine awake, which must never stand in the way of recording."""

import sys

import pytest

from capture.recorder.awake import awake


def test_a_machine_that_stays_awake_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    with awake() as stays:
        assert stays


def test_a_machine_that_cannot_stay_awake_records_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "yes")
    with awake() as stays:
        assert not stays


def test_a_missing_library_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wakepy", None)
    with awake() as stays:
        assert not stays


def test_a_library_that_breaks_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """A value of its own environment variable that it refuses, or a bus that goes away meanwhile."""
    from wakepy import Mode

    def fail(*_: object) -> None:
        raise OSError("the bus is gone")

    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    with awake() as stays:
        monkeypatch.setattr(Mode, "_deactivate", fail)
        assert stays
    monkeypatch.setattr(Mode, "_activate", fail)
    with awake() as stays:
        assert not stays


def test_what_fails_while_awake_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    with pytest.raises(KeyError), awake():
        raise KeyError("mine")
