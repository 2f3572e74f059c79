"""Which topics a fragment counts for."""

from dataclasses import replace

import pytest

from sessions.facets import Facet
from sessions.fragments import Fragment
from sessions.guides.library import find
from sessions.guides.model import QuestionKind
from sessions.placing import leans, opens_with, settle, topic_in
from sessions.release import Release
from sessions.transcript import Role, Tag, TagOrigin
from tests.builders import make_programme
from tests.sessions.readings import all_fragments

GUIDE, _TOML = find("edm-nl")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Fragment:
    """What Jan said about start holes; its question is about "startgat" and "uitvaller"."""
    programme = make_programme(tmp_path_factory.mktemp("traject") / "edm")
    return next(f for f in all_fragments(programme) if "startgat altijd" in f.segment.text)


def tag(topic: str, origin: TagOrigin, *because: str, accepted: bool | None = None) -> Tag:
    return Tag(1, topic, origin, None, 0.6, because, accepted)


def topics(said: Fragment, *tags: Tag) -> tuple[str, ...]:
    return settle(GUIDE, [replace(said, tags=tags)])[0].topics


def test_without_evidence_it_is_the_first_topic_of_the_question(said: Fragment) -> None:
    assert topics(said) == ("startgat",)


def test_the_words_choose_as_long_as_they_stand(said: Fragment) -> None:
    assert topics(said, tag("uitvaller", TagOrigin.QUESTION, "contour")) == ("uitvaller",)
    assert topics(said, tag("uitvaller", TagOrigin.QUESTION, "weggehaald")) == ("startgat",)


def test_what_says_nothing_itself_follows_what_was_said_before(said: Fragment) -> None:
    first = replace(said, tags=(tag("uitvaller", TagOrigin.QUESTION, "contour"),))
    other = replace(said, answer=replace(said.answer, id=999))
    assert [f.topics for f in settle(GUIDE, [first, said, other])] == [
        ("uitvaller",),
        ("uitvaller",),
        ("startgat",),
    ]


def test_a_suggestion_counts_only_once_a_person_accepts_it(said: Fragment) -> None:
    assert topics(said, tag("spoelen-draad", TagOrigin.SUGGESTED, "wand")) == ("startgat",)
    accepted = tag("spoelen-draad", TagOrigin.SUGGESTED, "wand", accepted=True)
    assert set(topics(said, accepted)) == {"spoelen-draad", "startgat"}


def test_a_person_goes_before_the_words_and_one_module_gets_one_topic(said: Fragment) -> None:
    words = tag("startgat", TagOrigin.QUESTION, "startgat")
    assert topics(said, words, tag("uitvaller", TagOrigin.HUMAN)) == ("uitvaller",)


def test_what_a_person_accepted_keeps_the_order_of_the_question_whatever_its_score(said: Fragment) -> None:
    own = replace(tag("uitvaller", TagOrigin.QUESTION, accepted=True), score=0.3)
    second = replace(tag("startgat", TagOrigin.QUESTION, accepted=True), score=0.2)
    other = tag("werkvoorbereiding-draad", TagOrigin.SUGGESTED, accepted=True)
    assert topics(said, other, own) == ("uitvaller", "werkvoorbereiding-draad")
    assert topics(said, own, second, other) == ("startgat", "uitvaller", "werkvoorbereiding-draad")


def test_what_a_person_rejected_never_counts(said: Fragment) -> None:
    no = [tag(t, TagOrigin.QUESTION, "startgat", accepted=False) for t in said.question.topics]
    assert topics(said, no[0]) == ("uitvaller",)
    assert topics(said, *no) == ()


@pytest.mark.parametrize("change", [{"release": Release.STRUCK}, {"role": Role.INTERVIEWER}, {"text": " "}])
def test_what_may_not_be_used_counts_for_nothing(said: Fragment, change: dict[str, object]) -> None:
    unusable = replace(said, segment=replace(said.segment, **change))  # type: ignore[arg-type]
    assert topics(unusable, tag("startgat", TagOrigin.HUMAN)) == ()


def test_a_module_has_it_under_its_own_topic(said: Fragment) -> None:
    both = replace(said, topics=("spoelen-draad", "startgat"))
    assert topic_in(GUIDE.module("M2"), both) == "startgat"
    assert topic_in(GUIDE.module("M3"), both) == "spoelen-draad"
    assert topic_in(GUIDE.module("M8"), both) is None


def after(said: Fragment, text: str, *tags: Tag, **changes: object) -> Fragment:
    """What was said straight after ``said``."""
    segment = replace(said.segment, position=said.segment.position + 1, text=text)
    return replace(said, segment=replace(segment, **changes), tags=tags)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("Dan is er geen ruimte voor de insteekbaan.", True),
        ("Bij een zwaar stuk moet je dat niet durven.", True),
        ("Hij is duurder, maar je wint tijd.", True),
        ("Die moet onder 15 blijven.", True),
        ("Bij grafiet neem ik iets meer.", True),
        ("Je ziet aan de straal dat het gat er bijna door is.", False),
        ("Dankzij de magneet blijft het hangen.", False),
        ("", False),
    ],
)
def test_a_sentence_leans_by_the_words_of_the_guide(said: Fragment, text: str, leaning: bool) -> None:
    assert leans(GUIDE, said, after(said, text)) is leaning
    assert opens_with(text, GUIDE.leaning) is leaning


