"""When typed words were said: the estimate between their neighbours, and the text laid to its sound again.

python -m benchmarks.aligning [file of words that espeak-ng spoke]

In each sentence of the demo recordings three words are taken as misheard, in each place once, and typed by a
person. The errors are against the times at which espeak-ng began each word when it spoke the recordings.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median, quantiles

import numpy as np

from sessions.timing import timed
from sessions.transcript import Segment, Timed, Word
from transcripts.aligning import align
from transcripts.audio import blocks
from transcripts.speech import chunks
from transcripts.transcriber import Heard
from transcripts.whisper_engine import WhisperTranscriber

ROOT = Path(__file__).parents[1]
RECORDINGS = sorted((ROOT / "capture" / "demo" / "audio").glob("*.flac"))
CHECKPOINT = ROOT / "transcripts" / "checkpoints" / "demo-nl.pt"
SPOKEN = ROOT / "tests" / "data" / "demo_words.json"
TYPED = 3


@dataclass(frozen=True)
class Sentence:
    """What was heard of a sentence that was heard right, and when each of its words really began."""

    recording: Path
    heard: Heard
    began: tuple[float | None, ...]


def main() -> None:
    engine = WhisperTranscriber(CHECKPOINT)
    spoken = Path(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].endswith(".json") else SPOKEN
    errors: dict[str, list[float]] = {"machine": [], "estimated": [], "aligned": []}
    refused = tried = 0
    for sentence in sentences(engine, RECORDINGS, spoken):
        whole = align(engine, sentence.recording, as_typed(sentence, 0), "nl")
        for first in range(len(sentence.began) - TYPED + 1):
            tried += 1
            refused += whole is None
            typed = as_typed(sentence, first)
            places = slice(first, first + TYPED)
            for name, words in (
                ("machine", sentence.heard.words),
                ("estimated", typed.timing),
                ("aligned", whole or typed.timing),
            ):
                errors[name] += list(off(words[places], sentence.began[places]))
    for name, values in errors.items():
        p90 = quantiles(values, n=10)[-1]
        print(f"{name:>10}: median {median(values):.3f} s, p90 {p90:.3f} s, {len(values)} words")
    print(f"   refused: {refused} of {tried}, which keep their estimate")


def sentences(engine: WhisperTranscriber, recordings: list[Path], spoken: Path) -> Iterator[Sentence]:
    """The sentences of the demo that the bundled model hears word for word."""
    began = json.loads(spoken.read_text(encoding="utf-8"))
    reference = json.loads((ROOT / "capture" / "demo" / "reference.json").read_text(encoding="utf-8"))
    for path in recordings:
        sound = np.concatenate(list(blocks(path)))
        cues = zip(reference[path.stem]["cues"], began[path.stem], strict=True)
        times = {cue["text"]: tuple(starts) for cue, starts in cues}
        for chunk in chunks([sound]):
            for heard in engine.transcribe(chunk):
                if heard.text in times and len(heard.words) == len(times[heard.text]):
                    yield Sentence(path, heard, times[heard.text])


def as_typed(sentence: Sentence, first: int) -> Segment:
    """The fragment as a person left it who typed :data:`TYPED` words, from number ``first`` on."""
    heard = sentence.heard
    wrong = replace(heard.words[first], end=heard.words[first + TYPED - 1].end, text="onverstaanbaar")
    words = (*heard.words[:first], wrong, *heard.words[first + TYPED :])
    machine = " ".join(word.text for word in words)
    timing = timed(heard.text, words, heard.start, heard.end)
    return Segment(
        0, 0, heard.start, heard.end, machine, heard.text, words, timing=timing, timed=Timed.ESTIMATED
    )


def off(words: tuple[Word, ...], began: tuple[float | None, ...]) -> Iterator[float]:
    """How many seconds the words begin beside the moment at which they were said."""
    for word, moment in zip(words, began, strict=True):
        if moment is not None:
            yield abs(word.start - moment)


if __name__ == "__main__":
    main()
