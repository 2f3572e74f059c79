"""The glossary as a hint to Whisper, which takes only so many tokens and drops the rest without a word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sessions.text import clean_line

LIMIT = 223


@dataclass(frozen=True)
class Prompt:
    """The hint, the terms in it and those that found no room, both in the order in which they were given."""

    text: str
    used: tuple[str, ...]
    dropped: tuple[str, ...]


def build_prompt(terms: Sequence[str], count_tokens: Callable[[str], int], limit: int = LIMIT) -> Prompt:
    """The last of ``terms`` that fit in ``limit`` tokens, as "a, b, c."

    Terms come least specific first: where there is no room the start is dropped. ``count_tokens`` counts a
    text as the engine will encode it. ``dropped`` followed by ``used`` is ``terms``.
    """
    first = len(terms)
    while first and count_tokens(_text(terms[first - 1 :])) <= limit:
        first -= 1
    return Prompt(_text(terms[first:]), tuple(terms[first:]), tuple(terms[:first]))


def _text(terms: Sequence[str]) -> str:
    # "<|" would begin one of Whisper's control tokens
    cleaned = (clean_line(term).replace("<|", "< |") for term in terms)
    listed = ", ".join(term for term in cleaned if term)
    return f"{listed}." if listed else ""
