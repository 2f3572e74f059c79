"""openai-whisper on one chunk of speech. torch and whisper are imported when an engine is made."""

from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sessions.errors import ModelError, TranscriptionError
from sessions.i18n import gettext as _
from sessions.text import clean_line
from sessions.transcript import Word
from transcripts.aligning import find_words
from transcripts.careful import hear_carefully
from transcripts.chunk import Chunk
from transcripts.compiled import compile_timing
from transcripts.cores import share_cores, threads
from transcripts.resample import Samples
from transcripts.sentences import Said, sentences
from transcripts.transcriber import Heard
from transcripts.whisper_model import load
from transcripts.whisper_words import add_words

_TEMPERATURES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


class WhisperTranscriber:
    """A Whisper checkpoint, ready to hear any language that it knows. Not for more than one thread."""

    def __init__(self, checkpoint: Path, device: str = "cpu") -> None:
        """``device`` is "cpu" or "cuda". Raises ModelError."""
        share_cores()
        import torch

        torch.set_num_threads(threads())
        self._name, self._device = checkpoint.name, device
        self._tokenizers: dict[str, Any] = {}
        self._model, self._sha256 = self._load(checkpoint)

    def _load(self, checkpoint: Path) -> tuple[Any, str]:
        """What listens, and the SHA-256 of ``checkpoint``."""
        loaded = load(checkpoint, self._device)
        compile_timing()
        return loaded

    @property
    def prompt_limit(self) -> int:
        """How many tokens of prompt the model takes: 223 for all of OpenAI's."""
        return int(self._model.dims.n_text_ctx) // 2 - 1

    def count_tokens(self, text: str) -> int:
        """How many tokens ``text`` takes as a prompt; that is the same in every language."""
        return len(self._tokenizer("en").encode(" " + text.strip())) if text else 0

    def record(self, language: str, prompt: str) -> dict[str, Any]:
        """All that decides what is heard, as JSON can keep it."""
        return {
            "engine": "openai-whisper",
            "engine_version": version("openai-whisper"),
            "checkpoint_sha256": self._sha256,
            "device": self._device,
            "language": language,
            "prompt": prompt,
            "temperatures": list(_TEMPERATURES),
            "word_times": True,
            "speech_detection": "silero-vad",
            "speech_detection_version": version("silero-vad"),
            **_context(prompt),
        }

    def transcribe(self, chunk: Chunk, prompt: str = "", language: str = "nl") -> list[Heard]:
        """The sentences in ``chunk``, with times in the recording. Raises TranscriptionError, and ModelError
        for a language that the model does not know."""
        tokenizer = self._tokenizer(language)
        try:
            return hear_carefully(partial(self._hear, tokenizer, language), chunk, prompt)
        except (RuntimeError, MemoryError) as error:
            raise TranscriptionError(
                _("Whisper stopped at {seconds} seconds: {reason}.").format(
                    seconds=f"{chunk.to_recording(0.0):.0f}", reason=str(error).partition("\n")[0]
                ),
                _("Close other programs, or choose a smaller model, and transcribe again."),
            ) from error

    def align(self, sound: Samples, text: str, language: str = "nl") -> list[Word]:
        """The words of ``text`` with their times in ``sound``, up to 30 s that say it; none where there is no
        telling. Raises ModelError for a language that the model does not know."""
        try:
            return find_words(self._model, self._tokenizer(language), sound, text)
        except (RuntimeError, MemoryError):
            return []

    def _tokenizer(self, language: str) -> Any:
        if language not in self._tokenizers:
            self._tokenizers[language] = self._new_tokenizer(language)
        return self._tokenizers[language]

    def _new_tokenizer(self, language: str) -> Any:
        from whisper.tokenizer import get_tokenizer

        if not self._model.is_multilingual and language != "en":
            raise ModelError(
                _("{name} knows only English.").format(name=self._name),
                _("Choose a model whose name does not end in .en."),
            )
        try:
            return get_tokenizer(
                self._model.is_multilingual,
                num_languages=self._model.num_languages,
                language=language,
                task="transcribe",
            )
        except ValueError as error:
            raise ModelError(
                _("{name} does not know the language “{language}”.").format(
                    name=self._name, language=clean_line(language)
                ),
                _("Correct “language” in the guide."),
            ) from error

    def _hear(self, tokenizer: Any, language: str, chunk: Chunk, prompt: str, warmth: float) -> list[Heard]:
        import torch

        torch.manual_seed(0)  # the same recording gives the same text again
        half = self._device != "cpu"
        result = self._model.transcribe(
            chunk.audio,
            language=language,
            fp16=half,
            temperature=tuple(t for t in _TEMPERATURES if t >= warmth),
            initial_prompt=prompt or None,
            **_context(prompt),
        )
        # Behind the last speech Whisper invents sentences
        segments = [one for one in result["segments"] if not chunk.is_silent_from(one["start"])]
        add_words(segments, chunk.audio, self._model, tokenizer, half)
        return sentences([said for one in segments for said in _said(one, chunk)])


def _context(prompt: str) -> dict[str, bool]:
    """What Whisper keeps in mind from one window to the next."""
    return {"condition_on_previous_text": False, "carry_initial_prompt": bool(prompt)}


def _said(segment: dict[str, Any], chunk: Chunk) -> list[Said]:
    """The words of a segment; one for all of its text where Whisper found none."""
    whole = {"word": segment["text"], "start": segment["start"], "end": segment["end"], "probability": 0.0}
    figures = (float(segment["avg_logprob"]), float(segment["no_speech_prob"]), float(segment["temperature"]))
    said, latest = [], 0.0
    for word in _joined(segment["words"]) or [whole]:
        start = max(latest, chunk.to_recording(float(word["start"])))
        latest = max(start, chunk.to_recording(float(word["end"]), end=True))
        placed = Word(start, latest, clean_line(word["word"]), float(word["probability"]))
        said.append(Said(placed, word["word"], *figures))
    return said


def _joined(words: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Words as people write them: Whisper gives "0,25" as "0" and ",25"."""
    joined: list[dict[str, Any]] = []
    for word in words:
        if joined and not word["word"].startswith(" "):
            last = joined[-1]
            surety = min(last["probability"], word["probability"])
            joined[-1] = {
                **last,
                "word": last["word"] + word["word"],
                "end": word["end"],
                "probability": surety,
            }
        else:
            joined.append(word)
    return joined
