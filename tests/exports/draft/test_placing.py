"""Each fragment stands under one topic, and a person's decision goes before the machine's."""

from exports.draft.placing import MOST_SUGGESTED, Placed, place
from sessions.facets import Facet
from sessions.transcript import Tag, TagOrigin
from tests.exports.conftest import (
    GUIDE,
    M3,
    Q_CORNER,
    Q_FAULT,
    Q_TABLE,
    Q_WIRE,
    Talk,
    accepted,
    rejected,
    shows,
    suggested,
)


def topics(placed: tuple[Placed, ...]) -> list[str]:
    return [p.topic for p in placed]


def test_without_evidence_a_fragment_belongs_to_the_first_topic_of_its_question() -> None:
    talk = Talk().answer(Q_TABLE)
    talk.says("Dat was een lastige klus.")
    assert topics(place(GUIDE, M3, talk.fragments)) == ["spoelen"]


def test_the_words_decide_between_the_topics_of_the_question() -> None:
    talk = Talk().answer(Q_TABLE)
    talk.says("Messing.", tags=[suggested("spoelen", "druk", score=0.3), suggested("draadkeuze", "messing")])
    assert topics(place(GUIDE, M3, talk.fragments)) == ["draadkeuze"]


def test_the_words_do_not_take_a_fragment_away_from_its_question() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("De straal.", tags=[suggested("spoelen", "straal", score=1.0)])
    assert topics(place(GUIDE, M3, talk.fragments)) == ["draadkeuze"]


def test_what_says_nothing_itself_stays_with_what_was_said_before_in_the_same_answer() -> None:
    talk = Talk().answer(Q_TABLE)
    talk.says("Messing.", tags=[suggested("draadkeuze", "messing")])
    talk.says("Dat scheelt veel.")
    talk.answer(Q_TABLE)
    talk.says("Iets heel anders.")
    assert topics(place(GUIDE, M3, talk.fragments)) == ["draadkeuze", "draadkeuze", "spoelen"]


def test_what_a_person_accepted_beats_every_score() -> None:
    talk = Talk().answer(Q_TABLE)
    talk.says("Messing.", tags=[suggested("draadkeuze", "messing", score=1.0), accepted("spoelen")])
    talk.says("Een hoek.", tags=[accepted("hoeken")])
    assert topics(place(GUIDE, M3, talk.fragments)) == ["spoelen", "hoeken"]


def test_a_rejected_topic_is_never_chosen() -> None:
    talk = Talk().answer(Q_TABLE)
    talk.says("Over de draad.", tags=[rejected("spoelen")])
    talk.answer(Q_CORNER)
    talk.says("Niet over hoeken.", tags=[rejected("hoeken")])
    assert topics(place(GUIDE, M3, talk.fragments)) == ["draadkeuze"]


def test_another_modules_fragment_is_only_suggested_until_a_person_accepts_it() -> None:
    talk = Talk().answer(Q_FAULT)
    talk.says("De straal stond scheef.", tags=[suggested("spoelen", "straal")])
    talk.says("Spoelen moet.", tags=[accepted("spoelen", Facet.REASON)])
    talk.says("Dit niet.", tags=[rejected("spoelen")])
    talk.says("Over niets.")
    first, second = place(GUIDE, M3, talk.fragments)
    assert (first.topic, first.suggested, first.because) == ("spoelen", True, ("straal",))
    assert (second.topic, second.suggested, second.fragment.facet) == ("spoelen", False, Facet.REASON)


def test_struck_fragments_and_the_interviewers_are_left_out(anna: Talk) -> None:
    said = " ".join(p.fragment.segment.text for p in place(GUIDE, M3, anna.fragments))
    assert "Geheim" not in said
    assert "kleine radius?" not in said


def test_a_facet_that_a_person_named_goes_before_a_suggested_one() -> None:
    talk = Talk().answer(Q_WIRE)
    guess = Tag(0, "draadkeuze", TagOrigin.SUGGESTED, Facet.LIMIT, 0.9, ("niet",))
    talk.says("Dit.", tags=[guess, shows(Facet.REASON)])
    talk.says("Dat.", tags=[guess])
    assert [p.fragment.facet for p in place(GUIDE, M3, talk.fragments)] == [Facet.REASON, Facet.LIMIT]


def test_the_order_is_that_of_speaking_whatever_comes_in() -> None:
    talk = Talk().answer(Q_WIRE, clips=2)
    said = [talk.says("een"), talk.says("twee"), talk.says("drie", clip=2)]
    assert [p.fragment for p in place(GUIDE, M3, reversed(said))] == said


def test_only_the_strongest_suggestions_of_a_topic_are_shown() -> None:
    talk = Talk().answer(Q_FAULT)
    for number, score in enumerate((0.5, 0.9, 0.5, 0.7, 0.5)):
        talk.says(f"Straal {number}.", tags=[suggested("spoelen", "straal", score=score)])
    talk.says("Een hoek.", tags=[suggested("hoeken", "hoek", score=0.1)])
    shown = [p.fragment.segment.text for p in place(GUIDE, M3, talk.fragments)]
    assert shown == ["Straal 0.", "Straal 1.", "Straal 3.", "Een hoek."]
    assert len(shown) == MOST_SUGGESTED + 1


def test_what_cannot_be_read_on_its_own_is_not_suggested() -> None:
    talk = Talk().answer(Q_FAULT)
    talk.says("Over niets.")
    talk.says("Dan loopt de straal weg.", tags=[suggested("spoelen", "straal")])
    assert place(GUIDE, M3, talk.fragments) == ()
