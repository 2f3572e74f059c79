"""What is missing comes with the question that would fill it."""

from exports.draft.missing import Ask, Missing, OneCompany, ProbeGap, QuestionGap, missing
from sessions.coverage import cover
from sessions.facets import COVERED, Facet
from sessions.interview import AnswerState
from sessions.release import Release
from tests.exports.conftest import (
    GUIDE,
    M3,
    Q_CORNER,
    Q_FAULT,
    Q_TABLE,
    Q_WIRE,
    Talk,
    accepted,
    everything,
    shows,
    suggested,
)


def gaps(*talks: Talk) -> Missing:
    return missing(GUIDE, M3, everything(talks), [t.reading for t in talks])


def test_a_topic_without_any_fragment_names_the_questions_about_it(anna: Talk) -> None:
    gap = next(g for g in gaps(anna).topics if g.title == "Hoeken en conisch")
    assert gap.silent
    assert gap.asks == (Ask("M3-V3", "Hoe snijd je deze binnenhoek?"),)


def test_a_facet_that_nobody_showed_comes_with_the_probe_that_asks_for_it(anna: Talk) -> None:
    gap = next(g for g in gaps(anna).topics if g.title == "Draadsoort en diameter")
    asks = {g.facet: g.ask for g in gap.facets}
    assert asks[Facet.LIMIT] == Ask("M3-V1", "Bij welke klus zou je het niet proberen?")
    assert asks[Facet.CHECK] is None
    assert Facet.SIGNAL not in asks


def test_a_topic_with_every_facet_is_not_missing() -> None:
    talk = Talk().answer(Q_WIRE)
    for facet in COVERED:
        talk.says("x", tags=[shows(facet)])
    assert "Draadsoort en diameter" not in {g.title for g in gaps(talk).topics}


def test_answers_without_text_are_listed_with_their_state() -> None:
    talk = (
        Talk().answer(Q_WIRE).answer(Q_TABLE, clips=0, skipped="x").answer(Q_CORNER, clips=0).answer(Q_CORNER)
    )
    talk.says("Weg ermee.", release=Release.STRUCK)
    talk.answer(Q_WIRE).waits(AnswerState.FAILED)
    states = [(a.code, a.state) for a in gaps(talk).unfinished]
    assert states == [
        ("A1·01", AnswerState.RECORDED),
        ("A1·02", AnswerState.SKIPPED),
        ("A1·03", AnswerState.OPEN),
        ("A1·04", AnswerState.TRANSCRIBED),
        ("A1·05", AnswerState.FAILED),
    ]


def test_an_answer_with_a_take_that_waits_is_listed_although_it_has_text() -> None:
    talk = Talk().answer(Q_WIRE, clips=2)
    talk.says("Het eerste deel.")
    assert [a.state for a in gaps(talk).unfinished] == [AnswerState.RECORDED]


def test_a_draft_and_coverage_agree_on_what_nobody_spoke_about() -> None:
    talk = Talk().answer(Q_TABLE)
    for _n in range(4):
        talk.says("Messing.", tags=[suggested("draadkeuze", "messing")])
    talk.answer(Q_FAULT)
    talk.says("Een hoek.", tags=[accepted("hoeken")])
    covered = {c.topic.title: c.fragments for c in cover(GUIDE, talk.fragments) if c.module_id == "M3"}
    silent = {g.title for g in gaps(talk).topics if g.silent}
    assert covered == {"Draadsoort en diameter": 4, "Spoelen en kopafstand": 0, "Hoeken en conisch": 1}
    assert silent == {"Spoelen en kopafstand"}


def test_a_topic_on_which_one_company_spoke_is_named(anna: Talk, bert: Talk) -> None:
    assert gaps(anna, bert).one_company == (OneCompany("Spoelen en kopafstand", "Vonk Noord"),)


def test_the_answers_of_other_modules_do_not_count(bert: Talk) -> None:
    assert gaps(bert).unfinished == ()


def test_each_question_is_listed_once_with_all_that_it_would_fill() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Messing.", tags=[accepted("draadkeuze")])
    by_id = {q.question_id: q for q in gaps(talk).questions}
    assert list(by_id) == ["M3-V1", "M3-V2", "M3-V3"]
    assert by_id["M3-V2"] == QuestionGap(
        "M3-V2",
        Q_TABLE.text,
        ("Spoelen en kopafstand",),
        (ProbeGap(Facet.SIGNAL, Q_TABLE.probes[0].text, ("Draadsoort en diameter",)),),
    )


def test_a_question_that_opens_two_topics_names_both() -> None:
    (question,) = [q for q in gaps().questions if q.question_id == "M3-V2"]
    assert question.topics == ("Draadsoort en diameter", "Spoelen en kopafstand")
