"""The words in which permission is asked."""

import hashlib

from sessions.consent_wording import DUTCH, ENGLISH, wording
from sessions.people import WORDING, Permission

KNOWN = {"2": "19594ac295fb9002d985cd26fc986328907bcde5efc6acda4b6993897422254a"}
"""Per version of the wording what it said: a new text needs a new version, and its line here."""


def test_a_changed_text_has_a_new_version() -> None:
    said = hashlib.sha256(repr((DUTCH, ENGLISH)).encode()).hexdigest()
    assert KNOWN[WORDING] == said


def test_every_permission_is_asked_once_in_both_languages_in_the_same_order() -> None:
    for words in (DUTCH, ENGLISH):
        assert [asked.permission for asked in words.asked] == list(Permission)


def test_a_language_without_words_is_asked_in_english() -> None:
    assert wording("nl") is DUTCH
    assert wording("de") is ENGLISH


def test_it_fits_a_terminal_of_eighty_columns() -> None:
    for words in (DUTCH, ENGLISH):
        texts = [words.opening, words.taking_back, *(a.meaning for a in words.asked)]
        assert max(len(text) for text in texts) <= 75
        assert max(len(a.question) for a in words.asked) <= 56
