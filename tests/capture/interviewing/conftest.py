"""What tests of a conversation begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sessions.interview import Session
from sessions.programme import Programme, create_programme
from sessions.store import Store
from tests.builders import add_session
from tests.sound import sound

__all__ = ["sound"]


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """An empty programme."""
    return create_programme(tmp_path / "edm")


@pytest.fixture
def store(programme: Programme) -> Iterator[Store]:
    """Its database."""
    with programme.store() as opened:
        yield opened


@pytest.fixture
def session(store: Store) -> Session:
    """A session that has just begun."""
    return add_session(store, "Jan", "Noord")
