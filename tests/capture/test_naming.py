"""Who is at the keyboard."""

import getpass

import pytest

from capture.naming import who_works
from capture.settings import remember


def test_the_interviewer_works_else_who_is_signed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "akuipers")
    assert who_works() == "akuipers"
    remember(interviewer="Anneke")
    assert who_works() == "Anneke"


def test_nobody_needs_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise OSError("no such user")

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert who_works() == "?"
