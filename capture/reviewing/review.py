"""The review of one session: takes what a key asks for, in order, stores it, and shows it.

It runs in a thread of its own with its own connection to the database. Every method returns at once; what
came of it is told as a new page.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from queue import Empty, SimpleQueue

from capture.faults import foreseen
from capture.reviewing.bench import Bench
from capture.reviewing.replacing import Place, Scope
from capture.reviewing.state import News, Offer
from sessions.errors import ChangedSince
from sessions.facets import Facet
from sessions.programme import Programme
from sessions.release import Release
from sessions.replacing import Replacement
from sessions.transcript import Value

TICK = 0.3
"""Seconds without a key after which it looks a little further ahead."""

BREATH = 0.03
"""Seconds between two looks ahead, so that the screen is not kept waiting: both take turns in one process."""

Act = Callable[[Bench], None]


class Review:
    """One session under review by somebody called ``by``; ``asked`` counts what was asked of it."""

    def __init__(self, programme: Programme, code: str, by: str) -> None:
        """A review of session ``code``; nothing happens before :meth:`start`."""
        self.programme = programme
        self.code = code
        self.by = by
        self._inbox: SimpleQueue[Act] = SimpleQueue()
        self._tell: Callable[[News], None] = lambda _news: None
        self._closing = threading.Event()
        self._asking = threading.Lock()
        self._done = 0
        self.asked = 0
        self._thread = threading.Thread(target=self._run, name="review", daemon=True)

    def start(self, tell: Callable[[News], None], segment_id: int | None = None) -> None:
        """Read the session; from now on ``tell`` gets the news, from another thread. Begins at a fragment, by
        default at the first that nobody looked at."""
        self._tell = tell
        self._goal = segment_id
        self._thread.start()

    def close(self) -> None:
        """Do what was asked until now, however long that takes, then stop."""
        self.ask(lambda _bench: self._closing.set())
        while self._thread.is_alive():
            self._thread.join(timeout=1)

    # --- the thread ----------------------------------------------------------------------------------
    def _run(self) -> None:
        try:
            with self.programme.store() as store:
                bench = Bench(self.programme, store, self.code, self.by, self._tell)
                bench.begin(self._goal)
                self._tell(bench.page())
                bench.unkept.put_back()
                while not self._closing.is_set():
                    self._next(bench)
                bench.close()
        except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown
            self._tell(foreseen(error))

    def _next(self, bench: Bench) -> None:
        try:
            act = self._inbox.get(timeout=BREATH if bench.has_more_to_see else TICK)
        except Empty:
            act = Bench.look_ahead
        else:
            self._done += 1
        try:
            act(bench)
            self._show(bench)
        except ChangedSince as error:
            self._tell(error)
            self.ask(Bench.reload)
        except Exception as error:  # noqa: BLE001 - as above, and the review goes on
            self._tell(foreseen(error))

    def _show(self, bench: Bench) -> None:
        if bench.changed and self._inbox.empty():
            self._tell(replace(bench.page(), done=self._done))

    def ask(self, act: Act) -> None:
        """Do this in the thread, in its turn."""
        with self._asking:
            self.asked += 1
            self._inbox.put(act)

    # --- where one is --------------------------------------------------------------------------------
    def go(self, answer_id: int) -> None:
        """To this answer."""
        self.ask(lambda bench: bench.go(answer_id))

    def go_to(self, segment_id: int) -> None:
        """To this fragment, in whichever answer it is."""
        self.ask(lambda bench: bench.go_to(segment_id))

    def reload(self) -> None:
        """Read everything again: another program may have changed it."""
        self.ask(Bench.reload)

    def words_changed(self) -> None:
        """The vocabulary is another: look for what could be replaced again."""
        self.ask(Bench.words_changed)

    def next_to_settle(self, segment_id: int | None) -> None:
        """To the next fragment that somebody has to look at, in this answer or a later one."""
        self.ask(lambda bench: bench.next_left(segment_id))

    # --- the text ------------------------------------------------------------------------------------
    def retype(self, segment_id: int, text: str, seen: str) -> None:
        """The fragment says ``text``; ``seen`` is what it said when the person began to type."""
        self.ask(lambda bench: bench.texts.retype(segment_id, text, seen))

    def split(self, segment_id: int, at: int) -> None:
        """Two fragments; the second begins with the word at character ``at``."""
        self.ask(lambda bench: bench.texts.split(segment_id, at))

    def join(self, segment_id: int) -> None:
        """One fragment of this and the next."""
        self.ask(lambda bench: bench.texts.join(segment_id))

    def restore(self, segment_id: int, text: str) -> None:
        """Back to an earlier version."""
        self.ask(lambda bench: bench.texts.restore(segment_id, text))

    def take(self, segment_id: int, proposal: Replacement) -> None:
        """Replace what a proposal is about."""
        self.ask(lambda bench: bench.texts.take(segment_id, [proposal]))

    def take_everywhere(self, proposal: Replacement) -> None:
        """Replace the same by the same in the whole session, but for what has to be listened to."""
        self.ask(lambda bench: bench.texts.take_everywhere(proposal))

    def refuse(self, segment_id: int, proposal: Replacement) -> None:
        """Do not propose this here any more."""
        self.ask(lambda bench: bench.texts.refuse(segment_id, proposal))

    def settle_conflict(self, conflict_id: int, *, take: bool) -> None:
        """Keep the person's words, or take what was heard again."""
        self.ask(lambda bench: bench.texts.settle_conflict(conflict_id, take=take))

    def find(
        self, wanted: str, instead: str, scope: Scope, *, whole_words: bool = False, match_case: bool = False
    ) -> None:
        """Look for ``wanted``; told as ``Found``."""
        self.ask(
            lambda bench: bench.replacing.find(
                wanted, instead, scope, whole_words=whole_words, match_case=match_case
            )
        )

    def replace(self, places: Sequence[Place], by: str) -> None:
        """Put ``by`` in these places."""
        self.ask(lambda bench: bench.replacing.replace(places, by))

    def undo_everywhere(self) -> None:
        """Take the last replacement back in every session that it reached."""
        self.ask(lambda bench: bench.replacing.undo_everywhere(bench.batch))

    def learn(self, offer: Offer) -> None:
        """Take a correction up into the vocabulary."""
        self.ask(lambda bench: bench.texts.learn(offer))

    # --- labels, values, release ---------------------------------------------------------------------
    def accept(self, segment_id: int, topic: str) -> None:
        """It is about this topic."""
        self.ask(lambda bench: bench.labels.accept(segment_id, topic))

    def reject(self, segment_id: int, topic: str) -> None:
        """It is not about this topic."""
        self.ask(lambda bench: bench.labels.reject(segment_id, topic))

    def undecide(self, segment_id: int, topic: str) -> None:
        """Leave it undecided."""
        self.ask(lambda bench: bench.labels.undecide(segment_id, topic))

    def no_topic(self, segment_id: int, *, on: bool = True) -> None:
        """It is about none of them."""
        self.ask(lambda bench: bench.labels.no_topic(segment_id, on=on))

    def facet(self, segment_id: int, facet: Facet | None) -> None:
        """It shows this side of the topic."""
        self.ask(lambda bench: bench.labels.facet(segment_id, facet))

    def check(self, segment_ids: Sequence[int], *, on: bool = True) -> None:
        """These were looked at and are right."""
        self.ask(lambda bench: bench.labels.check(segment_ids, on=on))

    def release(self, segment_ids: Sequence[int], level: Release, *, also_struck: bool = False) -> None:
        """How far these may go; in bulk what was struck stays struck unless ``also_struck``."""
        self.ask(lambda bench: bench.labels.release(segment_ids, level, also_struck=also_struck))

    def release_answer(self, segment_ids: Sequence[int], level: Release) -> None:
        """How far all of an answer may go; see :meth:`capture.reviewing.labels.Labels.release_answer`."""
        self.ask(lambda bench: bench.labels.release_answer(segment_ids, level))

    def golden(self, segment_id: int) -> None:
        """It is a golden quote, or no longer."""
        self.ask(lambda bench: bench.labels.golden(segment_id))

    def put_value(self, value: Value) -> None:
        """Keep a value card."""
        self.ask(lambda bench: bench.labels.put_value(value))

    def drop_value(self, value_id: int) -> None:
        """Take a value card away."""
        self.ask(lambda bench: bench.labels.drop_value(value_id))

    # --- all of it -----------------------------------------------------------------------------------
    def undo(self) -> None:
        """Take back what was done last."""
        self.ask(Bench.undo)

    def redo(self) -> None:
        """Do it again."""
        self.ask(Bench.redo)
