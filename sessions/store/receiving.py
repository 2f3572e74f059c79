"""Taking in what an expert changed, added, ticked and remarked in the file that they were sent.

A text that was changed here meanwhile keeps both changes (:mod:`sessions.three_way`); what cannot be placed any more
becomes a remark. All that happens to the fragments is one edit: undoing it leaves the decisions and the remarks, and
the same content can be taken in again. What was not undone is not taken in twice.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sessions.errors import ChangedSince
from sessions.fragments import AnswerReading
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.incoming import AnswerChange, Incoming, Rewording
from sessions.moment import now
from sessions.received import Note, Received
from sessions.release import Release
from sessions.remark import Remark
from sessions.sheet import Former, SentAnswer, SentFragment, Sheet
from sessions.store import remarks
from sessions.store.approving import decide
from sessions.store.comparing import Added, Comparison
from sessions.store.editing import Pencil, editing, order_of
from sessions.store.reading import read_session
from sessions.store.releasing import release
from sessions.store.revising import retype
from sessions.store.store import Store
from sessions.text import clean_line
from sessions.transcript import Role, Segment, Tag, TagOrigin, Why

REVIEWING = N_("review in Word")

_UNSUPPORTED = 0.3  # as a topic of the question that no word of a fragment supports (transcripts.tagging)


def plan(store: Store, sheet: Sheet, received: Received) -> Incoming:
    """What taking in ``received``, which came back of ``sheet``, would change now.

    Raises :class:`~sessions.errors.ReviewFileError` where the expert refuses by now that it becomes text.
    """
    return Comparison(store, sheet, received).incoming


def accept(store: Store, sheet: Sheet, received: Received, shown: Incoming) -> Incoming:
    """Take in what was ``shown`` to a person; gives what was done.

    Raises :class:`ChangedSince` where by now it would be something else, and what :func:`plan` raises.
    """
    with store.immediate():
        compared = Comparison(store, sheet, received)
        if compared.incoming != shown:
            raise ChangedSince(
                _(
                    "The session was changed in another window meanwhile: the file would change something else now."
                ),
                _("Look at what it changes once more, then take it in."),
            )
        if shown.taken_in_at is None:
            _Taking(store, compared).take()
        return shown


class _Taking:
    """What came back, being stored."""

    def __init__(self, store: Store, compared: Comparison) -> None:
        self._store = store
        self._compared = compared
        self._by = compared.reading.expert.name
        self._written: dict[int, list[tuple[Added, Segment]]] = defaultdict(list)

    def take(self) -> None:
        """Store all of it."""
        compared, incoming = self._compared, self._compared.incoming
        with editing(self._store, compared.session, self._by, Why.WORD, REVIEWING) as pencil:
            for change in incoming.answers:
                self._change(pencil, change)
            answers = {a.answer.id: a for a in read_session(self._store, compared.session).answers}
            for change in incoming.answers:
                if change.wish:
                    answer = answers[change.answer_id]
                    version = self._version(answer)
                    out = compared.unread(answer.answer.id)
                    decide(
                        self._store,
                        compared.session,
                        answer,
                        change.wish,
                        version=version,
                        pencil=pencil,
                        out=out,
                    )
        self._remark(None, incoming.unplaced)
        for change in incoming.answers:
            self._remark(change.answer_id if change.answer_id in answers else None, change.notes)
        self._keep(answers, pencil.edit.id if pencil.deltas else 0)

    def _change(self, pencil: Pencil, change: AnswerChange) -> None:
        for rewording in change.rewordings:
            _reword(pencil, rewording)
        release(pencil, [r.segment_id for r in change.removals], Release.STRUCK)
        last: dict[int, Segment] = {}
        for added in self._compared.added.get(change.answer_id, ()):
            place = added.before.segment.id if added.before else 0
            before = last.get(place) or (added.before.segment if added.before else None)
            answer = self._compared.answer(change.answer_id)
            last[place] = added.there.segment if added.there else _write(pencil, answer, before, added)
            self._written[change.answer_id].append((added, last[place]))

    def _remark(self, answer_id: int | None, notes: Iterable[Note]) -> None:
        session_id = self._compared.session.id
        remarks.add(self._store, [self._remarked(session_id, answer_id, note) for note in notes])

    def _remarked(self, session_id: int, answer_id: int | None, note: Note) -> Remark:
        by, about = clean_line(note.author) or self._by, self._compared.heir(note.segment_id)
        return Remark(session_id, note.text, by, now(), note.kind, answer_id, about, note.quote)

    def _version(self, answer: AnswerReading) -> str:
        new = {s.id: s.text for _added, s in self._written[answer.answer.id]}
        return self._compared.version_seen(answer, new)

    def _keep(self, answers: dict[int, AnswerReading], edit_id: int) -> None:
        """Remember what the expert has now, to compare with what comes next."""
        sheet, received = self._compared.sheet, self._compared.received
        back = tuple(self._sent(sent, answers.get(sent.answer_id)) for sent in self._compared.known)
        former = Former(sheet.back, sheet.back_at, sheet.modified, sheet.edit_id)
        self._store.save(
            replace(
                sheet,
                back=back,
                back_at=now(),
                modified=received.modified or sheet.modified,
                taken_in=(*sheet.taken_in, received.sha256),
                edit_id=edit_id,
                earlier=(*sheet.earlier, former),
            )
        )

    def _sent(self, sent: SentAnswer, answer: AnswerReading | None) -> SentAnswer:
        fragments = [
            SentFragment(f.segment_id, self._compared.came[f.segment_id].came) for f in sent.fragments
        ]
        known = {f.segment_id for f in fragments}
        after: dict[int, int] = {}
        for added, segment in self._written[sent.answer_id]:
            if segment.id not in known:
                ids = [f.segment_id for f in fragments]
                place = after.get(added.addition.after, added.addition.after)
                at = ids.index(place) + 1 if place in ids else 0 if not place else len(ids)
                fragments.insert(at, SentFragment(segment.id, segment.text))
                after[added.addition.after] = segment.id
        version = self._version(answer) if answer else sent.version
        return replace(sent, version=version, fragments=tuple(fragments), wish=self._compared.ticked(sent))


def _reword(pencil: Pencil, rewording: Rewording) -> None:
    segment = retype(pencil, rewording.segment_id, rewording.then)
    if segment.release is Release.STRUCK and not rewording.now:  # the expert put back what they had taken out
        release(pencil, [segment.id], Release.INTERNAL, despite_expert=True)


def _write(pencil: Pencil, answer: AnswerReading, before: Segment | None, added: Added) -> Segment:
    """A new fragment without sound after ``before``, or as the first of the answer; released within the company."""
    beside = before or answer.fragments[0].segment
    at = beside.end if before else beside.start
    voices = [f.segment.speaker for f in answer.fragments if f.segment.role is Role.EXPERT]
    text = clean_line(added.addition.text)
    new = Segment(beside.transcript_id, 0, at, at, "", text, speaker=next(iter(voices), ""))
    segment = pencil.add_segment(new)
    order = order_of(pencil.store, beside.transcript_id)
    place = order.index(beside.id) + bool(before)
    pencil.order(beside.transcript_id, [*order[:place], segment.id, *order[place:]])
    pencil.revise(segment, "", segment.text, pencil.edit.why)
    for topic in answer.question.topics:
        pencil.add(Tag(segment.id, topic, TagOrigin.QUESTION, score=_UNSUPPORTED))
    return segment
