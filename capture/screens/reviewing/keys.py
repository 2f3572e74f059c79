"""The keys of the review, and what each does. All can be changed by their id."""

from textual.binding import Binding, BindingType

from sessions.i18n import gettext as _


def _hidden(key: str, action: str, label: str, binding_id: str, tooltip: str) -> Binding:
    return Binding(key, action, label, id=binding_id, tooltip=tooltip, show=False)


MOVING: list[BindingType] = [
    _hidden("left", "to_answers", _("Answers"), "answers", _("To the list of answers")),
    _hidden("right", "to_fragments", _("Text"), "read", _("To what was said")),
    Binding(
        "n", "next_left", _("Next left"), id="review_next", tooltip=_("To the next fragment to be looked at")
    ),
    Binding("d", "next_doubt", _("Doubt"), id="review_doubt", tooltip=_("To the next word in doubt")),
]
TEXT: list[BindingType] = [
    Binding(
        "k",
        "right",
        _("Right"),
        id="review_right",
        tooltip=_("This fragment is right; to the next that is left"),
    ),
    _hidden("K,shift+k", "all_right", _("All right"), "review_all_right", _("All of this answer is right")),
    Binding("s", "split", _("Split"), id="review_split", tooltip=_("Make two fragments of this one")),
    Binding("j", "join", _("Join"), id="review_join", tooltip=_("Join this fragment with the next")),
    Binding("u", "undo", _("Undo"), id="undo", tooltip=_("Take back what was done last")),
    _hidden("ctrl+y,U,shift+u", "redo", _("Redo"), "review_redo", _("Do again what was taken back")),
    Binding("h", "history", _("History"), id="review_history", tooltip=_("What this fragment said before")),
    Binding(
        "p", "proposals", _("Proposals"), id="review_proposals", tooltip=_("What could stand here instead")
    ),
    Binding(
        "c", "conflicts", _("Conflicts"), id="review_conflicts", tooltip=_("What was heard again and differs")
    ),
    Binding("ctrl+f", "find", _("Replace"), id="review_find", priority=True, tooltip=_("Find and replace")),
]
SOUND: list[BindingType] = [
    Binding(
        "space,f4",
        "play",
        _("Play"),
        id="review_play",
        tooltip=_("Play the fragment, or pause; F4 while typing"),
    ),
    Binding(
        "o", "play_on", _("Play on"), id="review_play_on", tooltip=_("Play on from here; the list follows")
    ),
    Binding(
        "comma,f3",
        "back_five",
        _("5 s back"),
        id="review_back",
        tooltip=_("Five seconds back; F3 while typing"),
    ),
    _hidden("l", "loop", _("Repeat"), "review_loop", _("Repeat the fragment, or no longer")),
    _hidden("left_square_bracket", "speed(-1)", _("Slower"), "review_slower", _("Play slower")),
    _hidden("right_square_bracket", "speed(1)", _("Faster"), "review_faster", _("Play faster")),
]
LABELS: list[BindingType] = [
    Binding("a", "accept", _("Topic right"), id="review_accept", tooltip=_("The suggested topic is right")),
    Binding("x", "reject", _("Not it"), id="review_reject", tooltip=_("The suggested topic is not right")),
    *(
        _hidden(
            str(n),
            f"topic({n})",
            _("Topic"),
            f"review_topic_{n}",
            _("This topic: right, not right, or left open"),
        )
        for n in range(1, 10)
    ),
    _hidden("0", "no_topic", _("No topic"), "review_no_topic", _("It is about none of the topics; or it is")),
    Binding("t", "add_topic", _("Topic"), id="review_topic", tooltip=_("Give it a topic, also a second one")),
    Binding("f", "facet", _("Facet"), id="review_facet", tooltip=_("Which facet it shows, or none")),
    Binding("v", "release", _("Release"), id="review_release", tooltip=_("How far this fragment may go")),
    _hidden(
        "V,shift+v", "release_all", _("Release answer"), "review_release_all", _("How far this answer may go")
    ),
    Binding(
        "g",
        "golden_quote",
        _("Quote"),
        id="review_quote",
        tooltip=_("A golden quote: it shows why a module matters; or no longer"),
    ),
    Binding("w", "value", _("Value"), id="review_value", tooltip=_("Make or complete a value card")),
]
REST: list[BindingType] = [
    _hidden("b", "vocabulary", _("Vocabulary"), "review_vocabulary", _("The vocabulary of the programme")),
    _hidden("m", "names", _("Names"), "review_names", _("Names that do not leave: their pseudonyms")),
    _hidden("slash", "search", _("Search"), "search", _("Search in all that was said")),
    Binding("escape", "back", _("Back"), id="back", show=False, tooltip=_("Back to where you came from")),
    _hidden("r,f5", "reload", _("Reload"), "reload", _("Read everything again")),
]
KEYS: list[BindingType] = [*MOVING, *TEXT, *SOUND, *LABELS, *REST]
IN_ORDER = (
    "edit_text", "review_right", "review_play", "review_next", "review_doubt", "undo", "help", "review_accept",
    "review_reject", "review_topic", "review_facet", "review_release", "review_value", "review_quote",
    "review_proposals", "review_find", "review_split", "review_join", "review_play_on", "review_back", "review_history",
    "review_conflicts", "back",
)  # fmt: skip
"""The ids of the keys at the bottom of the screen, the most needed first."""
EDITING = ("keep_text", "split_here", "review_play", "review_back", "review_find")
"""The ids of the keys at the bottom while a text is edited."""

OF_A_REVIEW = {b.action.partition("(")[0] for b in KEYS if isinstance(b, Binding) and b.action != "back"}
"""The actions for which there must be something to see."""
