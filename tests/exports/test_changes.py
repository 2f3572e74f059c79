"""What is new in a draft since an earlier one."""

from dataclasses import replace

from exports.changes import Change, Changed, changes
from exports.draft.entries import entries, is_standing
from exports.draft.model import Draft, Statement
from sessions.exported import Entry
from sessions.facets import Facet
from sessions.release import Release
from tests.exports.conftest import Q_WIRE, Talk, shows
from tests.exports.drafting import draft_of


def one(change: Change, draft: Draft, before: Draft) -> Changed:
    """The only change, which must be of this sort."""
    (found,) = changes(entries(before), draft).all
    assert found.change is change
    return found


def test_who_is_new_or_gone_shows_in_what_was_said_only(anna: Talk, bert: Talk) -> None:
    both, one_of_them = draft_of(anna, bert), draft_of(bert)
    found = (*changes(entries(both), one_of_them).all, *changes(entries(one_of_them), both).all)
    assert found
    assert not [c for c in found if is_standing(c.entry.key)]


def without(entry_keys: set[str], draft: Draft) -> list[Entry]:
    return [entry for entry in entries(draft) if entry.key not in entry_keys]


def test_the_same_draft_has_no_changes(anna: Talk, bert: Talk) -> None:
    draft = draft_of(anna, bert)
    assert entries(draft)
    assert changes(entries(draft), draft).all == ()


def test_what_was_said_since_is_new_with_its_reference_text_and_place(anna: Talk) -> None:
    before = draft_of(anna)
    anna.answer(Q_WIRE).says("Bij hardmetaal neem ik messing.", tags=[shows(Facet.LIMIT)])
    found = one(Change.NEW, draft_of(anna), before)
    assert (found.text, found.reference) == ("Bij hardmetaal neem ik messing.", "A1·04 00:00")
    assert (found.entry.place, found.was) == ("draadkeuze/limit", "")


def test_a_text_that_was_corrected_is_told_once(bert: Talk) -> None:
    before = draft_of(bert)
    corrected = with_segment(bert, text="Ik gebruik altijd gecoate draad.")
    assert one(Change.TEXT, draft_of(corrected), before).text == "Ik gebruik altijd gecoate draad."


def test_what_stands_elsewhere_says_where_it_stood(bert: Talk) -> None:
    before = draft_of(bert)
    moved = with_segment(bert, facet=Facet.REASON, facet_settled=True)
    found = one(Change.MOVED, draft_of(moved), before)
    assert (found.was.split("/")[0], found.entry.place) == ("draadkeuze", "draadkeuze/what")
    assert found.was != found.entry.place


def test_what_was_taken_back_is_told_without_its_words(anna: Talk, bert: Talk) -> None:
    before = draft_of(anna, bert)
    said = bert.answers[0].fragments[0]
    found = [c for c in changes(entries(before), draft_of(anna)).of(Change.GONE) if c.entry.key[0] == "s"]
    assert said.segment.id in {id_ for c in found for id_ in c.entry.segments}
    assert {(c.text, c.reference) for c in found} == {("", "")}


def test_a_fragment_that_was_split_or_joined_counts_as_changed(bert: Talk) -> None:
    before = draft_of(bert)
    old = bert.answers[0].fragments[0].segment.id
    pieces = with_segment(bert, id=9001)
    found = changes(entries(before), draft_of(pieces), {9001: (old,)})
    assert [c.change for c in found.all] == []  # heard again in the same words: nothing to do
    shorter = with_segment(bert, id=9001, text="Ik gebruik gecoate draad.")
    assert [c.change for c in changes(entries(before), draft_of(shorter), {9001: (old,)}).all] == [
        Change.TEXT
    ]
    joined = {9001: (old, 9000)}
    earlier = [*entries(before), Entry("s:9000", "draadkeuze/said", "0")]
    assert [c.change for c in changes(earlier, draft_of(pieces), joined).all] == [Change.TEXT]


def test_a_source_that_was_folded_moves_and_its_words_are_not_compared(bert: Talk) -> None:
    draft = draft_of(bert)
    topic = next(t for t in draft.topics if t.sections)
    section = topic.sections[0]
    first = section.paragraphs[0].statements[0]
    also = replace(first.source, segment_id=77, code="C1·01", spoken="Bijna hetzelfde.")
    folded = with_statement(draft, replace(first, also=(also,)))
    alone = with_statement(draft, first, Statement("Bijna, tsja, hetzelfde.", also))
    found = one(Change.MOVED, folded, alone)
    assert (found.entry.key, found.reference) == ("s:77", "C1·01 00:00")
    assert one(Change.MOVED, alone, folded).entry.key == "s:77"


def test_what_may_go_to_fewer_people_is_gone_for_them(bert: Talk) -> None:
    before = draft_of(bert, audience=Release.FREE)
    closed = with_segment(bert, release=Release.PARTNERS)
    assert one(Change.GONE, draft_of(closed, audience=Release.FREE), before).text == ""


def with_segment(talk: Talk, **fields: object) -> Talk:
    """The talk with its first fragment changed."""
    answer, *rest = talk.answers
    first, *others = answer.fragments
    changed = replace(first, segment=replace(first.segment, **fields))  # type: ignore[arg-type]
    answers = [replace(answer, fragments=(changed, *others)), *rest]
    decided = talk.decided | {changed.segment.id}
    made = replace(talk, answers=answers, decided=decided)
    made.session = talk.session
    return made


def with_statement(draft: Draft, *statements: Statement) -> Draft:
    """The draft with only these statements, in the first section that has any."""
    topic = next(t for t in draft.topics if t.sections)
    section = topic.sections[0]
    paragraph = replace(section.paragraphs[0], statements=statements)
    told = replace(topic, sections=(replace(section, paragraphs=(paragraph,)),))
    return replace(draft, topics=(told,), comparisons=())
