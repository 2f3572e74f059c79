"""A connection to a programme's database, and plain reading and writing of the domain's types.

One connection belongs to one thread; the interface, the recorder and the worker each open their own.
What belongs together is written in one :meth:`Store.immediate` block.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from sqlite_utils import Database

from sessions.errors import DamagedProgramme, NewerProgramme, UnknownName
from sessions.i18n import gettext as _
from sessions.store.failures import database_errors, row_errors
from sessions.store.migrations import KNOWN_MIGRATIONS, migrations
from sessions.store.rows import from_row, to_row
from sessions.store.tables import APPLICATION_ID, TABLES

BUSY_SECONDS = 10.0


class Stored(Protocol):
    """Anything that is kept in a table of its own."""

    @property
    def id(self) -> int: ...


T = TypeVar("T", bound=Stored)


class Store:
    """An open database. Raises the :class:`~sessions.errors.ProgrammeError` family, never SQLite's own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with database_errors(path):
            self._db = Database(_connect(path), execute_plugins=False)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def _prepare(self) -> None:
        _refuse_strangers(self._db, self.path)
        for pragma in ("journal_mode = wal", "synchronous = full", "foreign_keys = on", "secure_delete = on"):
            self._db.execute(f"pragma {pragma}")
        if migrations.pending(self._db):
            with self.immediate():
                self._db.execute(f"pragma application_id = {APPLICATION_ID}")
                migrations.apply(self._db)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; safe to call twice."""
        self._db.close()

    @contextmanager
    def immediate(self) -> Iterator[None]:
        """One transaction that holds the write lock from its start; a block inside another joins it.

        A read that decides a write belongs in here: with SQLite's default, two processes that read
        first and write later fail with "database is locked", whatever the busy timeout.
        """
        with database_errors(self.path):
            if self._db.conn.in_transaction:
                yield
                return
            self._db.execute("begin immediate")
            try:
                yield
                self._db.execute("commit")
            except BaseException:
                self._db.rollback()
                raise

    def rows(self, sql: str, values: Iterable[Any] = ()) -> list[dict[str, Any]]:
        """What a statement gives, each row as column names to values."""
        with database_errors(self.path):
            return list(self._db.query(sql, tuple(values)))

    def execute(self, sql: str, values: Iterable[Any] = ()) -> int:
        """Run a statement; returns how many rows it changed."""
        with database_errors(self.path):
            return self._db.execute(sql, tuple(values)).rowcount

    def add(self, thing: T) -> T:
        """Store something new; returns it as stored, with its id."""
        return self.add_all([thing])[0]

    def add_all(self, things: Iterable[T]) -> list[T]:
        """Store several new things of one kind, all or none; returns them with their ids."""
        with self.immediate():
            return [self._insert(thing) for thing in things]

    def _insert(self, thing: T) -> T:
        row = to_row(thing)
        columns = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        cursor = self._db.execute(
            f"insert into {TABLES[type(thing)]} ({columns}) values ({marks})", tuple(row.values())
        )
        return from_row(type(thing), {**row, "id": cursor.lastrowid})

    def save(self, thing: T) -> T:
        """Write back something that has an id; returns it as stored."""
        with self.immediate():
            row = to_row(thing)
            columns = ", ".join(f'"{name}" = ?' for name in row if name != "id")
            values = [value for name, value in row.items() if name != "id"]
            self._db.execute(f"update {TABLES[type(thing)]} set {columns} where id = ?", (*values, thing.id))
        return from_row(type(thing), {**row, "id": thing.id})

    def delete(self, thing: Stored) -> None:
        """Remove something and all that hangs below it."""
        with self.immediate():
            self._db.execute(f"delete from {TABLES[type(thing)]} where id = ?", (thing.id,))

    def get(self, kind: type[T], id_: int) -> T:
        """The ``kind`` with this id; raises :class:`UnknownName`."""
        if found := self.all(kind, id=id_):
            return found[0]
        raise UnknownName(_("{kind} {id} is not in this programme.").format(kind=kind.__name__, id=id_))

    def first(self, kind: type[T], **where: Any) -> T | None:
        """The oldest ``kind`` with these values, if any."""
        return next(iter(self.all(kind, **where)), None)

    def all(self, kind: type[T], **where: Any) -> list[T]:
        """Every ``kind`` with these values (a list or tuple means any of them), oldest first."""
        sql, values = _where(where)
        return self._things(kind, f"select * from {TABLES[kind]}{sql} order by id", values)

    def count(self, kind: type[Stored], **where: Any) -> int:
        """How many of ``kind`` have these values."""
        sql, values = _where(where)
        return int(self.rows(f"select count(*) as n from {TABLES[kind]}{sql}", values)[0]["n"])

    def all_below(
        self, kind: type[T], parent: type, link: str, column: str, values: Iterable[Any]
    ) -> list[T]:
        """Every ``kind`` whose ``link`` is the id of a ``parent`` with one of ``values`` in ``column``."""
        given = list(values)
        sql = (
            f"select child.* from {TABLES[kind]} child join {TABLES[parent]} parent on parent.id = child.{link}"
            f" where parent.{column} in ({', '.join('?' * len(given))}) order by child.id"
        )
        return self._things(kind, sql, given)

    def _things(self, kind: type[T], sql: str, values: Iterable[Any]) -> list[T]:
        with row_errors(self.path):
            return [from_row(kind, row) for row in self.rows(sql, values)]


def _where(where: dict[str, Any]) -> tuple[str, list[Any]]:
    if not where:
        return "", []
    tests, values = [], []
    for name, value in where.items():
        several = list(value) if isinstance(value, list | tuple | set) else None
        tests.append(
            f'"{name}" in ({", ".join("?" * len(several))})' if several is not None else f'"{name}" is ?'
        )
        values.extend(several if several is not None else [value])
    return " where " + " and ".join(tests), values


def _connect(path: Path) -> sqlite3.Connection:
    timeout = float(os.environ.get("VAKBORG_BUSY_SECONDS", BUSY_SECONDS))
    return sqlite3.connect(path, timeout=timeout, isolation_level=None)


def _refuse_strangers(db: Database, path: Path) -> None:
    if not db.table_names():
        return
    if db.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
        raise DamagedProgramme(
            _("{path} is not a sound Vakborg database.").format(path=path),
            _("Put back the folder from your last backup; leave the damaged one where it is."),
        )
    if unknown := {m.name for m in migrations.applied(db)} - KNOWN_MIGRATIONS:
        raise NewerProgramme(
            _("This programme was made by a newer version of Vakborg ({what}).").format(
                what=", ".join(sorted(unknown))
            ),
            _("Install the newest version, then open it again; nothing was changed."),
        )
