"""What is learnt from lessons."""

import numpy as np
import pytest

from transcripts.lessons import NO_TOPIC, Lesson
from transcripts.training import Taught, train

LESSONS = [
    Lesson("De draad knapt in de geleider", "draadbreuk"),
    Lesson("De elektrode slijt aan de hoeken", "slijtage"),
    Lesson("Wil je koffie", NO_TOPIC),
]


@pytest.fixture(scope="module")
def taught() -> Taught:
    return train(LESSONS)


def test_it_knows_the_topics_of_its_lessons(taught: Taught) -> None:
    assert taught.topics == (NO_TOPIC, "draadbreuk", "slijtage")


def test_each_column_has_a_weight_and_counts_for_each_topic(taught: Taught) -> None:
    columns = sum(map(len, taught.vocabularies))
    assert taught.idf.shape == (columns,)
    assert taught.nats.shape == (3, columns)
    np.testing.assert_allclose(np.exp(taught.nats).sum(axis=1), 1)


def test_a_word_counts_most_for_the_topic_it_was_taught_with(taught: Taught) -> None:
    column = taught.vocabularies[0].index("draad")
    assert taught.topics[int(taught.nats[:, column].argmax())] == "draadbreuk"


def test_a_lesson_that_weighs_more_counts_more(taught: Taught) -> None:
    heavier = train([Lesson("De draad trilt", "slijtage", weight=5.0), *LESSONS])
    column = heavier.vocabularies[0].index("draad")
    assert heavier.topics[int(heavier.nats[:, column].argmax())] == "slijtage"
