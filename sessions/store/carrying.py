"""Carrying what people did over to a new transcript of the same recording, and settling what is to be asked.

The earlier transcript stays in the database as it was.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from sessions.carrying import Earlier, Piece, as_it_is, carried
from sessions.edits import Delta, Edit, EditState
from sessions.errors import UsageRefused
from sessions.fragments import by_person
from sessions.i18n import gettext as _
from sessions.interview import Answer, Session
from sessions.merging import with_heard
from sessions.moment import now
from sessions.placing import flat
from sessions.release import Approval, Release
from sessions.store.editing import Pencil
from sessions.store.reading import standing
from sessions.store.revising import retype, standing_segment
from sessions.store.store import Store
from sessions.store.tables import TABLES
from sessions.transcript import (
    Conflict,
    Revision,
    Role,
    Segment,
    Tag,
    Transcript,
    TranscriptState,
    Value,
    Why,
)
from sessions.vocabulary import Mishearing, Refusal, VocabularyTerm

H = TypeVar("H", Tag, Value, Refusal, Conflict, VocabularyTerm, Mishearing)

_ASIDE = 10**9
_PHRASE = 3  # words that are enough to know what was struck again
_CONFIRMED = frozenset({Release.PARTNERS, Release.FREE})


def carry_over(store: Store, earlier: Transcript, transcript: Transcript) -> None:
    """Let ``transcript``, that takes the place of ``earlier``, hold all that people did in it.

    In the transaction that makes it the current one. What was done before cannot be undone any more.
    """
    told = _Told(store, earlier)
    if any(one.touched for one in told.fragments):
        new = _segments(store, transcript)
        pieces = carried(told.fragments, [segment for segment in new if not segment.made_of])
        brought = [as_it_is(segment) for segment in new if segment.made_of]  # from another one, a moment ago
        _Page(store, transcript, told).write(sorted([*pieces, *brought], key=lambda piece: piece.first))
    store.execute(
        f"""update {TABLES[Edit]} set state = case when state = ? then ? else ? end
            where state <> ? and id in
            (select edit_id from {TABLES[Delta]} delta join {TABLES[Segment]} segment
             on segment.id = delta.segment_id where segment.transcript_id = ?)""",
        (
            EditState.UNDONE,
            EditState.TAKEN_BACK,
            EditState.DROPPED,
            EditState.TAKEN_BACK,
            earlier.id,
        ),
    )


class _Told:
    """An earlier transcript, and what hangs below its fragments."""

    def __init__(self, store: Store, transcript: Transcript) -> None:
        self.tags = _below(store, Tag, transcript)
        self.values = _below(store, Value, transcript)
        self.refusals = _below(store, Refusal, transcript)
        self.conflicts = _below(store, Conflict, transcript)
        self.terms = _below(store, VocabularyTerm, transcript)
        self.mishearings = _below(store, Mishearing, transcript)
        self._put_back = _parts_of(store, [*self.terms, *self.mishearings])
        self._approved = store.count(Approval, answer_id=transcript.answer_id) > 0
        self.fragments = [self._earlier(s) for s in _segments(store, transcript)]

    def _earlier(self, segment: Segment) -> Earlier:
        approved = self._approved and segment.role is Role.EXPERT
        seen = segment.checked or approved or segment.release in _CONFIRMED
        return Earlier(segment, seen or self._touched(segment), seen)

    def _touched(self, segment: Segment) -> bool:
        below = (self.values, self.refusals, self.conflicts, self.terms, self.mishearings)
        return (
            segment.edited
            or bool(segment.made_of)
            or segment.release is not Release.INTERNAL
            or segment.facet_settled
            or segment.no_topic
            or any(map(_decided, self.tags[segment.id]))
            or any(segment.id in kind for kind in below)
            or segment.id in self._put_back
        )


class _Page:
    """A new transcript, on which the fragments are written."""

    def __init__(self, store: Store, transcript: Transcript, told: _Told) -> None:
        self._store = store
        self._transcript = transcript
        self._told = told
        self._fresh = _below(store, Tag, transcript)

    def write(self, pieces: list[Piece]) -> None:
        """Make the transcript of ``pieces``, in their order."""
        kept = {piece.segment.id for piece in pieces}
        for segment in _segments(self._store, self._transcript):
            if segment.id in kept:
                self._store.save(replace(segment, position=_ASIDE + segment.id))
            else:
                self._store.delete(segment)
        for position, piece in enumerate(pieces):
            self._place(piece, position)

    def _place(self, piece: Piece, position: int) -> None:
        segment = replace(piece.segment, transcript_id=self._transcript.id, position=position)
        if segment.id:
            self._store.save(segment)
            return
        stored = self._store.add(segment)
        self._store.add_all(replace(tag, segment_id=stored.id, id=0) for tag in self._tags(piece))
        if piece.old:
            self._bring(piece, piece.old, stored)

    def _tags(self, piece: Piece) -> list[Tag]:
        """What people decided; and what the new words suggest, of a fragment without any the old labels."""
        old = self._told.tags[piece.old.id] if piece.old else []
        fresh = [
            tag for source in piece.sources for tag in self._fresh[source] if _stands(tag, piece.segment)
        ]
        undecided = fresh if piece.sources else [tag for tag in old if not _decided(tag)]
        labels = [*filter(_decided, old), *sorted(undecided, key=lambda tag: -tag.score)]
        return list({tag.topic: tag for tag in reversed(labels)}.values())

    def _bring(self, piece: Piece, old: Segment, new: Segment) -> None:
        store, told = self._store, self._told
        if old.text != new.text:
            store.add(Revision(new.id, old.text, new.text, "", now(), Why.HEARD_AGAIN))
        store.add_all(replace(value, segment_id=new.id, id=0) for value in told.values[old.id])
        store.add_all(replace(refusal, segment_id=new.id, id=0) for refusal in told.refusals[old.id])
        for term in told.terms[old.id]:
            store.save(replace(term, segment_id=new.id))
        for mishearing in told.mishearings[old.id]:
            store.save(replace(mishearing, segment_id=new.id))
        for mine, heard in self._asked(piece, old, new):
            store.add(Conflict(new.id, mine, heard))

    def _asked(self, piece: Piece, old: Segment, new: Segment) -> Iterable[tuple[str, str]]:
        """What is to be asked now, and what was not answered yet and is heard once more."""
        earlier = ((c.mine, c.heard) for c in self._told.conflicts[old.id] if not c.settled)
        again = [asked for asked in earlier if _still(asked, new)]
        return dict.fromkeys([*piece.conflicts, *again])


def _still(asked: tuple[str, str], segment: Segment) -> bool:
    """Whether the text still says the one, and the machine still the other."""
    mine, heard = asked
    heard_again = flat(heard) in flat(segment.machine_text) if heard else not segment.machine_text
    return heard_again and (not mine or flat(mine) in flat(segment.text))


def _stands(tag: Tag, segment: Segment) -> bool:
    return not tag.because or any(flat(words) in flat(segment.text) for words in tag.because)


def _decided(tag: Tag) -> bool:
    return tag.accepted is not None or by_person(tag)


def _segments(store: Store, transcript: Transcript) -> list[Segment]:
    return standing(store.all(Segment, transcript_id=transcript.id))


def _parts_of(store: Store, origins: Iterable[int]) -> set[int]:
    """All that these were made of: joined and parted again, it holds the words that a term came from."""
    found: set[int] = set()
    ahead = set(origins)
    while ahead:
        ahead = {part for segment in store.all(Segment, id=list(ahead)) for part in segment.made_of} - found
        found |= ahead
    return found


def _below(store: Store, kind: type[H], transcript: Transcript) -> dict[int, list[H]]:
    found: dict[int, list[H]] = defaultdict(list)
    for thing in store.all_below(kind, Segment, "segment_id", "transcript_id", [transcript.id]):
        if thing.segment_id is not None:
            found[thing.segment_id].append(thing)
    return found


def settle_conflict(pencil: Pencil, conflict_id: int, *, take: bool) -> Segment:
    """Answer a question that a better model left: ``take`` what it heard, or keep what stands.

    Returns the fragment. Raises :class:`UsageRefused` where the words are not in the text any more, and
    :class:`~sessions.errors.ChangedSince`.
    """
    conflict = pencil.store.get(Conflict, conflict_id)
    segment = standing_segment(pencil.store, conflict.segment_id)
    if take:
        text = with_heard(segment.text, conflict.mine, conflict.heard, segment.machine_text)
        if text is None:
            raise UsageRefused(
                _("“{words}” is not in this fragment any more.").format(words=conflict.mine),
                _("Type in the text what should be there, or keep it as it is."),
            )
        segment = retype(pencil, segment.id, text)
    pencil.save(replace(conflict, settled=True))
    return segment


def open_conflicts(store: Store, session: Session | None = None) -> list[Conflict]:
    """What a better model left to be asked, of one session or of all, in order of speaking."""
    return list(_open(store, session))


def _open(store: Store, session: Session | None) -> Iterator[Conflict]:
    rows = store.rows(
        f"""select conflict.id from {TABLES[Conflict]} conflict
            join {TABLES[Segment]} segment on segment.id = conflict.segment_id
            join {TABLES[Transcript]} transcript on transcript.id = segment.transcript_id
            join {TABLES[Answer]} answer on answer.id = transcript.answer_id
            where not conflict.settled and transcript.state = ? and segment.position >= 0
              and ifnull(answer.session_id = ?, 1)
            order by answer.session_id, answer.number, transcript.id, segment.position, conflict.id""",
        (TranscriptState.CURRENT, session.id if session else None),
    )
    for row in rows:
        yield store.get(Conflict, row["id"])


def struck_in(store: Store, transcript: Transcript) -> list[Segment]:
    """What people struck in a transcript."""
    return [s for s in _segments(store, transcript) if s.release is Release.STRUCK]


def strike_alike(store: Store, transcript: Transcript, struck: Sequence[Segment]) -> None:
    """Strike in ``transcript``, that takes the place of another again, what says or overlaps what was struck
    in that one."""
    for segment in _segments(store, transcript):
        if any(_alike(segment, one) for one in struck):
            store.save(replace(segment, release=Release.STRUCK))


def _alike(segment: Segment, struck: Segment) -> bool:
    said = flat(segment.text)
    says = any(
        _within(said, other) or _within(other, said)
        for other in map(flat, (struck.text, struck.machine_text))
    )
    return says or (segment.start < struck.end and struck.start < segment.end)


def _within(one: str, other: str) -> bool:
    """Whether ``one``, of a few words at least, is a part or all of ``other``."""
    return one in other and len(one.split()) >= min(_PHRASE, len(other.split()))


def carried_fragments(store: Store, transcripts: Iterable[Transcript]) -> int:
    """How many fragments of ``transcripts`` came from an earlier one, because a person had worked on them."""
    ids = [transcript.id for transcript in transcripts]
    rows = store.rows(
        f"""select count(*) as n from {TABLES[Segment]} segment where position >= 0
            and transcript_id in ({", ".join("?" * len(ids))})
            and exists (select 1 from json_each(segment.made_of) made
                        join {TABLES[Segment]} old on old.id = made.value
                        where old.transcript_id is not segment.transcript_id)""",
        ids,
    )
    return int(rows[0]["n"])
