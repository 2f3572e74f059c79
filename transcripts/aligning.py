"""Laying a text that a person wrote to its sound: forced alignment with Whisper's own cross-attention.

The model is given the text and listens; where it attends to while it reads each word is when that was said
(openai-whisper, ``whisper.timing.find_alignment``: dynamic time warping over the attention of its alignment
heads). What does not look sound is not used: the estimate stays.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from sessions.store.aligning import LONGEST
from sessions.transcript import Segment, Word
from transcripts.audio import blocks
from transcripts.resample import Samples
from transcripts.whisper_words import found_by

if TYPE_CHECKING:
    from transcripts.transcriber import Transcriber

_SHORTEST = 0.2
_HEARD = 0.02
_ROUNDING = 1e-6


def find_words(model: Any, tokenizer: Any, sound: Samples, text: str) -> list[Word]:
    """Each word of ``text`` with its times in ``sound`` (16 kHz mono, up to 30 s) and the model's probability
    for it; none where the text is longer than the model can read."""
    import torch
    from whisper import timing
    from whisper.audio import HOP_LENGTH, N_FRAMES, N_SAMPLES, log_mel_spectrogram, pad_or_trim

    tokens = tokenizer.encode(" " + text, disallowed_special=())  # people may type "<|nl|>"
    if not tokens or len(tokens) > int(model.dims.n_text_ctx) - len(tokenizer.sot_sequence) - 2:
        return []
    mel = pad_or_trim(log_mel_spectrogram(sound, model.dims.n_mels, padding=N_SAMPLES), N_FRAMES)
    mel = mel.to(model.device, torch.float16 if model.device.type != "cpu" else torch.float32)
    frames = min(N_FRAMES, len(sound) // HOP_LENGTH)
    with found_by(model):
        return _joined(timing.find_alignment(model, tokenizer, tokens, mel, frames))


def _joined(found: Sequence[Any]) -> list[Word]:
    """What Whisper takes for words put together to those that people write ("0" and ",25")."""
    joined: list[Word] = []
    for part in found:
        if joined and not part.word.startswith(" "):
            last = joined[-1]
            surety = min(last.probability, float(part.probability))
            joined[-1] = Word(last.start, float(part.end), last.text + part.word, surety)
        else:
            joined.append(Word(float(part.start), float(part.end), part.word, float(part.probability)))
    return joined


def align(engine: "Transcriber", recording: Path, segment: Segment, language: str) -> tuple[Word, ...] | None:
    """The words of the current text of ``segment`` at the times that its sound in ``recording`` gives; None
    where it is too long, or what was found does not look sound.

    Raises :class:`~sessions.errors.RecordingError` and :class:`~sessions.errors.ModelError`.
    """
    seconds = segment.end - segment.start
    if not _SHORTEST <= seconds <= LONGEST:
        return None
    sound = next(blocks(recording, segment.start, seconds), None)
    return None if sound is None else laid(segment, engine.align(sound, segment.text, language))


def laid(segment: Segment, found: Sequence[Word]) -> tuple[Word, ...] | None:
    """The words of ``segment``, at the times that were ``found`` for them in its own sound, counted from its
    start; None where those do not look sound. None lies outside the fragment."""
    written = segment.text.split()
    if [word.text.strip() for word in found] != written or not _is_sound(found):
        return None
    known = segment.timing if len(segment.timing) == len(written) else found
    length = segment.end - segment.start
    return tuple(
        Word(
            segment.start + min(at.start, length),
            segment.start + min(at.end, length),
            f" {word}",
            by.probability if segment.timing else 1.0,
        )
        for word, at, by in zip(written, found, known, strict=True)
    )


def _is_sound(found: Sequence[Word]) -> bool:
    """Whether the model heard these words at all, one after the other, and gave most of them some time."""
    if any(one.end > other.start + _ROUNDING for one, other in pairwise(found)) or not found:
        return False
    nothing = sum(word.end <= word.start for word in found)
    return nothing <= len(found) / 2 and median(word.probability for word in found) >= _HEARD
