"""A story about a fault in its parts, nothing of it lost."""

from dataclasses import replace

import pytest

from exports.draft.fault_words import part_by_words
from exports.draft.faults import faults
from exports.draft.model import Fault
from sessions.facets import Facet
from sessions.guides.model import FaultPart
from sessions.release import Release
from tests.exports.conftest import GUIDE, M7, Q_CORNER, Q_FAULT, Talk, heard
from tests.exports.draft.demo import EDM, answering, demo, module
from tests.exports.draft.walking import ids_in
from tests.exports.drafting import basis_of

CUES = (
    (FaultPart.FIRST_CHECK, ("keek ik eerst",)),
    (FaultPart.CAUSE, ("versleten", "lag … aan", "zat er niet in")),
    (FaultPart.REMEDY, ("heb ik … vervangen", "hielp")),
    (FaultPart.SYMPTOM, ("liep vast",)),
)
SMALL = replace(GUIDE, fault_cues=CUES)


def story(*sentences: str) -> Talk:
    talk = Talk(guide=SMALL).answer(Q_FAULT)
    for sentence in sentences:
        talk.says(sentence)
    return talk


def told(*talks: Talk) -> tuple[Fault, ...]:
    return faults(basis_of(*talks, guide=SMALL, module=M7))


def texts(fault: Fault) -> dict[str, list[str]]:
    parts = {str(part): [s.text for s in some] for part, some in fault.parts}
    return parts | {"rest": [s.text for s in fault.rest]}


def test_the_demo_s_wire_that_broke_comes_apart_as_its_expert_told_it() -> None:
    (fault,) = faults(basis_of(*demo(), guide=EDM, module=module("M7")))
    assert (fault.question_id, fault.voice.name) == ("M7-V1", "Henk Voorbeeld")
    assert texts(fault) == {
        "symptom": ["De draad brak elke 10 minuten op dezelfde plek."],
        "perceived": ["Toen hoorde ik een tikkend geluid bij de bovenste kop."],
        "cause": ["Het contactblokje was ingesleten."],
        "first_check": ["Ik dacht eerst aan de spoeling, maar de druk was goed."],
        "remedy": [
            "Ik heb het contactblokje gedraaid en de geleider schoongemaakt.",
            "Daarna heeft de machine de hele nacht doorgedraaid.",
        ],
        "rest": ["Een beginner verlaagt meteen het vermogen, maar dan vind je de oorzaak niet."],
    }


def test_the_demo_s_fire_has_no_cause_that_nobody_told() -> None:
    (fault,) = faults(basis_of(*demo(), guide=EDM, module=module("M1")))
    assert texts(fault) == {
        "symptom": ["Op een avond stond het oliepeil te laag en kwam er een vlam."],
        "perceived": ["Het eerste teken was een scherpe geur."],
        "remedy": [
            "Ik heb de noodstop ingedrukt en het deksel dicht gelaten.",
            "Sindsdien staat er altijd 40 millimeter olie boven het werkstuk.",
            "De vlotter testen we nu elke ochtend.",
        ],
        "rest": ["Dit mag in de module, maar zonder de naam van de klant."],
    }


def test_nothing_of_a_story_is_lost_and_nothing_is_there_twice() -> None:
    talks = demo()
    for module_id, question in (("M7", "M7-V1"), ("M1", "M1-V3")):
        (fault,) = faults(basis_of(*talks, guide=EDM, module=module(module_id)))
        said = [f for talk in talks for f in talk.fragments if f.question.id == question]
        assert ids_in(fault) == [f.segment.id for f in said]


def test_each_sentence_keeps_its_source() -> None:
    (fault,) = told(story("De machine liep vast.", "De rol was versleten."))
    (cause,) = fault.part(FaultPart.CAUSE)
    assert cause.source.reference == "A1·01 00:05"
    assert cause.source.spoken == "De rol was versleten."


def test_the_parts_stand_in_their_own_order_whatever_was_told_first() -> None:
    (fault,) = told(story("De rol was versleten.", "De machine liep vast."))
    assert [part for part, _told in fault.parts] == [FaultPart.SYMPTOM, FaultPart.CAUSE]


def test_a_story_begins_with_its_symptom_where_no_words_say_otherwise() -> None:
    (fault,) = told(story("Op een nacht stond alles stil.", "De rol was versleten."))
    assert texts(fault)["symptom"] == ["Op een nacht stond alles stil."]


def test_a_simulation_does_not_begin_with_a_symptom_as_its_question_gave_it() -> None:
    talk = Talk(guide=SMALL).answer(Q_CORNER)
    talk.says("Daar kijk je naar.")
    talk.says("De rol was versleten.")
    assert faults(basis_of(talk, guide=SMALL)) == ()


def test_other_kinds_of_questions_tell_no_faults() -> None:
    talk = answering("M3-V4", "De draad brak steeds.", "De geleider was versleten.")
    assert faults(basis_of(talk, guide=EDM, module=module("M3"))) == ()


@pytest.mark.parametrize(
    ("sentences", "parts"),
    [
        (("De machine liep vast.",), {"symptom": ["De machine liep vast."], "rest": []}),
        (
            ("De rol was versleten.", "Die heb ik toen vervangen."),
            {"cause": ["De rol was versleten."], "remedy": ["Die heb ik toen vervangen."], "rest": []},
        ),
        (("Het was een lange nacht.", "Hij bromde."), {"rest": ["Het was een lange nacht.", "Hij bromde."]}),
    ],
    ids=["a symptom alone", "no symptom", "nothing that is known"],
)
def test_the_story_of_an_incident_is_there_however_little_of_it_is_known(
    sentences: tuple[str, ...], parts: dict[str, list[str]]
) -> None:
    (fault,) = told(story(*sentences))
    assert texts(fault) == parts


