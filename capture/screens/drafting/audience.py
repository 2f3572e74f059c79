"""For whom a draft is made, in words."""

from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.release import Release

AUDIENCES = (Release.PARTNERS, Release.FREE)
_NAMES = {Release.PARTNERS: N_("for the partners"), Release.FREE: N_("free: for everybody")}


def audience_name(audience: Release) -> str:
    """For whom."""
    return _(_NAMES[audience])


def other_audience(audience: Release) -> Release:
    """The other of the two."""
    return AUDIENCES[1 - AUDIENCES.index(audience)]
