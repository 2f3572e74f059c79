"""Hearing again where the machine repeats itself."""

from collections.abc import Callable

from transcripts.chunk import Chunk
from transcripts.loops import looping, without_loops
from transcripts.transcriber import Heard

Hear = Callable[[Chunk, str, float], list[Heard]]

_WARMER = 0.2


def hear_carefully(hear: Hear, chunk: Chunk, prompt: str) -> list[Heard]:
    """What ``hear(chunk, prompt, temperature to begin with)`` gives, free of loops.

    A loop is heard again without the prompt and a little warmer, then in two halves; what still loops is kept
    once and marked as a repetition.
    """
    heard = hear(chunk, prompt, 0.0)
    if looping(heard):
        heard = hear(chunk, "", _WARMER)
    if looping(heard) and (halves := chunk.halves()):
        heard = [one for half in halves for one in hear(half, "", 0.0)]
    return without_loops(heard)
