from dataclasses import replace

import pytest
from textual.content import Content

from capture.screens.showing import MUTED, fragment, plain, spoken, topic_title
from sessions.facets import Facet
from sessions.fragments import Fragment, SessionReading
from sessions.i18n import gettext as _
from sessions.placing import settle
from sessions.programme import Programme
from sessions.release import Release
from sessions.store.interviews import find_session
from sessions.store.reading import read_session
from sessions.transcript import Doubt, Tag, TagOrigin
from tests.capture.screens.test_hostile import NASTY


@pytest.fixture
def reading(programme: Programme) -> SessionReading:
    with programme.store() as store:
        return read_session(store, find_session(store, "A1"))


@pytest.fixture
def asked(reading: SessionReading) -> Fragment:
    return reading.answers[0].fragments[0]


@pytest.fixture
def told(reading: SessionReading) -> Fragment:
    return reading.answers[0].fragments[1]


@pytest.fixture
def suggested(reading: SessionReading) -> Fragment:
    return reading.answers[0].fragments[2]


def underlined(content: Content) -> list[str]:
    return [content.plain[s.start : s.end] for s in content.spans if s.style == "underline"]


@pytest.mark.parametrize("text", NASTY)
def test_text_is_shown_as_it_is_but_drives_no_terminal(text: str) -> None:
    content = plain(text)
    assert content.spans == []
    assert all(c.isprintable() for c in content.plain)
    if text.isprintable():
        assert plain(text).plain == text


def test_a_hardly_heard_word_is_underlined_without_its_comma(told: Fragment) -> None:
    assert underlined(spoken(told.segment)) == ["contour"]


def test_a_corrected_text_is_nobodys_guess_any_more(told: Fragment) -> None:
    assert underlined(spoken(replace(told.segment, text="Ik zet het naast de contour."))) == []


def test_a_repeated_word_is_underlined_where_it_was_hardly_heard(told: Fragment) -> None:
    words = told.segment.words
    said = replace(
        told.segment,
        text="draad draad",
        machine_text="draad draad",
        words=(
            replace(words[0], text=" draad", probability=0.9),
            replace(words[1], text=" draad", probability=0.1),
        ),
    )
    assert [(s.start, s.end) for s in spoken(said).spans] == [(6, 11)]


def test_the_interviewer_is_named_and_in_italics(asked: Fragment, reading: SessionReading) -> None:
    shown = fragment(asked, reading.guide)
    assert shown.plain.startswith("00:00  " + _("Interviewer:"))
    assert any(s.style == "italic" for s in shown.spans)


def test_a_suggestion_says_so_and_names_its_words(suggested: Fragment, reading: SessionReading) -> None:
    text = fragment(suggested, reading.guide).plain
    assert _("○ suggested: {topic}").format(topic="Spoelen en kopafstand") in text
    assert "“spoelen”, “druk”" in text


def test_what_the_question_gives_to_every_fragment_is_not_repeated(
    told: Fragment, reading: SessionReading
) -> None:
    alone = replace(told, question=replace(told.question, topics=("startgat",)))
    assert "Startgaten" not in fragment(alone, reading.guide).plain


def test_of_several_topics_of_the_question_the_one_that_counts_is_named(
    told: Fragment, reading: SessionReading
) -> None:
    text = fragment(told, reading.guide).plain
    assert told.topics == ("startgat",)
    assert _("● {topic}").format(topic="Startgaten maken en plaatsen") in text
    assert "Uitvaller" not in text


def test_words_that_were_taken_out_are_not_named(suggested: Fragment, reading: SessionReading) -> None:
    edited = replace(suggested, segment=replace(suggested.segment, text="En let op de druk."))
    text = fragment(edited, reading.guide).plain
    assert "“druk”" in text
    assert "spoelen" not in text


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        (Tag(1, "startgat", TagOrigin.QUESTION, because=("startgat",)), "● {topic}"),
        (Tag(1, "startgat", TagOrigin.HUMAN), "● {topic}"),
        (Tag(1, "startgat", TagOrigin.SUGGESTED, accepted=True), "● {topic}"),
        (Tag(1, "startgat", TagOrigin.QUESTION, accepted=False), "× not: {topic}"),
        (Tag(1, "startgat", TagOrigin.SUGGESTED), "○ suggested: {topic}"),
    ],
)
def test_what_counts_differs_from_what_does_not_by_a_sign(
    told: Fragment, reading: SessionReading, tag: Tag, expected: str
) -> None:
    (said,) = settle(reading.guide, [replace(told, tags=(tag,))])
    text = fragment(said, reading.guide).plain
    assert _(expected).format(topic="Startgaten maken en plaatsen") in text


def test_facet_doubt_and_striking_are_told_in_words(told: Fragment, reading: SessionReading) -> None:
    segment = replace(told.segment, doubt=Doubt.REPETITION, release=Release.STRUCK)
    tags = (Tag(1, "startgat", TagOrigin.QUESTION, facet=Facet.REASON),)
    text = fragment(replace(told, segment=segment, tags=tags), reading.guide).plain
    assert _("reason") in text
    assert _("in doubt: the model repeated itself here; listen before you use it") in text
    assert _("struck: it goes into no document") in text


def test_a_facet_that_only_the_words_propose_is_told_as_a_proposal(
    told: Fragment, reading: SessionReading
) -> None:
    tag = Tag(1, "startgat", TagOrigin.QUESTION, facet=Facet.REASON)
    proposed = _("facet: {name}").format(name=_("reason")) + " " + _("(proposal)")
    assert proposed in fragment(replace(told, tags=(tag,)), reading.guide).plain
    accepted = replace(told, tags=(replace(tag, accepted=True),))
    assert _("(proposal)") not in fragment(accepted, reading.guide).plain


def test_a_topic_that_the_guide_does_not_know_keeps_its_slug(reading: SessionReading) -> None:
    assert topic_title(reading.guide, "onbekend") == "onbekend"


def test_muted_text_has_a_colour_of_every_theme() -> None:
    assert MUTED.startswith("$")
