"""The language of the interface."""

import gettext
import subprocess
import sys

import pytest

from sessions import i18n
from sessions.errors import DiskFull
from sessions.i18n import N_, language, ngettext, set_language


@pytest.fixture(autouse=True)
def dutch_is_compiled() -> None:
    if not list(i18n.LOCALE_DIR.glob("nl/LC_MESSAGES/vakborg.mo")):
        pytest.skip("the catalogues are not compiled: make locale")


def test_a_text_follows_the_language_that_is_set() -> None:
    set_language("nl")
    dutch = i18n.gettext("The disk is full")
    set_language("en")
    assert i18n.gettext("The disk is full") == "The disk is full"
    assert dutch != "The disk is full"
    assert language() == "en"


def test_a_title_that_was_marked_earlier_is_looked_up_when_shown() -> None:
    failure = DiskFull("x")
    set_language("nl")
    assert failure.heading == i18n.gettext("The disk is full")
    assert failure.heading != N_("The disk is full")


@pytest.mark.parametrize("unknown", ["fr", "xx", "", "../../etc"])
def test_an_unknown_language_gives_english(unknown: str) -> None:
    set_language(unknown)
    assert i18n.gettext("The disk is full") == "The disk is full"
    assert language() == "en"


def test_one_and_several_are_told_apart() -> None:
    set_language("en")
    assert ngettext("{n} file", "{n} files", 1) == "{n} file"
    assert ngettext("{n} file", "{n} files", 2) == "{n} files"


def test_clicks_own_words_follow_too() -> None:
    set_language("nl")
    assert gettext.gettext("Show this message and exit.") != "Show this message and exit."
    set_language("en")
    assert gettext.gettext("Show this message and exit.") == "Show this message and exit."


@pytest.mark.parametrize(("chosen", "expected"), [(None, "nl"), ("en", "en"), ("nl", "nl"), ("fr", "en")])
def test_people_get_dutch_unless_they_ask(
    chosen: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VAKBORG_LANG")
    if chosen is not None:
        monkeypatch.setenv("VAKBORG_LANG", chosen)
    asked = [sys.executable, "-c", "from sessions.i18n import language; print(language())"]
    assert subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip() == expected
