"""Find and replace, over an answer, the session or the whole programme: first all places are shown."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from capture.reviewing.state import Found, Told
from sessions.fragments import Fragment
from sessions.i18n import N_, ngettext
from sessions.i18n import gettext as _
from sessions.interview import Session
from sessions.release import Release
from sessions.replacing import Hit, find, replaced
from sessions.store import revising
from sessions.store.editing import editing, undo_batch
from sessions.store.reading import read_sessions
from sessions.transcript import Segment, Why

if TYPE_CHECKING:
    from capture.reviewing.bench import Bench

Place = tuple[Fragment, Hit]


class Scope(StrEnum):
    """Where to look."""

    ANSWER = "answer"
    SESSION = "session"
    PROGRAMME = "programme"


class Replacing:
    """Find and replace for the session on a bench. Struck text is neither found nor changed."""

    def __init__(self, bench: "Bench") -> None:
        self._bench = bench

    def find(self, wanted: str, instead: str, scope: Scope, *, whole_words: bool, match_case: bool) -> None:
        """Look for ``wanted``, and tell every place of it as ``Found``."""
        fragments = {
            f.segment.id: f for f in self._fragments(scope) if f.segment.release is not Release.STRUCK
        }
        texts = {id_: f.segment.text for id_, f in fragments.items()}
        hits = find(texts, wanted, whole_words=whole_words, match_case=match_case)
        self._bench.tell(Found(wanted, instead, tuple((fragments[hit.key], hit) for hit in hits)))

    def _fragments(self, scope: Scope) -> Iterable[Fragment]:
        everywhere = scope is Scope.PROGRAMME
        readings = read_sessions(self._bench.store) if everywhere else [self._bench.whole()]
        answers = [answer for reading in readings for answer in reading.answers]
        if scope is Scope.ANSWER:
            answers = [a for a in answers if a.answer.id == self._bench.here]
        return [fragment for answer in answers for fragment in answer.fragments]

    def replace(self, places: Sequence[Place], by: str) -> None:
        """Put ``by`` in these places; where the text is not what was found any more, nothing changes."""
        batch = uuid.uuid4().hex
        sessions: dict[int, list[Place]] = defaultdict(list)
        for place in places:
            sessions[place[0].session.id].append(place)
        changed = 0
        with self._bench.store.immediate():
            for session_id, its_places in sessions.items():
                changed += self._in_session(self._bench.store.get(Session, session_id), its_places, by, batch)
        self._bench.refresh([f.segment.id for f, _hit in places if f.session.id == self._bench.session.id])
        self._bench.replaced(batch)
        self._say(changed, len(places), len(sessions))

    def _in_session(self, session: Session, places: Sequence[Place], by: str, batch: str) -> int:
        store, done = self._bench.store, 0
        fragments: dict[int, list[Place]] = defaultdict(list)
        for place in places:
            fragments[place[0].segment.id].append(place)
        with editing(store, session, self._bench.by, Why.REPLACE, N_("replaced"), batch) as pencil:
            for id_, its_places in fragments.items():
                now = store.first(Segment, id=id_)
                if now and not now.retired and now.text == its_places[0][0].segment.text:
                    revising.retype(pencil, id_, replaced(now.text, [hit for _f, hit in its_places], by))
                    done += len(its_places)
        return done

    def _say(self, changed: int, wanted: int, sessions: int) -> None:
        told = ngettext("Replaced in {n} place.", "Replaced in {n} places.", changed).format(n=changed)
        if changed < wanted:
            told += " " + _("{n} were changed meanwhile and stay as they are.").format(n=wanted - changed)
        self._bench.tell(Told(told, warning=changed < wanted))

    def undo_everywhere(self, batch: str) -> None:
        """Take the last replacement back in every session in which nothing was done since."""
        count = undo_batch(self._bench.store, batch, self._bench.by)
        self._bench.reload()
        told = ngettext("Taken back in {n} session.", "Taken back in {n} sessions.", count)
        self._bench.tell(Told(told.format(n=count)))
