"""Below the question: the suggested probe or an alarm, and in quiet words what happens meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from capture.interviewing.state import PAUSE_AT, PLANNED, Alarm, Snapshot, Transcribing, Writing
from capture.screens.interviewing.sight import Below
from capture.screens.interviewing.strip import Keys, doing
from capture.screens.showing import MUTED
from sessions.follow_ups import Suggested
from sessions.fragments import Fragment
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.release import Release
from sessions.text import clean_line

_NOTHING = Content("")


@dataclass(frozen=True)
class Painted:
    """The three parts of what stands below the question."""

    call: Content = _NOTHING
    because: Content = _NOTHING
    buttons: Content = _NOTHING


def painted(below: Below | None, now: Snapshot, keys: Keys) -> Painted:
    """An alarm, what was recovered, or a suggestion, with what can be done about it."""
    match below:
        case Alarm():
            return Painted(alarm(below), buttons=alarm_button(below, keys))
        case Suggested():
            return Painted(suggested_probe(below), because(below, now), suggestion_buttons(keys))
        case tuple():
            return Painted(recovered(below), buttons=seen_button(keys))
    return Painted()


def suggested_probe(suggested: Suggested) -> Content:
    """The probe that the guide's rules propose."""
    return Content.assemble((_("Ask on:") + " ", MUTED), (clean_line(suggested.rule.probe), "bold"))


def because(suggested: Suggested, now: Snapshot) -> Content:
    """The words of the expert that caused it, and at which question where that is not the one at hand."""
    quote = clean_line(suggested.quote)
    told = _("heard: “{words}”").format(words=quote) if quote else clean_line(suggested.rule.title)
    at = next((s.question.id for s in now.standings if s.answer and s.answer.id == suggested.answer_id), "")
    where = "" if at in ("", now.standing.question.id) else f"{clean_line(at)}  "
    return Content.assemble((where, "bold"), (told, MUTED))


def suggestion_buttons(keys: Keys) -> Content:
    """Asked, or not needed."""
    asked = button(keys.get("suggestion_asked", ""), _("asked"), "suggestion_asked")
    return asked + "  " + button(keys.get("put_away", ""), _("not now"), "put_away")


def button(key: str, label: str, action: str) -> Content:
    """A key with what it does; a click does it too."""
    return doing(Content.assemble((f" {key} ", "bold reverse"), f" {label}"), action)


def alarm(now: Alarm) -> Content:
    """What is wrong and what to do, loud."""
    return Content.assemble(("! " + clean_line(now.message), "bold"), "  ", clean_line(now.advice))


def alarm_button(now: Alarm, keys: Keys) -> Content:
    """Another microphone where that may help; else it can be put away."""
    if now.microphone:
        return button(keys.get("microphone", ""), _("another microphone"), "microphone")
    return button(keys.get("put_away", ""), _("seen"), "put_away")


def recovered(lines: Sequence[str]) -> Content:
    """What was brought back after a crash."""
    return Content("\n").join([Content.styled(clean_line(line), "bold") for line in lines])


def seen_button(keys: Keys) -> Content:
    """To put away what was read."""
    return button(keys.get("put_away", ""), _("seen"), "put_away")


def heard(now: Snapshot) -> Content:
    """The last words that were transcribed, or how the transcription stands."""
    status = _status(now.transcribing)
    if now.transcribing.message or not now.said:
        return status
    return Content.assemble((_last_words(now.said), ""), "  ") + status


def _last_words(said: Sequence[Fragment]) -> str:
    shown = [f for f in said if f.segment.release is not Release.STRUCK]
    return " ".join(clean_line(f.segment.text) for f in shown[-3:])


def _status(state: Transcribing) -> Content:
    if state.message:
        told = " ".join(filter(None, (clean_line(state.message), clean_line(state.advice))))
        return Content.styled(told, "$text-warning" if state.writing is not Writing.NO_MODEL else MUTED)
    return Content.styled(_doing_now(state), MUTED)


def _doing_now(state: Transcribing) -> str:
    if state.writing is Writing.NO_MODEL:
        return _("There is no model yet to transcribe with; the recordings wait.")
    if state.writing is Writing.LOADING:
        return _("The model {name} is being loaded …").format(name=clean_line(state.model))
    if state.writing is Writing.WORKING or state.waiting:
        return _waiting(state.waiting)
    return ""


def _waiting(waiting: int) -> str:
    if waiting < 2:
        return _("is being transcribed …")
    return ngettext(
        "is being transcribed … ({n} recording waits)",
        "is being transcribed … ({n} recordings wait)",
        waiting,
    ).format(n=waiting)


def reminder(seconds: float) -> str:
    """What the clock proposes after so many ``seconds``; empty where nothing."""
    if seconds >= PLANNED:
        return _("The {n} minutes are over: round off, or make a new appointment.").format(n=PLANNED // 60)
    if seconds >= PAUSE_AT:
        return _("You have been talking for {n} minutes: time for a break?").format(n=PAUSE_AT // 60)
    return ""


def reminder_line(seconds: float, keys: Keys) -> Content:
    """The proposal, and the key that puts it away."""
    text = Content.styled(reminder(seconds), "bold $text-accent")
    return text + "  " + button(keys.get("reminder", ""), _("put away"), "reminder")


def undo_line(undo: str, keys: Keys) -> Content:
    """What one key takes back."""
    if not undo:
        return Content("")
    label = _("takes back: {what}").format(what=clean_line(undo))
    return button(keys.get("undo", ""), label, "undo").stylize(MUTED)
