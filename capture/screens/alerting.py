"""Being loud about what must be seen at once, on whatever screen the interviewer is."""

from textual.screen import Screen

from capture.interviewing.state import Snapshot
from sessions.text import clean_line

SECONDS = 15.0
"""How long it stands over the screen."""


def alert(screen: Screen[None], before: Snapshot | None, now: Snapshot, *, shown: bool) -> None:
    """Ring for an alarm that is new since ``before``; tell it too, unless ``screen`` has it ``shown``."""
    if now.alarm is None or (before is not None and now.alarm == before.alarm):
        return
    screen.app.bell()
    if not shown:
        told = clean_line(f"{now.alarm.message} {now.alarm.advice}")
        screen.notify(told, severity="error", timeout=SECONDS, markup=False)
