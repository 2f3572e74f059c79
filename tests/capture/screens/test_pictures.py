from functools import cache

import pytest

from tests.capture.screens.pictures import SCENES, draw, kept

drawn = cache(draw)
IN_ENGLISH = ("recording", "consent")


@pytest.mark.parametrize(
    ("name", "language"),
    [*((name, "nl") for name in SCENES), *((name, "en") for name in IN_ENGLISH)],
)
def test_a_screen_looks_as_it_did(name: str, language: str) -> None:
    """Where the change is meant: look at the difference, and keep it with VAKBORG_PICTURES=keep."""
    picture = drawn(language, *(IN_ENGLISH if language == "en" else ()))[name]
    assert picture == kept(name, language, picture)
