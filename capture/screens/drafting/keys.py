"""The keys at the bottom of the screens of modules, the most needed first."""

from textual.binding import Binding

IN_ORDER = (
    "open_module", "draft_review", "change_review", "draft_apart", "draft_write", "draft_write_all", "draft_next",
    "draft_changes", "draft_folded", "draft_audience", "draft_template", "back", "help", "search", "reload", "quit",
)  # fmt: skip
"""Their ids, over all of these screens; each shows those that it has."""


def keys_of(screen: type) -> list[Binding]:
    """The bindings of a screen and of what it is made of."""
    listed = [b for cls in screen.__mro__ for b in vars(cls).get("BINDINGS", ())]
    return [b for b in listed if isinstance(b, Binding)]
