"""CTranslate2's Whisper, answering where openai-whisper's own model would.

openai-whisper keeps the work around the network: windows, prompts, fallbacks, segments, words. So both engines say
the same as far as the networks agree.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np

from transcripts.weights import is_multilingual, num_languages

if TYPE_CHECKING:
    import torch
    from ctranslate2 import StorageView

_SEED = 1
_MEDIAN_FILTER = 7  # whisper.timing.find_alignment


class FastModel:
    """What ``whisper.transcribe.transcribe`` asks of a model, on the processor. Not for more than one thread."""

    def __init__(self, folder: Path, dims: dict[str, int], weights: str, threads: int) -> None:
        """``folder``, ``dims`` and ``weights`` as :mod:`~transcripts.converted` has them. Raises ``RuntimeError``
        for what cannot be loaded."""
        import torch
        from ctranslate2.models import Whisper

        self.dims = SimpleNamespace(**dims)
        self.device = torch.device("cpu")
        self._load = partial(Whisper, str(folder), compute_type=weights, intra_threads=threads)
        self._loaded: Whisper | None = self._load()
        self._heard: tuple[torch.Tensor, StorageView] | None = None

    @property
    def is_multilingual(self) -> bool:
        """Whether it knows more than English."""
        return is_multilingual(self.dims.n_vocab)

    @property
    def num_languages(self) -> int:
        """How many languages it knows."""
        return num_languages(self.dims.n_vocab)

    def transcribe(self, audio: Any, **options: Any) -> dict[str, Any]:
        """As ``whisper.model.Whisper.transcribe``; ``options`` have to name the language."""
        from whisper.transcribe import transcribe

        result: dict[str, Any] = transcribe(self, audio, **options)
        return result

    def decode(self, mel: "torch.Tensor", options: Any) -> Any:
        """The ``whisper.decoding.DecodingResult`` of one window, ``mel`` of (mels, 3000), after the
        ``whisper.decoding.DecodingOptions``: greedy, or one sample where their temperature is above zero."""
        from whisper.decoding import DecodingResult
        from whisper.tokenizer import get_tokenizer
        from whisper.utils import compression_ratio

        tokenizer = get_tokenizer(
            self.is_multilingual,
            num_languages=self.num_languages,
            language=options.language,
            task=options.task,
        )
        if options.temperature:
            self._seed()
        found = self._generate(mel, self._prompt(tokenizer, options.prompt), tokenizer, options.temperature)
        tokens = found.sequences_ids[0]
        text = tokenizer.decode(tokens).strip()
        return DecodingResult(
            audio_features=mel,
            language=options.language,
            tokens=tokens,
            text=text,
            avg_logprob=found.scores[0] * len(tokens) / (len(tokens) + 1),
            no_speech_prob=found.no_speech_prob,
            temperature=options.temperature,
            compression_ratio=compression_ratio(text),
        )

    def _seed(self) -> None:
        """Let chance begin anew, so that the same sound gives the same text: a thread of CTranslate2 takes up the
        seed only once, and only loading gives a new thread."""
        from ctranslate2 import set_random_seed

        set_random_seed(_SEED)
        self._loaded = None  # two at a time may not fit

    @property
    def _network(self) -> Any:
        self._loaded = self._loaded or self._load()
        return self._loaded

    def _prompt(self, tokenizer: Any, before: Sequence[int]) -> list[int]:
        said = [tokenizer.sot_prev, *before[-(self.dims.n_text_ctx // 2 - 1) :]] if before else []
        return [*said, *tokenizer.sot_sequence]

    def _generate(self, mel: "torch.Tensor", prompt: list[int], tokenizer: Any, temperature: float) -> Any:
        return self._network.generate(
            self._encoded(mel),
            [prompt],
            beam_size=1,
            max_length=self.dims.n_text_ctx,
            return_scores=True,
            return_no_speech_prob=True,
            suppress_tokens=_never_said(tokenizer),
            sampling_topk=0 if temperature else 1,
            sampling_temperature=temperature or 1,
        )[0]

    def _encoded(self, mel: "torch.Tensor") -> "StorageView":
        """What the encoder makes of ``mel``; retries and word times ask for the same again."""
        import torch
        from ctranslate2 import StorageView

        if self._heard is None or not torch.equal(self._heard[0], mel):
            features = StorageView.from_array(np.ascontiguousarray(mel.numpy()[np.newaxis]))
            self._heard = mel.clone(), self._network.encode(features)
        return self._heard[1]

    def find_alignment(
        self, tokenizer: Any, tokens: list[int], mel: "torch.Tensor", frames: int
    ) -> list[Any]:
        """The ``whisper.timing.WordTiming`` of each word in ``tokens``; as ``whisper.timing.find_alignment``."""
        from whisper.audio import TOKENS_PER_SECOND
        from whisper.timing import WordTiming

        words, parts = tokenizer.split_to_word_tokens([*tokens, tokenizer.eot])
        if len(parts) <= 1:
            return []
        (found,) = self._network.align(
            self._encoded(mel),
            list(tokenizer.sot_sequence),
            [tokens],
            frames,
            median_filter_width=_MEDIAN_FILTER,
        )
        path = np.array(found.alignments)
        jumps = np.pad(np.diff(path[:, 0]), (1, 0), constant_values=1).astype(bool)
        times = path[jumps, 1] / TOKENS_PER_SECOND
        ends = np.cumsum([len(part) for part in parts[:-1]])
        starts = [0, *ends[:-1]]
        return [
            WordTiming(word, part, times[start], times[end], np.mean(found.text_token_probs[start:end]))
            for word, part, start, end in zip(words[:-1], parts[:-1], starts, ends, strict=True)
        ]


def _never_said(tokenizer: Any) -> list[int]:
    """As ``whisper.decoding.DecodingTask``: what is no speech, and marks that only a prompt holds."""
    marks = ("transcribe", "translate", "sot", "sot_prev", "sot_lm", "no_speech")
    return sorted({*tokenizer.non_speech_tokens, *(getattr(tokenizer, mark) for mark in marks)})
