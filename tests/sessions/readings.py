"""Fragments of a programme, for tests."""

from sessions.fragments import Fragment
from sessions.programme import Programme
from sessions.store.reading import read_sessions


def all_fragments(programme: Programme) -> list[Fragment]:
    """Every fragment of every session."""
    with programme.store() as store:
        return [f for s in read_sessions(store) for a in s.answers for f in a.fragments]
