"""The current text of a fragment word by word, each with what the machine knew of it."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from sessions.text import clean
from sessions.transcript import UNSURE_BELOW, Segment, Word


@dataclass(frozen=True)
class Token:
    """A word of the current text with the white space after it; ``word`` is None where a person put it."""

    text: str
    space: str
    word: Word | None = None

    @property
    def unsure(self) -> bool:
        """Whether the machine itself doubts this word."""
        return self.word is not None and self.word.probability < UNSURE_BELOW


def tokens(segment: Segment) -> tuple[Token, ...]:
    """The words of the current text; those that a person did not change keep their time and probability."""
    parts = re.findall(r"(\S+)(\s*)", clean(segment.text).strip())
    spoken = [clean(w.text).strip() for w in segment.words]
    kept: dict[int, Word] = {}
    matcher = SequenceMatcher(None, spoken, [text for text, _space in parts], autojunk=False)
    for block in matcher.get_matching_blocks():
        kept |= {block.b + i: segment.words[block.a + i] for i in range(block.size)}
    return tuple(Token(text, space, kept.get(at)) for at, (text, space) in enumerate(parts))
