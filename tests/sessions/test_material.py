"""What drafts are made of, once it is read."""

from dataclasses import replace

from sessions.leaving import only
from sessions.material import Material
from sessions.release import Release
from tests.exports.conftest import GUIDE, Q_FAULT, Q_WIRE, Talk


def read(talk: Talk) -> Material:
    """Material for partners."""
    goes = only(talk.reading, lambda f: f.segment.release is Release.PARTNERS)
    return Material(Release.PARTNERS, (GUIDE,), (goes,))


def told() -> Talk:
    talk = Talk().answer(Q_WIRE)
    talk.says("Een slechte klos herken je aan de krul.", release=Release.PARTNERS)
    talk.says("Dat blijft onder ons.", release=Release.INTERNAL)
    talk.says("De klant Geheim wil dat niet.", release=Release.STRUCK)
    return talk


def test_what_is_withheld_is_counted_per_topic_without_what_was_struck() -> None:
    material = read(told())
    assert material.withheld(GUIDE, ["draadkeuze"]) == 1
    assert material.withheld(GUIDE, ["draadbreuk"]) == 0


def test_only_sessions_of_the_guide_count_whatever_its_version() -> None:
    newer = replace(GUIDE, version="2.0")
    other = replace(GUIDE, id="edm-en")
    talk = told()
    talk.answer(Q_FAULT)
    assert len(read(talk).of_guide(newer)) == 1
    assert read(talk).of_guide(other) == ()
    assert [f.segment.text for f in read(talk).fragments(newer)][:2] == [
        "Een slechte klos herken je aan de krul.",
        "",
    ]


def test_who_is_heard_has_a_word_that_may_go() -> None:
    assert read(told()).heard == {1}
    silent = Talk().answer(Q_WIRE)
    silent.says("Dat blijft onder ons.", release=Release.INTERNAL)
    assert read(silent).heard == frozenset()
