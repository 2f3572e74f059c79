"""Who speaks, and what they permit."""

from datetime import UTC, datetime

import pytest

from sessions.people import Consent, Permission, expert_code, latest, may, refused

EARLY, LATE = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("number", "code"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_codes_go_on_after_z(number: int, code: str) -> None:
    assert expert_code(number) == code


def test_codes_never_repeat() -> None:
    codes = [expert_code(n) for n in range(2000)]
    assert len(set(codes)) == 2000


def test_silence_is_no() -> None:
    assert not may(Permission.NAMED_QUOTE, [])


def test_each_permission_stands_by_itself() -> None:
    given = [Consent(1, Permission.RECORDING, given=True, at=EARLY)]
    assert may(Permission.RECORDING, given)
    assert not may(Permission.CLIP, given)


def test_the_latest_word_holds_whatever_the_order() -> None:
    given = Consent(1, Permission.CLIP, given=True, at=EARLY)
    withdrawn = Consent(1, Permission.CLIP, given=False, at=LATE)
    assert not may(Permission.CLIP, [withdrawn, given])


def test_of_two_in_one_second_the_one_stored_last_holds() -> None:
    given = Consent(1, Permission.CLIP, given=True, at=EARLY, id=7)
    withdrawn = Consent(1, Permission.CLIP, given=False, at=EARLY, id=8)
    assert not may(Permission.CLIP, [withdrawn, given])


def test_silence_is_no_refusal_and_a_no_is() -> None:
    no = Consent(1, Permission.CLIP, given=False, at=EARLY)
    assert not refused(Permission.CLIP, [])
    assert refused(Permission.CLIP, [no])
    assert latest([no]) == {Permission.CLIP: no}
