"""Which words a guide uses as ordinary ones."""

from sessions.guides.library import find
from sessions.ordinary import glossary_terms, ordinary_words

GUIDE = find("edm-nl")[0]


def test_the_words_of_questions_and_cues_are_ordinary() -> None:
    assert {"hoe", "je", "een", "vergeten", "anders"} <= ordinary_words(GUIDE)


def test_what_only_the_glossary_has_is_not() -> None:
    assert "beoordelingscriteria" in glossary_terms(GUIDE)
    assert "beoordelingscriteria" not in ordinary_words(GUIDE)


def test_variants_are_terms_too() -> None:
    assert {"vonkspleet", "gap"} <= set(glossary_terms(GUIDE))
