"""What taking in a file from an expert would change, in words: the same on the screen and on the command line.

:func:`headline` and :func:`counted` say it in a line, :func:`warnings` what to look at first, :func:`told` all of
it in order. Nothing here knows how it is shown: a rewording is a row of :class:`~capture.wordreview.difference.Words`
of which each says what became of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from capture.wordreview.difference import Part, Words, compared, marked, shortened
from capture.wordreview.naming import moment, origin, placed_name, wish_name
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.incoming import Age, AnswerChange, Counts, Incoming, NewText, Removal, Rewording
from sessions.received import Note, NoteKind
from sessions.release import Release
from sessions.text import clean, clean_line


class Kind(StrEnum):
    """What a line is about."""

    ANSWER = "answer"
    HEADING = "heading"
    REWORDED = "reworded"
    REMOVED = "removed"
    ADDED = "added"
    WISH = "wish"
    NOTE = "note"
    MISSING = "missing"
    UNPLACED = "unplaced"


@dataclass(frozen=True)
class Told:
    """One thing: its ``label`` and ``reference`` (both may be empty), its words, and what is to be known of it.

    Of ``Kind.ANSWER`` the label is the code of the answer and the words are its question; what follows belongs to
    it. ``Kind.UNPLACED`` belongs to none, and follows a ``Kind.HEADING`` of its own.
    """

    kind: Kind
    words: tuple[Words, ...] = ()
    label: str = ""
    reference: str = ""
    details: tuple[str, ...] = ()


def headline(incoming: Incoming) -> str:
    """Whose file it is, of which session, and when it was sent."""
    told = _("{code}: from {expert}, sent on {day}").format(
        code=incoming.session_code, expert=incoming.expert, day=moment(incoming.sent_at)
    )
    return clean_line(told)


def counted(counts: Counts) -> str:
    """How many of each, in one sentence; what there is none of is left out."""
    several = (
        (counts.reworded, ngettext("{n} fragment changed", "{n} fragments changed", counts.reworded)),
        (counts.removed, ngettext("{n} taken out", "{n} taken out", counts.removed)),
        (counts.added, ngettext("{n} added", "{n} added", counts.added)),
        (counts.notes, ngettext("{n} remark", "{n} remarks", counts.notes)),
        (counts.agreed, ngettext("{n} answer agreed", "{n} answers agreed", counts.agreed)),
        (counts.internal, ngettext("{n} only internal", "{n} only internal", counts.internal)),
        (counts.not_to_use, ngettext("{n} not to be used", "{n} not to be used", counts.not_to_use)),
        (counts.unplaced, ngettext("{n} text without a place", "{n} texts without a place", counts.unplaced)),
    )
    return ", ".join(told.format(n=n) for n, told in several if n) or _("nothing changes")


def warnings(incoming: Incoming) -> list[str]:
    """What somebody should know before taking it in, the gravest first; empty where there is nothing."""
    if incoming.taken_in_at:
        day = moment(incoming.taken_in_at)
        return [_("This very file was taken in already, on {day}: nothing changes.").format(day=day)]
    clashes = incoming.counts.clashes
    meanwhile = sum(r.meanwhile and not r.clash for a in incoming.answers for r in a.rewordings)
    said = (
        _age(incoming.age),
        _clashes(clashes) if clashes else "",
        _both_kept(meanwhile) if meanwhile else "",
        _missing([a.code for a in incoming.answers if not a.there]),
        _pending(incoming.open_changes) if incoming.open_changes else "",
        _crossed_out(incoming.crossed_out) if incoming.crossed_out else "",
        _several([a.code for a in incoming.answers if a.several]),
    )
    return [clean_line(line) for line in said if line]


def remarks_beside(incoming: Incoming) -> list[str]:
    """What is good to know and asks for nothing: answers without a tick, paragraphs split or joined."""
    borders = incoming.split + incoming.joined
    said = (_unticked(incoming.unticked), _borders(borders) if borders else "")
    return [clean_line(line) for line in said if line]


def told(incoming: Incoming) -> list[Told]:
    """Everything that changes, answer by answer; at the end what has no place in any."""
    lines = [line for answer in incoming.answers for line in _answer(answer)]
    if not incoming.unplaced:
        return lines
    heading = Told(Kind.HEADING, label=_("Without a place"))
    return [*lines, heading, *(_unplaced(note) for note in incoming.unplaced)]


def _age(age: Age) -> str:
    if age is Age.LATER_SENT:
        return _("A later file was sent to the expert since: this is not the newest one.")
    if age is Age.LATER_BACK:
        return _("A later version came back already: this one is older than what was taken in last.")
    return ""


def _clashes(n: int) -> str:
    return ngettext(
        "{n} fragment was changed here and by the expert in the same words: the expert's words stand.",
        "{n} fragments were changed here and by the expert in the same words: the expert's words stand.",
        n,
    ).format(n=n)


def _both_kept(n: int) -> str:
    return ngettext(
        "{n} fragment was changed here meanwhile: both changes are kept.",
        "{n} fragments were changed here meanwhile: both changes are kept.",
        n,
    ).format(n=n)


def _missing(codes: list[str]) -> str:
    told_which = _("Not in the file any more, heading and all: {answers}. Nothing changes in them.")
    return told_which.format(answers=", ".join(codes)) if codes else ""


def _pending(n: int) -> str:
    return ngettext(
        "{n} tracked change was neither accepted nor rejected: it is read as accepted.",
        "{n} tracked changes were neither accepted nor rejected: they are read as accepted.",
        n,
    ).format(n=n)


def _crossed_out(n: int) -> str:
    return ngettext(
        "{n} stretch is crossed out: it is read as taken out.",
        "{n} stretches are crossed out: they are read as taken out.",
        n,
    ).format(n=n)


def _several(codes: list[str]) -> str:
    told_which = _("More than one box is ticked at {answers}: the most careful one holds.")
    return told_which.format(answers=", ".join(codes)) if codes else ""


def _unticked(codes: Sequence[str]) -> str:
    told_which = _("No box is ticked at {answers}: whether the expert agrees is not known.")
    return told_which.format(answers=", ".join(codes)) if codes else ""


def _borders(n: int) -> str:
    return ngettext(
        "{n} paragraph was only split or joined: the words stand where they stood.",
        "{n} paragraphs were only split or joined: the words stand where they stood.",
        n,
    ).format(n=n)


def _answer(answer: AnswerChange) -> Iterator[Told]:
    if answer.there and answer.empty:
        return
    question = (Words(clean_line(answer.question)),)
    details = (_("the expert agreed to it before"),) if answer.approved_before else ()
    yield Told(Kind.ANSWER, question, clean_line(answer.code), details=details)
    if not answer.there:
        yield Told(Kind.MISSING, (Words(_("not in the file any more: nothing changes")),))
    yield from map(_reworded, answer.rewordings)
    yield from map(_removed, answer.removals)
    yield from map(_added, answer.additions)
    if answer.wish:
        wished = (Words(wish_name(answer.wish)),)
        yield Told(Kind.WISH, wished, _("ticked"), details=tuple(_wished(answer)))
    yield from map(_note, answer.notes)


def _wished(answer: AnswerChange) -> Iterator[str]:
    if answer.several:
        yield _("more than one box was ticked: the most careful one holds")
    if n := answer.come_back:
        told = ngettext(
            "it was not to be used until now: {n} fragment is struck no longer",
            "it was not to be used until now: {n} fragments are struck no longer",
            n,
        )
        yield told.format(n=n)


def _reworded(change: Rewording) -> Told:
    words = shortened(compared(change.now, change.then))
    details = (placed_name(change.placed), _meanwhile(change), _going(change.release))
    return Told(Kind.REWORDED, words, _("changed"), change.reference, tuple(d for d in details if d))


def _going(release: Release) -> str:
    """How far the new words go with their fragment, where that is anything to know."""
    return {
        Release.STRUCK: _("this fragment is struck here, and stays so"),
        Release.PARTNERS: _("this fragment goes to the partners: the new words go along"),
        Release.FREE: _("this fragment is free for everybody: the new words go along"),
    }.get(release, "")


def _meanwhile(change: Rewording) -> str:
    if not change.meanwhile and not change.clash:
        return ""
    here = marked(shortened(compared(change.sent, change.now)))
    if change.clash:
        told_what = _("changed here meanwhile too, in the same words, and gives way: {words}")
    else:
        told_what = _("changed here meanwhile too, and kept: {words}")
    return told_what.format(words=here)


def _removed(removal: Removal) -> Told:
    gone = (Words(clean_line(removal.text), Part.GONE),)
    return Told(Kind.REMOVED, gone, _("taken out"), removal.reference, (_("it will be struck"),))


def _added(addition: NewText) -> Told:
    new = (Words(clean_line(addition.text), Part.NEW),)
    return Told(Kind.ADDED, new, _("added"), addition.reference)


def _note(note: Note) -> Told:
    author = _("by {name}").format(name=clean_line(note.author)) if note.author else ""
    kind, quote = origin(note.kind, note.quote)
    details = tuple(d for d in (kind, author, _about(quote)) if d)
    label = _("moved") if note.kind is NoteKind.MOVED else _("remark")
    return Told(Kind.NOTE, (Words(clean(note.text)),), label, details=details)


def _about(quote: str) -> str:
    return _("about “{words}”").format(words=quote) if quote else ""


def _unplaced(note: Note) -> Told:
    stays = _("it belongs to no answer: it is kept as a remark, for you to place")
    details = tuple(detail for detail in (_about(clean_line(note.quote)), stays) if detail)
    return Told(Kind.UNPLACED, (Words(clean(note.text)),), _("without a place"), details=details)
