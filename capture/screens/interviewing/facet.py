"""A facet by hand."""

from textual.content import Content

from capture.screens.interviewing.dialog import Choice
from capture.screens.showing import MUTED
from sessions import facets
from sessions.facets import Facet
from sessions.i18n import N_
from sessions.i18n import gettext as _

_SOUNDS_LIKE = {
    Facet.EXAMPLE: N_("a job that it happened on"),
    Facet.SIGNAL: N_("what they see, hear, feel or smell"),
    Facet.LIMIT: N_("when it does not hold any more"),
    Facet.REASON: N_("what goes wrong otherwise"),
    Facet.ERROR: N_("what somebody with a year of experience does wrong"),
    Facet.CHECK: N_("how you see that it is right, or that a pupil can do it"),
    Facet.STEP: N_("what comes first, and then"),
    Facet.KEY_POINT: N_("the knack, or what is dangerous"),
    Facet.VALUE: N_("a number with its material, height and machine"),
}


class FacetDialog(Choice[Facet]):
    """The nine facets, each with what it sounds like."""

    def __init__(self) -> None:
        choices = [(_line(facet), facet) for facet in Facet]
        super().__init__(_("What is the expert talking about now?"), choices)


def _line(facet: Facet) -> Content:
    width = max(len(facets.label(f)) for f in Facet)
    return Content.assemble(facets.label(facet).ljust(width), "  ", (_(_SOUNDS_LIKE[facet]), MUTED))
