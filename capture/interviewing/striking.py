"""Striking: what was said in the last moments leaves the disk, as sound, as text and as quotes."""

import time
from collections.abc import Callable, Container
from contextlib import suppress
from dataclasses import dataclass

from capture.interviewing import keeping
from capture.interviewing.conversation import Conversation
from capture.interviewing.sound import Position, Sound
from sessions.errors import ProgrammeError, ProgrammeLocked
from sessions.i18n import gettext as _
from sessions.interview import Clip, Marker, MarkerKind
from sessions.programme import Programme
from sessions.store.erasing import erase_for_real

AGAIN = 15.0
"""Seconds between two tries to erase for real, while another program reads the database."""


@dataclass(frozen=True)
class Wish:
    """What was said in the ``seconds`` before moment ``at`` is to go, up to clip ``newest``: what was said
    later stays."""

    at: float
    seconds: float
    newest: int

    def part(self, ended: float) -> float:
        """How much of that lies at the end of a recording of which the last sound was at ``ended``."""
        return min(self.seconds, self.seconds - (self.at - ended))


class Strikes:
    """What is struck in one conversation.

    ``being_kept`` holds the ids of clips that are being closed; ``forget`` lets go of texts that were read;
    ``ended`` gives the moment of a clip's last sound; ``in_hand`` runs something in another thread; ``tell``
    tells what went wrong.
    """

    def __init__(
        self,
        programme: Programme,
        talk: Conversation,
        sound: Sound,
        being_kept: Container[int],
        say: Callable[[str], None],
        forget: Callable[[], None],
        ended: Callable[[Clip], float],
        in_hand: Callable[[Callable[[], None]], object],
        tell: Callable[[ProgrammeError], None],
    ) -> None:
        self._programme = programme
        self._talk = talk
        self._sound = sound
        self._being_kept = being_kept
        self._say = say
        self._forget = forget
        self._ended = ended
        self._in_hand = in_hand
        self._tell = tell
        self._asked: list[Wish] = []  # what the recorder was asked to strike
        self._later: list[Wish] = []  # what lies in a recording that is being closed
        self._gone: dict[int, float] = {}  # seconds that were taken from the end of closed recordings
        self._due = programme.folder / ".erase-due"
        self._try_at = 0.0

    def close(self) -> None:
        """What was struck goes for real now, or somebody hears why not."""
        if self._due.exists():
            erase_for_real(self._talk.store)
            self._due.unlink()

    def tick(self) -> None:
        """Where erasing had to wait, try again."""
        if time.monotonic() >= self._try_at and self._due.exists():
            self._erase()

    def another_was_closed(self) -> None:
        """A recording was closed: what waited for that can be struck."""
        later, self._later = self._later, []
        for wish in later:
            self._out_of_closed(wish)

    def strike(self, at: float, seconds: float) -> None:
        """Take what was said in the last ``seconds`` off the disk, from the clip at hand and those before it."""
        clip = self._sound.clip
        newest = max((clip.id for clip in self._talk.ledger.clips), default=0)
        wish = Wish(at, seconds, newest)
        if clip and (part := wish.part(self._ended(clip))) > 0:
            self._asked.append(Wish(at, seconds, clip.id))
            self._sound.strike(at, part)
        else:
            self._out_of_closed(wish)

    def what_was_not(self) -> None:
        """The recorder will not answer any more: strike what it was asked to."""
        asked, self._asked = self._asked, []
        for wish in asked:
            self._out_of_closed(wish)

    def struck(self, clip_id: int, seconds: float, left: float) -> None:
        """The recorder took the end out of the clip at hand; the rest of the time lies in those before it."""
        if clip_id:
            for marker in self._talk.store.all(Marker, clip_id=clip_id):
                if marker.at > left:
                    self._talk.store.delete(marker)
            self._talk.mark(MarkerKind.OFF_THE_RECORD, Position(clip_id, left))
            self._sound.struck(seconds)
        if self._asked:
            wish = self._asked.pop(0)
            self._out_of_closed(Wish(wish.at, wish.seconds, wish.newest - 1), seconds)

    def _out_of_closed(self, wish: Wish, struck: float = 0.0) -> None:
        """Also out of one that is being closed: as soon as it is. ``struck`` seconds went already."""
        with suppress(OSError):
            self._due.touch()  # a crash from here on leaves word of it
        self._talk.refresh()
        at_hand = self._sound.clip
        for clip in sorted(self._talk.ledger.clips, key=lambda c: -c.id):
            part = wish.part(self._ended(clip) - self._gone.get(clip.id, 0.0))
            if part <= 0.01 or clip.original_name or clip.erased or clip.id > wish.newest:
                continue
            if clip.id in self._being_kept:
                self._later.append(Wish(wish.at, wish.seconds, clip.id))
                return
            if not at_hand or clip.id != at_hand.id:
                struck += self._out_of(clip, part)
        self._forget()
        self._erase()
        self._say_struck(struck)

    def _out_of(self, clip: Clip, seconds: float) -> float:
        """Out of one clip; one that could not be kept whole is kept as it is first."""
        store = self._talk.store
        if clip.open:
            kept = keeping.keep(store, clip, keeping.finish(self._programme, clip))
            if kept is None:
                return 0.0
            clip = kept
        struck = keeping.strike_end(self._programme, store, clip, seconds)
        self._gone[clip.id] = self._gone.get(clip.id, 0.0) + struck
        if left := store.first(Clip, id=clip.id):
            store.add(Marker(left.answer_id, MarkerKind.OFF_THE_RECORD, left.id, left.seconds))
        return struck

    def _erase(self) -> None:
        """In another thread: it may have to wait for whoever reads the database, and is tried again then."""
        self._try_at = time.monotonic() + AGAIN
        self._in_hand(self._erase_now)

    def _erase_now(self) -> None:
        try:
            with self._programme.store() as store:
                store.rows("pragma busy_timeout = 200")
                erase_for_real(store)
                self._due.unlink(missing_ok=True)
        except ProgrammeLocked:
            pass  # again at the next tick
        except ProgrammeError as error:
            self._tell(error)

    def _say_struck(self, seconds: float) -> None:
        if seconds < 0.01:
            self._say(_("Nothing was recorded in the last minute."))
            return
        told = _("Struck: {seconds} s are gone from the sound and from the text.")
        self._say(told.format(seconds=max(1, round(seconds))))
