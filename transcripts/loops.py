"""Text that a machine repeats and nobody said: Whisper's loops.

People repeat themselves too ("ja ja ja", "nooit, nooit, nooit"), so a repetition counts only when it is
longer than anyone's emphasis, or when there was not the time to say it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sessions.text import fold
from sessions.transcript import Doubt
from transcripts.transcriber import Heard

_LONGEST_PHRASE = 12
_SUSPECT_TIMES = {1: 8, 2: 6, 3: 5}
_SUSPECT_TIMES_LONGER = 4
_SUSPECT_SEGMENTS = 3
_LOOP_SEGMENTS = 5
_FASTEST = 30.0
_IMPOSSIBLE = 45.0
_SHORTEST_JUDGED = 20


def repeated_phrase(words: Sequence[str]) -> tuple[int, int, int] | None:
    """(first word, words in the phrase, times) of the first phrase said too often in a row, or None."""
    plain = [_plain(word) for word in words]
    for first in range(len(plain)):
        for length in range(1, _LONGEST_PHRASE + 1):
            times = _times(plain, first, length)
            if times >= _SUSPECT_TIMES.get(length, _SUSPECT_TIMES_LONGER):
                return first, length, times
    return None


def looping(heard: Sequence[Heard]) -> bool:
    """Whether something in ``heard`` is a loop or faster than anyone speaks."""
    return any(repeated_phrase(one.text.split()) or too_fast(one) for one in heard) or any(
        _is_loop(run) for run in _runs(heard)
    )


def too_fast(heard: Heard) -> bool:
    """Whether there are more letters than a mouth can form: 45 a second, over 20 letters or more."""
    return len(heard.text) >= _SHORTEST_JUDGED and _rate(heard) > _IMPOSSIBLE


def without_loops(heard: Sequence[Heard]) -> list[Heard]:
    """``heard`` with only the first of each repetition, marked as such; what is too fast as unsure."""
    kept: list[Heard] = []
    for run in _runs(heard):
        if _is_loop(run):
            kept.append(_shortened(replace(run[0], doubt=Doubt.REPETITION)))
        else:
            kept.extend(_shortened(one) for one in run)
    return [_marked(one) for one in kept]


def _shortened(heard: Heard) -> Heard:
    """``heard`` with each looping phrase said once."""
    while found := repeated_phrase(spoken := heard.text.split()):
        first, length, times = found
        once, after = first + length, first + length * times
        # Word times are kept only where they match the text word by word
        match = len(heard.words) == len(spoken)
        words = heard.words[:once] + heard.words[after:] if match else ()
        heard = replace(
            heard,
            text=" ".join(spoken[:once] + spoken[after:]),
            words=words,
            end=words[-1].end if words else heard.end,
            doubt=Doubt.REPETITION,
        )
    return heard


def _marked(heard: Heard) -> Heard:
    return replace(heard, doubt=Doubt.LOW_CONFIDENCE) if not heard.doubt and too_fast(heard) else heard


def _runs(heard: Sequence[Heard]) -> list[list[Heard]]:
    """Neighbours that say the same, together."""
    runs: list[list[Heard]] = []
    for one in heard:
        if runs and _plain(runs[-1][0].text) == _plain(one.text) != "":
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _is_loop(run: Sequence[Heard]) -> bool:
    """Said three times in too little time, or a phrase said five times however long it took."""
    hurried = sum(len(one.text) for one in run) > _FASTEST * sum(one.end - one.start for one in run)
    phrase = len(run[0].text.split()) > 1
    return (len(run) >= _SUSPECT_SEGMENTS and hurried) or (len(run) >= _LOOP_SEGMENTS and phrase)


def _times(words: Sequence[str], first: int, length: int) -> int:
    phrase = words[first : first + length]
    if len(phrase) < length or not any(phrase):
        return 0
    times = 1
    while words[first + times * length : first + (times + 1) * length] == phrase:
        times += 1
    return times


def _rate(heard: Heard) -> float:
    return len(heard.text) / max(heard.end - heard.start, 0.02)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", fold(text)).split())
