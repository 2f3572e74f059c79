"""What every command shares."""

import pytest

from capture.cli.context import confirmed
from tests.capture.cli.conftest import typing


@pytest.mark.parametrize("word", ["j", "Ja", "y", "YES", " yes "])
def test_yes_counts_in_both_languages(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    typing(monkeypatch, word)
    assert confirmed("Zeker?")


@pytest.mark.parametrize("lines", [["n"], ["Nee"], ["no"], [""], []])
def test_no_and_enter_and_the_end_of_the_input_are_a_no(
    monkeypatch: pytest.MonkeyPatch, lines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    typing(monkeypatch, *lines)
    assert not confirmed("Zeker?")
    said = capsys.readouterr()
    assert (said.out, said.err.startswith("Zeker? [")) == ("", True)


def test_another_word_is_asked_about_once_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typing(monkeypatch, "misschien", "ja")
    assert confirmed("Zeker?")
    assert capsys.readouterr().err.count("Zeker?") == 2
