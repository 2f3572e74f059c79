"""What is asked before a conversation is left."""

from capture.screens.confirm import Confirm
from sessions.i18n import gettext as _

__all__ = ["Confirm", "the_recording_stops"]


def the_recording_stops() -> str:
    """What leaving means while sound is at stake."""
    return _("The recording stops and is kept. You can come back to this place later.")
