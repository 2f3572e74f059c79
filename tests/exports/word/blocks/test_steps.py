"""Steps are a real table of three columns."""

from dataclasses import replace

from exports.draft.model import Kind, Section, Step, Steps, TopicBlock
from tests.exports.word.example import empty
from tests.exports.word.opened import Opened, opened, rows
from tests.exports.word.teller import ANNA, BERT, Teller


def test_each_step_has_its_key_points_and_reasons_beside_it(whole: Opened) -> None:
    head, first, second = whole.table("Step")
    assert head == ["Step", "Key point: what makes or breaks it", "Reason: why it must be so"]
    assert first == [
        "1. Je zet de kop recht boven het startgat. [A1·06 00:00]",
        "Kijk van twee kanten. [A1·06 00:07]\nHaal er een loep bij. [00:14]",
        "Anders schuurt de draad. [A1·06 00:21]",
    ]
    assert second == [
        "2. Dan laat je de straal de draad pakken. [A1·06 00:28]",
        "still to be asked",
        "still to be asked",
    ]


def test_the_caption_says_whose_steps_they_are(whole: Opened) -> None:
    assert "Table 1. The steps of Vonk Noord: Hoe rijg je de draad in?" in whole.texts


def test_another_table_of_the_same_answer_goes_on_counting() -> None:
    told = Teller()
    one, two, three = (told.says(ANNA, 1, f"Stap {n}.") for n in range(3))
    other = told.says(BERT, 1, "Stap.")
    tables = [
        Steps(voice, "M3-V1", "Hoe?", tuple(Step(s) for s in said))
        for voice, said in ((ANNA, (one, two)), (BERT, (other,)), (ANNA, (three,)))
    ]
    blocks = tuple(TopicBlock(str(n), f"T{n}", (Section(Kind.HOW, (), (t,)),)) for n, t in enumerate(tables))
    document = opened(replace(empty(), topics=blocks, sources=told.sources()))
    found = [rows(t) for t in document.document.tables if t.rows[0].cells[0].text == "Step"]
    assert [[row[0][:2] for row in table[1:]] for table in found] == [["1.", "2."], ["1."], ["3."]]
