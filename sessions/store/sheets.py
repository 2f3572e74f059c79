"""The files that were made for experts to read back, and what came of each."""

from dataclasses import replace

from sessions.edits import Edit, EditState
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
    sheet = store.first(Sheet, mark=mark.strip().casefold())
    return standing(store, sheet) if sheet else None


def sheets(store: Store, session: Session) -> list[Sheet]:
    """Every file that was made of ``session``, newest first."""
    return [standing(store, sheet) for sheet in reversed(store.all(Sheet, session_id=session.id))]


def standing(store: Store, sheet: Sheet) -> Sheet:
    """``sheet`` as far as what came back still holds: as if it had not, where that was undone."""
    edits = [former.edit_id for former in sheet.earlier[1:]] + [sheet.edit_id]
    undone = [n for n, id_ in enumerate(edits) if id_ and _is_undone(store, id_)]
    if not undone:
        return sheet
    former = sheet.earlier[undone[0]]
    return replace(
        sheet,
        back=former.back,
        back_at=former.back_at,
        modified=former.modified,
        taken_in=sheet.taken_in[: undone[0]],
        edit_id=former.edit_id,
        earlier=sheet.earlier[: undone[0]],
    )


def _is_undone(store: Store, edit_id: int) -> bool:
    edit = store.first(Edit, id=edit_id)
    return edit is not None and edit.state in (EditState.UNDONE, EditState.TAKEN_BACK)
