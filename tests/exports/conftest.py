"""A small guide, two experts of two companies, and what they said: real fragments without a database."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest

from exports.word.body import Body
from sessions.facets import Facet
from sessions.fragments import AnswerReading, Fragment, SessionReading
from sessions.guides.model import Assignment, Guide, Module, Probe, Question, QuestionKind, Script, Topic
from sessions.interview import Answer, AnswerState, Clip, Session
from sessions.jobs import Job, JobState
from sessions.leaving import only
from sessions.material import Material
from sessions.people import Company, Expert
from sessions.placing import settle
from sessions.progress import progress
from sessions.release import Release, may_go
from sessions.transcript import Doubt, Role, Segment, Source, Tag, TagOrigin, Transcript, Word

WHEN = datetime(2025, 11, 21, 10, 30, tzinfo=UTC)
LATER = datetime(2025, 11, 24, 9, 0, tzinfo=UTC)

WIRE = Topic("draadkeuze", "Draadsoort en diameter", ("draad", "messing"))
FLUSHING = Topic("spoelen", "Spoelen en kopafstand", ("spoel", "straal"))
CORNERS = Topic("hoeken", "Hoeken en conisch", ("hoek", "radius"))
FAULTS = Topic("draadbreuk", "Draadbreuk", ("breuk", "brak"))

Q_WIRE = Question(
    "M3-V1",
    QuestionKind.OPEN,
    "Wanneer pak je een andere draad?",
    ("draadkeuze",),
    (
        Probe("Bij welke klus zou je het niet proberen?", Facet.LIMIT),
        Probe("Wat levert het op?", Facet.REASON),
    ),
)
Q_TABLE = Question(
    "M3-V2",
    QuestionKind.KNOWLEDGE_AUDIT,
    "Wanneer week je van de tabel af?",
    ("spoelen", "draadkeuze"),
    (Probe("Waaraan ziet een leerling dat het spoelen niet goed is?", Facet.SIGNAL),),
)
Q_CORNER = Question("M3-V3", QuestionKind.SIMULATION, "Hoe snijd je deze binnenhoek?", ("hoeken",))
Q_FAULT = Question(
    "M7-V1", QuestionKind.CRITICAL_INCIDENT, "Welke storing kostte je een dag?", ("draadbreuk",)
)

M3 = Module(
    "M3",
    "Draadvonken: snijden",
    ("kiest draad passend bij materiaal en eis", "herkent of het proces goed loopt"),
    (WIRE, FLUSHING, CORNERS),
    (Q_WIRE, Q_TABLE, Q_CORNER),
    Assignment("Stempel snijden", "Snijd een stempel.", ("binnen de tolerantie", "ruwheid zoals gevraagd")),
)
M7 = Module("M7", "Storingen", ("vindt de oorzaak",), (FAULTS,), (Q_FAULT,), Assignment("Zoek", "Zoek.", ()))
GUIDE = Guide(
    "edm-nl",
    "1.0",
    "nl",
    "Draadvonken en zinkvonken",
    "EDM",
    Script("Fijn dat je meedoet."),
    (M3, M7),
    leaning=("dan", "dat", "hij", "zou ik dat"),
)

NORTH, SOUTH = Company("Vonk Noord", 1), Company("Precisie Zuid", 2)
ANNA, BERT = Expert("Anna de Wit", "A", 1, 1), Expert("Bert Jansen", "B", 2, 2)

NOWHERE = "nergens"
"""What a test calls an anchor that it leads to on purpose while it is nowhere."""

_ids = count(1)


@pytest.fixture(scope="session", autouse=True)
def _no_dead_references() -> Iterator[None]:
    """Every document that is written in a test leads somewhere with all of its links and references; those to
    sources only where it has a list of sources."""
    finish = Body.finish

    def finish_and_look(body: Body) -> None:
        finish(body)
        has_sources = any(name.startswith("bron_") for name in body._names.bookmarks)
        dead = {name for name in body.unknown - {NOWHERE} if has_sources or not name.startswith("bron_")}
        assert not dead

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Body, "finish", finish_and_look)
        yield


@dataclass
class Talk:
    """One session that a test fills: ``answer`` begins an answer, ``says`` adds a fragment to it."""

    expert: Expert = ANNA
    company: Company = NORTH
    number: int = 1
    named: bool = False
    model: str = "large-v2"
    guide: Guide = GUIDE
    answers: list[AnswerReading] = field(default_factory=list)
    decided: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        code = f"{self.expert.code}{self.number}"
        self.session = Session(code, self.number, self.expert.id, 1, WHEN, "AgieCharmilles", id=next(_ids))

    def answer(self, question: Question, clips: int = 1, skipped: str = "") -> "Talk":
        """Begin the answer to ``question``, with clips of 30 seconds each."""
        number = len(self.answers) + 1
        answer = Answer(self.session.id, question.id, number, skipped_because=skipped, id=next(_ids))
        made = [self._clip(answer, n) for n in range(1, clips + 1)]
        self.answers.append(AnswerReading(answer, question, tuple(made), (), AnswerState.OPEN))
        self._settle()
        return self

    def says(self, text: str, **changes: object) -> Fragment:
        """Add a fragment to the last answer; ``tags``, ``clip`` (a number) and any field of a segment."""
        reading = self.answers[-1]
        wanted = changes.pop("clip", 1)
        tags = changes.pop("tags", ())
        clip = next((c for c in reading.clips if c.number == wanted), None)
        at = sum(f.clip == clip for f in reading.fragments)
        segment = Segment(
            clip.id if clip else 0, at, at * 5.0 + 0.5, at * 5.0 + 4.5, text, text, id=next(_ids)
        )
        segment = replace(segment, **changes)  # type: ignore[arg-type]
        self.decided |= {segment.id} if "release" in changes else set()
        fragment = self._fragment(reading, clip, segment, tuple(tags))  # type: ignore[arg-type]
        self.answers[-1] = replace(reading, fragments=(*reading.fragments, fragment))
        self._settle()
        return self.answers[-1].fragments[-1]

    @property
    def fragments(self) -> list[Fragment]:
        """All that was said, struck lines and the interviewer's too."""
        return [f for a in self.answers for f in a.fragments]

    @property
    def reading(self) -> SessionReading:
        """The session as screens and documents get it."""
        return SessionReading(
            self.session, self.expert, self.company, self.guide, self.named, tuple(self.answers)
        )

    def waits(self, state: AnswerState = AnswerState.RECORDED) -> "Talk":
        """Something of the last answer still waits, or was set aside."""
        self.answers[-1] = replace(self.answers[-1], state=state)
        return self

    def _settle(self) -> None:
        """The last answer as the store gives it: each fragment with its topics, each clip done once it speaks."""
        last = self.answers[-1]
        spoke = {f.clip for f in last.fragments}
        jobs = [Job(c.id, WHEN, JobState.DONE) for c in last.clips if c in spoke]
        texts = [f.transcript for f in last.fragments]
        state = progress(last.answer, last.clips, texts, jobs).state
        said = tuple(settle(self.guide, last.fragments))
        self.answers[-1] = replace(last, fragments=said, state=state)

    def _clip(self, answer: Answer, number: int) -> Clip:
        path = f"audio/{self.session.code}-{answer.number:02d}-{number}.wav"
        return Clip(answer.id, number, path, "ab" * 32, 960_044, 30.0, 16_000, 1, WHEN, WHEN, id=next(_ids))

    def _fragment(
        self, reading: AnswerReading, clip: Clip | None, segment: Segment, tags: tuple[Tag, ...]
    ) -> Fragment:
        source, made_by = (Source.WHISPER, self.model) if clip else (Source.WEBVTT, "")
        transcript = Transcript(
            reading.answer.id,
            source,
            WHEN,
            clip.id if clip else None,
            model=made_by,
            original_name=f"gesprek {self.expert.name}.vtt",
            id=segment.transcript_id,
        )
        origin = tuple(Tag(segment.id, slug, TagOrigin.QUESTION) for slug in reading.question.topics)
        return Fragment(
            segment,
            (*origin, *tags),
            transcript,
            clip,
            reading.answer,
            reading.question,
            self.session,
            self.expert,
            self.company,
            self.named,
        )


