"""A fragment with all that it came from: what documents, screens and coverage are made of."""

from dataclasses import dataclass

from sessions.facets import Facet
from sessions.guides.model import Guide, Question
from sessions.i18n import gettext as _
from sessions.interview import Answer, Clip, Session
from sessions.people import Company, Expert
from sessions.release import Release
from sessions.transcript import Role, Segment, Tag, TagOrigin, Transcript


@dataclass(frozen=True)
class Fragment:
    """A segment of a current transcript, its labels, and who said it where.

    ``named`` tells whether the expert permits their name beside a quote; ``clip`` is None for text
    that came without sound.
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

    @property
    def reference(self) -> str:
        """Where it was said: session, answer, and minutes and seconds in the clip ("A2·03 04:12")."""
        take = f"/{self.clip.number}" if self.clip and self.clip.number > 1 else ""
        return f"{self.session.code}·{self.answer.number:02d}{take} {clock(self.segment.start)}"

    @property
    def speaker_name(self) -> str:
        """The expert's name where permitted, else "an expert of" the company."""
        if self.named:
            return self.expert.name
        return _("an expert of {company}").format(company=self.company.name)

    @property
    def usable(self) -> bool:
        """Whether it may become module text at all: said by the expert and not struck."""
        return self.segment.role is Role.EXPERT and self.segment.release is not Release.STRUCK

    @property
    def topics(self) -> tuple[str, ...]:
        """Slugs it counts for: those a person gave or accepted, and its question's. Where its words
        support some of the question's topics, the others do not count; a rejected one never does."""
        inherited = [t for t in self.tags if t.origin is TagOrigin.QUESTION and t.accepted is None]
        supported = [t for t in inherited if t.because] or inherited
        chosen = [t for t in self.tags if t.accepted or (t.accepted is None and t.origin is TagOrigin.HUMAN)]
        return tuple(dict.fromkeys(t.topic for t in [*chosen, *supported]))

    @property
    def suggested_topics(self) -> tuple[str, ...]:
        """Slugs that were suggested from the words and not yet decided on."""
        return tuple(t.topic for t in self.tags if t.accepted is None and t.origin is TagOrigin.SUGGESTED)

    @property
    def facet(self) -> Facet | None:
        """The facet it shows, where any label names one."""
        return next((t.facet for t in self.tags if t.facet), None)


@dataclass(frozen=True)
class AnswerReading:
    """One answer as people read it: the question, its sound, and its fragments in order."""

    answer: Answer
    question: Question
    clips: tuple[Clip, ...]
    fragments: tuple[Fragment, ...]


@dataclass(frozen=True)
class SessionReading:
    """One session as people read it."""

    session: Session
    expert: Expert
    company: Company
    guide: Guide
    named: bool
    answers: tuple[AnswerReading, ...]


def clock(seconds: float) -> str:
    """Minutes and seconds, with hours where there are any: "04:12", "1:04:12"."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"
