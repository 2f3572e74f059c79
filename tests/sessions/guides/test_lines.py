"""Lines of keys and values."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import sessions.guides
from sessions.guides.lines import Place, locate, nearest_line
from tests.sessions.guides.small import SMALL, line_with

ODD = '''\
# [not.a.header]
"quoted key" = 1  # "not a string
a.b.'c d' = [1.5, -2, 1979-05-27T07:32:00Z,
  # a comment with ] and "
  [ "x]", '\\', """
over
lines""" ],
  { k = 1, l.m = ["y"] },
]
long = \'\'\'
key = "inside a string"
[header.inside.a.string]
\'\'\'
after = """a "quoted" word\\""" and ""\\""""

  [ spaced . out ]
  k = true
[[arr]]
k = 1
[[arr.sub]]
[[arr.sub]]
k = 2
[arr.sub.deep]
k = 3
[[arr]]
[arr.one]
k = { e = {} , f = [] }
'''


def places(value: Any, at: Place = ()) -> Iterator[Place]:
    """The place of each thing inside ``value``."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in items:
        yield (*at, key)
        yield from places(one, (*at, key))


def implied_by_dots(place: Place) -> bool:
    """Tables that only a dotted key or a longer header makes are written nowhere themselves."""
    return place in {("a",), ("a", "b"), ("a", "b", "c d", 4, "l"), ("spaced",)}


@pytest.mark.parametrize("text", [SMALL, ODD], ids=["small", "odd"])
def test_knows_every_place_and_no_other(text: str) -> None:
    written = {p for p in places(tomllib.loads(text)) if not implied_by_dots(p)}
    assert set(locate(text)) == written


def test_knows_every_place_of_each_bundled_guide() -> None:
    for path in Path(sessions.guides.__file__).parent.glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        assert set(locate(text)) == set(places(tomllib.loads(text)))


@pytest.mark.parametrize(
    ("place", "part"),
    [
        (("quoted key",), "quoted key"),
        (("a", "b", "c d"), "a.b."),
        (("a", "b", "c d", 2), "a.b."),
        (("a", "b", "c d", 3), "x]"),
        (("a", "b", "c d", 4, "l", "m", 0), "l.m"),
        (("long",), "long ="),
        (("after",), "after ="),
        (("spaced", "out", "k"), "k = true"),
        (("arr", 0, "sub", 1, "k"), "k = 2"),
        (("arr", 0, "sub", 1, "deep", "k"), "k = 3"),
        (("arr", 1, "one"), "[arr.one]"),
    ],
)
def test_tells_the_line(place: Place, part: str) -> None:
    assert locate(ODD)[place] == line_with(ODD, part)


def test_a_missing_key_is_at_the_table_that_should_hold_it() -> None:
    lines = locate(SMALL)
    assert nearest_line(lines, ("modules", 0, "topics", 1, "esco")) == line_with(SMALL, '"uitvaller"') - 1
    assert nearest_line(lines, ("nothing",)) == 1