def test_a_story_begins_with_what_went_wrong_although_it_names_the_cause_at_once() -> None:
    talk = answering(
        "M7-V1",
        "Bij ons brak de draad ook steeds bij het insteken, en toen bleek het water te warm: 28 graden.",
        "De koeler was kapot.",
    )
    (fault,) = faults(basis_of(talk, guide=EDM, module=module("M7")))
    assert texts(fault)["cause"] == ["De koeler was kapot."]
    assert len(texts(fault)["symptom"]) == 1


@pytest.mark.parametrize(
    "then",
    [
        "Ik heb de rol vervangen, maar dat hielp niet.",
        "Ik heb de rol vervangen, maar dat heeft niet geholpen.",
        "Ik heb de rol vervangen, maar de machine liep nog steeds vast.",
        "Ik heb de rol vervangen.|Dat hielp niet.",
        "Ik heb de rol vervangen.|Het heeft niks geholpen.",
    ],
)
def test_a_remedy_that_was_in_vain_is_rest(then: str) -> None:
    (fault,) = told(story("De machine liep vast.", *then.split("|"), "De pomp heb ik vervangen."))
    assert texts(fault)["remedy"] == ["De pomp heb ik vervangen."]
    assert texts(fault)["rest"] == then.split("|")


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Ik dacht dat het door de draad kwam, maar dat was het niet.", "rest"),
        ("Ik dacht dat het door de draad kwam.", "rest"),
        ("Ik dacht eerst aan de spoeling, maar de druk was goed.", "first_check"),
        ("Ik dacht eerst aan de spoeling.|Maar de druk was goed.", "first_check"),
        ("Ik dacht dat het de draad was, maar de geleider was versleten.", "cause"),
        ("Ik keek eerst naar de spoeling.", "first_check"),
    ],
)
def test_a_suspicion_is_a_first_check_only_where_something_was_looked_at(sentence: str, part: str) -> None:
    said = ["De draad brak elke nacht.", *sentence.split("|"), "Het contactblokje was ingesleten."]
    (fault,) = faults(basis_of(answering("M7-V1", *said), guide=EDM, module=module("M7")))
    assert sentence.split("|")[0] in texts(fault)[part]
    assert "Het contactblokje was ingesleten." in texts(fault)["cause"]


def test_what_leans_goes_with_the_sentence_before_it() -> None:
    (fault,) = told(story("De machine liep vast.", "De rol was versleten.", "Hij stond te schudden."))
    assert texts(fault)["cause"] == ["De rol was versleten.", "Hij stond te schudden."]


def test_what_a_beginner_does_is_rest_with_all_that_leans_on_it() -> None:
    talk = story("De machine liep vast.", "De rol was versleten.")
    talk.says("Een leerling zet hem harder.", tags=[heard(Facet.ERROR, "draadbreuk")])
    talk.says("Dan is die rol zo versleten.")
    talk.says("De rol heb ik vervangen.")
    (fault,) = told(talk)
    assert texts(fault)["rest"] == ["Een leerling zet hem harder.", "Dan is die rol zo versleten."]
    assert texts(fault)["remedy"] == ["De rol heb ik vervangen."]


def test_a_check_comes_first_only_until_the_cause_was_found() -> None:
    talk = story("De machine liep vast.")
    talk.says("Ik heb de druk gemeten.", tags=[heard(Facet.CHECK, "draadbreuk")])
    talk.says("De rol was versleten.")
    talk.says("Ik heb het stuk nagemeten.", tags=[heard(Facet.CHECK, "draadbreuk")])
    (fault,) = told(talk)
    assert texts(fault)["first_check"] == ["Ik heb de druk gemeten."]
    assert texts(fault)["rest"] == ["Ik heb het stuk nagemeten."]


def test_each_story_is_a_fault_of_its_own() -> None:
    talk = story("De machine liep vast.", "De rol was versleten.")
    talk.answer(Q_FAULT)
    for sentence in ("De pomp liep vast.", "De slang heb ik toen vervangen."):
        talk.says(sentence)
    assert [texts(f)["symptom"] for f in told(talk)] == [["De machine liep vast."], ["De pomp liep vast."]]


def test_what_was_not_released_is_in_no_part() -> None:
    talk = story("De machine liep vast.", "De rol was versleten.")
    talk.says("De klant Geheim was boos.", release=Release.INTERNAL)
    (fault,) = told(talk)
    assert ids_in(fault) == [f.segment.id for f in talk.fragments[:2]]


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Dat lag niet aan de pomp.", None),
        ("De rol was niet versleten.", None),
        ("De pomp was het niet, de rol was versleten.", FaultPart.CAUSE),
        ("Daar heb ik de rol meteen vervangen.", FaultPart.REMEDY),
        ("Daar heb ik nooit naar gekeken.", None),
        ("De stekker zat er niet in.", FaultPart.CAUSE),
        ("Dat hielp niet.", None),
        ("Wat hielp was een nieuwe rol, ook al wilde hij niet.", FaultPart.REMEDY),
    ],
)
def test_a_cause_or_remedy_that_is_denied_is_none(sentence: str, part: FaultPart | None) -> None:
    assert part_by_words(SMALL, sentence) is part
