"""A company or machine that is called like an expert tells who they are."""

from dataclasses import replace

import pytest

from sessions.namesakes import gives_away, hidden, spoken_names, without_namesakes
from sessions.people import Company, Expert
from sessions.pseudonyms import Replacer
from tests.exports.conftest import Q_WIRE, Talk

JAN = Expert("Jan van der Solist", "A", 1, 1)


@pytest.mark.parametrize("text", ["Jan van der Solist", "SOLIST Vonken", "machine van Jan van der Solist"])
def test_the_whole_name_or_the_surname_tells_it(text: str) -> None:
    assert gives_away(text, JAN)


@pytest.mark.parametrize("text", ["Vonk Noord", "Jan de Boer", "Solistenbedrijf", "Van der Meer", ""])
def test_other_words_do_not(text: str) -> None:
    assert not gives_away(text, JAN)


def talk(*, named: bool, company: str = "Solist BV", machine: str = "Sodick van Solist") -> Talk:
    made = Talk(JAN, Company(company, 1), named=named)
    made.session = replace(made.session, machine=machine)
    made.answer(Q_WIRE).says("Iets.")
    return made


def test_who_may_not_be_named_gets_a_code_for_the_company_and_no_machine() -> None:
    reading = without_namesakes(talk(named=False).reading, [JAN])
    assert (reading.company.name, reading.session.machine) == ("A", "")
    (fragment,) = reading.answers[0].fragments
    assert (fragment.company.name, fragment.session.machine) == ("A", "")


def test_what_tells_nothing_and_who_may_be_named_stay_as_they_are() -> None:
    for one, unnamed in (
        (talk(named=True), []),
        (talk(named=False, company="Vonk", machine="Sodick"), [JAN]),
        (talk(named=True), [replace(JAN, company_id=2)]),
    ):
        assert without_namesakes(one.reading, unnamed) == one.reading


def test_a_family_firm_is_hidden_with_a_colleague_too() -> None:
    brother = Expert("Piet Solist", "B", 1, 2)
    reading = without_namesakes(talk(named=True).reading, [brother])
    assert (reading.company.name, reading.session.machine) == ("A", "")
    assert hidden(Company("Solist BV", 1), [brother]).name == "B"


def test_the_whole_name_is_replaced_where_it_is_said_and_one_word_is_not() -> None:
    anna, jan = Expert("Anna Boomklever", "C", 2, 3), Expert("Jan", "D", 2, 4)
    replacer = Replacer(spoken_names([anna, jan], []))
    assert replacer.text("anna BOOMKLEVER's draad.") == "expert C's draad."
    assert replacer.text("Ik ben Jan, en Anna ook.") == "Ik ben Jan, en Anna ook."


def test_a_name_that_has_a_pseudonym_or_may_be_said_is_left() -> None:
    assert spoken_names([Expert("Anna Boomklever", "C", 2, 3)], ["anna  boomklever", "..."]) == []
