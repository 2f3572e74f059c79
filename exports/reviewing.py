"""The file in which an expert reads back what they said: made and sent, and opened when it came back."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from exports.delivery import deliver, place_of
from exports.labels import Labels
from exports.review.building import build_sheet
from exports.review.model import Returned
from exports.review.wording import mark_in
from exports.saving import Kept
from sessions.errors import ExportError, ReviewFileError, os_reason
from sessions.fragments import SessionReading
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.interview import Session
from sessions.programme import Programme
from sessions.received import Received
from sessions.sheet import Sheet, new_mark
from sessions.store import Store
from sessions.store.leaving import own_words
from sessions.store.people import refuses_text
from sessions.store.sheets import add, drop, sheet_of

_NAME = N_("review-{code}.docx")
_ENDING = ".docx"
_MOST = 100_000_000  # bytes


@dataclass(frozen=True)
class Sent:
    """A file for an expert. ``kept`` says why it is beside the place that was asked for."""

    path: Path
    sheet: Sheet
    kept: Kept | None = None


def file_name(reading: SessionReading) -> str:
    """What the file of a session is called, in the language of its guide: "nakijken-A1.docx"."""
    return Labels(reading.guide.language)(_NAME).format(code=reading.session.code)


def send(
    programme: Programme,
    store: Store,
    session: Session,
    target: Path | None,
    by: str,
    overwrite: bool = False,
) -> Sent:
    """Make the file for the expert of ``session``: at ``target`` or in the folder exports, or beside that where
    somebody's work is there (:func:`exports.delivery.deliver`).

    It goes to the expert themselves, so it has every name as it was said, those that have a pseudonym too. ``by`` is
    whom they are to mail it back to. Raises :class:`ExportError` where there is nothing to read back, or the expert
    does not let what they say become text.
    """
    if refuses_text(store, session):
        raise _refused(session)
    reading = own_words(store, session)
    path = target or programme.exports / file_name(reading)
    if path.suffix.lower() != _ENDING:
        raise ExportError(
            _("{file} is not the name of a Word file.").format(file=path.name),
            _("Give a name that ends in .docx."),
        )
    if path.parent != programme.exports and not path.parent.is_dir():
        raise ExportError(
            _("There is no folder {folder}.").format(folder=path.parent),
            _("Make it first, or choose another place."),
        )
    sheet = build_sheet(reading, new_mark(), by, datetime.now(UTC), place_of(programme, path))
    if not sheet.answers:
        raise _empty(session)
    return _write(programme, store, reading, sheet, path, overwrite)


def open_returned(path: Path, store: Store) -> tuple[Sheet, Received]:
    """What came back in the file ``path``, with the sheet that it began as; nothing is stored. It was made from what
    came back last, or is another copy of what was sent: whichever it differs less from.

    Raises :class:`ReviewFileError` for a file that cannot be read, or is not one of this programme.
    """
    from exports.review.placing import place
    from exports.review.returned import read_returned

    data = _read(path)
    returned = read_returned(data, path.name)
    known = (sheet_of(store, mark) for mark in marks_of(returned))
    sheet = next((sheet for sheet in known if sheet), None)
    if sheet is None:
        raise _unknown(path, data, returned)
    received = place(returned, sheet)
    if not sheet.back:
        return sheet, received
    sent = replace(sheet, back=())
    other = replace(place(returned, sent), other_copy=True)
    nearest = other if _differences(sent, other) < _differences(sheet, received) else received
    return sheet, nearest


def _differences(sheet: Sheet, received: Received) -> int:
    sent = {f.segment_id: f.text for answer in sheet.known for f in answer.fragments}
    return sum(
        sum(said.text != sent.get(said.segment_id) for said in answer.said)
        + len(answer.gone)
        + len(answer.additions)
        for answer in received.answers
    )


def marks_of(returned: Returned) -> list[str]:
    """The marks of the sheets that a file may be, the surest first: that in its properties, those of its bookmarks
    (most of them first), those that a reader sees."""
    marked = Counter(found.name.mark for block in returned.blocks for found in block.found)
    seen = (mark_in(text) for text in (*returned.margins, *(block.text for block in returned.blocks)))
    marks = (returned.stamp, *(mark for mark, _times in marked.most_common()), *seen)
    return list(dict.fromkeys(mark for mark in marks if mark))


def _write(
    programme: Programme, store: Store, reading: SessionReading, sheet: Sheet, path: Path, overwrite: bool
) -> Sent:
    """The sheet is remembered before the file is there: a file that nobody knows could never come back."""
    from exports.review.document import render_sheet

    data = render_sheet(reading, sheet)
    sheet = add(store, sheet)
    try:
        saved = deliver(programme, data, path, overwrite=overwrite)
    except BaseException:
        drop(store, sheet)
        raise
    if saved.path != path:
        sheet = store.save(replace(sheet, path=place_of(programme, saved.path)))
    return Sent(saved.path, sheet, saved.kept)


def _refused(session: Session) -> ExportError:
    return ExportError(
        _("The expert of session {code} does not want what they say to become text.").format(
            code=session.code
        ),
        _("There is nothing to read back. If they think otherwise now, change that permission first."),
    )


def _empty(session: Session) -> ExportError:
    return ExportError(
        _("There is no text in session {code} for the expert to read back.").format(code=session.code),
        _("Transcribe its recordings first; what is struck or taken back does not go along."),
    )


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST:
            raise ReviewFileError(
                _("{file} is too large.").format(file=path.name),
                _("Choose the Word file that the expert mailed back."),
            )
        return path.read_bytes()
    except OSError as error:
        raise ReviewFileError(
            _("{file} cannot be read: {reason}.").format(file=path.name, reason=os_reason(error)),
            _("Check the name of the file."),
        ) from error


def _unknown(path: Path, data: bytes, returned: Returned) -> ReviewFileError:
    message, advice = next(_reasons(data, returned))
    return ReviewFileError(message.format(file=path.name), advice)


def _reasons(data: bytes, returned: Returned) -> Iterator[tuple[str, str]]:
    """Why it is no file of ours to take in, and what to do, the most telling first."""
    from exports.review.document import KIND
    from exports.word import stamp

    kind = stamp.read_stamp(data, stamp.KIND)
    if (kind and kind != KIND) or stamp.read_stamp(data):
        yield (
            _("{file} is another document of Vakborg, not one in which an expert reads back what they said."),
            _("Choose the file that the expert mailed back. It shows a mark at the foot of each page."),
        )
    if kind == KIND or marks_of(returned):
        yield (
            _(
                "{file} was not made from this programme, or its session is no longer there, or the text of that "
                "session was taken out."
            ),
            _("Open the programme that it was made from, and take it in there."),
        )
    yield (
        _("{file} has nothing in it by which Vakborg knows it."),
        _(
            "Choose the file that the expert mailed back. If they copied the text to a file of their own, type the "
            "mark from the file that you sent on the last line of it: “mark” and the eight letters and digits."
        ),
    )
