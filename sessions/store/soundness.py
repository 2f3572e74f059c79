"""Whether the database itself is whole."""

from sessions.errors import DamagedProgramme
from sessions.i18n import gettext as _
from sessions.store.store import Store
from sessions.store.tables import SEARCH_INDEX


def database_findings(store: Store) -> list[str]:
    """What is wrong with the database, in words; empty where it is whole."""
    findings = [
        _("The database is damaged: {what}").format(what=row["integrity_check"])
        for row in store.rows("pragma integrity_check")
        if row["integrity_check"] != "ok"
    ]
    findings += [
        _("A row of {table} points at something that is gone.").format(table=row["table"])
        for row in store.rows("pragma foreign_key_check")
    ]
    return findings + _search_findings(store)


def _search_findings(store: Store) -> list[str]:
    try:
        store.execute(f"insert into {SEARCH_INDEX}({SEARCH_INDEX}, rank) values ('integrity-check', 1)")
    except DamagedProgramme:
        return [_("The search index does not match the text.")]
    return []
