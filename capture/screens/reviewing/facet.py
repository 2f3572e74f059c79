"""The facet of a fragment, or none."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from capture.screens.dialog import Choice
from sessions import facets
from sessions.facets import Facet
from sessions.i18n import gettext as _


@dataclass(frozen=True)
class Chosen:
    """What was chosen: a facet, or none of them."""

    facet: Facet | None


class FacetOfFragment(Choice[Chosen]):
    """The nine facets by their digits, and none with 0."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("0", f"take({len(Facet) + 1})", show=False)]

    def __init__(self, now: Facet | None) -> None:
        all_of_them = [*Facet, None]
        choices = [(Content(facets.label(f) if f else _("no facet (0)")), Chosen(f)) for f in all_of_them]
        super().__init__(
            _("Which facet of the topic does this show?"), choices, chosen=all_of_them.index(now)
        )
