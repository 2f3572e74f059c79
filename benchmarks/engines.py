"""The fast engine beside openai-whisper: the same text, the same word times, and how much sooner.

python -m benchmarks.engines [rounds] [--sizes]

Text and word times: on the demo recordings, as they are and in more and more hiss, and openai-whisper's text is
what the others are held against. Time: from file to sentences with words, each round all engines one after the other.
With --sizes also one window of 30 s (encoder, then 112 tokens) for checkpoints of the released sizes with random
weights, since the time does not depend on what they know.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.engine import CHECKPOINT, RECORDINGS, plain_text, wer
from transcripts.audio import blocks
from transcripts.chunk import Chunk
from transcripts.cores import share_cores, threads
from transcripts.engines import Engine, start
from transcripts.fast_engine import FastTranscriber
from transcripts.resample import Samples
from transcripts.silero import SpeechNetwork
from transcripts.speech import chunks
from transcripts.transcriber import Heard, Transcriber
from transcripts.whisper_engine import WhisperTranscriber

HISS = (0.0, 0.001, 0.002, 0.004)
"""Standard deviation of white noise. The demo model knows hardly any: at 0.01 all it hears is guessed."""

SIZES = {"tiny": (384, 6, 4), "base": (512, 8, 6), "small": (768, 12, 12)}
"""Width, heads and layers (openai-whisper's model card)."""

TOKENS = 112
Sound = list[list[Chunk]]


def main() -> None:
    rounds = next((int(argument) for argument in sys.argv[1:] if argument.isdigit()), 5)
    share_cores()
    engines = {engine: start(engine, CHECKPOINT, "cpu", threads()).transcriber for engine in Engine}
    network = SpeechNetwork()
    for hiss in HISS:
        report_text(engines, [sound(path, hiss, network) for path in RECORDINGS], hiss)
    report_time(engines, network, rounds)
    if "--sizes" in sys.argv:
        for size in SIZES:
            report_size(size, rounds)


def sound(path: Path, hiss: float, network: SpeechNetwork) -> list[Chunk]:
    rng = np.random.default_rng(0)

    def noisy() -> Iterator[Samples]:
        for block in blocks(path):
            yield block + rng.normal(0, hiss, len(block)).astype(np.float32)

    return [*chunks(noisy(), network=network)]


def report_text(engines: dict[Engine, Transcriber], recordings: Sound, hiss: float) -> None:
    heard = {
        name: [[h for chunk in one for h in engine.transcribe(chunk)] for one in recordings]
        for name, engine in engines.items()
    }
    theirs = heard[Engine.OPENAI]
    for name, ours in heard.items():
        same = sum(text(a) == text(b) for a, b in zip(ours, theirs, strict=True))
        words = sum(plain_text(text(a)) == plain_text(text(b)) for a, b in zip(ours, theirs, strict=True))
        print(
            f"hiss {hiss:4} {name:7} same text {same}/{len(theirs)}, same words {words}/{len(theirs)}, "
            f"word error rate {wer([text(one) for one in ours]):.4f}, {moved(ours, theirs)}"
        )


def text(heard: Sequence[Heard]) -> str:
    return " ".join(one.text for one in heard)


def moved(ours: Sequence[Sequence[Heard]], theirs: Sequence[Sequence[Heard]]) -> str:
    """How far words begin from where openai-whisper has them, and how their probabilities differ, where the text is
    the same."""
    pairs = [
        (word, other)
        for a, b in zip(ours, theirs, strict=True)
        if text(a) == text(b)
        for word, other in zip(words_of(a), words_of(b), strict=True)
    ]
    away = [abs(word.start - other.start) for word, other in pairs]
    doubt = max(abs(word.probability - other.probability) for word, other in pairs)
    far = sum(seconds > 0.1 for seconds in away)
    return f"{far} of {len(pairs)} words over 0.1 s away, probability at most {doubt:.4f} off"


def words_of(heard: Sequence[Heard]) -> list[Any]:
    return [word for one in heard for word in one.words]


def report_time(engines: dict[Engine, Transcriber], network: SpeechNetwork, rounds: int) -> None:
    def hear(engine: Transcriber) -> Callable[[], None]:
        def run() -> None:
            for path in RECORDINGS[:4]:
                for chunk in chunks(blocks(path), network=network):
                    engine.transcribe(chunk)

        return run

    report_ratios("four recordings", {name: hear(engine) for name, engine in engines.items()}, rounds)


def report_size(size: str, rounds: int) -> None:
    import torch

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{size}-random.pt"
        write_checkpoint(path, *SIZES[size])
        begin = time.perf_counter()
        models: dict[Engine, Any] = {Engine.FAST: FastTranscriber(path, "int8")._model}
        print(f"{size}: converted to int8 and loaded in {time.perf_counter() - begin:.1f} s")
        models[Engine.EXACT] = FastTranscriber(path, "float32")._model
        models[Engine.OPENAI] = WhisperTranscriber(path)._model
    rng = torch.Generator().manual_seed(0)
    report_ratios(f"{size}, a window", {name: window(model, rng) for name, model in models.items()}, rounds)


def window(model: Any, rng: Any) -> Callable[[], None]:
    """One window decoded; a new one each time, since both engines remember the last."""
    import torch
    from whisper.decoding import DecodingOptions

    def run() -> None:
        mel = torch.rand(80, 3000, generator=rng)
        found = model.decode(mel, DecodingOptions(language="nl", fp16=False, temperature=0.0))
        assert len(found.tokens) in (TOKENS - 1, TOKENS), len(found.tokens)

    return run


def write_checkpoint(path: Path, width: int, heads: int, layers: int) -> None:
    """A multilingual Whisper with random weights that goes on speaking until it has to stop."""
    import torch
    from whisper.model import ModelDimensions, Whisper

    torch.manual_seed(0)
    dims = ModelDimensions(80, 1500, width, heads, layers, 51865, 2 * TOKENS, width, heads, layers)
    model = Whisper(dims)
    torch.nn.init.normal_(model.decoder.positional_embedding, std=0.1)
    state = {name: tensor.half() for name, tensor in model.state_dict().items()}
    torch.save({"dims": vars(dims), "model_state_dict": state}, path)


def report_ratios(what: str, runs: dict[Engine, Callable[[], None]], rounds: int) -> None:
    seconds: dict[Engine, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            begin = time.perf_counter()
            run()
            seconds[name].append(time.perf_counter() - begin)
    for name, took in seconds.items():
        times = [theirs / ours for theirs, ours in zip(seconds[Engine.OPENAI], took, strict=True)]
        print(
            f"{what}: {name:7} {median(took):6.2f} s, {median(times):.1f} times openai-whisper "
            f"(median of {rounds}; each: {', '.join(f'{one:.1f}' for one in times)})",
            flush=True,
        )


if __name__ == "__main__":
    main()
