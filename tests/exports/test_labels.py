"""The words of a document follow its guide."""

from datetime import date
from typing import Any

import pytest

from exports.draft.model import Kind
from exports.labels import APPROVALS, DOUBTS, FIELDS, PARTS, Labels, model_name
from sessions.release import Approved
from sessions.transcript import Doubt, Value


def test_dates_are_written_as_in_the_language() -> None:
    assert Labels("nl").date(date(2025, 11, 21)) == "21 november 2025"
    assert Labels("en").date(date(2025, 11, 21)) == "21 November 2025"


def test_a_language_without_a_catalogue_is_written_in_english() -> None:
    assert Labels("fy")("Sources") == "Sources"
    assert Labels("qqq").date(date(2025, 11, 21)) == "21 November 2025"


@pytest.mark.parametrize(
    ("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB"), ("de", "de-DE"), ("fr", "fr")]
)
def test_the_spelling_is_checked_in_the_language_of_the_guide(language: str, tag: str) -> None:
    assert Labels(language).tag == tag


def test_every_part_of_a_topic_has_a_heading_in_its_order() -> None:
    assert list(PARTS) == list(Kind)


def test_every_doubt_has_a_reason_and_every_approval_a_word() -> None:
    assert set(DOUBTS) == set(Doubt) - {Doubt.NONE}
    assert set(APPROVALS) == set(Approved)


def test_every_field_that_makes_a_value_complete_has_a_name() -> None:
    filled: dict[str, Any] = dict.fromkeys(FIELDS, "x")
    assert Value(1, **filled).complete
    assert not any(Value(1, **(filled | {left_out: ""})).complete for left_out in FIELDS)


def test_the_company_is_not_said_twice() -> None:
    labels = Labels("en")
    assert labels.with_company("Anna", "Vonk") == "Anna, Vonk"
    assert labels.with_company("an expert of Vonk", "Vonk") == "an expert of Vonk"


def test_an_expert_named_like_the_company_keeps_both() -> None:
    assert Labels("en").with_company("Jan Bosch", "Bosch") == "Jan Bosch, Bosch"


@pytest.mark.parametrize(
    ("model", "called"),
    [
        ("large-v2", "large-v2"),
        ("distil-large-v3.5", "distil-large-v3.5"),
        ("/home/anneke/modellen/eigen.pt", "eigen"),
        (r"C:\\modellen\\eigen", "eigen"),
        ("eigen.pt", "eigen"),
    ],
)
def test_a_model_of_the_users_own_has_no_folder_and_no_ending(model: str, called: str) -> None:
    assert model_name(model) == called
