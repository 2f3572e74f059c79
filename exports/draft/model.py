"""What a module draft is: pure data, to be rendered as Word, Markdown or anything else.

The data flow::

    Material (what may leave, read through the one gate)
        -> placing: under which topic of the module each fragment stands
        -> tidying and folding: fragments become statements, nearly equal ones become one with several sources
        -> a Draft: topic blocks, comparisons, faults, instructions, assignment, test questions, glossary,
           photos, what is missing, sources
        -> a renderer

Every :class:`Statement` is an expert's and carries its :class:`Source`; whatever else a renderer prints
(headings, "still to be written") is the tool's own and must look so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import PurePosixPath

from exports.draft.missing import Missing
from sessions.facets import Facet
from sessions.fragments import clock
from sessions.guides.model import FaultPart
from sessions.release import Approved, Release
from sessions.transcript import Doubt


@dataclass(frozen=True)
class Voice:
    """An expert as a document may call them.

    ``name`` is as permitted ("an expert of Vonkwerk" where the name may not stand there); ``label`` is the
    short name before their words: the company, with the code where several of one company are heard.
    ``machines`` are those of their sessions.
    """

    code: str
    name: str
    company: str
    label: str
    machines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """Where something was said, so that it can be heard again.

    ``code`` names the answer ("A2·03"), with the number of its clip where that is not the first ("A2·03/2");
    ``segment_id`` is what links are made of, as two fragments may begin in the same second. ``spoken`` are the
    words as they were said and corrected; ``start`` and ``end`` are seconds from the start of the clip.
    """

    segment_id: int
    code: str
    answer_id: int
    voice: Voice
    spoken: str
    start: float
    end: float

    @property
    def time(self) -> str:
        """When it begins, in minutes and seconds of the clip: "04:12"."""
        return clock(self.start)

    @property
    def reference(self) -> str:
        """What people read: "A2·03 04:12"."""
        return f"{self.code} {self.time}"

    @property
    def answer(self) -> str:
        """The code of the answer, whichever its clip: "A2·03"."""
        return self.code.partition("/")[0]


@dataclass(frozen=True)
class Statement:
    """One sentence or two of an expert, lightly cleaned for reading, never paraphrased.

    ``text`` are the words of the first source. ``also`` are the places where nearly the same was said, which
    were folded into this one; each can be unfolded again. ``leans`` tells that it cannot be read without the
    statement before it. ``because`` are the words that caused a mere suggestion, of which nobody said yet that
    it is about the topic. ``checked`` tells that a person looked at its text, or that its expert approved it.
    """

    text: str
    source: Source
    also: tuple[Source, ...] = ()
    facet: Facet | None = None
    doubt: Doubt = Doubt.NONE
    approved: Approved = Approved.NOT_YET
    leans: bool = False
    because: tuple[str, ...] = ()
    checked: bool = False

    @property
    def sources(self) -> tuple[Source, ...]:
        """Everywhere it was said."""
        return (self.source, *self.also)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Everybody who said it, each once."""
        return tuple(dict.fromkeys(source.voice for source in self.sources))


@dataclass(frozen=True)
class Paragraph:
    """Statements that one expert made in one breath. ``label`` says whose, where several are heard."""

    statements: tuple[Statement, ...]
    label: str = ""


@dataclass(frozen=True)
class Step:
    """A step of a task, what makes or breaks it, and why (TWI Job Instruction: step, key point, reason)."""

    step: Statement
    key_points: tuple[Statement, ...] = ()
    reasons: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Steps:
    """The steps that one expert named in one answer, in the order of speaking."""

    voice: Voice
    question_id: str
    question: str
    rows: tuple[Step, ...]


@dataclass(frozen=True)
class ValueRow:
    """A process value with its whole context, exactly as an expert gave it."""

    quantity: str
    number: str
    unit: str
    machine: str
    material: str
    height: str
    electrode: str
    cut: str
    deviate_when: str
    statement: Statement


@dataclass(frozen=True)
class Picture:
    """A photo; ``path`` is relative to the programme. ``reference`` says to which answer it belongs; a photo
    of a practice case has none."""

    path: PurePosixPath
    caption: str
    reference: str = ""
    voice: Voice | None = None


