"""What people read for wishes, agreement, remarks and ways of placing, in the language of the interface."""

from datetime import datetime

from capture.naming import when
from capture.wordreview.agreement import AnswerStanding, Standing, Tally
from sessions.i18n import N_, ngettext
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
    Standing.INTERNAL_CHANGED: N_("only internal, changed since"),
    Standing.NOT_TO_USE: N_("not to be used"),
    Standing.NOTHING: N_("no text"),
}


def wish_name(wish: Wish) -> str:
    """What the expert wants of an answer."""
    return _(WISHES[wish])


def note_name(kind: NoteKind) -> str:
    """Where a remark comes from."""
    return _(_NOTES[kind])


def origin(kind: NoteKind, quote: str) -> tuple[str, str]:
    """Where a remark comes from, and the words that it is about; of one that was typed behind a line of ours, such
    as the label of a box, that line is no more than its place."""
    quote = clean_line(quote)
    if quote and kind is NoteKind.ROOM:
        return _("typed behind “{line}”").format(line=quote), ""
    return note_name(kind), quote


def about_told(kind: NoteKind, quote: str) -> str:
    """What a remark is about, or behind what it was typed, in brackets; empty where that is not known."""
    told, words = origin(kind, quote)
    if words:
        return _("(about “{words}”)").format(words=words)
    return f"({told})" if quote and kind is NoteKind.ROOM else ""


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


def replaced_told(answer: AnswerStanding, wish: Wish) -> str:
    """Which earlier decision about an answer this ``wish`` takes the place of; empty where there is none."""
    if answer.wish in (None, wish) or answer.at is None:
        return ""
    told = _("It takes the place of what was noted on {day}: {wish}.")
    return told.format(day=when(answer.at), wish=wish_name(answer.wish))


def standing_short(standing: Standing) -> str:
    """The same in a word or two; empty where nothing was decided."""
    if standing is Standing.INTERNAL_CHANGED:
        return _("internal, changed")
    return "" if standing in (Standing.NOT_YET, Standing.NOTHING) else _(_STANDINGS[standing])


def tally_told(tally: Tally) -> list[str]:
    """How many answers are agreed, and how many of the others are what, each in a few words."""
    told = [agreed_told(tally.agreed, tally.asked)]
    if n := tally.changed:
        told.append(ngettext("{n} changed since", "{n} changed since", n).format(n=n))
    return [*told, *kept_told(tally.internal, tally.not_to_use)]


def agreed_told(agreed: int, asked: int) -> str:
    """To how many of the answers the expert agrees as they stand."""
    return _("{n} of {all} agreed").format(n=agreed, all=asked)


def kept_told(internal: int, not_to_use: int) -> list[str]:
    """How many stay within the company, and how many are not to be used; nothing of none."""
    several = (
        (internal, ngettext("{n} only internal", "{n} only internal", internal)),
        (not_to_use, ngettext("{n} not to be used", "{n} not to be used", not_to_use)),
    )
    return [told.format(n=n) for n, told in several if n]


def taken_out_told(at: datetime | None) -> str:
    """That text of the session was taken out, and when; empty where it was not."""
    if at is None:
        return ""
    return _(
        "Text of this session was taken out on {day}; what was mailed to the expert before that, they still have."
    ).format(day=moment(at))


def sheet_told(sheet: Sheet) -> str:
    """When a file was made and by whom, and whether it came back."""
    day, by = moment(sheet.sent_at), clean_line(sheet.by)
    made = _("Made {day} by {name}").format(day=day, name=by) if by else _("Made {day}").format(day=day)
    if sheet.back_at is None:
        return made + ", " + _("not back yet")
    return made + ", " + _("back {day}").format(day=moment(sheet.back_at))
