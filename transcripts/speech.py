"""Speech only, packed into Whisper's windows, from a recording of any length.

Each chunk is found with a network that has heard nothing before it. So a run that begins anew at a chunk's
``until`` finds the same chunks from there as one that was never interrupted.
"""

from collections.abc import Iterable, Iterator

import numpy as np

from transcripts.chunk import PAD, Chunk
from transcripts.resample import RATE, Samples
from transcripts.silero import FRAME, SpeechNetwork
from transcripts.spans import Span, SpanFinder

LONGEST = 29 * RATE
_FULL_ENOUGH = LONGEST * 6 // 10
_PAD = round(PAD * RATE)
_ENOUGH_SILENCE = 10 * RATE
_BATCH = 64 * FRAME


def chunks(
    audio: Iterable[Samples], start: float = 0.0, network: SpeechNetwork | None = None
) -> Iterator[Chunk]:
    """The speech in ``audio``, blocks of any length at 16 kHz mono, the first of them at ``start`` seconds.

    Spans of speech keep half a second around them; longer pauses become one second. A chunk is cut at the
    longest pause of its last part, and ends when nothing is said for ten seconds. Memory use is bounded.
    """
    network = network or SpeechNetwork()
    reader = _Reader(audio)
    place = round(start * RATE)
    while found := _next(reader, network):
        spans, held, offset, until = found
        yield _packed(spans, held, offset, place, until)
        reader.put_back(held[until - offset :])
        place += until


def speech_spans(audio: Samples, network: SpeechNetwork | None = None) -> list[Span]:
    """All spans of speech in ``audio``, without padding: (first sample, sample after the last)."""
    reader, finder, network = _Reader([audio]), SpanFinder(), network or SpeechNetwork()
    network.reset()
    while len(batch := reader.take(_BATCH)):
        finder.feed(network(np.pad(batch, (0, -len(batch) % FRAME))))
    return [(start, min(end, len(audio))) for start, end in finder.spans()]


def _next(reader: "_Reader", network: SpeechNetwork) -> tuple[list[Span], Samples, int, int] | None:
    """(spans of the next chunk, samples held, place of the first of them, place up to which all is done)."""
    network.reset()
    finder = SpanFinder()
    held, offset = np.empty(0, np.float32), 0
    while len(batch := reader.take(_BATCH)):
        held = np.concatenate([held, batch])
        finder.feed(network(np.pad(batch, (0, -len(batch) % FRAME))))
        spans, heard = finder.spans(), offset + len(held)
        if spans and (cut := _cut(spans, heard, finder)):
            return _until(spans, cut), held, offset, cut
        if not spans and not finder.speaking:
            dropped = max(0, len(held) - RATE)
            held, offset = held[dropped:], offset + dropped
    spans = _until(finder.spans(), offset + len(held))
    return (spans, held, offset, offset + len(held)) if spans else None


def _cut(spans: list[Span], heard: int, finder: SpanFinder) -> int | None:
    """Where the chunk has to end, or None while there is room for more."""
    if not finder.speaking and heard - spans[-1][1] >= _ENOUGH_SILENCE:
        return spans[-1][1] + _PAD
    if _length(spans) <= LONGEST:
        return None
    fitting = [n for n in range(1, len(spans)) if _length(spans[:n]) <= LONGEST]
    if not fitting:
        return _quietest(spans[0][0], finder)
    late = [n for n in fitting if _length(spans[:n]) >= _FULL_ENOUGH] or fitting[-1:]
    best = max(late, key=lambda n: (spans[n][0] - spans[n - 1][1], n))
    end, following = spans[best - 1][1], spans[best][0]
    return min(end + _PAD, (end + following) // 2)


def _quietest(start: int, finder: SpanFinder) -> int:
    """The least speech-like place in the last part of a span that is too long and has no pause."""
    first, last = (start + _FULL_ENOUGH) // FRAME, (start + LONGEST - 2 * _PAD) // FRAME
    smooth = np.convolve(finder.probabilities[first - 2 : last + 2], np.ones(5), "valid")
    return (first + int(np.argmin(smooth))) * FRAME


def _until(spans: list[Span], cut: int) -> list[Span]:
    return [(start, min(end, cut)) for start, end in spans if start < cut]


def _pieces(spans: list[Span]) -> list[Span]:
    """Spans with some silence around them, those close together as one."""
    pieces: list[Span] = []
    for start, end in spans:
        if pieces and start - _PAD - pieces[-1][1] <= 0:
            pieces[-1] = (pieces[-1][0], end + _PAD)
        else:
            pieces.append((max(0, start - _PAD), end + _PAD))
    return pieces


def _length(spans: list[Span]) -> int:
    return sum(end - start for start, end in _pieces(spans))


def _packed(spans: list[Span], held: Samples, offset: int, place: int, until: int) -> Chunk:
    """The chunk of ``spans``, counted from ``place``, out of the samples ``held`` from ``offset`` on."""
    pieces = [(start, min(end, until)) for start, end in _pieces(spans)]
    audio = np.concatenate([held[start - offset : end - offset] for start, end in pieces])
    begins = np.cumsum([0, *(end - start for start, end in pieces)])
    where = tuple(
        (float(begin) / RATE, (place + start) / RATE, (end - start) / RATE)
        for begin, (start, end) in zip(begins, pieces, strict=False)
    )
    silence = pieces[-1][1] - spans[-1][1]
    return Chunk(audio, where, (place + until) / RATE, (len(audio) - silence) / RATE)


class _Reader:
    """Blocks of any length as pieces of a wanted one; what was too much can be put back."""

    def __init__(self, blocks: Iterable[Samples]) -> None:
        self._blocks = iter(blocks)
        self._held = np.empty(0, np.float32)

    def take(self, count: int) -> Samples:
        """``count`` samples; fewer, or none, at the end."""
        while len(self._held) < count and (block := next(self._blocks, None)) is not None:
            self._held = np.concatenate([self._held, block])
        taken, self._held = self._held[:count], self._held[count:]
        return taken

    def put_back(self, samples: Samples) -> None:
        """Give ``samples`` again before all else."""
        self._held = np.concatenate([samples, self._held])
