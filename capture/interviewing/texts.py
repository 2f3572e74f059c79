"""What was said, as far as it is written down: read beside the conversation."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from capture.faults import foreseen
from sessions.errors import VakborgError
from sessions.fragments import AnswerReading, Fragment, SessionReading
from sessions.guides.model import Question
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.interviews import find_session
from sessions.store.reading import not_to_be_told, read_session, read_sessions

Bring = Callable[[Callable[[float], None]], None]
Report = Callable[[VakborgError], None]


@dataclass(frozen=True)
class Texts:
    """What was said, as far as it is written down: in this session, and in others (``earlier``)."""

    reading: SessionReading | None = None
    earlier: tuple[Fragment, ...] = ()

    @property
    def fragments(self) -> tuple[Fragment, ...]:
        """All of this session."""
        return tuple(f for a in self._answers for f in a.fragments)

    @property
    def _answers(self) -> tuple[AnswerReading, ...]:
        return self.reading.answers if self.reading else ()

    def of(self, question: Question) -> tuple[Fragment, ...]:
        """What was said to ``question``."""
        return next((a.fragments for a in self._answers if a.question.id == question.id), ())


class Reading:
    """The texts of session ``code``, read in threads with connections of their own: it may take long.

    ``bring`` takes what was read back to the conductor's thread, ``report`` tells what went wrong.
    """

    def __init__(self, programme: Programme, code: str, bring: Bring, report: Report) -> None:
        self.texts = Texts()
        self._programme = programme
        self._code = code
        self._bring = bring
        self._report = report
        self._earlier: tuple[Fragment, ...] | None = None
        self._generation = 0

    def begin(self) -> None:
        """Read in a thread of its own."""
        threading.Thread(target=self.read, daemon=True).start()

    def forget(self) -> None:
        """Something was struck: what was read before is neither shown nor quoted any more."""
        self._generation += 1
        self.texts = Texts()
        self.begin()

    def read(self) -> None:
        """Read what there is now; what others said, only once."""
        generation = self._generation
        try:
            texts = self._read()
        except Exception as error:  # noqa: BLE001 - the boundary of a thread: every failure is shown
            self._report(foreseen(error))
        else:
            self._bring(lambda _at: self._take(texts, generation))

    def _take(self, texts: Texts, generation: int) -> None:
        if generation == self._generation:
            self.texts = texts

    def _read(self) -> Texts:
        with self._programme.store() as store:
            if self._earlier is None:
                self._earlier = self._of_others(store)
            gone = not_to_be_told(store)  # a review may go on in another window
            earlier = tuple(f for f in self._earlier if f.segment.id not in gone)
            return Texts(read_session(store, find_session(store, self._code)), earlier)

    def _of_others(self, store: Store) -> tuple[Fragment, ...]:
        others = [reading for reading in read_sessions(store) if reading.session.code != self._code]
        return tuple(f for reading in others for answer in reading.answers for f in answer.fragments)
