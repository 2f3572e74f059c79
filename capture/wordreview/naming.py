"""What people read for wishes, agreement, remarks and ways of placing, in the language of the interface."""

from datetime import datetime

from capture.naming import when
from capture.wordreview.agreement import AnswerStanding, Standing
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.received import NoteKind, Placed, Wish
from sessions.sheet import Sheet
from sessions.text import clean_line

WISHES = {
    Wish.RIGHT: N_("right as it stands"),
    Wish.CHANGED: N_("right as the expert changed it"),
    Wish.INTERNAL: N_("only within the company"),
    Wish.NOT_TO_USE: N_("not to be used"),
}
_NOTES = {
    NoteKind.ROOM: N_("in the room for remarks"),
    NoteKind.COMMENT: N_("Word comment"),
    NoteKind.UNPLACED: N_("text without a place"),
    NoteKind.MOVED: N_("moved"),
}
_PLACED = {
    Placed.TEXT: N_("placed by its words"),
    Placed.POSITION: N_("placed by where it stands"),
}
_ALOUD = {
    Wish.RIGHT: N_("It is right as it stands"),
    Wish.CHANGED: N_("It is right, after what we changed together"),
    Wish.INTERNAL: N_("Only for use within the company"),
    Wish.NOT_TO_USE: N_("Not to be used"),
}
_STANDINGS = {
    Standing.NOT_YET: N_("not yet"),
    Standing.AGREED: N_("agreed"),
    Standing.CHANGED: N_("changed since"),
    Standing.INTERNAL: N_("only internal"),
    Standing.NOT_TO_USE: N_("not to be used"),
    Standing.NOTHING: N_("no text"),
}


def wish_name(wish: Wish) -> str:
    """What the expert wants of an answer."""
    return _(WISHES[wish])


def note_name(kind: NoteKind) -> str:
    """Where a remark comes from."""
    return _(_NOTES[kind])


def placed_name(placed: Placed) -> str:
    """How it is known where a text belongs; empty where its own mark tells."""
    return _(_PLACED[placed]) if placed in _PLACED else ""


def moment(at: datetime) -> str:
    """The day and the time of day, in local time."""
    return f"{when(at)} {at.astimezone():%H:%M}"


def wish_aloud(wish: Wish) -> str:
    """The same as the expert says it, sitting here."""
    return _(_ALOUD[wish])


def standing_told(answer: AnswerStanding) -> str:
    """Whether the expert agrees to an answer, since when, and whether they said it aloud."""
    told = _(_STANDINGS[answer.standing])
    if answer.at is None or answer.standing is Standing.NOTHING:
        return told
    return " ".join(part for part in (told, when(answer.at), _("(aloud)") if answer.noted_by else "") if part)


def sheet_told(sheet: Sheet) -> str:
    """When a file was sent and by whom, and whether it came back."""
    sent = _("Sent {day} by {name}").format(day=moment(sheet.sent_at), name=clean_line(sheet.by))
    if sheet.back_at is None:
        return sent + ", " + _("not back yet")
    return sent + ", " + _("back {day}").format(day=moment(sheet.back_at))
