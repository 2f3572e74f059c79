"""The example, rendered once for all tests of its blocks."""

import pytest

from tests.exports.word.example import empty, example
from tests.exports.word.opened import Opened, opened


@pytest.fixture(scope="session")
def whole() -> Opened:
    """A draft with every part."""
    return opened(example())


@pytest.fixture(scope="session")
def bare() -> Opened:
    """A draft about which nobody said anything."""
    return opened(empty())
