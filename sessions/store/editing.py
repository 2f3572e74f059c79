"""Changing what a session holds so that it can be undone: each edit keeps what its rows held before and after.

Undo goes back in the order of a session's edits, and refuses where something else changed the same rows
since. What people did stays readable: undoing a text is a revision too.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Literal, TypeVar

from sessions.edits import Delta, Edit, EditState
from sessions.errors import ChangedSince
from sessions.i18n import gettext as _
from sessions.interview import Session
from sessions.moment import now
from sessions.release import Release
from sessions.store.reading import positions_of
from sessions.store.rows import from_row, to_row
from sessions.store.store import Store
from sessions.store.tables import TABLES
from sessions.transcript import Conflict, Revision, Segment, Tag, Transcript, TranscriptState, Value, Why
from sessions.vocabulary import Refusal

Kept = Segment | Tag | Value | Conflict | Refusal
K = TypeVar("K", Segment, Tag, Value, Conflict, Refusal)

_KINDS: dict[str, type[Kept]] = {kind.__name__: kind for kind in (Segment, Tag, Value, Conflict, Refusal)}
_ORDER = "order"
_NEVER_CHANGED = frozenset({"position", "machine_text", "words", "transcript_id"})
_BY_THE_SOUND = frozenset({"timing", "timed"})
_NOWHERE = -(10**12)


class Pencil:
    """Writes in the rows of a session, and remembers what they held. Made by :func:`editing` only."""

    def __init__(self, store: Store, edit: Edit) -> None:
        self.store = store
        self.edit = edit
        self.deltas = 0

    def save(self, thing: K) -> K:
        """Write back something changed; nothing happens where it is what it was."""
        before = self.store.get(type(thing), thing.id)
        if before == thing:
            return thing
        saved = self.store.save(thing)
        self._note(saved, _snapshot(before), _snapshot(saved))
        if isinstance(before, Segment) and isinstance(saved, Segment) and before.text != saved.text:
            self.revise(saved, before.text, saved.text, self.edit.why)
        return saved

    def add(self, thing: K) -> K:
        """Store something new."""
        added = self.store.add(thing)
        self._note(added, "", _snapshot(added))
        return added

    def add_segment(self, segment: Segment) -> Segment:
        """Store a fragment made of others; it stands nowhere until :meth:`order` places it."""
        free = self.store.rows("select min(position) as p from segment")[0]["p"]
        return self.store.add(replace(segment, position=min(free, _NOWHERE) - 1))

    def revise(self, segment: Segment, before: str, after: str, why: Why) -> None:
        """Write down in the history of ``segment`` what became of a text."""
        self.store.add(Revision(segment.id, before, after, self.edit.by, now(), why))

    def delete(self, thing: Kept) -> None:
        """Take something away."""
        self.store.delete(thing)
        self._note(thing, _snapshot(thing), "")

    def order(self, transcript_id: int, ids: Sequence[int]) -> None:
        """From now on a transcript is made of the fragments ``ids``, in this order."""
        before = order_of(self.store, transcript_id)
        if list(before) != list(ids):
            _place(self.store, transcript_id, ids)
            replaced = next((id_ for id_ in before if id_ not in ids), ids[0])
            self._keep(replaced, _ORDER, transcript_id, json.dumps(before), json.dumps(list(ids)))

    def _note(self, thing: Kept, before: str, after: str) -> None:
        _refuse_replaced(self.store, _segment_of(thing))
        self._keep(_segment_of(thing), type(thing).__name__, thing.id, before, after)

    def _keep(self, segment_id: int, kind: str, row_id: int, before: str, after: str) -> None:
        self.store.add(Delta(self.edit.id, segment_id, kind, row_id, before, after))
        self.deltas += 1


@contextmanager
def editing(
    store: Store, session: Session, by: str, why: Why, what: str, batch: str = ""
) -> Iterator[Pencil]:
    """One edit, all or nothing; one that changes nothing leaves no trace. ``what`` names it for people.

    What was undone before it cannot be done again any more.
    """
    with store.immediate():
        edit = store.add(Edit(session.id, by, now(), why, what, batch))
        pencil = Pencil(store, edit)
        yield pencil
        if not pencil.deltas:
            store.delete(edit)
            return
        for undone in store.all(Edit, session_id=session.id, state=EditState.UNDONE):
            store.save(replace(undone, state=EditState.TAKEN_BACK))


def undo(store: Store, session: Session, by: str) -> Edit | None:
    """Take back what was done last to ``session``; returns it, None where there is nothing.

    Raises :class:`~sessions.errors.ChangedSince` where it was changed in another way since.
    """
    with store.immediate():
        edit = can_undo(store, session)
        return _carry_out(store, edit, by, back=True) if edit else None


def redo(store: Store, session: Session, by: str) -> Edit | None:
    """Do again what was undone last. Raises :class:`~sessions.errors.ChangedSince`."""
    with store.immediate():
        edit = can_redo(store, session)
        return _carry_out(store, edit, by, back=False) if edit else None


def undo_batch(store: Store, batch: str, by: str) -> int:
    """Take back what was done to several sessions at once, wherever nothing was done since; how many sessions.

    Where something came after it, that session is left as it is. Without a batch there is nothing to take back.
    """
    if not batch:
        return 0
    with store.immediate():
        taken_back = 0
        for edit in store.all(Edit, batch=batch, state=EditState.DONE):
            session = store.get(Session, edit.session_id)
            last = can_undo(store, session)
            if last and last.id == edit.id:
                _carry_out(store, edit, by, back=True)
                taken_back += 1
        return taken_back


def can_undo(store: Store, session: Session) -> Edit | None:
    """What undo would take back."""
    return _standing(store, session, EditState.DONE, "desc")


def can_redo(store: Store, session: Session) -> Edit | None:
    """What redo would do again."""
    return _standing(store, session, EditState.UNDONE, "asc")


def order_of(store: Store, transcript_id: int) -> list[int]:
    """The ids of the fragments that a transcript is made of, in order of speaking."""
    return list(positions_of(store, transcript_id))


def touched(store: Store, edit: Edit) -> list[int]:
    """The ids of the fragments that an edit changed."""
    rows = store.rows(f"select distinct segment_id as id from {TABLES[Delta]} where edit_id = ?", (edit.id,))
    return [row["id"] for row in rows]


def _standing(store: Store, session: Session, state: EditState, order: Literal["asc", "desc"]) -> Edit | None:
    """The first of a session's edits in this state; one of which nothing is left, because its text was erased,
    is gone. Asked for with every page that is shown, so no other is read."""
    rows = store.rows(
        f"""select edit.* from {TABLES[Edit]} edit where session_id = ? and state = ?
            and exists (select 1 from {TABLES[Delta]} delta where delta.edit_id = edit.id)
            order by id {order} limit 1""",
        (session.id, state),
    )
    return from_row(Edit, rows[0]) if rows else None


def _carry_out(store: Store, edit: Edit, by: str, *, back: bool) -> Edit:
    deltas = store.all(Delta, edit_id=edit.id)
    for delta in reversed(deltas) if back else deltas:
        was, becomes = (delta.after, delta.before) if back else (delta.before, delta.after)
        _turn(store, replace(edit, by=by), delta, was, becomes, Why.UNDONE if back else Why.REDONE)
    return store.save(replace(edit, state=EditState.UNDONE if back else EditState.DONE))


def _turn(store: Store, edit: Edit, delta: Delta, was: str, becomes: str, why: Why) -> None:
    """One row from what it ``was`` to what it ``becomes``."""
    if delta.kind == _ORDER:
        if order_of(store, delta.row_id) != json.loads(was):
            raise _changed(edit)
        _place(store, delta.row_id, json.loads(becomes))
        return
    kind = _KINDS[delta.kind]
    there = store.first(kind, id=delta.row_id)
    if _without_times(_snapshot(there) if there else "") != _without_times(was):
        raise _changed(edit)
    if not becomes:
        store.delete(there) if there else None
    elif there is None:
        store.add(from_row(kind, json.loads(becomes)))
    else:
        row: dict[str, Any] = json.loads(becomes)
        same = isinstance(there, Segment) and there.text == row["text"]
        turned = store.save(from_row(kind, {**to_row(there), **(_without_times(becomes) if same else row)}))
        if isinstance(there, Segment) and isinstance(turned, Segment):
            _revise(store, edit, there, turned, why)


def _without_times(snapshot: str) -> dict[str, Any]:
    """A row without the times of its words: the worker may lay a text to the sound at any moment."""
    row: dict[str, Any] = json.loads(snapshot) if snapshot else {}
    return {name: value for name, value in row.items() if name not in _BY_THE_SOUND}


def _refuse_replaced(store: Store, segment_id: int) -> None:
    state = store.rows(
        f"""select transcript.state from {TABLES[Segment]} segment
            join {TABLES[Transcript]} transcript on transcript.id = segment.transcript_id
            where segment.id = ?""",
        (segment_id,),
    )
    if state and state[0]["state"] == TranscriptState.SUPERSEDED:
        raise ChangedSince(
            _("This recording was transcribed again meanwhile; what you did before was carried over."),
            _("Look at the answer again."),
        )


def _revise(store: Store, edit: Edit, before: Segment, after: Segment, why: Why) -> None:
    """Write down what became of the text; of what was struck, or is not any more, whether it can be read."""
    texts = before.text, after.text
    if before.text == after.text:
        texts = _readable(before), _readable(after)
    if texts[0] != texts[1]:
        store.add(Revision(before.id, *texts, edit.by, now(), why))


def _readable(segment: Segment) -> str:
    return "" if segment.release is Release.STRUCK else segment.text


def _changed(edit: Edit) -> ChangedSince:
    return ChangedSince(
        _("“{what}” cannot be taken back: something else changed it since.").format(what=_(edit.what)),
        _("Look at the history of the fragment; every version in it can be put back."),
    )


def _place(store: Store, transcript_id: int, ids: Iterable[int]) -> None:
    """Give these fragments their positions, and retire all others; no two ever share one on the way."""
    table = TABLES[Segment]
    wanted = {id_: position for position, id_ in enumerate(ids)}
    rows = store.rows(f"select id, position from {table} where transcript_id = ?", (transcript_id,))
    moved = [row["id"] for row in rows if row["position"] != wanted.get(row["id"], -row["id"])]
    for id_ in moved:
        store.execute(f"update {table} set position = ? where id = ?", (-id_, id_))
    for id_ in moved:
        if id_ in wanted:
            store.execute(f"update {table} set position = ? where id = ?", (wanted[id_], id_))


def _segment_of(thing: Kept) -> int:
    return thing.id if isinstance(thing, Segment) else thing.segment_id


def _snapshot(thing: Kept) -> str:
    row: dict[str, Any] = to_row(thing)
    if isinstance(thing, Segment):
        row = {name: value for name, value in row.items() if name not in _NEVER_CHANGED}
    return json.dumps(row, ensure_ascii=False, sort_keys=True)
