"""What a sheet says of ours is known again, in every language that it can be in."""

import pytest

from exports.labels import PAGE_OF, Labels
from exports.review import wording
from exports.review.wording import is_ours, mark_in, notes_labels, our_lines, tick_labels, typed_on_the_edge
from sessions.i18n import LANGUAGES
from sessions.received import Wish
from sessions.sheet import new_mark

MACHINE = "Op welke machine: Sodick (AQ537L) [2]"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_wish_has_a_label_and_no_two_share_one(language: str) -> None:
    labels = [Labels(language)(message) for message in wording.TICKS.values()]
    assert [tick_labels()[label] for label in labels] == list(Wish)


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_lines_have_the_labels_of_boxes_and_room(language: str) -> None:
    _ = Labels(language)
    assert {_(wording.NOTES), _(wording.TICK), *map(_, wording.TICKS.values())} <= our_lines(language)
    assert _(wording.NOTES) in notes_labels()


def test_a_line_that_was_filled_in_for_this_sheet_is_ours_and_another_is_not() -> None:
    assert is_ours(f" {MACHINE}\t", [MACHINE])
    assert not is_ours(MACHINE.replace("537", "400"), [MACHINE])
    assert not is_ours(f"{MACHINE} met lineaire motoren", [MACHINE])


def test_a_line_with_a_mark_alone_is_ours() -> None:
    assert is_ours("Kenmerk: K7M2XW9Q.") or is_ours("Mark: K7M2XW9Q.")
    assert not is_ours("mark k7m2xw9q, en bel me even")


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_footer_says_nothing_whatever_the_page(language: str) -> None:
    ours = Labels(language)(wording.FOOTER).format(code="A1", mark="k7m2xw9q")
    pages = Labels(language)(PAGE_OF)
    for page in (pages.format(page=2, pages=14), pages.format(page="", pages=""), "3", "- 3 -", ""):
        assert typed_on_the_edge(f"{ours}\t{page}", [ours]) == ""
    assert typed_on_the_edge(f"{ours} bel me even\t{pages.format(page=2, pages=14)}", [ours]) == "bel me even"


def test_what_stands_in_a_header_is_told_whole() -> None:
    assert typed_on_the_edge("Stap 3 klopt niet:\n0,25 mm.", ["Gesprek A1"]) == "Stap 3 klopt niet: 0,25 mm."
