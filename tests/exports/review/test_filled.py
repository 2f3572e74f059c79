"""What is filled in for one sheet alone, as it stands in the file."""

from exports.review.filled import filled
from exports.review.marks import Of
from exports.review.wording import is_ours
from tests.exports.conftest import Q_TABLE, Q_WIRE, Talk
from tests.exports.review.sheets import MARK, rendered


def test_it_says_who_told_it_and_when_and_at_which_machine(anna: Talk) -> None:
    lines = filled(anna.reading, MARK, "Sanne")
    assert anna.expert.name in lines.told_by
    assert anna.company.name in lines.told_by
    assert str(anna.session.started_at.year) in lines.told_on
    assert lines.machine.endswith("AgieCharmilles")
    assert "Sanne" in lines.send_to
    assert MARK in lines.leave_in
    assert MARK in lines.footer


def test_what_there_is_nothing_to_say_of_is_no_line() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("De draad brak.")
    assert filled(talk.reading, MARK, "").waiting == ""
    assert "" not in filled(talk.reading, MARK, "").lines
    talk.answer(Q_TABLE).waits()
    assert filled(talk.reading, MARK, "").waiting in filled(talk.reading, MARK, "").lines


def test_the_sheet_knows_every_line_of_ours_in_the_file(anna: Talk) -> None:
    anna.answer(Q_TABLE).waits()
    sent = rendered(anna.reading)
    own = [text for name, text in sent.marked.items() if name.of is Of.OURS]
    assert [text for text in own if not is_ours(text, sent.sheet.ours)] == []
    facts = filled(anna.reading, MARK, "Sanne")
    assert {facts.told_by, facts.told_on, facts.machine, facts.waiting, facts.leave_in} <= set(own)
