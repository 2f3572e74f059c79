"""Topics suggested from the guide's keyword stems."""

from dataclasses import replace

import pytest

from sessions.guides.model import Assignment, Guide, Module, Question, QuestionKind, Script, Topic
from transcripts.topics import suggest

NOTHING = Assignment("", "", ())
WIRE = Module(
    "M1",
    "Draad",
    (),
    (
        Topic("spoelen", "Spoelen", ("spoel", "kop afstand", "straal")),
        Topic("ruwheid", "Ruwheid", ("ra", "ruwh")),
        Topic("vloeistof", "Vloeistof", ("diëlektric", "bak")),
    ),
    (Question("M1-V1", QuestionKind.OPEN, "?", ("spoelen",)),),
    NOTHING,
)
SINK = Module("M2", "Zink", (), (Topic("zinkspoelen", "Spoelen", ("spoel", "zuiging")),), (), NOTHING)
GUIDE = Guide("g", "1", "nl", "Gids", "Vonken", Script(""), (WIRE, SINK))


def topics(text: str, module: Module = WIRE, guide: Guide = GUIDE) -> list[str]:
    return [s.topic for s in suggest(text, guide, module)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je moet goed spoelen.", ["spoelen"]),
        ("De voorspoeldruk stond te laag.", ["spoelen"]),
        ("SPOELDRUK!", ["spoelen"]),
        ("De Ra was 0,4.", ["ruwheid"]),
        ("De draad brak in het raam.", []),
        ("ruwh", ["ruwheid"]),
        ("De ruwheid viel mee.", []),
        ("In de bak.", ["vloeistof"]),
        ("Bakken en terugbak.", []),
        ("Het dielektricum was vuil.", ["vloeistof"]),
        ("Het DIËLEKTRICUM was vuil.", ["vloeistof"]),
        ("Het die\u0308lektricum was vuil.", ["vloeistof"]),
        ("De kop-afstand klopt.", ["spoelen"]),
        ("De KOP\n afstand klopt.", ["spoelen"]),
        ("De afstand van de kop.", []),
        ("De kop afstanden.", []),
        ("Koffie is op.", []),
        ("", []),
        ("… !? —", []),
    ],
)
def test_long_stems_match_anywhere_short_ones_as_a_word_phrases_as_a_phrase(
    text: str, found: list[str]
) -> None:
    assert topics(text) == found


def test_where_a_stem_belongs_to_two_topics_the_module_decides() -> None:
    assert topics("Spoelen maar.", WIRE) == ["spoelen"]
    assert topics("Spoelen maar.", SINK) == ["zinkspoelen"]


def test_where_neither_is_of_the_module_both_are_suggested() -> None:
    elsewhere = replace(WIRE, id="M3", topics=(), questions=())
    guide = replace(GUIDE, modules=(WIRE, SINK, elsewhere))
    assert topics("Spoelen maar.", elsewhere, guide) == ["spoelen", "zinkspoelen"]


def test_a_topic_of_another_module_is_suggested_too() -> None:
    assert topics("De zuiging viel weg.", WIRE) == ["zinkspoelen"]


def test_the_words_that_caused_it_come_along_as_they_were_said() -> None:
    (found,) = suggest("Spoelen! De Straal en de kop afstand.", GUIDE, WIRE)
    assert sorted(found.because) == ["Spoelen", "Straal", "kop afstand"]
    assert found.score == 1 - 0.5**3


def test_more_evidence_comes_first() -> None:
    found = suggest("De Ra hangt af van spoelen en straal.", GUIDE, WIRE)
    assert [s.topic for s in found] == ["spoelen", "ruwheid"]
    assert found[0].score > found[1].score


def test_with_equal_evidence_the_module_comes_first() -> None:
    assert topics("Zuiging in de bak.", WIRE) == ["vloeistof", "zinkspoelen"]
    assert topics("Zuiging in de bak.", SINK) == ["zinkspoelen", "vloeistof"]


def test_one_word_counts_once_whatever_the_number_of_stems_in_it() -> None:
    topic = Topic("x", "X", ("spoeld", "spoeldruk"))
    guide = replace(GUIDE, modules=(replace(WIRE, topics=(topic,)),))
    (found,) = suggest("De spoeldruk.", guide, guide.modules[0])
    assert (found.because, found.score) == (("spoeldruk",), 0.5)
