"""What the worker tells, as one line each."""

import json
from typing import get_args

import pytest

from transcripts import events

EXAMPLES = (
    events.Loading("small", "cpu"),
    events.Ready(12.5, "openai", "Geen plaats."),
    events.Started(3, 60.0, 12.25),
    events.Progressed(3, 30.0, 4.5),
    events.Finished(3, 12),
    events.Failed(3, 'De opname\nhoudt "op" \x1b[2J', True),
    events.Stopped("DiskFull", "Vol: é \ud800", "Maak ruimte."),
    events.Idle(),
    events.Done(),
)


def test_there_is_an_example_of_every_event() -> None:
    assert {type(example) for example in EXAMPLES} == set(get_args(events.Event))


@pytest.mark.parametrize("event", EXAMPLES, ids=lambda e: type(e).__name__)
def test_every_event_survives_its_line(event: events.Event) -> None:
    line = events.encode(event)
    assert "\n" not in line
    assert line.isascii()
    assert events.decode(line) == event


@pytest.mark.parametrize(
    "line",
    ["", "Loading model…", "{", "[]", "3", "null", "{}", '{"event": "Weg"}', '{"event": "Ready"}',
     '{"event": "Done", "more": 1}', json.dumps({"event": ["Done"]})],
)  # fmt: skip
def test_anything_else_is_refused(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json raises its own kind of it
        events.decode(line)
