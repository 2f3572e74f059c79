"""Putting a transcript in its place, and writing down where: what its expert takes back is found there again."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from exports.delivery import deliver, place_of, refuse_own_files
from exports.modules import mark_of
from exports.reading import kept
from exports.saving import Saved
from exports.transcript import transcript
from sessions.exported import Export, ExportedModule
from sessions.fragments import SessionReading
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.exported import begin_export, drop_export, finish_export, promise_export


def write_transcript(
    programme: Programme,
    store: Store,
    reading: SessionReading,
    target: Path,
    *,
    format_: str,
    name: str,
    overwrite: bool = False,
) -> Saved:
    """Write what was said in a session to ``target``, or beside it (see :func:`exports.delivery.deliver`); ``name`` is
    that of the programme as it may leave. A Word file bears the mark of the export."""
    refuse_own_files(programme, target)
    made_at = datetime.now().astimezone()
    data = transcript(reading, format_, programme=name, made_at=made_at)
    session = reading.session
    said = any(kept(answer) for answer in reading.answers)
    module = ExportedModule(0, "", session.code, 0, (), (session.id,) if said else ())
    wanted = Export(datetime.now(UTC), "", "", format_, Release.INTERNAL)
    export, _modules = begin_export(store, wanted, [module])
    try:
        data = _marked(data, format_, export)
        export = promise_export(store, export, sha256(data).hexdigest())
        saved = deliver(programme, data, target, overwrite=overwrite)
    except BaseException:
        drop_export(store, export)
        raise
    finish_export(store, export, place_of(programme, saved.path))
    return saved


def _marked(data: bytes, format_: str, export: Export) -> bytes:
    if format_ != "docx":
        return data
    from exports.word.stamp import stamped

    return stamped(data, mark_of(export))
