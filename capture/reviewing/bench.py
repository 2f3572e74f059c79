"""What a review has at hand, in the thread of the review: the session as read, and the page that is shown of it."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from capture.reviewing.answered import answered
from capture.reviewing.elsewhere import Elsewhere
from capture.reviewing.labels import Labels
from capture.reviewing.lines import Beside, left_of, line_of
from capture.reviewing.proposing import Proposing
from capture.reviewing.remarked import remarked
from capture.reviewing.renewing import Renewing
from capture.reviewing.replacing import Replacing
from capture.reviewing.state import GoTo, Left, Line, News, Page, Told
from capture.reviewing.texts import Texts
from capture.reviewing.unkept import UnkeptTexts
from sessions.edits import Edit
from sessions.fragments import AnswerReading, Fragment, SessionReading
from sessions.i18n import gettext as _
from sessions.interview import Answer
from sessions.programme import Programme
from sessions.replacing import Replacement
from sessions.store import Store
from sessions.store import editing as edits
from sessions.store.editing import Pencil, editing
from sessions.store.interviews import find_session, guide_of
from sessions.store.quoting import golden_marks
from sessions.store.reading import Shelf
from sessions.transcript import Segment, Why

T = TypeVar("T")

BETWEEN_PAGES = 0.5
"""Seconds between two pages that show no more than how far it has looked ahead."""


class Bench:
    """One session under review. What a person does goes through :meth:`edit`; ``changed`` tells that the page is
    not what was shown last, ``here`` is the id of the answer at hand, ``batch`` what was replaced last."""

    def __init__(
        self, programme: Programme, store: Store, code: str, by: str, tell: Callable[[News], None]
    ) -> None:
        self.programme = programme
        self.store = store
        self.by = by
        self.tell = tell
        self.session = find_session(store, code)
        self.guide = guide_of(store, self.session)
        self.texts = Texts(self)
        self.labels = Labels(self)
        self.replacing = Replacing(self)
        self.renewing = Renewing(self)
        self.unkept = UnkeptTexts(self)
        self.changed = False
        self.here = 0
        self.batch = ""
        self._pages = 0
        self._beside = Beside(store)
        self._made: dict[int, tuple[tuple[object, ...], Line]] = {}
        self._shown_at = 0.0
        self._proposing = Proposing(store, self.session, self.guide)
        self._elsewhere = Elsewhere(store, self.session)
        self._read()

    def _read(self) -> None:
        self._elsewhere.seen()
        self._shelf = Shelf(self.store, [self.session.id])
        self._readings = {a.id: self._reading(a) for a in self._shelf.answers(self.session)}
        self._beside.read([f.segment.id for f in self._fragments()])
        self._lefts: dict[int, Left] = {}
        self._remarks = remarked(self.store, self.session, self._readings)
        self.read_golden()

    def _reading(self, answer: Answer) -> AnswerReading:
        return self._shelf.answer(answer, self.session, self.guide)

    def _reading_again(self, before: AnswerReading) -> AnswerReading:
        """An answer after an edit; fragments that are as they were are the very same."""
        known = {f.segment.id: f for f in before.fragments}
        fresh = self._reading(before.answer)
        same = (f if (old := known.get(f.segment.id)) != f or old is None else old for f in fresh.fragments)
        return replace(fresh, fragments=tuple(same))

    def _fragments(self) -> Iterable[Fragment]:
        return chain.from_iterable(reading.fragments for reading in self._readings.values())

    def read_golden(self) -> None:
        """Read which fragments are golden quotes."""
        self._golden = frozenset(golden_marks(self.store, self._fragments()))
        self.changed = True

    def close(self) -> None:
        """Stop what goes on beside."""
        self.renewing.close()

    # --- what is shown -------------------------------------------------------------------------------
    def page(self) -> Page:
        """The review as it is now."""
        self.changed = False
        self._shown_at = time.monotonic()
        self._pages += 1
        readings = list(self._readings.values())
        answers = answered(self.store, self.session, readings, self._left)
        here = next((n for n, r in enumerate(readings) if r.answer.id == self.here), 0)
        undo, redo = edits.can_undo(self.store, self.session), edits.can_redo(self.store, self.session)
        whole = self._shelf.session(self.session, readings)
        return Page(
            reading=whole,
            answers=answers,
            here=here,
            lines=tuple(self._lines(readings[here])) if readings else (),
            left=sum((answered.left for answered in answers), Left()),
            undo=_(undo.what) if undo else "",
            redo=_(redo.what) if redo else "",
            by=self.by,
            number=self._pages,
        )

    def _lines(self, reading: AnswerReading) -> list[Line]:
        return [self._line(fragment) for fragment in reading.fragments]

    def _line(self, fragment: Fragment) -> Line:
        """The line of a fragment: the very same as long as nothing in it changed, for those who compare."""
        segment = fragment.segment
        seen = self._proposing.seen(segment)
        beside = self._beside.values(segment), self._beside.conflicts(segment)
        golden, remarks = segment.id in self._golden, self._remarks.get(segment.id, ())
        key = (fragment, seen, *beside, golden, remarks)
        known = self._made.get(segment.id)
        if known is None or known[0] != key:
            line = line_of(fragment, seen, *beside, golden=golden, remarks=remarks)
            known = self._made[segment.id] = (key, line)
        return known[1]

    def _left(self, reading: AnswerReading) -> Left:
        id_ = reading.answer.id
        if id_ not in self._lefts:
            self._lefts[id_] = left_of(self._lines(reading))
        return self._lefts[id_]

    @property
    def has_more_to_see(self) -> bool:
        """Whether there are fragments in which nobody looked yet for what could be replaced."""
        return self._proposing.waits

    def look_ahead(self) -> None:
        """Look into a few more fragments, those of the answer at hand first, and at what others changed."""
        self.renewing.tick()
        if self._elsewhere.changed:
            self.reload_labels()
        seen = self._proposing.look()
        for reading in self._readings.values():
            if not seen.isdisjoint(f.segment.id for f in reading.fragments):
                self._lefts.pop(reading.answer.id, None)
                here = reading.answer.id == self.here and time.monotonic() - self._shown_at > BETWEEN_PAGES
                self.changed = self.changed or not self.has_more_to_see or here

    # --- where one is --------------------------------------------------------------------------------
    def begin(self, segment_id: int | None) -> None:
        """Begin at this fragment, else at the first that is left."""
        self._wait_for(self._readings.values())
        self.renewing.decided()  # others may have decided on topics since
        if segment_id is None:
            segment_id = next((f.segment.id for f in self._fragments() if self._line(f).left), None)
        if segment_id is not None:
            self.go_to(segment_id)
        elif self._readings:
            self.go(next(iter(self._readings)))

    def _wait_for(self, readings: Iterable[AnswerReading]) -> None:
        usable = (f.segment for reading in readings for f in reading.fragments if f.usable)
        self._proposing.queue(usable)

    def go(self, answer_id: int) -> None:
        """Show this answer."""
        if answer_id in self._readings:
            self.here = answer_id
            self._proposing.first([f.segment.id for f in self._readings[answer_id].fragments])
            self.changed = True

    def go_to(self, segment_id: int) -> None:
        """Show the answer that this fragment is of, and stand on it."""
        for id_, reading in self._readings.items():
            if any(f.segment.id == segment_id for f in reading.fragments):
                self.go(id_)
                self.tell(GoTo(segment_id))

    def next_left(self, segment_id: int | None) -> None:
        """Stand on the next fragment that somebody has to look at, from ``segment_id`` on; after the last comes
        the first. Where all were looked at: on the next in which something is open."""
        fragments = list(self._fragments())
        ids = [f.segment.id for f in fragments]
        at = ids.index(segment_id) + 1 if segment_id in ids else 0
        around = [*fragments[at:], *fragments[:at]]
        left = next((f for f in around if self._line(f).left), None)
        found = left or next((f for f in around if self._line(f).open), None)
        if found is None:
            self.tell(Told(_("Nothing is left: every fragment was looked at.")))
            return
        if left is None:
            self.tell(Told(_("Every fragment was looked at; in this one something is still open.")))
        self.go_to(found.segment.id)

    def fragment(self, segment_id: int) -> Fragment | None:
        """The fragment with this id, as it was read last."""
        return next((f for f in self._fragments() if f.segment.id == segment_id), None)

    def line(self, segment_id: int) -> Line | None:
        """The line of the fragment with this id."""
        fragment = self.fragment(segment_id)
        return self._line(fragment) if fragment else None

    def same_proposals(self, proposal: Replacement) -> list[tuple[Segment, list[Replacement]]]:
        """Where else in the session the same is proposed for the same; the doubtful are for listening, one by one."""
        self._proposing.look_into_all()
        found = []
        for segment in (f.segment for f in self._fragments() if f.usable):
            seen = self._proposing.seen(segment)
            same = [p for p in (seen.proposals if seen else ()) if _is_same(p, proposal)]
            if same:
                found.append((segment, same))
        return found

    # --- what is changed -----------------------------------------------------------------------------
    def edit(self, why: Why, what: str, act: Callable[[Pencil], T]) -> T:
        """Let ``act`` change something, as one thing that can be undone; ``what`` names it in the source text."""
        with editing(self.store, self.session, self.by, why, what) as pencil:
            done = act(pencil)
        self.refresh(edits.touched(self.store, pencil.edit))
        return done

    def refresh(self, segment_ids: Sequence[int]) -> None:
        """Read again what was changed in these fragments."""
        touched = self._shelf.refresh(segment_ids)
        for reading in [self._readings[id_] for id_ in touched]:
            self._readings[reading.answer.id] = fresh = self._reading_again(reading)
            self._lefts.pop(reading.answer.id, None)
            self._wait_for([fresh])
            changed = [f.segment for f in fresh.fragments if f.segment.id in segment_ids and f.usable]
            self._proposing.again(changed)
            self._beside.read([f.segment.id for f in fresh.fragments])
        self.read_golden()

    def reload(self) -> None:
        """Read everything again."""
        self._proposing.forget()
        self._read()
        self._wait_for(self._readings.values())

    def reload_labels(self) -> None:
        """Read again; what could be replaced is still known, but for texts that are new."""
        self._read()
        self._wait_for(self._readings.values())

    def replaced(self, batch: str) -> None:
        """Remember what was replaced last, to take it back everywhere."""
        self.batch = batch

    def words_changed(self) -> None:
        """The vocabulary is another: what could be replaced is looked for again."""
        self._proposing.forget()
        self._lefts.clear()
        self._wait_for(self._readings.values())
        self.changed = True

    def undo(self) -> None:
        """Take back what was done last, and show where that was."""
        edit = edits.undo(self.store, self.session, self.by)
        self._show_turned(edit, _("Taken back: {what}."), _("There is nothing to take back."))

    def redo(self) -> None:
        """Do it again, and show where that was."""
        edit = edits.redo(self.store, self.session, self.by)
        self._show_turned(edit, _("Done again: {what}."), _("There is nothing to do again."))

    def _show_turned(self, edit: Edit | None, done: str, nothing: str) -> None:
        if edit is None:
            self.tell(Told(nothing))
            return
        ids = edits.touched(self.store, edit)
        self.refresh(ids)
        self.tell(Told(done.format(what=_(edit.what))))
        here = [
            f.segment.id for f in self._fragments() if f.segment.id in ids or set(f.segment.made_of) & {*ids}
        ]
        if here:
            self.go_to(here[0])

    def whole(self) -> SessionReading:
        """The session as it was read last."""
        return self._shelf.session(self.session, list(self._readings.values()))


def _is_same(one: Replacement, other: Replacement) -> bool:
    words = (one.heard.casefold(), one.instead.casefold())
    return words == (other.heard.casefold(), other.instead.casefold()) and (one == other or not one.doubtful)
