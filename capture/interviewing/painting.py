"""The snapshot of a conversation: everything that is shown of it, made after each change."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from capture.interviewing.alarms import alarm_of
from capture.interviewing.conversation import Conversation
from capture.interviewing.picture import missing, standings, suggestion, told
from capture.interviewing.room import Room
from capture.interviewing.sound import Sound
from capture.interviewing.state import Alarm, Snapshot, Transcribing
from capture.interviewing.texts import Texts
from capture.interviewing.timing import Timing
from sessions.jobs import WAITING
from sessions.spending import Who

T = TypeVar("T")


@dataclass(frozen=True)
class Beside:
    """What goes on beside the conversation: the texts, how the transcription stands, the folder of photos."""

    texts: Texts
    transcribing: Transcribing
    photo_folder: str
    recovered: tuple[str, ...]
    problem: Alarm | None


class Painter:
    """Makes snapshots; what takes long to find out is found out once."""

    def __init__(self, talk: Conversation, sound: Sound, timing: Timing, room: Room) -> None:
        self._talk = talk
        self._sound = sound
        self._timing = timing
        self._room = room
        self._made: dict[str, tuple[Texts, object, object]] = {}

    def picture(self, beside: Beside) -> Snapshot:
        """The conversation as it is now."""
        talk, sound = self._talk, self._sound
        talk.refresh()
        talked, since = self._timing.seconds(Who.EXPERT)
        waiting = sum(1 for job in talk.ledger.jobs if job.state in WAITING)
        return Snapshot(
            session=talk.session,
            expert=talk.expert,
            company=talk.company,
            guide=talk.guide,
            standings=standings(talk),
            here=talk.here,
            recording=sound.state,
            take=self._take(),
            microphone=sound.microphone,
            microphone_key=sound.key,
            suggestion=self._derived(
                "suggestion", suggestion, beside.texts, (talk.here, talk.ledger.handled)
            ),
            said=beside.texts.of(talk.question),
            told_so_far=self._derived("told", told, beside.texts, talk.here),
            gaps=self._derived("gaps", missing, beside.texts, talk.ledger.markers),
            cases=talk.ledger.cases,
            transcribing=replace(beside.transcribing, waiting=waiting),
            alarm=alarm_of(sound) or beside.problem,
            undo=talk.undoing.what,
            talked=talked,
            at=since,
            talking=self._timing.runs(Who.EXPERT),
            room=self._room.seconds(sound.channels),
            photo_folder=beside.photo_folder,
            begun=bool(talk.session.place),
            ended=talk.session.ended_at is not None,
            recovered=beside.recovered,
        )

    def _take(self) -> int:
        return self._sound.clip.number if self._sound.clip else 0

    def _derived(self, name: str, make: Callable[[Conversation, Texts], T], texts: Texts, on: object) -> T:
        """What follows from ``texts`` and ``on``: made anew only where one of these changed."""
        known = self._made.get(name)
        if known is None or known[0] is not texts or known[1] != on:
            known = self._made[name] = (texts, on, make(self._talk, texts))
        return cast("T", known[2])
