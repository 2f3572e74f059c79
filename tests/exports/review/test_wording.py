"""What a sheet says of ours is known again, in every language that it can be in."""

import pytest

from exports.labels import Labels
from exports.review import wording
from exports.review.wording import is_ours, mark_in, notes_labels, our_lines, tick_labels
from sessions.i18n import LANGUAGES
from sessions.received import Wish
from sessions.sheet import new_mark

FILLED = {
    wording.TOLD_BY: {"who": "Anna de Wit, Vonk Noord"},
    wording.TOLD_ON: {"date": "21 november 2025"},
    wording.MACHINE: {"machine": "Sodick (AQ537L) [2]"},
    wording.LOOK_AT: {"sample": "woorden met stippels"},
    wording.SEND_TO: {"by": "Sanne"},
    wording.TAKE_BACK_TO: {"by": "Sanne de Vries"},
    wording.FOOTER: {"code": "A1", "mark": "k7m2xw9q"},
    wording.LEAVE_IN: {"mark": "k7m2xw9q"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_wish_has_a_label_and_no_two_share_one(language: str) -> None:
    labels = [Labels(language)(message) for message in wording.TICKS.values()]
    assert [tick_labels()[label] for label in labels] == list(Wish)


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_lines_have_the_labels_of_boxes_and_room(language: str) -> None:
    _ = Labels(language)
    assert {_(wording.NOTES), _(wording.TICK), *map(_, wording.TICKS.values())} <= our_lines(language)
    assert _(wording.NOTES) in notes_labels()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("message", list(FILLED))
def test_a_line_with_names_and_dates_in_it_is_known(language: str, message: str) -> None:
    assert is_ours(Labels(language)(message).format(**FILLED[message]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [1, 2, 11])
def test_a_line_with_a_number_is_known(language: str, number: int) -> None:
    assert is_ours(Labels(language).ngettext(*wording.WAITING, number))


def test_white_space_that_a_program_changed_makes_no_difference() -> None:
    label = Labels("nl")(wording.TICKS[Wish.CHANGED])
    assert is_ours(f" {label.replace(' ', chr(0xA0), 1)}\t")


@pytest.mark.parametrize(
    "said",
    ["", "Dat gebruiken we niet.", "De computer regelt de spanning.", "Is this answer right? No, it is not."],
)
def test_what_a_person_writes_is_not_ours(said: str) -> None:
    assert not is_ours(said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("message", [wording.FOOTER, wording.LEAVE_IN])
def test_the_mark_is_found_where_it_is_shown(language: str, message: str) -> None:
    mark = new_mark()
    assert mark_in(Labels(language)(message).format(code="A1", mark=mark)) == mark


def test_a_mark_that_a_person_typed_is_found_in_capitals_and_after_a_colon() -> None:
    assert mark_in("Mark: K7M2XW9Q.") == "k7m2xw9q"


@pytest.mark.parametrize(
    "text", ["", "k7m2xw9q", "mark k7m2", "mark k7m2xw9q2", "earmark k7m2xw9q", "mark question"]
)
def test_anything_else_is_no_mark(text: str) -> None:
    assert mark_in(text) == ""
