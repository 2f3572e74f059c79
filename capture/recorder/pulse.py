"""What PulseAudio (or PipeWire in its place) knows and PortAudio does not tell: names, and who listens to what.

The server may hang, and every call to its library with it. So each question is asked in a thread that is left
behind when no answer comes; while one hangs, no further one is asked. (``Pulse.connect`` has a timeout, but
then always takes that long.) Without the library or a server, the answer is None.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock, Thread
from typing import TYPE_CHECKING, TypeVar

from sessions.text import clean_line

if TYPE_CHECKING:
    from pulsectl import Pulse, PulseSourceInfo

_PATIENCE = 2.0
"""Seconds; an answer takes a few thousandths."""

_hanging = Lock()

T = TypeVar("T")


@dataclass(frozen=True)
class Source:
    """What can be listened to. ``name`` is the server's own, ``description`` is for people.

    ``form_factor`` (internal, headset, webcam, …), ``bus`` (pci, usb, bluetooth) and the name of the active
    ``port`` are empty where the server does not know them.
    """

    name: str
    description: str
    channels: int
    form_factor: str = ""
    bus: str = ""
    port: str = ""
    is_monitor: bool = False
    is_default: bool = False


def sources() -> list[Source] | None:
    """All sources; None where no server answers within two seconds."""
    return _ask(_sources)


def source_of(pid: int) -> Source | None:
    """The source that process ``pid`` records from at this moment.

    The server moves a recording to another source without telling whoever records. None where the process
    records nothing, or no server answers within two seconds.
    """
    return _ask(lambda pulse: _source_of(pulse, pid))


def _ask(question: Callable[["Pulse"], T]) -> T | None:
    if not _hanging.acquire(blocking=False):
        return None
    answers: list[T] = []
    asking = Thread(target=_answer, args=(question, answers), daemon=True, name="pulse")
    asking.start()
    asking.join(_PATIENCE)
    return answers[0] if answers else None


def _answer(question: Callable[["Pulse"], T], answers: list[T]) -> None:
    try:
        import pulsectl

        with pulsectl.Pulse("vakborg", connect=False) as pulse:
            pulse.connect(autospawn=False)  # a server that is not there is not wanted
            answers.append(question(pulse))
    except (ImportError, OSError):
        pass  # no library: OSError where libpulse itself is missing
    except pulsectl.PulseError:
        pass  # no server, or it went away
    finally:
        _hanging.release()


def _sources(pulse: "Pulse") -> list[Source]:
    default = pulse.server_info().default_source_name
    return [_source(info, default) for info in pulse.source_list()]


def _source_of(pulse: "Pulse", pid: int) -> Source | None:
    for output in pulse.source_output_list():
        if output.proplist.get("application.process.id") == str(pid):
            default = pulse.server_info().default_source_name
            return _source(pulse.source_info(output.source), default)
    return None


def _source(info: "PulseSourceInfo", default: str) -> Source:
    known = info.proplist
    return Source(
        name=info.name,
        description=clean_line(info.description),
        channels=info.channel_count,
        form_factor=known.get("device.form_factor", ""),
        bus=known.get("device.bus", ""),
        port=info.port_active.name if info.port_active else "",
        is_monitor=info.monitor_of_sink_name is not None,
        is_default=info.name == default,
    )
