"""A fragment: what it counts for, and where it was said."""

from dataclasses import replace

import pytest

from sessions.facets import Facet
from sessions.fragments import Fragment, clock
from sessions.release import Release
from sessions.transcript import Role, Tag, TagOrigin
from tests.builders import make_programme
from tests.sessions.readings import all_fragments


@pytest.fixture(scope="module")
def fragment(tmp_path_factory: pytest.TempPathFactory) -> Fragment:
    """What Jan said about start holes."""
    programme = make_programme(tmp_path_factory.mktemp("traject") / "edm")
    return next(f for f in all_fragments(programme) if "startgat altijd" in f.segment.text)


def tagged(fragment: Fragment, *tags: Tag) -> Fragment:
    return replace(fragment, tags=tags)


def tag(origin: TagOrigin, accepted: bool | None = None, facet: Facet | None = None) -> Tag:
    return Tag(1, f"{origin}-{accepted}", origin, facet, accepted=accepted)


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "00:00"),
        (59.99, "00:59"),
        (60, "01:00"),
        (3599.9, "59:59"),
        (3600, "1:00:00"),
        (36_061, "10:01:01"),
    ],
)
def test_a_clock_reads_as_people_read_one(seconds: float, told: str) -> None:
    assert clock(seconds) == told


def test_a_reference_names_session_answer_and_time(fragment: Fragment) -> None:
    assert fragment.reference == "A1·01 00:04"


def test_a_further_take_is_named_in_the_reference(fragment: Fragment) -> None:
    assert fragment.clip is not None
    assert replace(fragment, clip=replace(fragment.clip, number=2)).reference == "A1·01/2 00:04"


def test_text_without_sound_has_a_reference_too(fragment: Fragment) -> None:
    assert replace(fragment, clip=None).reference == "A1·01 00:04"


@pytest.mark.parametrize(
    ("role", "release", "usable"),
    [
        (Role.EXPERT, Release.INTERNAL, True),
        (Role.EXPERT, Release.FREE, True),
        (Role.EXPERT, Release.STRUCK, False),
        (Role.INTERVIEWER, Release.FREE, False),
    ],
)
def test_only_what_the_expert_said_and_left_standing_is_used(
    fragment: Fragment, role: Role, release: Release, usable: bool
) -> None:
    said = replace(fragment, segment=replace(fragment.segment, role=role, release=release))
    assert said.usable is usable


@pytest.mark.parametrize(
    ("origin", "accepted", "suggested"),
    [
        (TagOrigin.QUESTION, None, False),
        (TagOrigin.QUESTION, False, False),
        (TagOrigin.QUESTION, True, False),
        (TagOrigin.HUMAN, None, False),
        (TagOrigin.HUMAN, False, False),
        (TagOrigin.SUGGESTED, None, True),
        (TagOrigin.SUGGESTED, True, False),
        (TagOrigin.SUGGESTED, False, False),
    ],
)
def test_a_topic_is_suggested_until_a_person_decides(
    fragment: Fragment, origin: TagOrigin, accepted: bool | None, suggested: bool
) -> None:
    said = tagged(fragment, tag(origin, accepted))
    assert bool(said.suggested_topics) is suggested


def test_words_that_no_longer_stand_cause_nothing(fragment: Fragment) -> None:
    label = Tag(1, "startgat", TagOrigin.SUGGESTED, because=("startgat", "de wand", "Geheim", "cont"))
    assert fragment.causes(label) == ("startgat", "de wand")
    edited = replace(tagged(fragment, label), segment=replace(fragment.segment, text="Heel iets anders."))
    assert edited.causes(label) == ()
    assert edited.suggested_topics == ()


def test_accents_and_case_do_not_hide_a_cause(fragment: Fragment) -> None:
    said = replace(fragment, segment=replace(fragment.segment, text="Diëlektricum!"))
    assert said.causes(Tag(1, "x", TagOrigin.SUGGESTED, because=("dielektricum",))) == ("dielektricum",)


def test_a_persons_facet_goes_first_and_a_rejected_label_shows_none(fragment: Fragment) -> None:
    guess, told = tag(TagOrigin.QUESTION, facet=Facet.SIGNAL), tag(TagOrigin.HUMAN, facet=Facet.LIMIT)
    assert tagged(fragment, guess, told).facet is Facet.LIMIT
    assert tagged(fragment, guess, replace(told, accepted=False)).facet is Facet.SIGNAL
    assert tagged(fragment, replace(guess, accepted=False)).facet is None
    assert tagged(fragment).facet is None


def test_the_facet_of_a_topic_that_counts_goes_before_a_likelier_one(fragment: Fragment) -> None:
    own = Tag(1, "startgat", TagOrigin.QUESTION, Facet.STEP, 0.3)
    other = Tag(1, "spoelen", TagOrigin.SUGGESTED, Facet.LIMIT, 0.9)
    assert replace(tagged(fragment, own, other), topics=("startgat",)).facet is Facet.STEP


def test_silence_is_not_usable(fragment: Fragment) -> None:
    assert not replace(fragment, segment=replace(fragment.segment, text=" \n")).usable
