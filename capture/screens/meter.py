"""The level meter: how loud it is in dBFS, and where it should be; readable without colour."""

from collections import deque

from textual.content import Content
from textual.widgets import Static

from capture.recorder.advice import TARGET, Zone, zone
from capture.recorder.protocol import Level
from capture.screens.showing import MUTED
from sessions.i18n import N_
from sessions.i18n import gettext as _

FLOOR = -60.0
"""dBFS at the left end of the scale; the right end is 0."""

_HELD = 15
"""Levels (a tenth of a second each) that the highest peak stays in sight."""

_WORDS = {
    Zone.CLIPPING: N_("too loud!"),
    Zone.LOUD: N_("a bit loud"),
    Zone.GOOD: N_("good"),
    Zone.TOO_SOFT: N_("soft"),
    Zone.SILENT: N_("silence"),
}
_A_BIT_SOFT = N_("a bit soft")
_COLOURS = {
    Zone.CLIPPING: "bold $text-error",
    Zone.LOUD: "$text-warning",
    Zone.GOOD: "$text-success",
    Zone.TOO_SOFT: MUTED,
    Zone.SILENT: MUTED,
}


class Peaks:
    """The peaks of just now, in dBFS per channel."""

    def __init__(self) -> None:
        self._heard: deque[tuple[float, ...]] = deque(maxlen=_HELD)

    def highest(self, level: Level) -> tuple[float, ...]:
        """The highest of them, with ``level`` as the latest."""
        if self._heard and len(self._heard[-1]) != len(level.peak):
            self.forget()
        self._heard.append(level.peak)
        return tuple(map(max, zip(*self._heard, strict=True)))

    def forget(self) -> None:
        """Nothing is heard any more, or by another microphone."""
        self._heard.clear()


class Meter(Static):
    """A bar per channel with the target zone between brackets, the highest peak of just now, and a word."""

    def __init__(self, *, classes: str = "meter") -> None:
        super().__init__(_("no sound yet"), classes=classes, markup=False)
        self._peaks = Peaks()

    def show(self, level: Level) -> None:
        """Show how loud it is now."""
        self.update(drawn(level.rms, self._peaks.highest(level), self.content_size.width))

    def reset(self) -> None:
        """Show that nothing is heard: the microphone is being opened, or is gone."""
        self._peaks.forget()
        self.update(_("no sound yet"))


def drawn(rms: tuple[float, ...], peaks: tuple[float, ...], width: int) -> Content:
    """The meter in ``width`` cells, a line per channel."""
    return Content("\n").join([_line(r, p, width) for r, p in zip(rms, peaks, strict=True)])


def word(peak: float) -> str:
    """What a ``peak`` in dBFS means, in a word."""
    where = zone(peak)
    return _(_A_BIT_SOFT if where is Zone.GOOD and peak < TARGET[0] else _WORDS[where])


def _line(rms: float, peak: float, width: int) -> Content:
    longest = max(len(_(name)) for name in (*_WORDS.values(), _A_BIT_SOFT))
    shown = max(peak, FLOOR)
    told = _("{n} dB").format(n=f"{round(shown):d}".replace("-", "−")).rjust(7)
    bar = _bar(rms, peak, max(12, width - len(told) - longest - 2))
    return Content.assemble(bar, told, "  ", (word(peak).ljust(longest), _COLOURS[zone(peak)]))


def _bar(rms: float, peak: float, width: int) -> Content:
    """Filled up to ``rms``, ┃ at the ``peak``; the brackets of the target zone lie over it."""
    cells = ["█" if at < _cell(rms, width) else "·" for at in range(width)]
    if peak > FLOOR:
        cells[min(_cell(peak, width), width - 1)] = "┃"
    low, high = (_cell(edge, width) for edge in TARGET)
    cells[low], cells[high] = "[", "]"
    bar = Content("".join(cells)).stylize(MUTED)
    return (
        bar.stylize(_COLOURS[zone(peak)], 0, _cell(rms, width))
        .stylize("bold $foreground", low, low + 1)
        .stylize("bold $foreground", high, high + 1)
    )


def _cell(db: float, width: int) -> int:
    """Which of ``width`` cells a level falls in."""
    return min(width, max(0, round((db - FLOOR) / -FLOOR * width)))
