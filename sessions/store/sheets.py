"""The files that were made for experts to read back, and what came of each."""

from sessions.interview import Session
from sessions.sheet import Sheet
from sessions.store.store import Store


def add(store: Store, sheet: Sheet) -> Sheet:
    """Remember a file that is about to be written; returns it with its id."""
    return store.add(sheet)


def drop(store: Store, sheet: Sheet) -> None:
    """Forget one that could not be written after all."""
    store.delete(sheet)


def sheet_of(store: Store, mark: str) -> Sheet | None:
    """The file with this mark, whatever its case; None where this programme made none."""
    return store.first(Sheet, mark=mark.strip().casefold())


def sheets(store: Store, session: Session) -> list[Sheet]:
    """Every file that was made of ``session``, newest first."""
    return list(reversed(store.all(Sheet, session_id=session.id)))
