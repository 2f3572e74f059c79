"""Recordings such as people bring: small, real, in every format."""

from pathlib import Path
from typing import Any

import av
import numpy as np

CODECS = {
    ".wav": "pcm_s16le",
    ".flac": "flac",
    ".mp3": "libmp3lame",
    ".m4a": "aac",
    ".ogg": "libopus",
    ".opus": "libopus",
    ".mp4": "aac",
    ".mov": "aac",
}
RATE = 48_000


def recording(path: Path, seconds: float = 1.0, seed: int = 0, loudness: float = 0.1) -> Path:
    """A mono recording of hiss in the format that the name says; mp4 and mov get a picture."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w") as container:
        sound: Any = container.add_stream(CODECS[path.suffix], rate=RATE, layout="mono")
        if path.suffix in (".mp4", ".mov"):
            _add_picture(container, seconds)
        hiss = loudness * np.random.default_rng(seed).standard_normal((1, int(RATE * seconds)))
        frame = av.AudioFrame.from_ndarray(hiss.astype(np.float32), format="fltp", layout="mono")
        frame.sample_rate = RATE
        context = sound.codec_context
        sized = av.AudioResampler(context.format.name, "mono", RATE, context.frame_size or 1024)
        for part in [*sized.resample(frame), *sized.resample(None), None]:
            container.mux(sound.encode(part))
    return path


def film_without_sound(path: Path) -> Path:
    """A film of which the microphone was off."""
    with av.open(str(path), "w") as container:
        _add_picture(container, 1.0)
    return path


def _add_picture(container: Any, seconds: float) -> None:
    stream = container.add_stream("mpeg4", rate=10)
    stream.width = stream.height = 64
    for number in range(int(seconds * 10)):
        image = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8))
        image.pts = number
        container.mux(stream.encode(image))
    container.mux(stream.encode(None))
