"""The fast engine: openai-whisper's own way of listening, with CTranslate2's network under it."""

from importlib.metadata import version
from pathlib import Path
from typing import Any

from sessions.errors import ModelError
from sessions.i18n import gettext as _
from transcripts import converted
from transcripts.cores import threads
from transcripts.fast_model import FastModel
from transcripts.whisper_engine import WhisperTranscriber
from transcripts.whisper_model import identify

EXACT, FAST = "float32", "int8"
"""The kinds of weights: those of the checkpoint, or rounded to a byte each."""


class FastTranscriber(WhisperTranscriber):
    """A Whisper checkpoint as :class:`WhisperTranscriber`, on the processor, several times as fast."""

    def __init__(self, checkpoint: Path, weights: str = FAST, cores: int | None = None) -> None:
        """``weights`` is :data:`EXACT` or :data:`FAST`; ``cores`` how many to use. The first time the checkpoint
        is converted. Raises ModelError, and ``OSError`` where that cannot be kept."""
        self._weights = weights
        self._cores = cores or threads()
        super().__init__(checkpoint)

    def record(self, language: str, prompt: str) -> dict[str, Any]:
        """As :meth:`WhisperTranscriber.record`; both engines have a say in what is heard."""
        told = super().record(language, prompt)
        return told | {
            "engine": "ctranslate2",
            "engine_version": version("ctranslate2"),
            "weights": self._weights,
            "whisper_version": told["engine_version"],
        }

    def _load(self, checkpoint: Path) -> tuple[Any, str]:
        digest = identify(checkpoint, self._device)
        found = converted.find(digest, self._weights) or converted.make(checkpoint, digest, self._weights)
        try:
            return FastModel(found.folder, found.contents.dims, self._weights, self._cores), digest
        except (RuntimeError, MemoryError) as error:
            raise ModelError(
                _("The fast engine could not load {name}: {reason}.").format(
                    name=checkpoint.name, reason=str(error).partition("\n")[0]
                ),
                _("Close other programs, choose a smaller model, or use --engine openai."),
            ) from error
