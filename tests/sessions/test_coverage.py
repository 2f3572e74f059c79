"""What is covered, and what to ask next."""

from dataclasses import replace

import pytest

from sessions.coverage import TopicCoverage, ask_next, cover
from sessions.facets import COVERED, Facet
from sessions.fragments import Fragment
from sessions.guides.loading import load
from sessions.guides.model import Guide
from sessions.people import Company
from sessions.placing import settle
from sessions.release import Release
from sessions.transcript import Role, Tag, TagOrigin
from tests.builders import make_programme
from tests.sessions.guides.small import SMALL
from tests.sessions.readings import all_fragments

GUIDE = load(SMALL, "klein")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Fragment:
    """Something that an expert said, in answer to a question about nothing in this guide."""
    programme = make_programme(tmp_path_factory.mktemp("traject") / "edm")
    fragment = next(f for f in all_fragments(programme) if f.usable)
    return replace(fragment, question=replace(fragment.question, topics=()))


def about(said: Fragment, slug: str, facet: Facet | None = None, company: str = "Vonkwerk") -> Fragment:
    labelled = replace(said, tags=(Tag(1, slug, TagOrigin.HUMAN, facet),), company=Company(company))
    return settle(GUIDE, [labelled])[0]


def on(guide: Guide, slug: str, *fragments: Fragment) -> TopicCoverage:
    return next(c for c in cover(guide, fragments) if c.topic.slug == slug)


def test_every_topic_is_there_in_the_order_of_the_guide() -> None:
    assert [c.topic.slug for c in cover(GUIDE, [])] == ["startgat", "uitvaller"]
    assert [c.module_id for c in cover(GUIDE, [])] == ["M1", "M1"]


def test_a_facet_counts_per_company(said: Fragment) -> None:
    coverage = on(
        GUIDE,
        "startgat",
        about(said, "startgat", Facet.SIGNAL),
        about(said, "startgat", Facet.SIGNAL),
        about(said, "startgat", Facet.SIGNAL, "Matrijs"),
        about(said, "startgat"),
    )
    assert coverage.facets == {Facet.SIGNAL: {"Vonkwerk": 2, "Matrijs": 1}}
    assert coverage.companies == ("Matrijs", "Vonkwerk")
    assert (coverage.fragments, coverage.told) == (4, {"Vonkwerk": 3, "Matrijs": 1})
    assert coverage.missing == tuple(f for f in COVERED if f is not Facet.SIGNAL)


def test_what_is_struck_asked_or_only_suggested_does_not_count(said: Fragment) -> None:
    fragment = about(said, "startgat", Facet.SIGNAL)
    struck = replace(fragment, segment=replace(fragment.segment, release=Release.STRUCK))
    asked = replace(fragment, segment=replace(fragment.segment, role=Role.INTERVIEWER))
    suggested = replace(fragment, tags=(Tag(1, "startgat", TagOrigin.SUGGESTED, Facet.SIGNAL),))
    assert on(GUIDE, "startgat", *settle(GUIDE, [struck, asked, suggested])).fragments == 0


def test_a_topic_that_the_guide_does_not_know_is_left_out(said: Fragment) -> None:
    assert sum(c.fragments for c in cover(GUIDE, [about(said, "lassen")])) == 0


def test_the_question_to_ask_is_the_one_whose_probes_fill_most() -> None:
    ask = ask_next(GUIDE, cover(GUIDE, []))[0]
    assert (ask.topic.slug, ask.question.id) == ("startgat", "M1-V1")
    assert [p.facet for p in ask.probes] == [Facet.SIGNAL, Facet.ERROR]


def test_probes_for_what_is_there_already_are_not_asked_again(said: Fragment) -> None:
    ask = next(
        a
        for a in ask_next(GUIDE, cover(GUIDE, [about(said, "startgat", Facet.SIGNAL)]))
        if a.topic.slug == "startgat"
    )
    assert [p.facet for p in ask.probes] == [Facet.ERROR]
    assert Facet.SIGNAL not in ask.facets


def test_topics_of_which_nobody_said_anything_come_first(said: Fragment) -> None:
    asks = ask_next(GUIDE, cover(GUIDE, [about(said, "startgat")]))
    assert [a.topic.slug for a in asks] == ["uitvaller", "startgat"]


def test_a_topic_with_every_facet_is_not_asked_about(said: Fragment) -> None:
    whole = [about(said, "startgat", facet) for facet in COVERED]
    assert [a.topic.slug for a in ask_next(GUIDE, cover(GUIDE, whole))] == ["uitvaller"]


def test_no_more_is_asked_than_wanted() -> None:
    assert len(ask_next(GUIDE, cover(GUIDE, []), most=1)) == 1
