"""What must be seen at once: a microphone that fails, a disk that is full."""

from capture.interviewing.sound import Sound
from capture.interviewing.state import Alarm
from capture.recorder import advice
from capture.recorder.protocol import Because, Ended, TroubleKind
from sessions.i18n import gettext as _

_WORST_FIRST = (
    TroubleKind.DIED,
    TroubleKind.DISK,
    TroubleKind.HANGS,
    TroubleKind.NO_SOUND,
    TroubleKind.REPLACED,
    TroubleKind.SILENT,
    TroubleKind.BEHIND,
    TroubleKind.LOST,
)


def alarm_of(sound: Sound) -> Alarm | None:
    """The worst of what is wrong with the sound, if anything is."""
    if sound.stopped:
        return _stopped(sound.stopped)
    if sound.cannot:
        return Alarm(sound.cannot.message, sound.cannot.advice, microphone=True)
    for kind in _WORST_FIRST:
        if trouble := sound.trouble.get(kind):
            told = advice.trouble(trouble)
            return Alarm(told.message, told.advice, microphone=True)
    return None


def _stopped(ended: Ended) -> Alarm:
    match ended.because:
        case Because.DISK_FULL:
            return Alarm(
                _("RECORDING STOPPED: the disk is full. Everything until now is kept."),
                _("Free some space, then record again."),
                disk=True,
            )
        case Because.TOO_LONG:
            return Alarm(
                _("RECORDING STOPPED: this recording is as long as a file can be. All of it is kept."),
                _("Record again: it goes on in a new file."),
            )
        case _:
            return Alarm(
                _(
                    "RECORDING STOPPED: the disk cannot be written ({reason}). Everything until now is kept."
                ).format(reason=ended.detail),
                _("Check the disk or the folder, then record again."),
                disk=True,
            )