def test_nothing_leans_on_what_was_not_said_just_before(said: Fragment) -> None:
    asked = replace(said, segment=replace(said.segment, role=Role.INTERVIEWER))
    far = after(said, "Dat niet.", position=said.segment.position + 2)
    assert not leans(GUIDE, None, said)
    assert not leans(GUIDE, asked, after(said, "Dat niet."))
    assert not leans(GUIDE, said, far)


def test_what_leans_counts_for_the_topic_it_leans_on_whatever_its_words_are(said: Fragment) -> None:
    first = replace(said, tags=(tag("startgat", TagOrigin.QUESTION, "startgat"),))
    words = tag("uitvaller", TagOrigin.QUESTION, "uitvaller")
    leaning = after(said, "Dan valt de uitvaller.", words)
    alone = after(said, "De uitvaller valt.", words)
    assert [f.topics for f in settle(GUIDE, [first, leaning])] == [("startgat",), ("startgat",)]
    assert [f.topics for f in settle(GUIDE, [first, alone])] == [("startgat",), ("uitvaller",)]


def test_a_person_may_part_what_leans(said: Fragment) -> None:
    leaning = after(said, "Dan valt de uitvaller.", tag("uitvaller", TagOrigin.HUMAN))
    assert settle(GUIDE, [said, leaning])[1].topics == ("uitvaller",)


def test_an_example_that_goes_on_keeps_its_topic(said: Fragment) -> None:
    shown = replace(tag("startgat", TagOrigin.QUESTION, "startgat"), facet=Facet.EXAMPLE)
    other = replace(tag("uitvaller", TagOrigin.QUESTION, "uitvaller"), facet=Facet.EXAMPLE)
    told = [replace(said, tags=(shown,)), after(said, "De uitvaller viel.", other)]
    assert [f.topics for f in settle(GUIDE, told)] == [("startgat",), ("startgat",)]


def test_a_story_is_whole_under_the_topic_that_all_of_it_supports(said: Fragment) -> None:
    story = replace(said, question=replace(said.question, kind=QuestionKind.CRITICAL_INCIDENT))
    words = tag("uitvaller", TagOrigin.QUESTION, "uitvaller")
    told = [
        replace(story, tags=()),
        after(story, "De uitvaller viel.", words),
        after(story, "Klaar.", position=9),
    ]
    assert {f.topics for f in settle(GUIDE, told)} == {("uitvaller",)}
    assert {f.topics for f in settle(GUIDE, [replace(story, tags=())])} == {("startgat",)}


def test_what_leans_on_a_sentence_that_a_person_moved_goes_with_it(said: Fragment) -> None:
    moved = replace(said, tags=(tag("werkvoorbereiding-draad", TagOrigin.HUMAN),))
    leaning = replace(
        said,
        tags=(),
        segment=replace(said.segment, id=998, position=said.segment.position + 1, text="Dan breekt hij."),
    )
    assert [f.topics for f in settle(GUIDE, [moved, leaning])] == [("werkvoorbereiding-draad",)] * 2


@pytest.mark.parametrize(
    ("before", "then", "stays"),
    [
        ("Bij ruwen houd ik 0,3 millimeter.", "Voor slichten gebruik ik 0,1 millimeter.", True),
        ("Bij ruwen houd ik drie millimeter.", "Voor slichten gebruik ik twee millimeter.", True),
        ("Bij ruwen houd ik 0,3 millimeter.", "De uitvaller is 5 millimeter dik.", False),
        ("Bij ruwen houd ik 0,3 millimeter.", "Voor slichten gebruik ik 2 bar.", False),
        ("Bij ruwen houd ik een magneet.", "Voor slichten gebruik ik een magneet.", False),
        ("Ik boor het eerst.", "Het klinkt dan anders.", True),
        ("Ik boor het eerst.", "Het brugje blijft staan.", False),
    ],
)
def test_only_a_person_parts_a_number_or_it_from_what_it_is_about(
    said: Fragment, before: str, then: str, stays: bool
) -> None:
    first = replace(said, segment=replace(said.segment, text=before))
    first = replace(first, tags=(tag("startgat", TagOrigin.QUESTION, accepted=True),))
    machine = after(said, then, tag("uitvaller", TagOrigin.QUESTION, *then.split()))
    person = replace(machine, tags=(tag("uitvaller", TagOrigin.HUMAN),))
    assert settle(GUIDE, [first, machine])[1].topics == (("startgat",) if stays else ("uitvaller",))
    assert settle(GUIDE, [first, person])[1].topics == ("uitvaller",)
