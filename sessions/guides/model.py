"""What a question guide holds. A guide is data: nothing about any craft is in code."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sessions.facets import Facet
from sessions.finding import find_named
from sessions.i18n import gettext as _


class QuestionKind(StrEnum):
    """How a question draws knowledge out (ACTA, Critical Decision Method, TWI; see the guide's README)."""

    OPEN = "open"
    CRITICAL_INCIDENT = "critical_incident"
    TASK_DIAGRAM = "task_diagram"
    KNOWLEDGE_AUDIT = "knowledge_audit"
    SIMULATION = "simulation"
    TEACH_BACK = "teach_back"


class FaultPart(StrEnum):
    """What a fault is made of, as somebody tells it who finds faults for a living."""

    SYMPTOM = "symptom"
    PERCEIVED = "perceived"
    CAUSE = "cause"
    FIRST_CHECK = "first_check"
    REMEDY = "remedy"


@dataclass(frozen=True)
class Probe:
    """A follow-up question, and the facet that its answer fills."""

    text: str
    facet: Facet


@dataclass(frozen=True)
class Question:
    """A question, the slugs of the topics it is about (most important first), and its probes in order."""

    id: str
    kind: QuestionKind
    text: str
    topics: tuple[str, ...]
    probes: tuple[Probe, ...] = ()


@dataclass(frozen=True)
class Topic:
    """A skill topic. ``stems`` are keyword stems; ``examples`` are sentences about it as people say them, mostly
    without naming it; ``esco`` and ``competentnl`` are URIs where known."""

    slug: str
    title: str
    stems: tuple[str, ...]
    examples: tuple[str, ...] = ()
    esco: str = ""
    competentnl: str = ""


@dataclass(frozen=True)
class Assignment:
    """A practice assignment with the criteria it is assessed by."""

    title: str
    text: str
    criteria: tuple[str, ...]


@dataclass(frozen=True)
class Module:
    """A module of the learning path. ``level`` is one of the guide's levels, ``study_time`` what the team thinks
    that it takes ("6 uur"), ``prior`` what the learner should know or can do already; each may be empty."""

    id: str
    title: str
    goals: tuple[str, ...]
    topics: tuple[Topic, ...]
    questions: tuple[Question, ...]
    assignment: Assignment
    level: str = ""
    study_time: str = ""
    prior: tuple[str, ...] = ()


@dataclass(frozen=True)
class Term:
    """A term of the trade. ``variants`` mean the same; an unconfirmed one still needs an expert's word."""

    term: str
    variants: tuple[str, ...] = ()
    english: str = ""
    category: str = ""
    topics: tuple[str, ...] = ()
    confirmed: bool = False
    source: str = ""


@dataclass(frozen=True)
class FollowUp:
    """When one of ``said`` is heard (or the answer has under ``fewer_words_than`` words), ask ``probe``.

    ``unless`` holds phrases in which the words of ``said`` mean something else. With ``number_without``
    it is asked of a number near which none of these stems stands. ``generic`` are words that people say
    all the time.
    """

    id: str
    title: str
    probe: str
    facet: Facet
    said: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    fewer_words_than: int = 0
    number_without: tuple[str, ...] = ()
    generic: bool = False


@dataclass(frozen=True)
class Numbers:
    """How numbers are spoken: the ``words`` that they are made of, what joins those in one word ("en"), and
    the decimal ``point`` ("komma").

    A number is a value before one of ``units``, after one of ``settings`` ("stand 9"), with decimals (but
    not before something ``counted``, as hours are), and at the end of a clause after a word of ``towards``
    ("op vierhonderd").
    """

    words: tuple[str, ...] = ()
    joined_by: str = ""
    point: str = ""
    units: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Script:
    """The fixed words around the questions."""

    opening: str
    first_questions: tuple[str, ...] = ()
    closing: str = ""
    last_questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Guide:
    """A question guide, checked: slugs and ids are unique and every reference resolves.

    ``facet_cues`` holds, per facet, the phrases by which spoken text shows it; ``sequence`` the words
    that make a sentence a step where a question asks how one works; ``leaning`` those with which a
    sentence points back at the one before it. In the last two a single word counts at the beginning
    of a sentence, a phrase of several words anywhere in it. ``no_topic`` are sentences, as people say
    them, that are about none of the topics. ``fault_cues`` holds the phrases by which a sentence of a story is
    one part of a fault, ``levels`` the ambition levels of the path, from the lowest. ``conditions`` are categories
    of the glossary whose terms are conditions under which something holds: where experts differ about one, it is
    told beside what they say.
    """

    id: str
    version: str
    language: str
    title: str
    craft: str
    script: Script
    modules: tuple[Module, ...]
    glossary: tuple[Term, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    facet_cues: tuple[tuple[Facet, tuple[str, ...]], ...] = ()
    sequence: tuple[str, ...] = ()
    leaning: tuple[str, ...] = ()
    numbers: Numbers = Numbers()
    no_topic: tuple[str, ...] = ()
    fault_cues: tuple[tuple[FaultPart, tuple[str, ...]], ...] = ()
    levels: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    note: str = ""

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """All topics by slug, in the order of the modules."""
        return {t.slug: t for m in self.modules for t in m.topics}

    @cached_property
    def questions(self) -> dict[str, Question]:
        """All questions by id, in the order of the modules."""
        return {q.id: q for m in self.modules for q in m.questions}

    def module(self, module_id: str) -> Module:
        """The module with this id; raises :class:`UnknownName` with the nearest one."""
        return find_named(module_id, {m.id: m for m in self.modules}, _("module"))

    def question(self, question_id: str) -> Question:
        """The question with this id; raises :class:`UnknownName` with the nearest one."""
        return find_named(question_id, self.questions, _("question"))

    def module_of_question(self, question_id: str) -> Module:
        """The module that asks this question."""
        question = self.question(question_id)
        return next(m for m in self.modules if question in m.questions)
