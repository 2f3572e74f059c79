"""The labels of a fresh fragment."""

from dataclasses import replace
from pathlib import Path

import pytest

from sessions.facets import Facet
from sessions.guides.library import find
from sessions.guides.loading import load
from sessions.guides.model import Topic
from sessions.programme import create_programme
from sessions.store.interviews import guide_of
from sessions.transcript import Tag, TagOrigin
from tests.builders import Said, add_clip, add_session, add_transcript
from tests.sessions.guides.small import SMALL
from transcripts.tagging import UNSUPPORTED, facet_of, relabel, tags_for
from transcripts.topics import MOST_SUGGESTIONS

GUIDE = load(SMALL, "klein")
QUESTION = GUIDE.question("M1-V1")


def test_the_topics_of_the_question_are_inherited_even_without_a_word_about_them() -> None:
    assert tags_for("Dat weet ik niet.", QUESTION, GUIDE) == [
        Tag(0, "startgat", TagOrigin.QUESTION, None, UNSUPPORTED)
    ]


def test_a_topic_that_the_words_support_scores_higher_and_says_why() -> None:
    (tag,) = tags_for("Het startgat komt naast de contour.", QUESTION, GUIDE)
    assert (tag.origin, tag.because) == (TagOrigin.QUESTION, ("startgat",))
    assert UNSUPPORTED < tag.score <= 1


def test_further_topics_are_suggested_after_those_of_the_question() -> None:
    tags = tags_for("De uitvaller zat klem.", QUESTION, GUIDE)
    assert [(t.topic, t.origin) for t in tags] == [
        ("startgat", TagOrigin.QUESTION),
        ("uitvaller", TagOrigin.SUGGESTED),
    ]
    assert tags[1].because == ("uitvaller",)
    assert all(t.accepted is None for t in tags)


def test_no_more_than_a_few_are_suggested() -> None:
    many = tuple(Topic(f"t{n}", f"T{n}", (f"woord{n}x",)) for n in range(9))
    module = replace(GUIDE.modules[0], topics=(*GUIDE.modules[0].topics, *many))
    guide = replace(GUIDE, modules=(module,))
    tags = tags_for(" ".join(f"woord{n}x" for n in range(9)), QUESTION, guide)
    assert sum(t.origin is TagOrigin.SUGGESTED for t in tags) == MOST_SUGGESTIONS


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("Een beginner vergeet dat.", Facet.ERROR),
        ("EEN, beginner", Facet.ERROR),
        ("Geen beginner doet dat.", None),
        ("Een beginners-cursus.", None),
        ("Je ziet wat een beginner niet ziet.", Facet.ERROR),
        ("Dat je ziet dat het blauw is.", Facet.SIGNAL),
        ("", None),
    ],
)
def test_a_facet_is_shown_by_its_cue_as_whole_words_in_the_order_of_the_guide(
    text: str, facet: Facet | None
) -> None:
    assert facet_of(text, QUESTION, GUIDE) is facet
    assert {t.facet for t in tags_for(text, QUESTION, GUIDE)} == {facet}


@pytest.mark.parametrize(
    ("question", "text", "facet"),
    [
        ("M3-V1", "Daarna controleer ik de spoeling.", Facet.STEP),
        ("M3-V1", "Dan meet ik de hoogte.", Facet.STEP),
        ("M2-V4", "Ik meet eerst de plaat na.", Facet.CHECK),
        ("M2-V4", "Eerst meet ik de plaat na.", Facet.STEP),
        ("M2-V2", "Daarna controleer ik de spoeling.", Facet.CHECK),
        ("M2-V2", "Het startgat leg ik altijd in de uitvaller, minstens 3 millimeter van de contour.", None),
        ("M2-V2", "Bij hardmetaal boor ik het startgat met een buiselektrode.", None),
        ("M2-V2", "Ik leg het startgat liefst 5 millimeter van de contour.", None),
        ("M2-V2", "Een brugje gebruik ik bijna nooit.", None),
        ("M3-V4", "Die plaat is dikker dan 80 millimeter.", None),
    ],
)
def test_a_word_of_sequence_decides_only_where_a_question_asks_how_one_works(
    question: str, text: str, facet: Facet | None
) -> None:
    guide, _toml = find("edm-nl")
    assert facet_of(text, guide.question(question), guide) is facet


def test_what_moved_to_another_question_has_the_topics_of_that_one(tmp_path: Path) -> None:
    programme = create_programme(tmp_path / "edm")
    with programme.store() as store:
        session = add_session(store, "Jan", "Noord")
        clip = add_clip(programme, store, session, "M2-V2", 20)
        add_transcript(store, clip, [Said("Dat weet ik niet.")])
        guide = guide_of(store, session)
        (decided,) = [t for t in store.all(Tag) if t.topic == guide.question("M2-V2").topics[0]]
        kept = store.save(replace(decided, accepted=True))
        relabel(store, clip, guide.question("M7-V1"), guide)
        topics = {t.topic for t in store.all(Tag)}
        assert topics == {kept.topic, *guide.question("M7-V1").topics}
