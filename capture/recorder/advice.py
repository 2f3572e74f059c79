"""What the levels and troubles of a microphone mean for the person who has to do something about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from capture.recorder.microphones import Microphone
from capture.recorder.protocol import QUIET, Tried, Trouble, TroubleKind
from sessions.i18n import N_
from sessions.i18n import gettext as _

TARGET = (-18.0, -6.0)
"""dBFS: where the loudest moments of speech belong. Our choice: from the alignment level of EBU R 68 up to
where a sudden laugh still has 6 dB left."""

_TOO_SOFT = -30.0
"""dBFS. Our choice: 12 dB below the target, where the noise of a cheap sound card comes near."""

_FULL = -0.1
"""dBFS: as good as full scale."""

_NOTHING = -70.0
"""dBFS: less than any room gives through a working microphone."""

_CLIPPED = 1e-4
"""The share of samples at full scale from which it is heard; a single click is not clipping."""

_HUM = 18.0
"""dB above its surroundings: any five seconds of the speech of the demo stay below 13, hum as loud as all of
the noise together gives more than 20."""

_LEFT_AND_RIGHT = 2


class Zone(StrEnum):
    """Where a peak lies on the meter."""

    SILENT = "silent"
    TOO_SOFT = "too_soft"
    GOOD = "good"
    LOUD = "loud"
    CLIPPING = "clipping"


class Fault(StrEnum):
    """What the sound check found, worst first."""

    SILENT = "silent"
    VIRTUAL = "virtual"
    CLIPPING = "clipping"
    TOO_SOFT = "too_soft"
    HUM = "hum"
    BUILT_IN = "built_in"


@dataclass(frozen=True)
class Advice:
    """What is wrong, and what to do about it, in the language of the interface."""

    about: Fault | TroubleKind
    message: str
    advice: str


def zone(peak: float) -> Zone:
    """The zone of a ``peak`` in dBFS."""
    if peak >= _FULL:
        return Zone.CLIPPING
    if peak > TARGET[1]:
        return Zone.LOUD
    if peak >= _TOO_SOFT:
        return Zone.GOOD
    return Zone.TOO_SOFT if peak > _NOTHING else Zone.SILENT


def warnings(tried: Tried, microphone: Microphone | None) -> list[Advice]:
    """What is wrong with a sound check in which somebody spoke, worst first; nothing where all is well.

    ``microphone`` is None for one that is not known any further.
    """
    faults = dict(_faults(tried))
    if microphone and microphone.virtual:
        faults[Fault.VIRTUAL] = ()
    if microphone and microphone.built_in:
        faults[Fault.BUILT_IN] = ()
    return [_warning(fault, faults[fault], len(tried.peak)) for fault in Fault if fault in faults]


def trouble(told: Trouble) -> Advice:
    """What ``told`` means, and what to do."""
    message, advice = _TROUBLES[told.kind]
    return Advice(told.kind, _(message).format(detail=told.detail), _(advice))


def _faults(tried: Tried) -> Iterator[tuple[Fault, tuple[int, ...]]]:
    """Each fault with the channels that have it."""
    if tried.silent:
        yield Fault.SILENT, ()
        return
    each = range(len(tried.peak))
    found = {
        Fault.SILENT: [n for n in each if tried.peak[n] <= QUIET],
        Fault.CLIPPING: [n for n in each if tried.clipped[n] > _CLIPPED],
        Fault.TOO_SOFT: [n for n in each if QUIET < tried.peak[n] < _TOO_SOFT],
        Fault.HUM: [n for n in each if tried.hum[n] > _HUM and tried.noise[n] > _NOTHING],
    }
    yield from ((fault, tuple(channels)) for fault, channels in found.items() if channels)


def _warning(fault: Fault, on: tuple[int, ...], channels: int) -> Advice:
    message, advice = _WARNINGS[fault]
    if channels == _LEFT_AND_RIGHT and len(on) == 1:
        side = _("interviewer, left") if on == (0,) else _("expert, right")
        return Advice(fault, _("{message} ({side})").format(message=_(message), side=side), _(advice))
    return Advice(fault, _(message), _(advice))


_WARNINGS = {
    Fault.SILENT: (
        N_("The microphone gives nothing at all"),
        N_("Look at its mute button and its plug, or choose another microphone."),
    ),
    Fault.VIRTUAL: (
        N_("This is not a real microphone: it hears what the computer itself plays"),
        N_("Choose another microphone."),
    ),
    Fault.CLIPPING: (
        N_("Far too loud: the sound is distorted"),
        N_("Turn the microphone down in the sound settings of the system, or put it further away."),
    ),
    Fault.TOO_SOFT: (
        N_("Too soft"),
        N_("Put the microphone closer, or turn it up in the sound settings of the system."),
    ),
    Fault.HUM: (
        N_("There is hum from the mains in the sound"),
        N_("Keep the cable away from adapters and lamps, or let the laptop run on its battery."),
    ),
    Fault.BUILT_IN: (
        N_("This is the microphone of the laptop: it hears the keys best and the expert worst"),
        N_("Put a separate microphone between the two of you."),
    ),
}

_ANOTHER = N_("Go on with another microphone. What was recorded is kept.")
_PLUG = N_("Look at its plug, or go on with another microphone. What was recorded is kept.")

_TROUBLES = {
    TroubleKind.SILENT: (
        N_("The microphone gives nothing but silence"),
        N_("Look at its mute button, or go on with another microphone."),
    ),
    TroubleKind.NO_SOUND: (N_("The microphone gives no sound any more"), _PLUG),
    TroubleKind.BEHIND: (N_("Sound is missing ({detail})"), _PLUG),
    TroubleKind.REPLACED: (N_("The system listens to another microphone now: {detail}"), _PLUG),
    TroubleKind.LOST: (
        N_("The computer could not keep up: a bit of sound was lost"),
        N_("Close other programs, and let the last words be said again."),
    ),
    TroubleKind.DISK: (
        N_("The disk does not keep up: {detail} of sound waits in memory"),
        N_("Close other programs that use the disk. Nothing is lost as long as Vakborg stays open."),
    ),
    TroubleKind.HANGS: (N_("The recorder does not answer any more"), _ANOTHER),
    TroubleKind.DIED: (N_("The recorder has stopped"), _ANOTHER),
}
