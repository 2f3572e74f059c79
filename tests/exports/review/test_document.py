"""The file that the expert gets: every word of it marked as theirs or ours, and readable at sixty-five."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from exports.labels import MADE_BY_DEMO, Labels
from exports.review import wording
from exports.review.document import KIND
from exports.review.filled import filled
from exports.review.marks import STAMP, Name, Of
from exports.review.styles import ASKED_BETWEEN
from exports.review.wording import is_ours, mark_in, our_lines
from exports.word import stamp
from exports.word.fields import EMPTY_BOX
from exports.word.styles import UNSURE
from sessions.interview import AnswerState
from sessions.received import Wish
from sessions.text import clean
from sessions.transcript import DEMO_MODEL, Role, Word
from tests.exports.conftest import Q_CORNER, Q_TABLE, Q_WIRE, Talk
from tests.exports.review.sheets import MARK, Rendered, rendered
from tests.exports.word.schema import misplaced
from tests.exports.word.writing import HOSTILE

_ = Labels("nl")


def unsure_words(sheet: Rendered) -> list[str]:
    runs = (run for line in sheet.lines for run in line.runs)
    return [run.text for run in runs if run.style and run.style.name == UNSURE]


def test_each_fragment_stands_in_its_bookmark_as_the_sheet_has_it(anna: Talk) -> None:
    sheet = rendered(anna.reading)
    sent = {f.segment_id: f.text for a in sheet.sheet.answers for f in a.fragments}
    found = {name.id: text.rstrip() for name, text in sheet.marked.items() if name.of is Of.FRAGMENT}
    assert found == sent
    assert len(found) == 6


def test_the_space_between_fragments_belongs_to_the_first(anna: Talk) -> None:
    talk = Talk().answer(Q_WIRE)
    one, other = talk.says("De draad brak."), talk.says("Toen stopte ik.")
    sheet = rendered(talk.reading)
    assert "De draad brak. Toen stopte ik." in sheet.texts
    assert sheet.marked[Name(MARK, Of.FRAGMENT, one.segment.id)] == "De draad brak. "
    assert sheet.marked[Name(MARK, Of.FRAGMENT, other.segment.id)] == "Toen stopte ik."


def test_each_answer_has_its_heading_four_boxes_and_room(anna: Talk) -> None:
    sheet = rendered(anna.reading)
    for answer in sheet.sheet.answers:
        assert sheet.marked[Name(MARK, Of.ANSWER, answer.answer_id)] == answer.heading
        assert sheet.style_of(answer.heading) == "Heading 1"
        assert sheet.marked[Name(MARK, Of.NOTES, answer.answer_id)] == ""
        boxes = [sheet.marked[Name(MARK, Of.TICK, answer.answer_id, wish)] for wish in Wish]
        assert boxes == [EMPTY_BOX] * 4


def test_a_box_is_a_control_that_a_click_ticks(anna: Talk) -> None:
    controls = list(rendered(anna.reading).document.element.body.iter(qn("w:sdt")))
    assert len(controls) == 8
    for control in controls:
        assert control.find(f".//{qn('w14:checkbox')}/{qn('w14:checked')}").get(qn("w14:val")) == "0"
    tag = controls[0].find(f".//{qn('w:tag')}").get(qn("w:val"))
    assert tag.endswith("_right")


def test_each_box_has_its_label_on_its_own_line(anna: Talk) -> None:
    texts = rendered(anna.reading).texts
    for label in wording.TICKS.values():
        assert texts.count(f"\t{_(label)}") == 2


def test_every_word_is_in_a_bookmark_of_ours_or_theirs(anna: Talk) -> None:
    sheet = rendered(anna.reading)
    marked = "".join(sheet.marked.values()).replace(EMPTY_BOX, "")
    assert "".join(marked.split()) == "".join("".join(sheet.texts).split())


def test_every_line_of_ours_is_known_by_its_text_too(anna: Talk) -> None:
    sent = rendered(anna.reading)
    own = [text for name, text in sent.marked.items() if name.of is Of.OURS]
    assert [text for text in own if not is_ours(text, sent.sheet.ours)] == []
    assert _(wording.NOTES) in own
    assert our_lines("nl") & set(own)


def test_no_line_of_theirs_is_taken_for_ours(anna: Talk) -> None:
    marked = rendered(anna.reading).marked
    theirs = [text for name, text in marked.items() if name.of in (Of.FRAGMENT, Of.ANSWER)]
    assert [text for text in theirs if is_ours(text)] == []


def test_no_bookmark_has_the_name_or_the_number_of_another(anna: Talk) -> None:
    starts = list(rendered(anna.reading).document.element.body.iter(qn("w:bookmarkStart")))
    for key in ("w:name", "w:id"):
        values = [start.get(qn(key)) for start in starts]
        assert len(values) == len(set(values)) > 40


def test_the_mark_is_in_the_properties_and_where_a_reader_sees_it(anna: Talk) -> None:
    sheet = rendered(anna.reading)
    footer = sheet.document.sections[0].footer.paragraphs[0].text
    assert stamp.read_stamp(sheet.data, STAMP) == MARK
    assert stamp.read_stamp(sheet.data, stamp.KIND) == KIND
    assert mark_in(footer) == mark_in(sheet.texts[-1]) == MARK
    assert anna.session.code in footer


def test_it_says_who_spoke_when_at_which_machine_and_to_whom_it_goes_back(anna: Talk) -> None:
    told = rendered(anna.reading, by="Sanne Visser").texts
    assert _(wording.TOLD_BY).format(who="Anna de Wit, Vonk Noord") in told
    assert _(wording.TOLD_ON).format(date="21 november 2025") in told
    assert _(wording.MACHINE).format(machine="AgieCharmilles") in told
    assert told.count(_(wording.SEND_TO).format(by="Sanne Visser")) == 2


def test_without_a_sender_it_goes_back_to_whoever_sent_it(anna: Talk) -> None:
    told = rendered(anna.reading, by=" ").texts
    assert told.count(_(wording.SEND_BACK)) == 2
    assert _(wording.TAKE_BACK) in told


def test_words_that_were_badly_heard_are_marked_and_explained(anna: Talk) -> None:
    assert unsure_words(rendered(anna.reading)) == [_(wording.SAMPLE), "vermogen"]


def test_what_somebody_listened_to_again_is_not_marked_any_more() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("De draad", words=(Word(0, 1, " De", 0.9), Word(1, 2, " draad", 0.1)), checked=True)
    sheet = rendered(talk.reading)
    assert unsure_words(sheet) == []
    assert _(wording.LOOK_AT).format(sample=_(wording.SAMPLE)) not in sheet.texts


def test_the_interviewer_is_slanted_and_explained_only_where_they_speak(anna: Talk, bert: Talk) -> None:
    sheet = rendered(anna.reading)
    assert sheet.style_of("En bij een kleine radius?") == ASKED_BETWEEN
    assert _(wording.SLANTED) in sheet.texts
    assert _(wording.SLANTED) not in rendered(bert.reading).texts


def test_what_is_struck_is_nowhere_in_the_file(anna: Talk) -> None:
    with zipfile.ZipFile(BytesIO(rendered(anna.reading).data)) as parts:
        assert not any("Geheim" in parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())


def test_answers_that_wait_for_their_text_are_counted_at_the_end() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("De draad brak.")
    whole = rendered(talk.reading).texts
    talk.answer(Q_TABLE).waits()
    talk.answer(Q_CORNER).waits(AnswerState.FAILED)
    assert set(rendered(talk.reading).texts) - set(whole) == {filled(talk.reading, MARK, "").waiting}


def test_a_demo_says_that_it_is_one() -> None:
    talk = Talk(model=DEMO_MODEL).answer(Q_WIRE)
    talk.says("De draad brak.")
    assert _(MADE_BY_DEMO) in rendered(talk.reading).texts


def test_the_type_is_large_and_the_page_a4(anna: Talk) -> None:
    document = rendered(anna.reading).document
    page = document.sections[0]
    assert document.styles["Normal"].font.size == Pt(14)
    assert document.styles["footer"].font.size >= Pt(11)
    assert (page.page_width, page.page_height) == pytest.approx((Mm(210), Mm(297)), rel=0.001)


def test_heading_boxes_and_room_stay_on_one_page(anna: Talk) -> None:
    sheet = rendered(anna.reading)
    styles = [sheet.style_of(_(wording.TICK)), sheet.style_of(_(wording.TICKS[Wish.RIGHT])), "Heading 1"]
    styles.append(sheet.style_of(_(wording.NOTES)))
    assert all(sheet.document.styles[name].paragraph_format.keep_with_next for name in styles)
    last = next(line for line in sheet.lines if "Toen heb ik het vermogen" in line.text)
    assert last.paragraph_format.keep_with_next


def test_the_properties_name_nobody(anna: Talk) -> None:
    core = rendered(anna.reading).document.core_properties
    assert (core.author, core.last_modified_by) == ("Vakborg", "Vakborg")
    assert core.language == "nl-NL"


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_it_speaks_the_language_of_its_guide(anna: Talk, language: str) -> None:
    reading = replace(anna.reading, guide=replace(anna.reading.guide, language=language))
    assert Labels(language)(wording.HOW) in rendered(reading).texts


def test_a_hostile_text_comes_through_without_harm() -> None:
    talk = Talk().answer(replace(Q_WIRE, text=HOSTILE))
    talk.says(clean(HOSTILE))
    talk.says(clean(HOSTILE), role=Role.INTERVIEWER)
    sheet = rendered(talk.reading, by=HOSTILE)
    assert misplaced(sheet.data) == []
    assert sheet.texts.count(sheet.sheet.answers[0].heading) == 1
    texts = [f.text for f in sheet.sheet.answers[0].fragments]
    assert [line.text for line in sheet.lines if line.text in texts] == texts


def test_everything_stands_in_the_order_of_the_schema(anna: Talk) -> None:
    assert misplaced(rendered(anna.reading).data) == []


def test_the_thanks_never_stand_on_a_page_alone(anna: Talk) -> None:
    lines = rendered(anna.reading).lines
    at = next(at for at, line in enumerate(lines) if line.text == _(wording.THANKS))
    room = lines[at - 2 : at]
    assert [line.text for line in room] == ["", ""]
    assert all(line.paragraph_format.keep_with_next for line in room)
