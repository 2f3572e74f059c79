"""Who is at the keyboard."""

import getpass

import pytest

from capture.naming import own_name, who_works
from capture.settings import remember


def test_the_interviewer_works_else_who_is_signed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "akuipers")
    assert who_works() == "akuipers"
    remember(interviewer="Anneke")
    assert who_works() == "Anneke"


def test_a_name_of_the_system_is_nobody_to_mail_back_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "root")
    assert own_name() == ""
    remember(interviewer="root")
    assert own_name() == ""
    remember(interviewer="Anneke")
    assert own_name() == "Anneke"


def test_nobody_needs_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise OSError("no such user")

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert who_works() == "?"
