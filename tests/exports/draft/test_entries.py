"""What stands in a draft, without its words."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from exports.draft.entries import entries, is_folded, printed
from exports.draft.model import (
    CaseBlock,
    Comparison,
    ComparisonRow,
    Draft,
    Picture,
    Position,
    Quote,
    ValueRow,
    Verdict,
)
from tests.exports.conftest import Talk
from tests.exports.drafting import draft_of


@pytest.fixture
def draft(anna: Talk, bert: Talk) -> Draft:
    """A draft with one of each thing that the ledger knows."""
    made = draft_of(anna, bert)
    said = list(made.statements())
    row = ValueRow("draad", "0,1", "mm", "", "staal", "", "messing", "", "nooit", said[0])
    pictures = (Picture(PurePosixPath("attachments/A1/krul.jpg"), "De krul", "A1·01"),)
    topic = next(t for t in made.topics if t.sections)
    section = replace(topic.sections[0], values=(row, replace(row, number="0,2")))
    told = replace(topic, sections=(section, *topic.sections[1:]), pictures=pictures)
    positions = tuple(Position(s.source.voice, (s,)) for s in (said[-1], said[0]))
    comparison = Comparison("M3-V1", "Welke draad?", (), (ComparisonRow(Verdict.DIFFER, positions),))
    case = CaseBlock("Stempel", "Vonk Noord", material="staal")
    return replace(
        made,
        topics=tuple(told if t is topic else t for t in made.topics),
        comparisons=(comparison,),
        quote=Quote((said[0],)),
        assignment=replace(made.assignment, cases=(case,)),
    )


def test_every_statement_is_in_it_where_it_stands(draft: Draft) -> None:
    found = {entry.key: entry.place for entry in entries(draft)}
    for statement in draft.statements():
        topic, _slash, kind = found[f"s:{statement.source.segment_id}"].partition("/")
        assert topic in {t.slug for t in draft.topics}
        assert kind


def test_values_pictures_cases_differences_and_the_quote_are_in_it(draft: Draft) -> None:
    first = next(draft.statements()).source.segment_id
    keys = [entry.key for entry in entries(draft)]
    assert {f"v:{first}:1", f"v:{first}:2", f"q:{first}"} <= set(keys)
    assert {key[0] for key in keys} == {"s", "v", "p", "c", "d", "q"}
    (difference,) = (entry for entry in entries(draft) if entry.key[0] == "d")
    assert difference.place == "comparison/differ"
    assert first in difference.segments
    assert len(keys) == len(set(keys))


def test_no_word_of_what_was_said_is_in_it(draft: Draft) -> None:
    kept = " ".join(f"{e.key} {e.place} {e.digest}" for e in entries(draft)).casefold()
    slugs = " ".join(t.slug for t in draft.topics)
    said = {word.strip(".,").casefold() for s in draft.statements() for word in s.text.split()}
    long = {word for word in said if len(word) > 4 and word not in slugs}
    assert long
    assert not [word for word in long if word in kept]
    assert "krul" not in kept
    assert "stempel" not in kept


def test_another_context_of_a_value_is_another_digest(draft: Draft) -> None:
    one, two = (e.digest for e in entries(draft) if e.key[0] == "v")
    assert one != two


def test_a_folded_source_says_with_which_statement_it_stands(draft: Draft) -> None:
    topic = next(t for t in draft.topics if t.sections)
    section = next(s for s in topic.sections if s.paragraphs)
    statement = section.paragraphs[0].statements[0]
    also = replace(statement.source, segment_id=77)
    paragraph = replace(section.paragraphs[0], statements=(replace(statement, also=(also,)),))
    folded = replace(topic, sections=(replace(section, paragraphs=(paragraph,)),))
    found = {p.entry.key: p for p in printed(replace(draft, topics=(folded,), comparisons=()))}
    assert is_folded(found["s:77"].entry.place)
    assert found["s:77"].entry.place.endswith(f":{statement.source.segment_id}")
    assert not is_folded(found[f"s:{statement.source.segment_id}"].entry.place)
