"""Texts as numbers, and the words that weighed most."""

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion, make_pipeline
from sklearn.preprocessing import Normalizer

from sessions.guides import library
from sessions.placing import flat
from tests.transcripts.topic_examples import scored_sentences
from transcripts.features import Features, Row, Weights, pieces, words
from transcripts.lessons import taught_by
from transcripts.training import train

TEXTS = ["De draad knapt.", "Een draad van messing", "Ik meet vonken"]


def spread(row: Row, width: int) -> Weights:
    """``row`` with its zeros."""
    numbers = np.zeros(width)
    numbers[row.columns] = row.values
    return numbers


def test_words_are_folded_and_told_alone_and_in_pairs() -> None:
    assert words("Zó'n Draad, breekt") == ["zo", "n", "draad", "breekt", "zo n", "n draad", "draad breekt"]


def test_pieces_know_where_a_word_begins_and_ends() -> None:
    assert pieces("Gat") == [" ga", "gat", "at ", " gat", "gat ", " gat "]


@pytest.mark.parametrize(("text", "expected"), [("u", [" u "]), ("", []), ("… !", [])])
def test_a_short_word_is_one_piece_and_a_mark_none(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_the_numbers_are_those_of_scikit_learn() -> None:
    lessons = taught_by(library.find("edm-nl")[0])
    blocks = [
        TfidfVectorizer(preprocessor=flat, token_pattern=r"\w+", ngram_range=(1, 2), norm=None),
        TfidfVectorizer(preprocessor=flat, analyzer="char_wb", ngram_range=(3, 5), norm=None),
    ]
    union = FeatureUnion([(block.analyzer, make_pipeline(block, Normalizer())) for block in blocks])
    union.fit([lesson.text for lesson in lessons])
    taught = train(lessons)
    features = Features(taught.vocabularies, taught.idf)
    texts = [one.sentence for one in scored_sentences()] + ["", "Xyzzy plugh", "ß u É"]
    expected = union.transform(texts).toarray()
    assert [list(map(str, block.get_feature_names_out())) for block in blocks] == [
        list(vocabulary) for vocabulary in taught.vocabularies
    ]
    for text, numbers in zip(texts, expected, strict=True):
        np.testing.assert_allclose(spread(features.of(text), len(taught.idf)), numbers, rtol=1e-12)


def known(texts: list[str]) -> Features:
    """Features of which every column weighs the same."""
    vocabularies = [sorted({term for text in texts for term in split(text)}) for split in (words, pieces)]
    return Features(vocabularies, np.ones(sum(map(len, vocabularies))))


def test_a_text_is_wholly_like_itself_and_not_at_all_like_one_without_a_piece_in_common() -> None:
    features = known(TEXTS)
    rows = [features.of(text) for text in TEXTS]
    alike = features.alike(rows[0], rows)
    assert alike[0] == pytest.approx(1)
    assert 0 < alike[1] < 1
    assert alike[2] == 0


def test_a_text_of_unknown_words_has_nothing() -> None:
    row = known(TEXTS).of("Xyzzy plugh")
    assert (len(row.columns), len(row.values)) == (0, 0)
