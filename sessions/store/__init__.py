"""The database of a programme: types in, types out; SQLite stays inside."""

from sessions.store.store import Store

__all__ = ["Store"]
