"""A company or machine that is called like an expert tells who they are."""

from dataclasses import replace

import pytest

from sessions.namesakes import gives_away, without_namesakes
from sessions.people import Company, Expert
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
    reading = without_namesakes(talk(named=False).reading)
    assert (reading.company.name, reading.session.machine) == ("A", "")
    (fragment,) = reading.answers[0].fragments
    assert (fragment.company.name, fragment.session.machine) == ("A", "")


def test_what_tells_nothing_and_who_may_be_named_stay_as_they_are() -> None:
    for one in (talk(named=True), talk(named=False, company="Vonk", machine="Sodick")):
        assert without_namesakes(one.reading) == one.reading
