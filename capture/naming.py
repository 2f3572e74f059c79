"""What people read for moments, states and sizes, in the language of the interface."""

from datetime import datetime

from sessions.i18n import N_, language, ngettext
from sessions.i18n import gettext as _
from sessions.interview import AnswerState
from sessions.release import Release

_STATES = {
    AnswerState.OPEN: N_("open"),
    AnswerState.SKIPPED: N_("skipped"),
    AnswerState.RECORDED: N_("recorded"),
    AnswerState.FAILED: N_("set aside"),
    AnswerState.TRANSCRIBED: N_("transcribed"),
    AnswerState.WITHDRAWN: N_("taken out"),
}

LEVELS = {
    Release.INTERNAL: N_("stays in the company"),
    Release.PARTNERS: N_("for the partners"),
    Release.FREE: N_("free for everybody"),
    Release.STRUCK: N_("struck"),
}
"""What the releases are called, everywhere."""


def level_name(level: Release) -> str:
    """How far something may go, in words."""
    return _(LEVELS[level])


def state_name(state: AnswerState) -> str:
    """How far an answer is, in words."""
    return _(_STATES[state])


def when(moment: datetime) -> str:
    """The day of ``moment``, in local time."""
    from babel.dates import format_date

    return format_date(moment.astimezone().date(), format="medium", locale=language())


def who_works() -> str:
    """Who is at the keyboard, for the history of what people changed: the interviewer of the settings, else
    the name by which they are signed in on this machine."""
    from capture.settings import read_settings
    from sessions.text import clean_line

    return clean_line(read_settings().interviewer) or _user() or "?"


def wait_told(recordings: int) -> str:
    """That so many recordings wait again to become text, and how they do."""
    told = ngettext(
        "{n} recording waits again to become text: vakborg transcribe",
        "{n} recordings wait again to become text: vakborg transcribe",
        recordings,
    )
    return told.format(n=recordings)


def own_name() -> str:
    """The name that the interviewer gave; empty where there is none, or only the one of this machine's user: that
    says nothing to somebody elsewhere."""
    from capture.settings import read_settings
    from sessions.text import clean_line

    name = clean_line(read_settings().interviewer)
    return "" if name == _user() else name


def _user() -> str:
    from getpass import getuser

    from sessions.text import clean_line

    try:
        return clean_line(getuser())
    except (OSError, KeyError, ImportError):  # the system does not know
        return ""


def decimal(number: float, pattern: str = "#,##0.#") -> str:
    """``number`` as a reader of the language expects it: "1,5" or "1.5"."""
    from babel.numbers import format_decimal

    return format_decimal(number, format=pattern, locale=language())


def file_size(size: float) -> str:
    """A size in bytes as MB or GB (powers of ten, as disks are sold)."""
    if size >= 1e9:
        return _("{n} GB").format(n=decimal(size / 1e9))
    return _("{n} MB").format(n=decimal(size / 1e6, "#,##0" if size >= 1e7 else "#,##0.#"))


def duration(seconds: float) -> str:
    """About how long: "40 s", "12 min", "2 h 05 min"."""
    whole = max(0, round(seconds))
    if whole < 60:
        return _("{s} s").format(s=whole)
    if whole < 3600:
        return _("{m} min").format(m=round(whole / 60))
    return _("{h} h {m:02d} min").format(h=whole // 3600, m=whole % 3600 // 60)
