"""A file that came back beside what is in the programme now: what taking it in would change, and where."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from sessions.approving import approved, version_of_texts
from sessions.errors import ReviewFileError
from sessions.fragments import AnswerReading, Fragment, answer_code
from sessions.i18n import gettext as _
from sessions.incoming import Age, AnswerChange, Incoming, NewText, Rewording
from sessions.interview import Answer, Session
from sessions.received import Addition, AnswerBack, Note, NoteKind, Placed, Received, SaidAgain, Wish
from sessions.release import Approval, Approved, Release
from sessions.remark import Remark
from sessions.sheet import SentAnswer, Sheet
from sessions.store.decided import decisions, gone_too_far
from sessions.store.descent import heirs
from sessions.store.people import refuses_text
from sessions.store.reading import read_session
from sessions.store.sheets import sheets, standing
from sessions.store.store import Store
from sessions.store.unused import struck_for_it
from sessions.taking_in import Bunch, CameBack, Outcome, bunches, came_back, outcome, texts_seen
from sessions.text import clean, clean_line
from sessions.three_way import same_words


@dataclass(frozen=True)
class Added:
    """A paragraph of the expert: it comes after ``before`` (None: first of all), or ``there`` it is already."""

    addition: Addition
    before: Fragment | None
    there: Fragment | None = None


class Comparison:
    """What came back, laid beside the session as it is now. Raises :class:`ReviewFileError` where the expert
    refuses by now that what they said becomes text."""

    def __init__(self, store: Store, sheet: Sheet, received: Received) -> None:
        self._store = store
        self.sheet = standing(store, store.get(Sheet, sheet.id))
        self.known = self.sheet.answers if received.other_copy else self.sheet.known
        self.received = received
        self.session = store.get(Session, sheet.session_id)
        if refuses_text(store, self.session):
            raise ReviewFileError(
                _("The expert does not let what they say become text any more."),
                _("Nothing was stored. Ask them what they want; see: vakborg consent"),
            )
        self.reading = read_session(store, self.session)
        self._answers = {a.answer.id: a for a in self.reading.answers}
        self.fragments = {f.segment.id: f for a in self.reading.answers for f in a.fragments}
        self.back = {a.answer_id: a for a in received.answers}
        self._heirs = heirs(store, self._ids(), list(self.fragments))

    def answer(self, answer_id: int) -> AnswerReading:
        """An answer as it was before anything is taken in."""
        return self._answers[answer_id]

    def _ids(self) -> set[int]:
        known = {f.segment_id for a in self.known for f in a.fragments}
        said = {s.segment_id for a in self.received.answers for s in a.said}
        return known | said | {n.segment_id for a in self.received.answers for n in a.notes}

    # --- what becomes of the fragments ---------------------------------------------------------------
    @cached_property
    def came(self) -> dict[int, CameBack]:
        """Each fragment that was in the file, as it came back; as it was where nothing is known of it."""
        first = {f.segment_id: f.text for a in self.sheet.answers for f in a.fragments}
        said: dict[int, list[SaidAgain]] = defaultdict(list)
        gone: set[int] = set()
        for back in self.back.values():
            gone |= set(back.gone) if back.there else set()
            for again in back.said if back.there else ():
                said[again.segment_id].append(again)
        for added in (a for each in self.added.values() for a in each if a.there):
            id_ = added.there.segment.id if added.there else 0
            said[id_] = said[id_] or [SaidAgain(id_, added.addition.text, Placed.TEXT)]
        return {
            sent.segment_id: came_back(
                sent.segment_id, sent.text, first.get(sent.segment_id, ""), said[sent.segment_id],
                gone=sent.segment_id in gone,
            )
            for answer in self.known
            for sent in answer.fragments
        }  # fmt: skip

    @cached_property
    def _bunches(self) -> list[tuple[Bunch, Outcome]]:
        found = bunches(self.came.values(), self._heirs, self.fragments)
        return [(bunch, outcome(bunch)) for bunch in found]

    @cached_property
    def outcomes(self) -> dict[int, list[Outcome]]:
        """What becomes of the fragments of each answer in the file, by its id."""
        answer_of = {f.segment_id: a.answer_id for a in self.known for f in a.fragments}
        found: dict[int, list[Outcome]] = defaultdict(list)
        for bunch, became in self._bunches:
            found[answer_of[bunch.sent[0].segment_id]].append(became)
        return found

    # --- what was added ------------------------------------------------------------------------------
    @cached_property
    def added(self) -> dict[int, list[Added]]:
        """What the expert added to each answer, by its id, as far as that has text that it can stand in."""
        known = {a.answer_id: a for a in self.known}
        return {
            id_: [
                self._added(known.get(id_), self._answers[id_], a)
                for a in back.additions
                if clean_line(a.text)
            ]
            for id_, back in self.back.items()
            if back.there and id_ in self._answers and self._answers[id_].fragments
        }

    def _added(self, sent: SentAnswer | None, answer: AnswerReading, addition: Addition) -> Added:
        before = self._standing_at(sent, addition.after)
        line = [
            f
            for f in answer.fragments
            if before is None or f.segment.transcript_id == before.segment.transcript_id
        ]
        at = line.index(before) + 1 if before in line else 0
        for fragment in line[at:]:
            if not fragment.segment.written:
                break
            if same_words(fragment.segment.text, addition.text):
                return Added(addition, before, fragment)
        return Added(addition, before)

    def _standing_at(self, sent: SentAnswer | None, after: int) -> Fragment | None:
        """The last fragment that stands for ``after``, else for the nearest before it in the file."""
        ids = [f.segment_id for f in sent.fragments] if sent else []
        before = ids[: ids.index(after) + 1] if after in ids else [after] if after else []
        standing = [self.fragments[heir] for id_ in before for heir in self._heirs.get(id_, ())]
        return standing[-1] if standing else None

    # --- what is shown -------------------------------------------------------------------------------
    @cached_property
    def incoming(self) -> Incoming:
        """All that taking it in would change."""
        sheet, received = self.sheet, self.received
        again = received.sha256 in sheet.taken_in
        return Incoming(
            self.session.code,
            self.reading.expert.name,
            sheet.mark,
            received.sha256,
            sheet.sent_at,
            self._age(),
            () if again else tuple(self._change(sent) for sent in self.known),
            () if again else self._new_notes(None, received.unplaced),
            () if again else tuple(self._code(b) for b in self.back.values() if b.there and b.wish is None),
            received.open_changes,
            received.split,
            received.joined,
            taken_in_at=sheet.back_at if again else None,
            crossed_out=received.crossed_out,
        )

    def _age(self) -> Age:
        newer = [s for s in sheets(self._store, self.session) if s.id > self.sheet.id]
        mine, came = self.sheet.modified, self.received.modified
        if any(s.back_at for s in newer) or (mine and came and mine > came):
            return Age.LATER_BACK
        return Age.LATER_SENT if newer else Age.NEWEST

    def _code(self, back: AnswerBack) -> str:
        answer = self._store.first(Answer, id=back.answer_id)
        return answer_code(self.session.code, answer.number) if answer else ""

    def _change(self, sent: SentAnswer) -> AnswerChange:
        back = self.back.get(sent.answer_id, AnswerBack(sent.answer_id, there=False))
        answer = self._answers.get(sent.answer_id)
        became = self.outcomes.get(sent.answer_id, [])
        additions = tuple(_new_text(a) for a in self.added.get(sent.answer_id, ()) if a.there is None)
        change = AnswerChange(
            sent.answer_id,
            self._code(back),
            answer.question.text if answer else sent.heading,
            back.there,
            tuple(r for one in became for r in one.rewordings),
            tuple(r for one in became for r in one.removals),
            additions,
            None,
            len(back.wishes) > 1,
            self._new_notes(sent.answer_id, [*back.notes, *self._without_place(back, became)]),
        )
        if answer is None:
            return change
        latest = self.decisions.get(sent.answer_id)
        wish = self._new_wish(sent, answer, change, latest)
        back_again = self._coming_back(answer, wish)
        return replace(
            change,
            rewordings=tuple(_going(r, wish, back_again) for r in change.rewordings),
            wish=wish,
            approved_before=approved(answer, [latest] if latest else []) is Approved.AS_IT_IS,
            come_back=len(back_again),
        )

    def _without_place(self, back: AnswerBack, became: Iterable[Outcome]) -> Iterable[Note]:
        yield from (note for one in became for note in one.notes)
        if back.there and back.answer_id not in self.added:
            yield from (Note(NoteKind.UNPLACED, a.text) for a in back.additions)
        for again in back.said if back.there else ():
            if again.segment_id not in self.came:
                yield Note(NoteKind.UNPLACED, again.text)

    def _new_notes(self, answer_id: int | None, notes: Iterable[Note]) -> tuple[Note, ...]:
        """Those that are not among the remarks yet."""
        told = {(r.kind, r.text, r.quote) for r in self._remarks if r.answer_id == answer_id}
        new: dict[tuple[NoteKind, str, str], Note] = {}
        for note in (replace(n, text=clean(n.text).strip(), quote=clean_line(n.quote)) for n in notes):
            if note.text and (note.kind, note.text, note.quote) not in told:
                new.setdefault((note.kind, note.text, note.quote), note)
        return tuple(new.values())

    @cached_property
    def _remarks(self) -> list[Remark]:
        return self._store.all(Remark, session_id=self.session.id)

    # --- what was ticked -----------------------------------------------------------------------------
    @cached_property
    def decisions(self) -> dict[int, Approval]:
        """The latest decision about each answer, of those about which there is one."""
        return decisions(self._store, self.session.id)

    def ticked(self, sent: SentAnswer) -> Wish | None:
        """What is ticked for an answer, as far as is known."""
        back = self.back.get(sent.answer_id)
        return back.wish if back and back.there else sent.wish

    def _new_wish(
        self, sent: SentAnswer, answer: AnswerReading, change: AnswerChange, latest: Approval | None
    ) -> Wish | None:
        """The wish, where the expert ticked it since, or changed the text to which they had agreed so: a box that they
        left as it was takes back nothing that was decided later."""
        wish = self.ticked(sent) if change.there else None
        if wish is None or (not change.additions and self._is_so(wish, answer, latest)):
            return None
        if wish is not sent.wish:
            return wish
        changed = change.additions or any(self.came[f.segment_id].changed for f in sent.fragments)
        return wish if changed and latest and _alike(latest.wish, wish) else None

    def _is_so(self, wish: Wish, answer: AnswerReading, latest: Approval | None) -> bool:
        """Whether this is what was decided last, about the same text, and stands."""
        if latest is None or (latest.wish, latest.version) != (wish, self.version_seen(answer)):
            return False
        return not gone_too_far(self._store, [f.segment for f in answer.fragments])

    def _coming_back(self, answer: AnswerReading, wish: Wish | None) -> list[int]:
        """The ids of what is struck no longer, as the answer may be used after all."""
        back = [] if wish in (None, Wish.NOT_TO_USE) else struck_for_it(self._store, answer)
        return [id_ for id_ in back if id_ not in self.unread(answer.answer.id)]

    def unread(self, answer_id: int) -> set[int]:
        """The ids of the fragments that stand for what was in the file, and of which no word is in it any more."""
        seen = {id_: text for one in self.outcomes.get(answer_id, []) for id_, text in one.seen.items()}
        ids = {f.segment_id for a in self.known if a.answer_id == answer_id for f in a.fragments}
        return {heir for id_ in ids for heir in self._heirs.get(id_, ()) if not seen.get(heir)}

    def version_seen(self, answer: AnswerReading, new: Mapping[int, str] | None = None) -> str:
        """The version of ``answer`` as the expert read it in the file, with the ``new`` fragments that they added:
        what is here now, with the text that came back, and without what was not in the file."""
        outcomes = self.outcomes.get(answer.answer.id, [])
        out = {r.segment_id for one in outcomes for r in one.removals}
        seen = {id_: text for one in outcomes for id_, text in one.seen.items()} | dict(new or {})
        seen |= {
            a.there.segment.id: a.there.segment.text for a in self.added.get(answer.answer.id, ()) if a.there
        }
        return version_of_texts(texts_seen(answer, out, seen))

    def heir(self, segment_id: int) -> int | None:
        """The fragment that stands for one that was in the file; None where none does."""
        known = segment_id if segment_id in self.fragments else None
        return next(iter(self._heirs.get(segment_id, ())), known)


def _new_text(added: Added) -> NewText:
    before, text = added.before, clean_line(added.addition.text)
    return NewText(text, before.segment.id, before.reference) if before else NewText(text, 0, "")


def _alike(one: Wish, other: Wish) -> bool:
    """Whether both are the same, or both agreement."""
    return one is other or {one, other} <= {Wish.RIGHT, Wish.CHANGED}


def _going(rewording: Rewording, wish: Wish | None, back: Collection[int]) -> Rewording:
    """The same with how far the fragment goes after what the expert wishes."""
    kept = wish in (Wish.INTERNAL, Wish.NOT_TO_USE) and rewording.release is not Release.STRUCK
    internal = kept or rewording.segment_id in back
    return replace(rewording, release=Release.INTERNAL) if internal else rewording
