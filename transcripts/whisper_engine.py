"""openai-whisper on one chunk of speech. torch and whisper are imported when an engine is made."""

import os
from pathlib import Path
from typing import Any

from sessions.errors import ModelError, TranscriptionError
from sessions.i18n import gettext as _
from sessions.text import clean_line
from sessions.transcript import Word
from transcripts.careful import hear_carefully
from transcripts.chunk import Chunk
from transcripts.sentences import Said, sentences
from transcripts.transcriber import Heard
from transcripts.whisper_model import load
from transcripts.whisper_words import add_words

_TEMPERATURES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_TAIL = 0.6


class WhisperTranscriber:
    """A Whisper checkpoint, ready to hear. Not for more than one thread."""

    def __init__(self, checkpoint: Path, language: str = "nl", device: str = "cpu") -> None:
        """``device`` is "cpu" or "cuda". Raises ModelError."""
        import torch
        from whisper.tokenizer import get_tokenizer

        torch.set_num_threads(threads())
        self._model = load(checkpoint, device)
        if not self._model.is_multilingual and language != "en":
            raise ModelError(
                _("{name} knows only English.").format(name=checkpoint.name),
                _("Choose a model whose name does not end in .en."),
            )
        self._language = language
        self._half = device != "cpu"
        self._tokenizer = get_tokenizer(
            self._model.is_multilingual,
            num_languages=self._model.num_languages,
            language=language,
            task="transcribe",
        )

    @property
    def prompt_limit(self) -> int:
        """How many tokens of prompt the model takes: 223 for all of OpenAI's."""
        return int(self._model.dims.n_text_ctx) // 2 - 1

    def count_tokens(self, text: str) -> int:
        """How many tokens ``text`` takes as a prompt."""
        return len(self._tokenizer.encode(" " + text.strip())) if text else 0

    def transcribe(self, chunk: Chunk, prompt: str = "") -> list[Heard]:
        """The sentences in ``chunk``, with times in the recording. Raises TranscriptionError."""
        try:
            return hear_carefully(self._hear, chunk, prompt)
        except (RuntimeError, MemoryError) as error:
            raise TranscriptionError(
                _("Whisper stopped at {seconds} seconds: {reason}.").format(
                    seconds=f"{chunk.to_recording(0.0):.0f}", reason=str(error).partition("\n")[0]
                ),
                _("Close other programs, or choose a smaller model, and transcribe again."),
            ) from error

    def _hear(self, chunk: Chunk, prompt: str, warmth: float) -> list[Heard]:
        import torch

        torch.manual_seed(0)  # the same recording gives the same text again
        result = self._model.transcribe(
            chunk.audio,
            language=self._language,
            fp16=self._half,
            temperature=tuple(t for t in _TEMPERATURES if t >= warmth),
            condition_on_previous_text=False,
            initial_prompt=prompt or None,
            carry_initial_prompt=bool(prompt),
        )
        segments = [
            one for one in result["segments"] if one["seek"] / 100 < max(_TAIL, chunk.seconds - _TAIL)
        ]
        add_words(segments, chunk.audio, self._model, self._tokenizer, self._half)
        return sentences([said for one in segments for said in _said(one, chunk)])


def threads() -> int:
    """How many cores to use: all, but one stays free where there are more than two."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores if cores <= 2 else cores - 1


def _said(segment: dict[str, Any], chunk: Chunk) -> list[Said]:
    """The words of a segment; one for all of its text where Whisper found none."""
    whole = {"word": segment["text"], "start": segment["start"], "end": segment["end"], "probability": 0.0}
    figures = (segment["avg_logprob"], segment["no_speech_prob"], segment["temperature"])
    said, latest = [], 0.0
    for word in segment["words"] or [whole]:
        start = max(latest, chunk.to_recording(float(word["start"])))
        latest = max(start, chunk.to_recording(float(word["end"]), end=True))
        placed = Word(start, latest, clean_line(word["word"]), float(word["probability"]))
        said.append(Said(placed, word["word"], *map(float, figures)))
    return said
