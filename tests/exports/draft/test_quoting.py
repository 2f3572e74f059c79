"""The golden quote that opens a module."""

from exports.draft.quoting import golden_quote
from sessions.fragments import Fragment
from sessions.release import Approved, Release
from tests.exports.conftest import BERT, Q_TABLE, Q_WIRE, SOUTH, Talk, accepted
from tests.exports.drafting import basis_of


def quoted(*talks: Talk, golden: list[Fragment], approved: dict[int, Approved] | None = None) -> list[str]:
    marked = frozenset(f.segment.id for f in golden)
    quote = golden_quote(basis_of(*talks, golden=marked, approved=approved or {}))
    return [s.text for s in quote.statements] if quote else []


def test_where_nobody_marked_one_there_is_none(anna: Talk) -> None:
    assert quoted(anna, golden=[]) == []


def test_without_more_it_is_the_first_one_that_was_said() -> None:
    talk = Talk().answer(Q_WIRE)
    _first, second, third = (talk.says(text) for text in ("Een.", "Twee.", "Drie."))
    assert quoted(talk, golden=[third, second]) == ["Twee."]


def test_one_of_somebody_who_may_be_named_goes_before() -> None:
    anna, bert = Talk().answer(Q_WIRE), Talk(BERT, SOUTH, named=True).answer(Q_WIRE)
    marked = [anna.says("Van een van Noord."), bert.says("Van Bert.")]
    assert quoted(anna, bert, golden=marked) == ["Van Bert."]


def test_one_that_its_expert_agreed_to_goes_before_that() -> None:
    anna, bert = Talk().answer(Q_WIRE), Talk(BERT, SOUTH, named=True).answer(Q_WIRE)
    marked = [anna.says("Hiermee eens."), bert.says("Van Bert.")]
    agreed = {marked[0].answer.id: Approved.AS_IT_IS, marked[1].answer.id: Approved.CHANGED}
    assert quoted(anna, bert, golden=marked, approved=agreed) == ["Hiermee eens."]


def test_it_takes_along_what_it_leans_on() -> None:
    talk = Talk().answer(Q_WIRE)
    said = [talk.says(text) for text in ("Nul.", "Een draad spreekt.", "Dat hoor je.", "Dan luister ik.")]
    assert quoted(talk, golden=[said[-1]]) == ["Een draad spreekt.", "Dat hoor je.", "Dan luister ik."]


def test_one_that_cannot_be_read_without_what_another_module_has_comes_last() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Dit is iets anders.", no_topic=True)
    leaning, free = talk.says("Dat hoor je."), talk.says("Luister naar de draad.")
    assert quoted(talk, golden=[leaning, free]) == ["Luister naar de draad."]


def test_what_may_not_leave_is_no_quote() -> None:
    talk = Talk().answer(Q_TABLE)
    held = talk.says("Blijft hier.", release=Release.INTERNAL, tags=[accepted("spoelen")])
    assert quoted(talk, golden=[held]) == []
