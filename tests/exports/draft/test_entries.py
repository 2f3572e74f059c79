"""What stands in a draft, without its words."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from exports.draft.entries import digest, entries, is_folded, is_standing, printed
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
from sessions.release import Approved
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
    assert {key[0] for key in keys} == {"n", "s", "v", "p", "c", "d", "q", "a", "g"}
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
    assert not any(char.isdigit() for char in found["s:77"].entry.place)  # of the one that it stands with
    assert not is_folded(found[f"s:{statement.source.segment_id}"].entry.place)


def test_what_only_stands_beside_the_others_in_a_comparison_is_not_in_it(draft: Draft) -> None:
    (comparison,) = draft.comparisons
    beside = replace(comparison, rows=tuple(replace(r, verdict=Verdict.BESIDE) for r in comparison.rows))
    keys = {e.key[0] for e in entries(replace(draft, comparisons=(beside,)))}
    assert "d" not in keys


def test_two_cases_without_a_title_are_two_and_a_renamed_one_is_changed(draft: Draft) -> None:
    cases = (CaseBlock("", "Vonk", id=1), CaseBlock("", "Vonk", id=2))
    two = replace(draft, assignment=replace(draft.assignment, cases=cases))
    keys = {e.key: e.digest for e in entries(two) if e.key[0] == "c"}
    assert set(keys) == {"c:1", "c:2"}
    renamed = replace(two, assignment=replace(two.assignment, cases=(replace(cases[0], title="Matrijs"),)))
    (now,) = (e for e in entries(renamed) if e.key[0] == "c")
    assert now.key == "c:1"
    assert now.digest != keys["c:1"]


def test_what_the_guide_says_and_whether_answers_were_approved_is_in_it(draft: Draft) -> None:
    (session, *others) = draft.sources
    (answer, *rest) = session.answers
    agreed = replace(session, answers=(replace(answer, approved=Approved.AS_IT_IS), *rest))
    for other, key in (
        (replace(draft, goals=("Iets anders.",)), "g:goals"),
        (replace(draft, level="gevorderd"), "g:level"),
        (replace(draft, assignment=replace(draft.assignment, text="Anders")), "g:assignment"),
        (replace(draft, sources=(agreed, *others)), f"a:{answer.code}"),
    ):
        before = {e.key: e.digest for e in entries(draft)}
        assert [e.key for e in entries(other) if before[e.key] != e.digest] == [key]


def test_what_an_expert_is_called_is_in_it_as_a_digest_only(draft: Draft) -> None:
    named = {e.key: e for e in entries(draft) if e.key.startswith("n:")}
    assert set(named) == {f"n:{voice.code}" for voice in draft.voices}
    assert {e.digest for e in named.values()} == {digest(voice.name) for voice in draft.voices}
    assert not any(e.segments for e in named.values())
    assert all(is_standing(key) for key in named)
    assert {p.text for p in printed(draft) if p.entry.key.startswith("n:")} == {v.code for v in draft.voices}
