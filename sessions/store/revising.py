"""What a person does to the text of a session: typing, splitting, joining, going back to an earlier version.

Each function writes with the :class:`~sessions.store.editing.Pencil` of one edit, and raises
:class:`~sessions.errors.ChangedSince` where the fragment is not there any more.
"""

from dataclasses import replace
from itertools import chain

from sessions.errors import ChangedSince, UsageRefused
from sessions.i18n import gettext as _
from sessions.release import Release
from sessions.splitting import joined, split_at
from sessions.store.editing import Pencil, order_of
from sessions.store.store import Store
from sessions.text import clean_line
from sessions.timing import timed
from sessions.transcript import Conflict, Revision, Segment, Tag, Timed, Transcript, Value, Why
from sessions.value_said import says_number, says_quote
from sessions.vocabulary import Refusal


def retype(pencil: Pencil, segment_id: int, text: str) -> Segment:
    """The fragment says ``text`` (made one line) from now on, and its words get times."""
    segment = standing_segment(pencil.store, segment_id)
    return pencil.save(with_text(segment, text))


def with_text(segment: Segment, text: str) -> Segment:
    """``segment`` with ``text``, and a time for each of its words where the fragment has times at all."""
    line = clean_line(text).strip()
    if line == segment.text:
        return segment
    if line == segment.machine_text:
        return replace(segment, text=line, timing=(), timed=Timed.MACHINE)
    known = segment.current_words or segment.words
    timing = timed(line, known, segment.start, segment.end) if segment.end > segment.start else ()
    return replace(segment, text=line, timing=timing, timed=Timed.ESTIMATED)


def split(pencil: Pencil, segment_id: int, at: int) -> tuple[Segment, Segment]:
    """Two fragments instead of one, the second from the word on that holds the character ``at`` of the text.

    Labels and release go with both, a value with the one that says it. Raises :class:`UsageRefused` where one
    would have no words.
    """
    segment = standing_segment(pencil.store, segment_id)
    parts = split_at(segment, at)
    if parts is None:
        raise UsageRefused(
            _("Here there is nothing to split."),
            _("Put the cursor before the word that begins the second part."),
        )
    first, second = (pencil.add_segment(part) for part in parts)
    _replace(pencil, [segment], [first, second])
    _take_over(pencil, [segment], [first, second])
    return first, second


def join(pencil: Pencil, first_id: int) -> Segment:
    """One fragment instead of this one and the next of its recording.

    Raises :class:`UsageRefused` where there is none, another voice speaks, or only one of the two is struck.
    """
    first = standing_segment(pencil.store, first_id)
    order = order_of(pencil.store, first.transcript_id)
    at = order.index(first.id) + 1
    if at == len(order):
        raise UsageRefused(
            _("This is the last fragment of its recording."),
            _("Choose the first of the two that belong together."),
        )
    second = pencil.store.get(Segment, order[at])
    _refuse_unlike(first, second)
    whole = pencil.add_segment(joined(first, second))
    _replace(pencil, [first, second], [whole])
    _take_over(pencil, [first, second], [whole])
    return whole


def _refuse_unlike(first: Segment, second: Segment) -> None:
    if (first.role, first.speaker) != (second.role, second.speaker):
        raise UsageRefused(
            _("Two people speak here: the fragments stay apart."), _("Join only what one person said.")
        )
    if (first.release is Release.STRUCK) != (second.release is Release.STRUCK):
        raise UsageRefused(
            _("One of the two is struck: the fragments stay apart."), _("Strike both first, or none.")
        )


def versions(store: Store, segment_id: int) -> list[Revision]:
    """Every revision of a fragment and of those that it was made of, oldest first."""
    ids, found = [segment_id], []
    while ids:
        segment = store.get(Segment, ids.pop())
        found += store.all(Revision, segment_id=segment.id)
        ids += segment.made_of
    return sorted(found, key=lambda revision: revision.id)


def standing_segment(store: Store, segment_id: int) -> Segment:
    """The fragment as it is now; raises :class:`ChangedSince` where it was split, joined or taken away."""
    segment = store.first(Segment, id=segment_id)
    if segment is None or segment.retired:
        raise ChangedSince(
            _("This fragment is not there any more: it was split, joined or taken away."),
            _("Look at the answer again."),
        )
    return segment


def _replace(pencil: Pencil, old: list[Segment], new: list[Segment]) -> None:
    order = order_of(pencil.store, old[0].transcript_id)
    at = order.index(old[0].id)
    pencil.order(old[0].transcript_id, [*order[:at], *(s.id for s in new), *order[at + len(old) :]])
    for segment in new:
        why = Why.SPLIT if len(new) > 1 else Why.JOIN
        before = " ".join(s.text for s in old)
        pencil.revise(segment, before, segment.text, why)


def _take_over(pencil: Pencil, old: list[Segment], new: list[Segment]) -> None:
    """What stands beside the old ones goes with the new: with each its labels and the refusals that are about its
    words, with one of them each value and open conflict."""
    ids = [segment.id for segment in old]
    for segment in new:
        _take_labels_over(pencil, ids, segment)
        _take_refusals_over(pencil, ids, segment)
    language = pencil.store.get(Transcript, old[0].transcript_id).language
    for value in pencil.store.all(Value, segment_id=ids):
        pencil.add(replace(value, segment_id=_giving(new, value, language).id, id=0))
    for conflict in pencil.store.all(Conflict, segment_id=ids, settled=False):
        pencil.add(replace(conflict, segment_id=_saying(new, conflict.mine).id, id=0))


def _take_labels_over(pencil: Pencil, ids: list[int], new: Segment) -> None:
    """Of two labels for one topic the surer."""
    tags: dict[str, Tag] = {}
    for tag in pencil.store.all(Tag, segment_id=ids):
        known = tags.get(tag.topic)
        if known is None or _sureness(tag) > _sureness(known):
            tags[tag.topic] = tag
    for tag in tags.values():
        pencil.add(replace(tag, segment_id=new.id, id=0))


def _take_refusals_over(pencil: Pencil, ids: list[int], new: Segment) -> None:
    refused = {(r.heard, r.instead): r for r in pencil.store.all(Refusal, segment_id=ids)}
    for refusal in refused.values():
        if _says(new, refusal.heard):
            pencil.add(replace(refusal, segment_id=new.id, id=0))


def _giving(segments: list[Segment], value: Value, language: str) -> Segment:
    """The one that says the words of ``value``, else its number. Where none does any more it stays with the first:
    there a person finds it, and it leaves with none of them (:mod:`sessions.value_said`)."""
    quoting = (segment for segment in segments if says_quote(segment.text, value))
    numbering = (segment for segment in segments if says_number(segment.text, value, language))
    return next(chain(quoting, numbering), segments[0])


def _saying(segments: list[Segment], words: str) -> Segment:
    """The one that says these words; the first where they were written in another way since, or cut in two."""
    return next((segment for segment in segments if _says(segment, words)), segments[0])


def _says(segment: Segment, words: str) -> bool:
    return words.casefold() in segment.text.casefold()


def _sureness(tag: Tag) -> tuple[bool, bool, float]:
    return tag.accepted is True, tag.accepted is False, tag.score
