"""The demo recordings and what is said in them, for tests on real sound."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from transcripts.audio import blocks
from transcripts.cores import share_cores
from transcripts.resample import Samples

share_cores()  # before any test loads torch

ROOT = Path(__file__).parents[2]
RECORDINGS = sorted((ROOT / "capture" / "demo" / "audio").glob("*.flac"))
CHECKPOINT = ROOT / "transcripts" / "checkpoints" / "demo-nl.pt"


@cache
def sound(path: Path) -> Samples:
    return np.concatenate(list(blocks(path)))


@cache
def cues(name: str) -> list[dict[str, Any]]:
    """The sentences of a recording: start, end, text."""
    reference = json.loads((ROOT / "capture" / "demo" / "reference.json").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = reference[name]["cues"]
    return found


def plain(text: str) -> str:
    """Lower case, without punctuation: what a word error rate compares."""
    return " ".join(re.sub(r"[^\w\s]", "", text.lower()).split())