class Kind(StrEnum):
    """The parts of a topic's content block, in the order in which they stand."""

    SAID = "said"
    WHAT = "what"
    HOW = "how"
    SIGNAL = "signal"
    EXAMPLE = "example"
    LIMIT = "limit"
    ERROR = "error"
    CHECK = "check"
    VALUES = "values"


@dataclass(frozen=True)
class Section:
    """One part of a content block: paragraphs, and for how and values their tables."""

    kind: Kind
    paragraphs: tuple[Paragraph, ...] = ()
    steps: tuple[Steps, ...] = ()
    values: tuple[ValueRow, ...] = ()

    def statements(self) -> Iterator[Statement]:
        """What its paragraphs and steps say."""
        for paragraph in self.paragraphs:
            yield from paragraph.statements
        for row in (row for table in self.steps for row in table.rows):
            yield from (row.step, *row.key_points, *row.reasons)


@dataclass(frozen=True)
class TopicBlock:
    """All that was told about a topic; ``suggestions`` may be about it too, but nobody said so yet.

    ``lacking`` are the facets that nobody told anything about.
    """

    slug: str
    title: str
    sections: tuple[Section, ...]
    pictures: tuple[Picture, ...] = ()
    suggestions: tuple[Paragraph, ...] = ()
    lacking: tuple[Facet, ...] = ()

    @property
    def told(self) -> bool:
        """Whether there is anything to read under its heading."""
        return bool(self.sections or self.suggestions or self.pictures)

    def statements(self) -> Iterator[Statement]:
        """What was told about it; suggestions do not count yet."""
        for section in self.sections:
            yield from section.statements()


class Verdict(StrEnum):
    """How what several experts say about the same thing compares, as far as its words tell."""

    DIFFER = "differ"
    AGREE = "agree"
    BESIDE = "beside"


@dataclass(frozen=True)
class Position:
    """What one expert says on the point of a row, and under which conditions: machine, material, company."""

    voice: Voice
    statements: tuple[Statement, ...]
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True)
class ComparisonRow:
    """One point. ``because`` are the words in which the positions differ ("3 mm", "5 mm"), never a summary;
    ``about`` are words that they share, as the first one said them ("startgat", "contour")."""

    verdict: Verdict
    positions: tuple[Position, ...]
    because: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """The answers of several experts on the same question beside each other."""

    question_id: str
    question: str
    voices: tuple[Voice, ...]
    rows: tuple[ComparisonRow, ...]

    def with_verdict(self, verdict: Verdict) -> tuple[ComparisonRow, ...]:
        """The rows of one verdict."""
        return tuple(row for row in self.rows if row.verdict is verdict)


@dataclass(frozen=True)
class Fault:
    """A fault as one expert told it; a part that was not recognised is absent from ``parts``. ``rest`` is what
    the story says besides: all of it, where no part was recognised."""

    voice: Voice
    question_id: str
    question: str
    parts: tuple[tuple[FaultPart, tuple[Statement, ...]], ...]
    rest: tuple[Statement, ...] = ()

    def part(self, part: FaultPart) -> tuple[Statement, ...]:
        """What was told of one part."""
        return dict(self.parts).get(part, ())


@dataclass(frozen=True)
class Instruction:
    """A work instruction: the numbered steps that one expert named for a task. ``title`` is that of the topic or
    the module that it is about; ``task`` is the guide's question, which made the expert tell it."""

    voice: Voice
    question_id: str
    task: str
    steps: tuple[Step, ...]
    title: str = ""


@dataclass(frozen=True)
class CaseBlock:
    """A practice case of a company that exercises topics of the module (``topics`` are their titles)."""

    title: str
    company: str
    workpiece: str = ""
    material: str = ""
    machine: str = ""
    requirements: str = ""
    topics: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    id: int = 0


@dataclass(frozen=True)
class ExpertCriterion:
    """What experts say by which you see that somebody cannot do it yet, or can: a proposal for the rubric."""

    topic: str
    not_yet: tuple[Statement, ...] = ()
    good: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class AssignmentBlock:
    """The practice assignment of the guide, the cases to do it on, and the criteria to assess it by."""

    title: str
    text: str
    criteria: tuple[str, ...]
    cases: tuple[CaseBlock, ...] = ()
    from_experts: tuple[ExpertCriterion, ...] = ()


