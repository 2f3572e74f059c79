"""What taking in a file would change, in words."""

from dataclasses import replace

import pytest

from capture.wordreview.difference import marked
from capture.wordreview.telling import Kind, counted, headline, remarks_beside, told, warnings
from sessions.incoming import Age
from sessions.received import Note, NoteKind, Placed, Wish
from sessions.release import Release
from tests.capture.wordreview.came_back import WHEN, answer, everything, incoming, rewording


def test_the_head_says_whose_file_it_is_and_when_it_was_sent() -> None:
    said = headline(incoming())
    assert said.startswith("A1: from Jan van Dijk, sent on ")
    assert "2026" in said


def test_counts_are_in_words_and_nought_is_left_out() -> None:
    assert counted(everything().counts) == (
        "2 fragments changed, 1 taken out, 1 added, 1 remark, 1 answer agreed, 1 text without a place"
    )
    assert counted(incoming().counts) == "nothing changes"


def test_everything_comes_in_the_order_of_the_answers_with_what_has_no_place_last() -> None:
    kinds = [line.kind for line in told(everything())]
    assert kinds == [
        Kind.ANSWER, Kind.REWORDED, Kind.REWORDED, Kind.REMOVED, Kind.ADDED, Kind.WISH, Kind.NOTE,
        Kind.ANSWER, Kind.MISSING, Kind.HEADING, Kind.UNPLACED,
    ]  # fmt: skip


def test_a_rewording_shows_the_old_words_and_the_new() -> None:
    line = next(line for line in told(everything()) if line.kind is Kind.REWORDED)
    assert "[-drie-] {+vijf+}" in marked(line.words)
    assert line.reference == "A1·01 00:04"
    assert line.details == ()


def test_it_is_told_what_was_placed_without_its_mark() -> None:
    by_words = answer(rewordings=(rewording(placed=Placed.TEXT),))
    by_place = answer(rewordings=(rewording(placed=Placed.POSITION),))
    assert told(incoming(by_words))[1].details == ("placed by its words",)
    assert told(incoming(by_place))[1].details == ("placed by where it stands",)


def test_a_clash_shows_what_was_changed_here_and_gives_way() -> None:
    here = rewording().sent.replace("drie", "vier")
    (_head, line) = told(incoming(answer(rewordings=(rewording(now=here, meanwhile=True, clash=True),))))
    (detail,) = line.details
    assert "gives way" in detail
    assert "[-drie-] {+vier+}" in detail
    assert "[-vier-] {+vijf+}" in marked(line.words)


def test_what_was_changed_here_meanwhile_is_said_to_be_kept() -> None:
    here = rewording().sent.replace("wand", "rand")
    change = rewording(now=here, then=here.replace("drie", "vijf"), meanwhile=True)
    came = incoming(answer(rewordings=(change,)))
    assert "kept: " in told(came)[1].details[0]
    assert warnings(came) == ["1 fragment was changed here meanwhile: both changes are kept."]


def test_an_answer_in_which_nothing_changes_is_not_told_of() -> None:
    assert told(incoming(answer())) == []


def test_an_agreement_of_before_is_said_beside_the_question() -> None:
    assert told(incoming(answer(wish=Wish.RIGHT, approved_before=True)))[0].details != ()


def test_several_boxes_are_told_where_they_are_and_first() -> None:
    came = incoming(answer(wish=Wish.NOT_TO_USE, several=True))
    assert told(came)[1].details == ("more than one box was ticked: the most careful one holds",)
    assert warnings(came) == ["More than one box is ticked at A1·01: the most careful one holds."]


@pytest.mark.parametrize(
    ("release", "words"),
    [
        (Release.STRUCK, "struck here"),
        (Release.PARTNERS, "goes to the partners"),
        (Release.FREE, "free for everybody"),
    ],
)
def test_how_far_new_words_go_with_their_fragment_is_said_beside_them(release: Release, words: str) -> None:
    (_head, line) = told(incoming(answer(rewordings=(rewording(release=release),))))
    assert words in line.details[-1]


def test_new_words_that_stay_in_the_company_need_no_word_more() -> None:
    (_head, line) = told(incoming(answer(rewordings=(rewording(),))))
    assert line.details == ()


def test_what_is_struck_no_longer_is_said_beside_the_tick() -> None:
    (_head, line) = told(incoming(answer(wish=Wish.RIGHT, come_back=2)))
    assert "2 fragments are struck no longer" in line.details[0]


def test_a_remark_says_who_made_it_about_which_words() -> None:
    line = next(line for line in told(everything()) if line.kind is Kind.NOTE)
    assert line.details == ("Word comment", "by Jan", "about “drie millimeter”")


def test_what_was_moved_is_called_so() -> None:
    (_head, line) = told(incoming(answer(notes=(Note(NoteKind.MOVED, "now at the end"),))))
    assert line.label == "moved"


def test_the_gravest_comes_first_among_the_warnings() -> None:
    clash = answer(rewordings=(rewording(meanwhile=True, clash=True),))
    came = incoming(clash, answer(there=False), age=Age.LATER_BACK, open_changes=1)
    starts = [line.split()[0] for line in warnings(came)]
    assert starts == ["A", "1", "Not", "1"]


def test_what_is_crossed_out_is_told_and_how_it_was_read() -> None:
    assert warnings(incoming(crossed_out=1)) == ["1 stretch is crossed out: it is read as taken out."]
    assert warnings(incoming(crossed_out=3)) == ["3 stretches are crossed out: they are read as taken out."]


def test_a_line_of_ours_that_was_put_right_says_what_stood_there() -> None:
    line = Note(NoteKind.UNPLACED, "On which machine: AQ400", "On which machine: AQ537L")
    shown = told(incoming(unplaced=(line,)))[-1]
    assert [words.text for words in shown.words] == ["On which machine: AQ400"]
    assert shown.details[0] == "about “On which machine: AQ537L”"


def test_of_a_file_that_was_taken_in_already_nothing_else_matters() -> None:
    (said,) = warnings(incoming(answer(there=False), open_changes=1, taken_in_at=WHEN))
    assert said.startswith("This very file was taken in already, on ")


def test_a_later_file_that_was_sent_is_told() -> None:
    assert "later file was sent" in warnings(incoming(age=Age.LATER_SENT))[0]


def test_without_anything_odd_nothing_is_warned_of() -> None:
    assert warnings(incoming(answer(rewordings=(rewording(),)))) == []
    assert remarks_beside(incoming()) == []


def test_answers_without_a_tick_and_borders_of_paragraphs_are_said_beside() -> None:
    said = remarks_beside(replace(incoming(), unticked=("A1·02", "A1·03"), split=1, joined=1))
    assert said[0].startswith("No box is ticked at A1·02, A1·03")
    assert said[1].startswith("2 paragraphs were only split or joined")