def suggested(topic: str, *because: str, score: float = 0.6, facet: Facet | None = None) -> Tag:
    """A suggestion from the words that nobody decided on."""
    return Tag(0, topic, TagOrigin.SUGGESTED, facet, score, because)


def accepted(topic: str, facet: Facet | None = None) -> Tag:
    """A suggestion that a person accepted."""
    return Tag(0, topic, TagOrigin.SUGGESTED, facet, 0.4, ("straal",), accepted=True)


def rejected(topic: str) -> Tag:
    """A topic that a person rejected."""
    return Tag(0, topic, TagOrigin.SUGGESTED, None, 0.9, ("straal",), accepted=False)


def shows(facet: Facet, topic: str = "draadkeuze") -> Tag:
    """A facet that a person named."""
    return Tag(0, topic, TagOrigin.HUMAN, facet)


def heard(facet: Facet, topic: str = "draadkeuze") -> Tag:
    """A facet that the machine saw."""
    return Tag(0, topic, TagOrigin.QUESTION, facet)


@pytest.fixture
def anna() -> Talk:
    """Anna's session: two clips in her second answer, a struck line and the interviewer's lines."""
    talk = Talk(named=True).answer(Q_WIRE)
    talk.says("Voor gewoon werk gebruik ik messingdraad.")
    talk.says("En bij een kleine radius?", role=Role.INTERVIEWER)
    talk.says("Dan pak ik draad van 0,1 millimeter.", tags=[shows(Facet.EXAMPLE)])
    talk.says("De klant Geheim BV wil dat niet.", release=Release.STRUCK)
    talk.says("Een slechte klos herken je aan de krul.", tags=[shows(Facet.SIGNAL)])
    talk.answer(Q_TABLE, clips=2)
    talk.says("De straal liep weg bij een trap.", tags=[suggested("spoelen", "straal")])
    talk.says("Toen heb ik het vermogen verlaagd.", clip=2, doubt=Doubt.LOW_CONFIDENCE, words=_words())
    talk.answer(Q_CORNER, skipped="geen tijd")
    return talk


