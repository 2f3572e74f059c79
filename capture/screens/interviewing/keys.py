"""The keys of the interview screen, and what each does. All can be changed by their id."""

from textual.binding import Binding, BindingType

from sessions.i18n import gettext as _


def _hidden(key: str, action: str, label: str, binding_id: str, tooltip: str) -> Binding:
    return Binding(key, action, label, id=binding_id, tooltip=tooltip, show=False)


SOUND: list[BindingType] = [
    Binding("space,r", "record", _("Record"), id="record", tooltip=_("Record, pause, or go on")),
    _hidden(
        "R,shift+r",
        "record_from_before",
        _("Record from just before"),
        "record_from_before",
        _("Record, the second before included"),
    ),
    Binding(
        "o",
        "off_the_record",
        _("Off the record"),
        id="off_the_record",
        tooltip=_("Keep nothing of what is said now; or go on recording"),
    ),
    Binding(
        "x",
        "strike",
        _("Strike minute"),
        id="strike",
        tooltip=_("Take the last minute out of the recording and the text"),
    ),
    Binding(
        "t",
        "second_take",
        _("New take"),
        id="second_take",
        tooltip=_("Once more: another recording of this question; all are kept"),
    ),
]
QUESTIONS: list[BindingType] = [
    Binding("n,right", "next", _("Next"), id="next", tooltip=_("To the next question; recording goes on")),
    Binding("p,left", "previous", _("Previous"), id="previous", tooltip=_("To the question before")),
    Binding("j", "jump", _("Go to"), id="jump", tooltip=_("Choose a question from the guide")),
    Binding(
        "s", "skip", _("Skip"), id="skip", tooltip=_("Skip this question, with a reason, and go to the next")
    ),
    Binding("v", "flag", _("Later"), id="flag", tooltip=_("Come back to this question later; or no longer")),
    Binding("m", "missing", _("Missing"), id="missing", tooltip=_("What has not been told yet")),
    _hidden(
        "w",
        "emptiest",
        _("To what is missing most"),
        "emptiest",
        _("To the open question that fills most of what is missing"),
    ),
]
PROBES: list[BindingType] = [
    *(
        _hidden(
            str(n), f"probe({n})", _("Probe asked"), f"probe_{n}", _("This probe was asked; or not after all")
        )
        for n in range(1, 10)
    ),
    _hidden(
        "0,y",
        "suggestion_asked",
        _("Suggestion asked"),
        "suggestion_asked",
        _("The suggested probe was asked"),
    ),
    _hidden(
        "minus,b",
        "put_away",
        _("Put away"),
        "put_away",
        _("Put away what is shown below the question"),
    ),
]
NOTES: list[BindingType] = [
    Binding("k", "facet", _("Facet"), id="facet", tooltip=_("From here on the answer is about this facet")),
    Binding("g", "golden_quote", _("Quote"), id="golden_quote", tooltip=_("This is worth quoting")),
    Binding("a", "note", _("Note"), id="note", tooltip=_("Write something down at this question")),
    Binding("f", "attach", _("Photo/file"), id="attach", tooltip=_("Keep a photo or file with this answer")),
    Binding("c", "case", _("Case"), id="case", tooltip=_("Say which practice case the answer is about")),
    Binding("u", "undo", _("Undo"), id="undo", tooltip=_("Take back what was done last")),
]
REST: list[BindingType] = [
    Binding("f8", "microphone", _("Mic"), id="microphone", tooltip=_("Go on with another microphone")),
    _hidden(
        "z",
        "reminder",
        _("No more reminders"),
        "reminder",
        _("Put away the proposal of the clock"),
    ),
    _hidden("down,pagedown", "scroll_told(1)", _("Read on"), "scroll_down", _("Read on below the question")),
    _hidden("up,pageup", "scroll_told(-1)", _("Read back"), "scroll_up", _("Read back below the question")),
    Binding("e", "end", _("Round off"), id="end", tooltip=_("End the conversation")),
    Binding("escape", "back", _("Back"), id="back", show=False, tooltip=_("Leave the conversation for now")),
    Binding("f5", "nothing", show=False),
    _hidden("q", "leave_app", _("Quit"), "leave_app", _("Close Vakborg; everything is kept")),
]
KEYS: list[BindingType] = [*SOUND, *QUESTIONS, *PROBES, *NOTES, *REST]
IN_ORDER = (
    "record", "next", "previous", "jump", "probe_1", "facet", "golden_quote", "off_the_record", "strike",
    "note", "attach", "second_take", "skip", "flag", "missing", "case", "undo", "microphone", "end", "back", "help",
)  # fmt: skip
"""The ids of the keys at the bottom of the screen, the most needed first."""
