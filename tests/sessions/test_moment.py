"""The present, as it is stored."""

from datetime import UTC, datetime, timedelta

from sessions.moment import now


def test_now_is_the_present_in_utc_to_the_second() -> None:
    moment = now()
    assert moment.tzinfo is UTC
    assert moment.microsecond == 0
    assert timedelta(0) <= datetime.now(UTC) - moment < timedelta(seconds=5)
