"""What any engine that turns speech into text takes and gives."""

from dataclasses import dataclass
from typing import Any, Protocol

from sessions.transcript import Doubt, Word
from transcripts.chunk import Chunk
from transcripts.resample import Samples


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


class Transcriber(Protocol):
    """An engine with its model loaded."""

    @property
    def prompt_limit(self) -> int:
        """How many tokens of prompt the model takes."""
        ...

    def count_tokens(self, text: str) -> int:
        """How many tokens ``text`` takes as a prompt."""
        ...

    def record(self, language: str, prompt: str) -> dict[str, Any]:
        """All that decides what is heard, as JSON can keep it: where two are equal, one run may go on with
        what the other began."""
        ...

    def transcribe(self, chunk: Chunk, prompt: str = "", language: str = "nl") -> list[Heard]:
        """What is said in ``chunk``, in order. Raises TranscriptionError, and ModelError for a language that
        the model does not know."""
        ...

    def align(self, sound: Samples, text: str, language: str = "nl") -> list[Word]:
        """The words of ``text`` with their times in ``sound``, up to 30 s that say it; none where it cannot
        tell. Raises ModelError for a language that the model does not know."""
        ...
