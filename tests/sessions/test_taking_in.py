"""What a text that came back does to the fragments that stand for it, together with all that they came from."""

from dataclasses import replace
from pathlib import Path

import pytest

from sessions.approving import version_of, version_of_texts
from sessions.fragments import Fragment
from sessions.received import Placed, SaidAgain
from sessions.release import Release
from sessions.store.reading import read_sessions
from sessions.taking_in import CameBack, bunches, came_back, outcome, texts_seen
from sessions.transcript import Role
from tests.builders import make_programme
from tests.sessions.readings import all_fragments

DRAW, BREAK, SLOW = "De draad loopt strak.", "Dan breekt hij.", "Dus ga ik langzamer."


@pytest.fixture
def fragment(tmp_path: Path) -> Fragment:
    return all_fragments(make_programme(tmp_path / "leerpad"))[1]


def standing(fragment: Fragment, *texts: str) -> dict[int, Fragment]:
    """Fragments with the ids 101, 102 … that say these."""
    said = enumerate(texts, start=101)
    segments = [replace(fragment.segment, id=n, text=text, role=Role.EXPERT) for n, text in said]
    return {s.id: replace(fragment, segment=s) for s in segments}


def test_what_shares_an_heir_is_taken_in_together(fragment: Fragment) -> None:
    sent = [CameBack(n, text, text) for n, text in ((1, DRAW), (2, BREAK), (3, SLOW))]
    there = standing(fragment, f"{DRAW} {BREAK}", SLOW)
    made = bunches(sent, {1: (101,), 2: (101,), 3: (102,)}, there)
    assert [[c.segment_id for c in b.sent] for b in made] == [[1, 2], [3]]
    assert [sorted(b.of[b.now[0].segment.id]) for b in made] == [[1, 2], [3]]


def test_of_a_bunch_each_change_goes_to_the_part_with_its_words(fragment: Fragment) -> None:
    sent = [CameBack(1, f"{DRAW} {BREAK}", "De draad loopt slap. Dan knapt hij."), CameBack(2, SLOW, SLOW)]
    there = standing(fragment, DRAW, f"{BREAK} {SLOW}")
    (bunch,) = bunches(sent, {1: (101, 102), 2: (102,)}, there)
    became = outcome(bunch)
    assert [r.then for r in became.rewordings] == ["De draad loopt slap.", f"Dan knapt hij. {SLOW}"]
    assert became.seen == {101: "De draad loopt slap.", 102: f"Dan knapt hij. {SLOW}"}


def test_what_came_of_a_fragment_that_is_gone_goes_and_of_others_it_stays(fragment: Fragment) -> None:
    sent = [CameBack(1, DRAW, "", gone=True), CameBack(2, BREAK, BREAK)]
    there = standing(fragment, "De draad loopt", f"strak. {BREAK}")
    (bunch,) = bunches(sent, {1: (101, 102), 2: (102,)}, there)
    became = outcome(bunch)
    assert [r.segment_id for r in became.removals] == [101]
    assert [r.then for r in became.rewordings] == [BREAK]
    assert became.notes == ()


def test_a_change_among_other_words_altogether_is_only_noted(fragment: Fragment) -> None:
    there = standing(fragment, "Koper slijt sneller dan grafiet.")
    (bunch,) = bunches([CameBack(1, DRAW, "De draad loopt slap.")], {1: (101,)}, there)
    became = outcome(bunch)
    assert [(n.text, n.quote, n.segment_id) for n in became.notes] == [("De draad loopt slap.", DRAW, 101)]
    assert became.rewordings == ()


def test_what_is_neither_said_nor_gone_is_as_it_was() -> None:
    assert not came_back(1, DRAW, DRAW, [], gone=False).changed


def test_what_was_taken_out_and_stands_there_again_is_restored_as_it_was_sent_first() -> None:
    again = came_back(1, "", DRAW, [SaidAgain(1, DRAW, Placed.TEXT)], gone=False)
    assert (again.restored, again.sent, again.placed) == (True, DRAW, Placed.TEXT)


def test_what_was_taken_out_and_still_is_changes_nothing_more() -> None:
    assert not came_back(1, "", DRAW, [], gone=True).changed


def test_who_read_all_of_an_answer_read_its_version(tmp_path: Path) -> None:
    programme = make_programme(tmp_path / "leerpad")
    with programme.store() as store:
        answer = read_sessions(store)[0].answers[0]
    seen = {f.segment.id: f.segment.text for f in answer.fragments if f.segment.role is Role.EXPERT}
    assert version_of_texts(texts_seen(answer, set(), seen)) == version_of(answer)
    last = list(seen)[-1]
    assert version_of_texts(texts_seen(answer, {last}, seen)) != version_of(answer)
    without = [f for f in answer.fragments if f.segment.id != last]
    struck = replace(answer.fragments[-1].segment, release=Release.STRUCK)
    taken_out = replace(answer, fragments=(*without, replace(answer.fragments[-1], segment=struck)))
    assert version_of_texts(texts_seen(taken_out, {last}, seen)) == version_of(taken_out)