@pytest.fixture
def bert() -> Talk:
    """Bert's session, without permission to name him; he answers one question that Anna answered too."""
    talk = Talk(BERT, SOUTH).answer(Q_WIRE)
    talk.says("Ik gebruik bijna altijd gecoate draad.", release=Release.FREE)
    talk.answer(Q_FAULT)
    talk.says("De straal stond scheef, dus de draad brak.", tags=[suggested("spoelen", "straal")])
    return talk


def _words() -> tuple[Word, ...]:
    said = (("Toen", 0.9), ("heb", 0.9), ("ik", 0.9), ("het", 0.8), ("vermogen", 0.3), ("verlaagd.", 0.9))
    return tuple(Word(i * 0.5, i * 0.5 + 0.4, f" {text}", p) for i, (text, p) in enumerate(said))


def material_of(*talks: Talk, audience: Release = Release.PARTNERS, **more: Any) -> Material:
    """What of ``talks`` may go to ``audience``, as the gate gives it.

    A fragment goes to partners, unless ``says`` was given another ``release``. ``more`` are other fields of
    the material (``values``, ``golden``, ``photos``, ``approved`` ...).
    """
    said = [(talk, f) for talk in talks for f in talk.fragments]
    gone = {f.segment.id for talk, f in said if may_go(_release(talk, f), audience)}
    gone -= {f.segment.id for _talk, f in said if f.segment.role is not Role.EXPERT}
    readings = tuple(only(talk.reading, lambda f: f.segment.id in gone) for talk in talks)
    return Material(audience=audience, **({"guides": (GUIDE,), "readings": readings} | more))


def _release(talk: Talk, fragment: Fragment) -> Release:
    segment = fragment.segment
    return segment.release if segment.id in talk.decided else Release.PARTNERS


def everything(talks: Iterable[Talk]) -> list[Fragment]:
    """The fragments of several sessions."""
    return [f for talk in talks for f in talk.fragments]
