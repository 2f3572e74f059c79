"""Numbers without a value card are found in what was told, and in nothing else."""

from dataclasses import replace
from typing import Any

from exports.draft.missing import NumberGap
from exports.draft.numbers import number_gaps
from sessions.facets import Facet
from sessions.guides.model import FollowUp
from sessions.release import Release
from sessions.transcript import Role, Value
from tests.exports.conftest import GUIDE, Q_FAULT, Q_WIRE, Talk, suggested
from tests.exports.drafting import basis_of

RULE = FollowUp("los-getal", "Getal", "Bij welk materiaal is dat?", Facet.VALUE, number_without=("staal",))


def gaps(*talks: Talk, **more: Any) -> tuple[NumberGap, ...]:
    return tuple(number_gaps(basis_of(*talks, **more)))


def test_numbers_with_a_unit_are_told_once_per_fragment_with_whom_to_ask() -> None:
    talk = Talk(named=True).answer(Q_WIRE)
    said = talk.says("Drie millimeter ernaast, bij dik werk 5 mm.").segment
    talk.says("In twee stappen, en dan nog een keer.")
    found = gaps(talk, guide=replace(GUIDE, follow_ups=(RULE,)))
    quotes = ("Drie millimeter", "5 mm")
    assert found == (NumberGap(quotes, said.id, "A1·01 00:00", "Anna de Wit (A1)", RULE.probe),)


def test_a_number_with_a_card_or_that_is_no_value_is_not_missing() -> None:
    talk = Talk().answer(Q_WIRE)
    said = talk.says("Drie millimeter ernaast, op 12 bar, 5 mm diep.").segment
    card = Value(said.id, "afstand", "3", "mm", quote="drie millimeter")
    none = Value(said.id, "", "12", "bar", quote="12 bar", dismissed=True)
    assert [gap.quotes for gap in gaps(talk, values=(card,), dismissed=(none,))] == [("5 mm",)]


def test_only_what_was_told_about_the_module_and_released_counts() -> None:
    talk = Talk().answer(Q_FAULT)
    talk.says("Bij 12 bar brak hij.")
    talk.answer(Q_WIRE)
    talk.says("Bij 9 bar ook.", release=Release.INTERNAL)
    talk.says("Was dat 8 bar?", role=Role.INTERVIEWER)
    assert gaps(talk) == ()


def test_what_is_only_suggested_waits_until_somebody_decides() -> None:
    talk = Talk().answer(Q_FAULT)
    talk.says("De straal van 12 bar.", tags=[suggested("spoelen", "straal")])
    assert gaps(talk) == ()
