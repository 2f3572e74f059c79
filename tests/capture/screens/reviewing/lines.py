"""A fragment of a real programme with something to settle in it."""

from dataclasses import replace
from typing import Any

from capture.reviewing.state import Line
from sessions.interview import Session
from sessions.programme import Programme
from sessions.store.reading import read_sessions

SAID = "Ik zet het startgat altijd drie millimeter naast de contour, want anders beschadig je de wand."


def a_line(programme: Programme, **beside: Any) -> Line:
    """The fragment that says :data:`SAID`, with this beside it."""
    with programme.store() as store:
        fragment = read_sessions(store)[0].answers[0].fragments[1]
    assert fragment.segment.text == SAID
    return replace(Line(fragment), **beside)


def session_of(line: Line) -> Session:
    return line.fragment.session
