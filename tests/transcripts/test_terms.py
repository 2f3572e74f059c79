"""The trade terms that Whisper is told to expect."""

from dataclasses import replace

from sessions.guides.loading import load
from sessions.guides.model import Term
from tests.sessions.guides.small import SMALL
from transcripts.terms import prompt_terms

GUIDE = load(SMALL, "klein")
BOTH = replace(GUIDE.question("M1-V1"), topics=("startgat", "uitvaller"))


def terms(*glossary: Term) -> list[str]:
    return prompt_terms(replace(GUIDE, glossary=glossary), BOTH)


def test_only_the_terms_of_the_questions_own_topics_are_told() -> None:
    assert terms(Term("startgat", topics=("startgat",)), Term("grafiet", topics=("zink",)), Term("vonk")) == [
        "startgat"
    ]


def test_the_most_specific_term_comes_last() -> None:
    assert terms(
        Term("eigen", topics=("startgat",)), Term("algemeen", topics=("startgat", "uitvaller", "zink"))
    ) == ["algemeen", "eigen"]


def test_of_equally_specific_ones_those_of_the_first_topic_come_last() -> None:
    assert terms(Term("a", topics=("startgat",)), Term("b", topics=("uitvaller",))) == ["b", "a"]


def test_without_a_glossary_there_is_nothing_to_tell() -> None:
    assert terms() == []


def test_a_term_of_the_programmes_own_is_not_told_twice() -> None:
    glossary = (Term("Diëlektricum", topics=("startgat",)), Term("gat", topics=("startgat",)))
    assert prompt_terms(replace(GUIDE, glossary=glossary), BOTH, ["dielektricum"]) == ["gat"]
