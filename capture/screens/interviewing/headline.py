"""The top of the interview screen: who, where in the guide, how long, and what happens to the sound."""

from textual.content import Content

from capture.interviewing.room import WARN_AT
from capture.interviewing.state import PLANNED, Recording, Snapshot
from capture.naming import duration
from capture.recorder.protocol import Level
from capture.screens.interviewing.strip import doing
from capture.screens.showing import MUTED
from sessions.fragments import clock
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.text import clean_line

PLENTY = 10 * 3600
"""Seconds from which nobody needs to know how many there are."""

_STATES = {
    Recording.NOTES_ONLY: N_("✎ NOTES ONLY – no sound is kept"),
    Recording.NO_SOUND_YET: N_("… THE MICROPHONE IS BEING OPENED"),
    Recording.READY: N_("○ NOT RECORDING"),
    Recording.STARTING: N_("◌ STARTING – not recording yet"),
    Recording.RUNNING: N_("● RECORDING"),
    Recording.PAUSED: N_("‖ PAUSED"),
    Recording.OFF_THE_RECORD: N_("⊘ OFF THE RECORD – nothing is kept"),
    Recording.BROKEN: N_("✖ NOT RECORDING – no sound"),
}
_WITH_CLOCK = (Recording.RUNNING, Recording.PAUSED)


def people(now: Snapshot) -> Content:
    """The session, the expert, and the module."""
    who = clean_line(f"{now.session.code} {now.expert.name}")
    module = clean_line(f"{now.standing.module.id} {now.standing.module.title}")
    return Content.assemble((who, "bold"), "  ", module)


def talked(now: Snapshot, moment: float) -> float:
    """Seconds that the conversation took up to ``moment`` (of ``time.monotonic()``)."""
    return now.talked + (max(0.0, moment - now.at) if now.talking else 0.0)


def progress(now: Snapshot, moment: float) -> Content:
    """The clock and the place in the guide; as wide at each moment of a conversation."""
    whole = int(talked(now, moment))
    spent = f"{whole // 60}:{whole % 60:02d}".rjust(5)
    count = len(now.standings)
    place = str(now.here + 1).rjust(len(str(count)))
    clock_text = _("{spent} of {planned} min").format(spent=spent, planned=PLANNED // 60)
    where = _("question {n}/{all}").format(n=place, all=count)
    return Content.assemble((clock_text, "bold"), "   ", where)


def sound(now: Snapshot, level: Level | None) -> Content:
    """What happens to the sound, in a sign and in words; a click records, pauses or goes on."""
    parts = [_(_STATES[now.recording])]
    if now.recording in _WITH_CLOCK and now.take:  # without a take at hand it was closed after a pause
        parts.append(clock(level.seconds if level else 0.0))
    if now.take > 1 and now.recording is not Recording.NOTES_ONLY:
        parts.append(_("(take {n})").format(n=now.take))
    action = "off_the_record" if now.recording is Recording.OFF_THE_RECORD else "record"
    return doing(Content(" ".join(parts)).stylize("bold"), action)


def equipment(now: Snapshot) -> Content:
    """The microphone, and how much sound still fits on the disk."""
    name = clean_line(now.microphone)
    parts = [doing(Content(name), "microphone")] if name else []
    if now.room is not None and now.room < PLENTY:
        parts.append(_room(now.room))
    return Content("  ").join(parts)


def no_level(now: Snapshot) -> Content:
    """In the place of the meter, where there is nothing to measure."""
    told = {
        Recording.NO_SOUND_YET: _("no sound yet"),
        Recording.BROKEN: _("no sound comes in"),
    }
    return Content.styled(told.get(now.recording, ""), MUTED)


def _room(room: float) -> Content:
    little, hardly = (minutes * 60 for minutes in WARN_AT)
    if room >= little:
        return Content(_("disk: {length}").format(length=duration(room)))
    warning = _("! disk: only {length}").format(length=duration(room))
    return Content.styled(f" {warning} ", "bold reverse" if room >= hardly else "bold reverse blink")
