import pytest

from capture.screens.interviewing.method import kind_name, why
from sessions.guides.model import QuestionKind

ONE_LINE = 74
"""Cells that are left for it beside the question on a screen of 80."""


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_every_kind_of_question_has_a_name_and_a_reason_of_one_line(kind: QuestionKind) -> None:
    assert kind_name(kind)
    assert 20 < len(why(kind)) <= ONE_LINE
