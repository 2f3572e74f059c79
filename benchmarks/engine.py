"""Word errors and time on the demo recordings: ours (decoding and speech detection too) beside plain Whisper.

python -m benchmarks.engine [rounds] [--prompts]
"""

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import jiwer

from transcripts.audio import blocks
from transcripts.cores import share_cores, threads
from transcripts.prompt import build_prompt
from transcripts.silero import SpeechNetwork
from transcripts.speech import chunks
from transcripts.whisper_engine import WhisperTranscriber

ROOT = Path(__file__).parents[1]
RECORDINGS = sorted((ROOT / "capture" / "demo" / "audio").glob("*.flac"))
CHECKPOINT = ROOT / "transcripts" / "checkpoints" / "demo-nl.pt"
TERMS = ["nasnede", "uitvaller", "diëlektricum", "elektrode", "startgat", "hoofdsnede", "spoeling", "draad"]

Hear = Callable[[Path], str]


def main() -> None:
    rounds = next((int(argument) for argument in sys.argv[1:] if argument.isdigit()), 3)
    share_cores()
    plain, ours = plain_whisper(), our_engine()
    warm_up = RECORDINGS[0]
    plain(warm_up), ours(warm_up)
    times: dict[str, list[float]] = {"plain": [], "ours": []}
    texts: dict[str, list[str]] = {}
    for _ in range(rounds):
        for name, hear in (("plain", plain), ("ours", ours)):
            texts[name], seconds = timed(hear)
            times[name].append(seconds)
    report(texts, times)
    if "--prompts" in sys.argv:
        report_prompts()


def plain_whisper() -> Hear:
    """openai-whisper as its own documentation uses it; ffmpeg decodes."""
    import torch
    import whisper

    torch.set_num_threads(threads())
    model = whisper.load_model(str(CHECKPOINT), device="cpu")

    def hear(path: Path) -> str:
        result = model.transcribe(
            str(path), language="nl", fp16=False, word_timestamps=True, condition_on_previous_text=False
        )
        return str(result["text"])

    return hear


def our_engine(prompt: str = "") -> Hear:
    engine, network = WhisperTranscriber(CHECKPOINT), SpeechNetwork()

    def hear(path: Path) -> str:
        found = chunks(blocks(path), network=network)
        return " ".join(one.text for chunk in found for one in engine.transcribe(chunk, prompt))

    return hear


def timed(hear: Hear) -> tuple[list[str], float]:
    begin = time.perf_counter()
    texts = [hear(path) for path in RECORDINGS]
    return texts, time.perf_counter() - begin


def plain_text(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", text.lower()).split())


def said() -> list[str]:
    reference = json.loads((ROOT / "capture" / "demo" / "reference.json").read_text(encoding="utf-8"))
    return [plain_text(" ".join(cue["text"] for cue in reference[path.stem]["cues"])) for path in RECORDINGS]


def wer(texts: list[str]) -> float:
    return float(jiwer.wer(said(), [plain_text(text) for text in texts]))


def report(texts: dict[str, list[str]], times: dict[str, list[float]]) -> None:
    print(f"{'word error rate':20} {'plain':>8} {'ours':>8}")
    for number, (path, sentence) in enumerate(zip(RECORDINGS, said(), strict=True)):
        rates = [jiwer.wer(sentence, plain_text(texts[name][number])) for name in ("plain", "ours")]
        print(f"{path.stem:20} {rates[0]:8.3f} {rates[1]:8.3f}")
    print(f"{'overall':20} {wer(texts['plain']):8.3f} {wer(texts['ours']):8.3f}")
    ratios = [ours / plain for plain, ours in zip(times["plain"], times["ours"], strict=True)]
    print(f"{'seconds (median)':20} {median(times['plain']):8.2f} {median(times['ours']):8.2f}")
    print(f"time ours/plain, median of {len(ratios)}: {median(ratios):.2f}  (each: {ratios_text(ratios)})")


def ratios_text(ratios: list[float]) -> str:
    return ", ".join(f"{ratio:.2f}" for ratio in ratios)


def report_prompts() -> None:
    engine = WhisperTranscriber(CHECKPOINT)
    prompts = {
        "none": "",
        "three terms": build_prompt(TERMS[:3], engine.count_tokens).text,
        "eight terms": build_prompt(TERMS, engine.count_tokens).text,
        "a sentence": "Een gesprek over draadvonken, met startgat, uitvaller en nasnede.",
    }
    for name, prompt in prompts.items():
        texts, _ = timed(our_engine(prompt))
        print(f"prompt {name:12} {engine.count_tokens(prompt):4} tokens: {wer(texts):.3f}")


if __name__ == "__main__":
    main()
