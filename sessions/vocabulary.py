"""The words of a programme that its people use and that a model mishears."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class VocabularyTerm:
    """A term that a person gave to the programme, from a correction in a fragment (None: typed by itself)."""

    term: str
    by: str
    at: datetime
    segment_id: int | None = None
    id: int = 0


@dataclass(frozen=True)
class Mishearing:
    """What a model wrote where a term of the vocabulary was said."""

    term_id: int
    heard: str
    segment_id: int | None = None
    id: int = 0


@dataclass(frozen=True)
class Refusal:
    """In this fragment ``heard`` is not to be replaced by ``instead``: a person said so, and is not asked again."""

    segment_id: int
    heard: str
    instead: str
    id: int = 0