class ItemKind(StrEnum):
    """The forms of a test question (an assessment item, as QTI calls it)."""

    ORDER = "order"
    CAUSE = "cause"
    OPEN = "open"
    TRUE_FALSE = "true_false"


@dataclass(frozen=True)
class AssessmentItem:
    """A proposal for a test question, to be rewritten.

    ``given`` is what the learner reads, ``answer`` what is right, both in experts' own words: of several experts
    one after the other. ``topic`` is the title of what it is about, and ``asked`` the guide's question, which
    made the expert tell it; it can be put to a learner as it stands only where it ``poses`` a situation.

    For :attr:`ItemKind.ORDER` ``given`` are the steps in another order, always the same one. The answer to
    :attr:`ItemKind.TRUE_FALSE` is the statement itself: as it stands it is true.
    """

    kind: ItemKind
    given: tuple[Statement, ...]
    answer: tuple[Statement, ...]
    asked: str = ""
    topic: str = ""
    poses: bool = False


@dataclass(frozen=True)
class GlossaryEntry:
    """A term that occurs in the draft; unconfirmed where no expert said yet that it is right."""

    term: str
    variants: tuple[str, ...] = ()
    english: str = ""
    confirmed: bool = False


@dataclass(frozen=True)
class SourceLine:
    """One place in a recording: when, and the words as they were spoken; or, where it was ``written``, what the
    expert added at that place when reading it back."""

    segment_id: int
    reference: str
    start: float
    end: float
    spoken: str
    clip: str
    doubt: Doubt = Doubt.NONE
    written: bool = False


@dataclass(frozen=True)
class SourceAnswer:
    """An answer that was quoted; ``code`` names it ("A1·03"). ``clips`` are file names, ``origins`` say what
    made the text."""

    code: str
    question_id: str
    question: str
    clips: tuple[str, ...]
    origins: tuple[str, ...]
    approved: Approved
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True)
class SourceSession:
    """A session that was quoted."""

    code: str
    voice: Voice
    machine: str
    day: date
    answers: tuple[SourceAnswer, ...]


@dataclass(frozen=True)
class Counts:
    """How far a draft is. ``withheld`` fragments are about the module but were not released, ``doubtful``
    statements want somebody to listen, at ``unchecked`` nobody looked yet, ``answers`` were quoted, ``approved`` of
    them as they stand."""

    statements: int = 0
    withheld: int = 0
    doubtful: int = 0
    answers: int = 0
    approved: int = 0
    words: int = 0
    unchecked: int = 0


@dataclass(frozen=True)
class Quote:
    """A golden quote: why the module matters, in an expert's words."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Draft:
    """A module draft, made of what may go to ``audience``.

    ``version`` counts the drafts of this module that were exported, this one included. ``level``,
    ``study_time`` and ``prior`` are the guide's, empty where it is silent; ``earlier`` are the titles of the
    modules before this one. ``demo`` tells that the demo model made some of its text.
    """

    programme: str
    made_at: datetime
    language: str
    audience: Release
    version: int
    guide_id: str
    guide_title: str
    guide_version: str
    module_id: str
    title: str
    level: str
    study_time: str
    goals: tuple[str, ...]
    prior: tuple[str, ...]
    earlier: tuple[str, ...]
    voices: tuple[Voice, ...]
    counts: Counts
    quote: Quote | None
    topics: tuple[TopicBlock, ...]
    comparisons: tuple[Comparison, ...]
    faults: tuple[Fault, ...]
    instructions: tuple[Instruction, ...]
    assignment: AssignmentBlock
    items: tuple[AssessmentItem, ...]
    glossary: tuple[GlossaryEntry, ...]
    missing: Missing
    sources: tuple[SourceSession, ...]
    demo: bool = False

    @property
    def companies(self) -> tuple[str, ...]:
        """The companies that spoke, each once."""
        return tuple(dict.fromkeys(voice.company for voice in self.voices))

    def statements(self) -> Iterator[Statement]:
        """The statements of the topic blocks: each once, as nothing stands under two topics."""
        for topic in self.topics:
            yield from topic.statements()
