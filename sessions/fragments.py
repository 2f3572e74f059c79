"""A fragment with all that it came from: what documents, screens and coverage are made of."""

import re
from dataclasses import dataclass

from sessions.facets import Facet
from sessions.guides.model import Guide, Question
from sessions.interview import Answer, AnswerState, Clip, Session
from sessions.people import Company, Expert
from sessions.received import Wish
from sessions.release import Release
from sessions.text import clean, fold
from sessions.transcript import Role, Segment, Tag, TagOrigin, Transcript


@dataclass(frozen=True)
class Fragment:
    """A segment of a current transcript, its labels, and who said it where.

    ``named`` tells whether the expert permits their name beside a quote; ``clip`` is None for text
    that came without sound. ``topics`` are the slugs that it counts for (see :mod:`sessions.placing`).
    ``wish`` is what the expert decided last about its answer, None as long as they decided nothing.
    """

    segment: Segment
    tags: tuple[Tag, ...]
    transcript: Transcript
    clip: Clip | None
    answer: Answer
    question: Question
    session: Session
    expert: Expert
    company: Company
    named: bool = False
    topics: tuple[str, ...] = ()
    wish: Wish | None = None

    @property
    def reference(self) -> str:
        """Where it was said: session, answer, and minutes and seconds in the clip ("A2·03 04:12")."""
        code = answer_code(self.session.code, self.answer.number, self.clip.number if self.clip else 1)
        return f"{code} {clock(self.segment.start)}"

    @property
    def usable(self) -> bool:
        """Whether it may become module text at all: said by the expert, not struck, and not empty."""
        if self.segment.role is not Role.EXPERT or self.segment.release is Release.STRUCK:
            return False
        return bool(clean(self.segment.text).strip())

    @property
    def suggestions(self) -> tuple[Tag, ...]:
        """Labels that nobody decided on yet, as long as a word that suggested them still stands."""
        if self.segment.no_topic:
            return ()
        undecided = (t for t in self.tags if t.accepted is None and t.origin is TagOrigin.SUGGESTED)
        return tuple(t for t in undecided if self.causes(t) or not t.because)

    @property
    def suggested_topics(self) -> tuple[str, ...]:
        """Slugs that were suggested from the words and not yet decided on."""
        return tuple(t.topic for t in self.suggestions)

    @property
    def facet(self) -> Facet | None:
        """The facet it shows: a person's word first, then what is said of its own topics, then any.
        What a person rejected never counts."""
        if self.segment.facet_settled:
            return self.segment.facet
        tags = [t for t in self.tags if t.facet and t.accepted is not False]
        best = max(tags, key=lambda t: (by_person(t), t.topic in self.topics, t.score), default=None)
        return best.facet if best else None

    @property
    def facet_settled(self) -> bool:
        """Whether a person gave or confirmed the :attr:`facet`; else it is only proposed."""
        return self.segment.facet_settled or any(by_person(t) and t.facet is self.facet for t in self.tags)

    def causes(self, tag: Tag) -> tuple[str, ...]:
        """The words that caused ``tag``, as far as they still stand in the current text."""
        text = _flat(self.segment.text)
        return tuple(words for words in tag.because if _flat(words) in text)


@dataclass(frozen=True)
class AnswerReading:
    """One answer as people read it: the question, its sound, its fragments in order, and how far it is.

    ``reasons`` say why recordings of it were set aside. ``refused`` tells that the expert does not let it become
    text: in what leaves nothing of it is there then.
    """

    answer: Answer
    question: Question
    clips: tuple[Clip, ...]
    fragments: tuple[Fragment, ...]
    state: AnswerState
    reasons: tuple[str, ...] = ()
    refused: bool = False

    @property
    def wish(self) -> Wish | None:
        """What the expert decided last about its text."""
        return self.fragments[0].wish if self.fragments else None


@dataclass(frozen=True)
class SessionReading:
    """One session as people read it."""

    session: Session
    expert: Expert
    company: Company
    guide: Guide
    named: bool
    answers: tuple[AnswerReading, ...]


def by_person(tag: Tag) -> bool:
    """Whether a person gave or accepted this label."""
    return bool(tag.accepted) or (tag.accepted is None and tag.origin is TagOrigin.HUMAN)


def answer_code(session: str, number: int, take: int = 1) -> str:
    """How people name an answer, and any take of it but the first: "A2·03", "A2·03/2"."""
    return f"{session}·{number:02d}" + (f"/{take}" if take > 1 else "")


def clock(seconds: float) -> str:
    """Minutes and seconds, with hours where there are any: "04:12", "1:04:12"."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"


def _flat(text: str) -> str:
    """The words of ``text`` for comparison, so that one is found as a whole word only."""
    words = re.findall(r"\w+", fold(text))
    return f" {' '.join(words)} "
