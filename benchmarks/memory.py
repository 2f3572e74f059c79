"""Peak memory for three hours beside ten minutes, and what ten minutes without speech give.

python -m benchmarks.memory [--all]

Decoding and speech detection go through all of each file; Whisper hears every twentieth chunk, with --all
each of them (over ten minutes on two cores). Each measurement runs in a process of its own. Not on Windows.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile

from transcripts.audio import blocks
from transcripts.cores import share_cores
from transcripts.resample import RATE, Samples
from transcripts.speech import chunks
from transcripts.whisper_engine import WhisperTranscriber

ROOT = Path(__file__).parents[1]
RECORDINGS = sorted((ROOT / "capture" / "demo" / "audio").glob("*.flac"))
CHECKPOINT = ROOT / "transcripts" / "checkpoints" / "demo-nl.pt"
STEREO_RATE = 44_100
MINUTE = 60 * RATE


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for minutes in (10, 180):
            path = Path(folder) / f"{minutes}.flac"
            write_interview(path, minutes)
            print(f"{minutes:4} min: {measured(path, 1 if '--all' in sys.argv else 20)}", flush=True)
            path.unlink()
        for name in ("digital silence", "hiss at -50 dBFS", "60 Hz hum"):
            path = Path(folder) / "still.wav"
            soundfile.write(path, without_speech(name), RATE)
            print(f"10 min of {name}: {measured(path, 1)}", flush=True)


def write_interview(path: Path, minutes: int) -> None:
    """Demo answers with pauses between them, stereo at 44.1 kHz as a recorder writes it."""
    rng = np.random.default_rng(0)
    answers = [np.concatenate(list(blocks(recording))) for recording in RECORDINGS]
    places = [np.arange(len(answer) * STEREO_RATE // RATE) * RATE / STEREO_RATE for answer in answers]
    answers = [np.interp(at, np.arange(len(one)), one) for at, one in zip(places, answers, strict=True)]
    left = minutes * 60 * STEREO_RATE
    with soundfile.SoundFile(path, "w", STEREO_RATE, 2, "PCM_16") as out:
        while left > 0:
            pause = np.zeros(int(rng.choice([1.0, 4.0, 15.0]) * STEREO_RATE))
            piece = np.concatenate([answers[rng.integers(len(answers))], pause])[:left]
            out.write(np.tile(piece, (2, 1)).T)
            left -= len(piece)


def without_speech(name: str) -> Samples:
    length = 10 * MINUTE
    if name.startswith("hiss"):
        return np.random.default_rng(0).normal(0, 10 ** (-50 / 20), length).astype(np.float32)
    level = 0.1 if "hum" in name else 0.0
    return (level * np.sin(2 * np.pi * 60 * np.arange(length) / RATE)).astype(np.float32)


def measured(path: Path, every: int) -> str:
    command = [sys.executable, "-m", "benchmarks.memory", "--hear", str(path), str(every)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def hear(path: Path, every: int) -> None:
    """Go through one file and print what it took."""
    import resource

    share_cores()
    engine = WhisperTranscriber(CHECKPOINT)
    begin, found, heard, segments = time.perf_counter(), 0, 0, 0
    for found, chunk in enumerate(chunks(blocks(path)), start=1):
        if (found - 1) % every == 0:
            heard += 1
            segments += len(engine.transcribe(chunk))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    seconds = time.perf_counter() - begin
    print(f"peak {peak:.0f} MB, {found} chunks, {heard} heard, {segments} segments, {seconds:.0f} s")


if __name__ == "__main__":
    if "--hear" in sys.argv:
        hear(Path(sys.argv[-2]), int(sys.argv[-1]))
    else:
        main()
