"""The present moment, as it is stored."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)
