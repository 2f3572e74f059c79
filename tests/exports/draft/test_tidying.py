"""Fillers and false starts go; numbers, negations, hedges and all that may be meant stay."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.draft.tidying import tidy
from tests.sessions.test_pseudonyms import SPOKEN, replacer


@pytest.mark.parametrize(
    ("spoken", "read"),
    [
        ("Eh, dan pak ik de draad.", "Dan pak ik de draad."),
        ("Ik pak dan uhm de dunne draad.", "Ik pak dan de dunne draad."),
        ("Dat is warm, hè?", "Dat is warm."),
        ("Nou ja, dat gaat, zeg maar, vanzelf, weet je wel.", "Dat gaat, vanzelf."),
        ("Dat gaat vanzelf zeg maar.", "Dat gaat vanzelf."),
        ("Ja, nou kijk, het, eh, het startgat ligt daar.", "Het startgat ligt daar."),
        ("Ja, nou kijk, het het startgat ligt daar.", "Het startgat ligt daar."),
        ("Dat is, ja, omdat hij breekt, zeg maar, en zo.", "Dat is, omdat hij breekt, en zo."),
        ("Als het stil wordt dan dan heb je iets.", "Als het stil wordt dan heb je iets."),
        ("De pomp, die die draait altijd.", "De pomp, die draait altijd."),
        ("De pomp die, eh, die draait.", "De pomp die draait."),
        ("Kijk, de straal moet dicht zijn.", "De straal moet dicht zijn."),
        ("Ja, dat doe ik altijd.", "Dat doe ik altijd."),
        ("Nou, ja, nou, dan pak ik hem.", "Dan pak ik hem."),
        ("Het staat vast, weet je, dan kan het niet weg.", "Het staat vast, dan kan het niet weg."),
        ("ik zet ik zet de plaat vast", "ik zet de plaat vast"),
        ("Ik zet, ik zet hem vast.", "Ik zet hem vast."),
        ("Dan ga- dan gaat hij los.", "Dan gaat hij los."),
        ("Hij ga- gaat los.", "Hij gaat los."),
        ("Pak de de draad en ga naar naar boven.", "Pak de draad en ga naar boven."),
        ("Dan, eh, eh, dan gaat het, eh.", "Dan gaat het."),
        ("Je gaat… je gaat omlaag.", "Je gaat omlaag."),
        ("Een een draad.", "Een draad."),
        ("De  draad\n breekt.", "De draad breekt."),
    ],
)
def test_what_carries_nothing_goes(spoken: str, read: str) -> None:
    assert tidy(spoken, "nl") == read


@pytest.mark.parametrize(
    "spoken",
    [
        "Ongeveer een beetje meer, meestal, ik denk bijna altijd.",
        "Dat is niet niet goed.",
        "Nee, nee, dat moet je nooit doen.",
        "Ja, nee, dat weet ik niet.",
        "Ja.",
        "Heel heel langzaam.",
        "Stap voor stap voor stap.",
        "Twee twee, 0,25 0,25 en nul komma een een.",
        "Drie eh vier millimeter.",
        "Pak zeg maar 3 millimeter.",
        "Het is een millimeter of 3, zeg maar.",
        "Zeg maar dat het goed is.",
        "Dan zeg maar tegen de operator dat hij stopt.",
        "Dat gaat zeg maar vanzelf.",
        "Later dan dan kan het niet.",
        "Nee, ja, dat is zo.",
        "Is dat goed? Ja.",
        "Houd 40 mm olie boven het werkstuk, 15 µS en 2 s.",
        "Ik weet dat dat niet kan als je je hand erin houdt.",
        "Mensen die die draad gebruiken.",
        "Wat belangrijk is is de straal.",
        "Die zet je in de houder, in de houder zit een veer.",
        "Dat doe ik, ik wil het weten.",
        "De ruw- en slichtelektrode, voor- of nadelen.",
        "Dan weet je dat het gat er door is.",
        "Hoe groot hij is, weet je pas later.",
        "Nou moet hij stil staan, kijk dan naar de straal.",
        "Dus dan wordt het minder.",
        "Als hij breekt breekt hij onderin.",
        "Hij zei “eh” en liep weg (eh).",
    ],
)
def test_what_may_be_meant_stays(spoken: str) -> None:
    assert tidy(spoken, "nl") == spoken


@pytest.mark.parametrize(
    ("spoken", "read"),
    [
        ("Um, I mean, you know, the the wire breaks.", "The wire breaks."),
        ("Well, you take the uh wire.", "You take the wire."),
        ("I think that that wire had had enough.", "I think that that wire had had enough."),
        ("Do you know what I mean it is sort of hot.", "Do you know what I mean it is sort of hot."),
        ("About three, you know, four millimetres.", "About three, you know, four millimetres."),
    ],
)
def test_english_has_its_own_list(spoken: str, read: str) -> None:
    assert tidy(spoken, "en") == read


def test_another_language_only_loses_its_double_spaces() -> None:
    assert tidy(" Äh,  der der\tDraht eh. ", "de") == "Äh, der der Draht eh."


@pytest.mark.parametrize("spoken", ["", "  ", "Eh...", "Uhm, eh.", "Nou ja."])
def test_fillers_alone_leave_nothing(spoken: str) -> None:
    assert tidy(spoken, "nl") == ""


_PIECES = (
    "eh uhm hè nou ja nou ja kijk dus zeg maar weet je wel ik zet de het een dat niet nooit geen ga- gaat ruw- en "
    "draad 3 0,25 vijf mm ongeveer “de” (eh) heel die je je je’s stap voor - … I mean you know um the that had"
)
_WORDS = st.sampled_from(_PIECES.split())
_SPEECH = st.lists(
    st.tuples(_WORDS, st.sampled_from(["", "", "", ",", ".", "?", "...", "-"])), max_size=14
).map(lambda said: " ".join(word + mark for word, mark in said))
_ANY = st.one_of(_SPEECH, _SPEECH.map(str.capitalize), st.text(max_size=40))


def _plain(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@settings(deadline=None)
@given(_ANY, st.sampled_from(["nl", "en", "nl-BE", "fr"]))
def test_nothing_is_added_and_order_stays(spoken: str, language: str) -> None:
    left = iter(_plain(" ".join(spoken.split())))
    assert all(word in left for word in _plain(tidy(spoken, language)))


@settings(deadline=None)
@given(_ANY, st.sampled_from(["nl", "en"]))
def test_no_figure_negation_or_hedge_is_ever_lost(spoken: str, language: str) -> None:
    kept = {"niet", "nooit", "geen", "vijf", "mm"}
    before, after = (
        [w for w in _plain(t) if w in kept or w.isdigit()] for t in (spoken, tidy(spoken, language))
    )
    assert [d for d in spoken if d.isdigit()] == [d for d in tidy(spoken, language) if d.isdigit()]
    if language == "nl":
        assert before == after
        assert ("ongeveer" in _plain(spoken)) == ("ongeveer" in _plain(tidy(spoken, language)))


@settings(deadline=None)
@given(_ANY, st.sampled_from(["nl", "en"]))
def test_what_is_tidy_stays_as_it_is(spoken: str, language: str) -> None:
    once = tidy(spoken, language)
    assert tidy(once, language) == once


_BETWEEN = st.sampled_from([" ", ", ", " eh ", ", euh, ", "... uhm ", " van ", " der ", " Zwa- ", " de de "])
_NAMED = st.sampled_from(["Karel", "Zwaluwman", "van", "der", "Merel", "kwik", "J.", "P."])


@settings(deadline=None)
@given(st.lists(st.tuples(_NAMED, _BETWEEN), min_size=2, max_size=10))
def test_tidying_puts_no_name_together_that_was_replaced(said: list[tuple[str, str]]) -> None:
    names = replacer(SPOKEN)
    left = names.text("Dat zei " + "".join(word + between for word, between in said))
    assert names.find(tidy(left, "nl")) == []
