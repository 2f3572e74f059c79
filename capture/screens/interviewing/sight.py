"""What stands below the question: one thing at a time, until it is put away."""

from capture.interviewing.state import PAUSE_AT, PLANNED, Alarm, Snapshot
from sessions.follow_ups import Suggested

Below = Alarm | tuple[str, ...] | Suggested


class Sight:
    """What of a conversation is in sight there; what was put away is not."""

    def __init__(self) -> None:
        self._away: set[Alarm | tuple[str, ...] | int] = set()

    def below(self, now: Snapshot) -> Below | None:
        """An alarm before what was recovered, and that before a suggestion."""
        if now.alarm and now.alarm not in self._away:
            return now.alarm
        if now.recovered and now.recovered not in self._away:
            return now.recovered
        return now.suggestion

    def suggestion(self, now: Snapshot) -> Suggested | None:
        """The suggestion, if it is in sight: nobody answers what they cannot see."""
        below = self.below(now)
        return below if isinstance(below, Suggested) else None

    def put_away(self, below: Below | None) -> None:
        """It was seen; the alarm of a microphone stays, and a suggestion is the conductor's."""
        if isinstance(below, tuple) or (isinstance(below, Alarm) and not below.microphone):
            self._away.add(below)

    def forget_alarms(self) -> None:
        """There is none any more: the next one counts again."""
        self._away = {away for away in self._away if not isinstance(away, Alarm)}

    def reminds(self, spent: float) -> bool:
        """Whether the clock has something to propose after so many seconds."""
        return spent >= PAUSE_AT and _due(spent) not in self._away

    def put_reminder_away(self, spent: float) -> None:
        """The proposal of the clock was seen."""
        self._away.add(_due(spent))


def _due(spent: float) -> int:
    return PLANNED if spent >= PLANNED else PAUSE_AT
