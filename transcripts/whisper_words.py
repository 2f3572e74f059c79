"""Word times for what Whisper heard, and which of its times to believe."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby, pairwise
from typing import Any

from transcripts.resample import Samples

Segment = dict[str, Any]


def add_words(segments: Sequence[Segment], audio: Samples, model: Any, tokenizer: Any, half: bool) -> None:
    """Give each of whisper's ``segments`` of ``audio`` its "words"; "start" and "end" follow them.

    Whisper's own switch for word times also moves on through the sound by them, and then hears the ends of
    windows twice; on the demo recordings that made 5 % errors out of 3.
    """
    from whisper.audio import N_FRAMES, N_SAMPLES, log_mel_spectrogram, pad_or_trim
    from whisper.timing import add_word_timestamps

    mel = log_mel_spectrogram(audio, model.dims.n_mels, padding=N_SAMPLES)
    last_end = 0.0
    for seek, group in groupby(segments, key=lambda one: int(one["seek"])):
        window = list(group)
        marks = _marks(window)
        frames = min(N_FRAMES, mel.shape[-1] - N_FRAMES - seek)
        part = pad_or_trim(mel[:, seek : seek + frames], N_FRAMES).to(model.device)
        with found_by(model):
            add_word_timestamps(
                segments=window,
                model=model,
                tokenizer=tokenizer,
                mel=part.half() if half else part,
                num_frames=frames,
                last_speech_timestamp=last_end,
            )
        for segment, (start, end) in zip(window, marks, strict=True):
            _keep_within(segment, start, end)
        last_end = max([last_end, *(float(one["end"]) for one in window)])


@contextmanager
def found_by(model: Any) -> Iterator[None]:
    """``whisper.timing`` looks for words in the layers of a model. One that shows no layers finds them itself: in
    this block ``whisper.timing.find_alignment`` asks it."""
    from whisper import timing

    theirs = timing.find_alignment
    if own := getattr(model, "find_alignment", None):
        timing.find_alignment = lambda _model, *asked: own(*asked)
    try:
        yield
    finally:
        timing.find_alignment = theirs


def _marks(window: Sequence[Segment]) -> list[tuple[float | None, float | None]]:
    """The starts and ends that Whisper's own time stamps set apart from their neighbours.

    Those are good to a few hundredths of a second. Where one segment ends as the next begins, Whisper did not
    look for the pause, and the words know better.
    """
    apart = [following["start"] > one["end"] for one, following in pairwise(window)]
    starts = [float(one["start"]) > window[0]["seek"] / 100 for one in window[:1]] + apart
    ends = [*apart, True]
    return [
        (float(one["start"]) if start else None, float(one["end"]) if end else None)
        for one, start, end in zip(window, starts, ends, strict=True)
    ]


def _keep_within(segment: Segment, start: float | None, end: float | None) -> None:
    """Move the words of ``segment`` between ``start`` and ``end`` where these are known."""
    first = segment["start"] if start is None else start
    last = max(first, segment["end"] if end is None else end)
    for word in segment["words"]:
        word["start"], word["end"] = (min(max(float(word[key]), first), last) for key in ("start", "end"))
    if segment["words"]:
        segment["words"][0]["start"] = first
        segment["words"][-1]["end"] = last
    segment["start"], segment["end"] = first, last
