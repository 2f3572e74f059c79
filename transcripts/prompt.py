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


def build_prompt(
    terms: Sequence[str], count_tokens: Callable[[str], int], limit: int = LIMIT, own: Sequence[str] = ()
) -> Prompt:
    """The last of ``terms`` and ``own`` that fit in ``limit`` tokens, as "a, b, c."

    Terms come least specific first: where there is no room the start is dropped. ``own`` are the programme's
    and come last, where Whisper heeds them most; they take half of the room at most, and more only where
    ``terms`` leave some. ``count_tokens`` counts a text as the engine will encode it. ``dropped`` and ``used``
    together are ``terms`` and ``own``.
    """
    first_own = _first(own, lambda part: count_tokens(_text(part)) <= limit // 2)
    first = _first(terms, lambda part: count_tokens(_text([*part, *own[first_own:]])) <= limit)
    if first == 0:
        first_own = _first(own, lambda part: count_tokens(_text([*terms, *part])) <= limit)
    used = (*terms[first:], *own[first_own:])
    return Prompt(_text(used), used, (*terms[:first], *own[:first_own]))


def _first(terms: Sequence[str], fits: Callable[[Sequence[str]], bool]) -> int:
    """From which of ``terms`` on they fit."""
    first = len(terms)
    while first and fits(terms[first - 1 :]):
        first -= 1
    return first


def _text(terms: Sequence[str]) -> str:
    # "<|" would begin one of Whisper's control tokens
    cleaned = (clean_line(term).replace("<|", "< |") for term in terms)
    listed = ", ".join(term for term in cleaned if term)
    return f"{listed}." if listed else ""
