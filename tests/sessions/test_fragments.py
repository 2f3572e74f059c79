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


def test_a_name_is_given_only_where_it_is_permitted(fragment: Fragment) -> None:
    assert fragment.speaker_name == "an expert of Vonkwerk"
    assert replace(fragment, named=True).speaker_name == "Jan van Dijk"


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
    ("origin", "accepted", "counts", "suggested"),
    [
        (TagOrigin.QUESTION, None, True, False),
        (TagOrigin.QUESTION, False, False, False),
        (TagOrigin.QUESTION, True, True, False),
        (TagOrigin.HUMAN, None, True, False),
        (TagOrigin.HUMAN, False, False, False),
        (TagOrigin.SUGGESTED, None, False, True),
        (TagOrigin.SUGGESTED, True, True, False),
        (TagOrigin.SUGGESTED, False, False, False),
    ],
)
def test_a_topic_counts_by_its_origin_until_a_person_decides(
    fragment: Fragment, origin: TagOrigin, accepted: bool | None, counts: bool, suggested: bool
) -> None:
    said = tagged(fragment, tag(origin, accepted))
    assert bool(said.topics) is counts
    assert bool(said.suggested_topics) is suggested


def test_the_facet_is_the_first_one_that_a_label_names(fragment: Fragment) -> None:
    said = tagged(fragment, tag(TagOrigin.QUESTION), tag(TagOrigin.HUMAN, facet=Facet.LIMIT))
    assert said.facet is Facet.LIMIT
    assert tagged(fragment).facet is None
