"""What a question is about, in the guide's words."""

from exports.draft.titles import title_of
from tests.exports.conftest import M3, Q_FAULT, Q_TABLE, Q_WIRE


def test_one_topic_names_a_question_and_of_several_or_none_the_module_does() -> None:
    assert title_of(M3, Q_WIRE) == "Draadsoort en diameter"
    assert title_of(M3, Q_TABLE) == M3.title
    assert title_of(M3, Q_FAULT) == M3.title
