"""A statement is an expert's words with their source."""

from dataclasses import replace

from exports.draft.statements import Told, counted, voices_of
from exports.labels import Labels
from sessions.facets import Facet
from sessions.people import Company, Expert
from sessions.release import Approved
from tests.exports.conftest import ANNA, BERT, NORTH, Q_FAULT, Q_WIRE, SOUTH, Talk, heard, suggested
from tests.exports.drafting import basis_of
from tests.sessions.test_pseudonyms import SPOKEN, replacer


def told(*talks: Talk, approved: dict[int, Approved] | None = None) -> tuple[Told, ...]:
    return basis_of(*talks, folding=False, approved=approved or {}).told


def test_it_carries_where_it_was_said_and_the_words_as_they_were_spoken() -> None:
    talk = Talk(named=True).answer(Q_WIRE)
    said = talk.says("  Messing, altijd messing. ", tags=[heard(Facet.REASON)])
    (one,) = told(talk, approved={said.answer.id: Approved.CHANGED})
    source = one.statement.source
    assert (source.segment_id, source.reference, source.answer_id) == (
        said.segment.id,
        "A1·01 00:00",
        said.answer.id,
    )
    assert (source.spoken, source.start, source.end) == ("Messing, altijd messing.", 0.5, 4.5)
    assert (one.statement.facet, one.statement.approved) == (Facet.REASON, Approved.CHANGED)
    assert one.statement.text


def test_what_is_nothing_but_a_filler_still_stands() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Eh...")
    (one,) = told(talk)
    assert one.statement.text == "Eh..."


def test_a_suggestion_carries_the_words_that_caused_it() -> None:
    talk = Talk().answer(Q_FAULT)
    talk.says("De straal.", tags=[suggested("spoelen", "straal")])
    (one,) = basis_of(talk).suggested
    assert (one.topic, one.suggested, one.statement.because) == ("spoelen", True, ("straal",))


def test_a_voice_is_named_as_permitted_and_labelled_by_its_company(anna: Talk, bert: Talk) -> None:
    voices = voices_of([*anna.fragments, *bert.fragments], Labels("nl"))
    one, other = voices[1], voices[2]
    assert (one.code, one.name, one.company, one.label) == ("A", "Anna de Wit", "Vonk Noord", "Vonk Noord")
    assert (other.name, other.label) == ("een expert van Precisie Zuid", "Precisie Zuid")


def test_colleagues_are_labelled_with_their_codes() -> None:
    cor = Expert("Cor", "C", NORTH.id, 3)
    talks = [Talk().answer(Q_WIRE), Talk(cor, NORTH).answer(Q_WIRE), Talk(BERT, SOUTH).answer(Q_WIRE)]
    said = [talk.says("Iets.") for talk in talks]
    labels = [voice.label for voice in voices_of(said, Labels("nl")).values()]
    assert labels == ["Vonk Noord (A)", "Vonk Noord (C)", "Precisie Zuid"]


def test_a_voice_has_the_machines_of_all_its_sessions() -> None:
    first, second = Talk(), Talk(number=2)
    second.session = replace(second.session, machine="Makino")
    said = [talk.answer(Q_WIRE).says("Iets.") for talk in (first, second, first)]
    assert voices_of(said, Labels("nl"))[1].machines == ("AgieCharmilles", "Makino")


def test_words_are_counted_as_white_space_parts_them() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Messing van 0,25 millimeter.")
    talk.says("Altijd.")
    assert counted(told(talk)) == 5


def test_a_name_that_tidying_puts_together_again_is_replaced_too() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Dat zei Karel, weet je, Zwaluwman.")
    (one,) = basis_of(talk, folding=False, disguise=replacer(SPOKEN).text).told
    assert one.statement.text == "Dat zei klant Noord."


def test_where_the_company_may_not_be_told_the_code_stands() -> None:
    talk = Talk(ANNA, Company("A", NORTH.id)).answer(Q_WIRE)
    (voice,) = voices_of([talk.says("Iets.")], Labels("en")).values()
    assert (voice.name, voice.label) == ("an expert", "A")
