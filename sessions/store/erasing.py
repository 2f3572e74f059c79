"""Erasing for real: what was deleted is neither in the search index nor in the file any more."""

from sessions.errors import ProgrammeLocked
from sessions.i18n import gettext as _
from sessions.store.store import Store
from sessions.store.tables import SEARCH_INDEX


def erase_for_real(store: Store) -> None:
    """Rebuild what may still hold deleted text. Outside any transaction; raises
    :class:`~sessions.errors.ProgrammeLocked` where another process writes, or reads what was before."""
    store.execute(f"insert into {SEARCH_INDEX}({SEARCH_INDEX}) values ('rebuild')")
    _move_into_file(store)
    store.execute("vacuum")
    _move_into_file(store)


def _move_into_file(store: Store) -> None:
    """SQLite does not raise where a reader is in the way: it says so."""
    if store.rows("pragma wal_checkpoint(truncate)")[0]["busy"]:
        raise ProgrammeLocked(
            _("{path} still holds what was taken out: another program is reading it.").format(
                path=store.path
            ),
            _(
                "Close other windows of Vakborg on this programme, then strike one more moment: it goes with that."
            ),
        )
