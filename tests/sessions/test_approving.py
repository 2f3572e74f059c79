"""An approval is of an exact text: what changed after it is not approved."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sessions.approving import approved, held_back, version_of
from sessions.fragments import AnswerReading
from sessions.received import Wish
from sessions.release import Approval, Approved, Release
from sessions.transcript import Role
from tests.exports.conftest import Q_WIRE, Talk

WHEN = datetime(2026, 3, 12, tzinfo=UTC)


def told() -> AnswerReading:
    talk = Talk().answer(Q_WIRE)
    talk.says("Een slechte klos herken je aan de krul.")
    talk.says("De klant Geheim wil dat niet.")
    return talk.reading.answers[0]


def with_first(answer: AnswerReading, **changes: object) -> AnswerReading:
    first, *others = answer.fragments
    changed = replace(first, segment=replace(first.segment, **changes))  # type: ignore[arg-type]
    return replace(answer, fragments=(changed, *others))


def approval(version: str, days: int = 0, id_: int = 1) -> Approval:
    return Approval(1, 1, version, WHEN + timedelta(days=days), id=id_)


def test_silence_is_not_yet() -> None:
    assert approved(told(), []) is Approved.NOT_YET


def test_a_changed_word_is_not_what_was_approved() -> None:
    answer = told()
    given = [approval(version_of(answer))]
    assert approved(answer, given) is Approved.AS_IT_IS
    assert approved(with_first(answer, text="Een goede klos."), given) is Approved.CHANGED


def test_striking_changes_what_was_approved_and_releasing_does_not() -> None:
    answer = told()
    given = [approval(version_of(answer))]
    assert approved(with_first(answer, release=Release.FREE), given) is Approved.AS_IT_IS
    assert approved(with_first(answer, release=Release.STRUCK), given) is Approved.CHANGED


def test_the_version_is_of_the_words_wherever_fragments_begin_and_end() -> None:
    answer = told()
    one, other = (f.segment.text for f in answer.fragments)
    joined = with_first(replace(answer, fragments=answer.fragments[:1]), text=f"{one} {other}", id=99)
    assert version_of(joined) == version_of(answer)


def test_the_version_says_nothing_of_what_was_struck() -> None:
    struck = with_first(told(), release=Release.STRUCK)
    assert version_of(struck) == version_of(with_first(struck, text="iets heel anders"))


def test_the_latest_approval_counts_whatever_the_order() -> None:
    answer = told()
    older, newer = approval("ab" * 32), approval(version_of(answer), days=1, id_=2)
    assert approved(answer, [newer, older]) is Approved.AS_IT_IS
    assert approved(answer, [approval(version_of(answer)), approval("ab", id_=2)]) is Approved.CHANGED


def test_what_the_expert_keeps_back_goes_no_further_than_it_does() -> None:
    internal, never = (Approval(1, 1, "", WHEN, wish) for wish in (Wish.INTERNAL, Wish.NOT_TO_USE))
    segment = told().fragments[0].segment
    struck = replace(segment, release=Release.STRUCK)
    assert held_back(internal, segment, Release.PARTNERS)
    assert not held_back(internal, struck, Release.INTERNAL)
    assert held_back(never, struck, Release.INTERNAL)
    assert not held_back(never, replace(segment, release=Release.FREE), Release.PARTNERS)
    assert not held_back(never, replace(struck, role=Role.INTERVIEWER), Release.INTERNAL)
    assert not held_back(None, segment, Release.FREE)
    assert not held_back(replace(internal, wish=Wish.RIGHT), segment, Release.FREE)
