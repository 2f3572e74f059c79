"""A recording between two places, played once or again and again."""

from collections.abc import Iterator
from pathlib import Path

from capture.player.protocol import Play
from sessions.errors import RecordingError
from sessions.i18n import gettext as _
from transcripts.tempo import RATE, Listening, Piece

_TOLERATED = 0.5
"""Seconds: so much may the end of a fragment lie after that of its recording."""


class Tape:
    """The recording of ``order``, wound to where it begins. Raises :class:`RecordingError`."""

    def __init__(self, order: Play) -> None:
        path = Path(order.path)
        _refuse_if_open(path)
        self._name = path.name
        self._listening = Listening(path)
        self.wind(order.begin, order)

    def wind(self, at: float, order: Play) -> None:
        """Go on from ``at``, as ``order`` says."""
        self._order = order
        self._last = at
        self._gave = self.ended = False
        self._pieces: Iterator[Piece] = self._listening.pieces(at, order.until, order.speed)

    def piece(self) -> Piece | None:
        """The next piece; None once it has ``ended``. Raises :class:`RecordingError` where the recording ends
        before the fragment does."""
        if self.ended:
            return None
        if (piece := next(self._pieces, None)) is None:
            return self._turned()
        self._gave = True
        self._last = piece.at + len(piece.sound) * piece.speed / RATE
        return piece

    def close(self) -> None:
        """Let go of the recording."""
        self.ended = True
        self._listening.close()

    def _turned(self) -> Piece | None:
        self.ended = True
        self._refuse_if_cut()
        if not self._order.loop or not (self._gave or self._last > self._order.start):
            return None
        self.wind(self._order.start, self._order)
        return self.piece()

    def _refuse_if_cut(self) -> None:
        short = self._order.end - self._last > _TOLERATED
        if not short and self._listening.damaged <= _TOLERATED:
            return
        message = (
            _("{name} ends at {seconds} s, before this fragment does.").format(
                name=self._name, seconds=f"{self._last:.1f}"
            )
            if short
            else _("A part of {name} is damaged and cannot be heard.").format(name=self._name)
        )
        raise RecordingError(
            message, _("Put the file back from a backup; “vakborg check” tells which differ.")
        )


def _refuse_if_open(path: Path) -> None:
    part = path.with_name(path.name + ".part")
    if path.suffix == ".part" or (part.exists() and not path.exists()):
        raise RecordingError(
            _("{name} is still being recorded, or was never closed.").format(name=path.name),
            _("End the conversation first. Was it broken off? Open it again: the recording is closed then."),
        )
