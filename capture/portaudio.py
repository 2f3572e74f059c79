"""PortAudio, where this computer has it."""

from typing import Any

from sessions.errors import SoundSystemError
from sessions.i18n import gettext as _


def portaudio() -> Any:
    """The module ``sounddevice``. Raises :class:`SoundSystemError`."""
    try:
        import sounddevice
    except OSError as error:  # its way to say that there is no PortAudio
        raise SoundSystemError(
            _("PortAudio is missing"),
            _(
                "Install PortAudio (Linux: sudo apt install libportaudio2). "
                "Everything but recording and playing works without it."
            ),
        ) from error
    return sounddevice


def reason(error: Exception) -> str:
    """What PortAudio says about a failure, in a line."""
    return str(error.args[0]).splitlines()[0] if error.args else type(error).__name__
