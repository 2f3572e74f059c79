"""What any engine that turns speech into text takes and gives."""

from dataclasses import asdict, dataclass
from typing import Protocol

from sessions.transcript import Doubt, Word
from transcripts.chunk import Chunk


@dataclass(frozen=True)
class Heard:
    """About a sentence of recognised text; all times in seconds of the recording.

    ``avg_logprob`` (per token), ``no_speech_prob`` and ``temperature`` are the engine's own.
    """

    start: float
    end: float
    text: str
    words: tuple[Word, ...] = ()
    doubt: Doubt = Doubt.NONE
    avg_logprob: float = 0.0
    no_speech_prob: float = 0.0
    temperature: float = 0.0


@dataclass(frozen=True)
class Options:
    """How a transcript is made. ``device`` is "cpu" or "cuda"; ``prompt`` is the hint that Whisper gets."""

    model: str
    language: str = "nl"
    prompt: str = ""
    device: str = "cpu"
    engine: str = "openai-whisper"
    speech_detection: str = "silero-vad"

    def as_record(self) -> dict[str, object]:
        """Names to values, to be kept with the transcript."""
        return asdict(self)


class Transcriber(Protocol):
    """An engine with its model loaded."""

    @property
    def prompt_limit(self) -> int:
        """How many tokens of prompt the model takes."""
        ...

    def count_tokens(self, text: str) -> int:
        """How many tokens ``text`` takes as a prompt."""
        ...

    def transcribe(self, chunk: Chunk, prompt: str = "") -> list[Heard]:
        """What is said in ``chunk``, in order. Raises TranscriptionError."""
        ...
