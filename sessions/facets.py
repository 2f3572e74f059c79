"""What an answer tells about a topic: the facets that a module needs."""

from enum import StrEnum

from sessions.i18n import N_
from sessions.i18n import gettext as _


class Facet(StrEnum):
    """One side of a topic. The first six are asked of every topic, in this order."""

    EXAMPLE = "example"
    SIGNAL = "signal"
    LIMIT = "limit"
    REASON = "reason"
    ERROR = "error"
    CHECK = "check"
    STEP = "step"
    KEY_POINT = "key_point"
    VALUE = "value"


COVERED = (Facet.EXAMPLE, Facet.SIGNAL, Facet.LIMIT, Facet.REASON, Facet.ERROR, Facet.CHECK)
"""The facets that coverage counts, in the order of depth in which they are asked."""

LABELS = {
    Facet.EXAMPLE: N_("example"),
    Facet.SIGNAL: N_("signal"),
    Facet.LIMIT: N_("limit"),
    Facet.REASON: N_("reason"),
    Facet.ERROR: N_("beginner's error"),
    Facet.CHECK: N_("check"),
    Facet.STEP: N_("step"),
    Facet.KEY_POINT: N_("key point"),
    Facet.VALUE: N_("value"),
}


def label(facet: Facet) -> str:
    """The facet's name in the language of the interface."""
    return _(LABELS[facet])
