"""What is told back to the expert."""

from dataclasses import replace

from sessions.facets import Facet
from sessions.fragments import Fragment
from sessions.guides.library import find
from sessions.told import told_so_far
from sessions.transcript import Doubt, Role
from tests.sessions.telling import labelled, told

GUIDE, _TOML = find("edm-nl")
HOW = GUIDE.question("M2-V2")
BACK = replace(GUIDE.question("M2-V4"), topics=HOW.topics)


def say(text: str, at: int, facet: Facet | None = None, score: float = 1.0, answer: int = 1) -> Fragment:
    return told(text, HOW, at, answer=answer, tags=[labelled(HOW.topics[0], facet, score=score)])


def texts(*said: Fragment, most: int = 12) -> list[str]:
    return [f.segment.text for f in told_so_far(GUIDE, BACK, said, most)]


def test_it_is_said_as_it_was_said_with_where() -> None:
    said = say("Het startgat komt in de uitvaller.", 3)
    assert told_so_far(GUIDE, BACK, [said]) == [said]
    assert said.reference == "A1·01 00:15"


def test_it_stands_in_order_of_speaking_over_conversations_and_takes() -> None:
    late = replace(say("Laat.", 0), session=replace(say("", 0).session, number=2))
    clip = say("", 0).clip
    assert clip is not None
    second_take = replace(say("Tweede keer.", 0), clip=replace(clip, number=2))
    said = [late, say("Andere vraag.", 0, answer=2), second_take, say("Eerst.", 1), say("Begin.", 0)]
    assert texts(*said) == ["Begin.", "Eerst.", "Tweede keer.", "Andere vraag.", "Laat."]


def test_steps_come_first_where_there_are_steps() -> None:
    said = [say("Waaraan je het ziet.", 0, Facet.SIGNAL), say("Daarna klem ik.", 1, Facet.STEP),
            say("Tot slot meet ik.", 2, Facet.STEP)]  # fmt: skip
    assert texts(*said) == ["Daarna klem ik.", "Tot slot meet ik.", "Waaraan je het ziet."]


def test_every_facet_gets_its_share_where_there_is_too_much() -> None:
    examples = [say(f"Voorbeeld {n}.", n, Facet.EXAMPLE) for n in range(9)]
    steps = [say(f"Stap {n}.", 10 + n, Facet.STEP) for n in range(9)]
    said = [*examples, *steps, say("Grens.", 30, Facet.LIMIT), say("Zomaar.", 31)]
    assert texts(*said, most=6) == ["Stap 0.", "Stap 1.", "Voorbeeld 0.", "Voorbeeld 1.", "Grens.", "Zomaar."]
    assert len(texts(*said)) == 12
    assert texts(*said, most=0) == []


def test_what_is_most_clearly_about_the_topic_goes_first_and_what_leans_last() -> None:
    said = [say("Dan breekt de draad.", 0, Facet.SIGNAL), say("Vaag.", 1, Facet.SIGNAL, 0.3),
            say("De straal waaiert uit.", 2, Facet.SIGNAL, 0.8)]  # fmt: skip
    assert texts(*said, most=1) == ["De straal waaiert uit."]
    assert texts(*said, most=2) == ["Vaag.", "De straal waaiert uit."]


def test_what_is_doubtful_asked_or_about_something_else_is_left_out() -> None:
    said = say("Goed verstaan.", 0)
    doubtful = [replace(said, segment=replace(said.segment, doubt=d)) for d in Doubt if d is not Doubt.NONE]
    asked = replace(said, segment=replace(said.segment, role=Role.INTERVIEWER))
    elsewhere = replace(said, topics=("filters-hars",))
    assert texts(said, asked, elsewhere, *doubtful) == ["Goed verstaan."]


def test_what_is_being_told_back_is_not_told_back_again() -> None:
    assert texts(replace(say("Dat klopt.", 0), question=BACK)) == []
