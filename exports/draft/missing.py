"""What a draft still lacks, with the question that would fill it; :mod:`exports.draft.lacking` finds it."""

from dataclasses import dataclass

from sessions.facets import Facet
from sessions.interview import AnswerState


@dataclass(frozen=True)
class Ask:
    """A question or probe of the guide that would fill a gap."""

    question_id: str
    text: str


@dataclass(frozen=True)
class FacetGap:
    """A facet that nobody showed of a topic; ``ask`` is None where the guide has no probe for it."""

    facet: Facet
    ask: Ask | None


@dataclass(frozen=True)
class TopicGap:
    """What lacks of a topic: everything (then ``asks`` are its questions), or some facets.

    ``suggested`` tells that the draft has suggestions on a topic about which nobody spoke; ``withheld`` counts
    the fragments about it that were not released to this audience; ``whom`` are those who know the topic.
    """

    title: str
    silent: bool
    suggested: bool = False
    asks: tuple[Ask, ...] = ()
    facets: tuple[FacetGap, ...] = ()
    withheld: int = 0
    whom: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProbeGap:
    """A probe to ask again, with the topics that lack its facet. ``whom`` is empty where they are the same people
    as those of its question."""

    facet: Facet
    text: str
    topics: tuple[str, ...]
    whom: tuple[str, ...] = ()


@dataclass(frozen=True)
class QuestionGap:
    """A question that would fill gaps: the topics that it opens, and its probes for other topics.

    ``whom`` are the experts to ask, as permitted and with their latest sitting ("Henk Voorbeeld (A1)"), of whom
    nothing is in the material with that alone ("B1"); none: everybody was asked already.
    """

    question_id: str
    text: str
    topics: tuple[str, ...]
    probes: tuple[ProbeGap, ...]
    whom: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unfinished:
    """An answer that is not text yet, or not all of it; ``code`` names it ("A1·03"), ``whom`` who was asked.

    What was transcribed but not released is not here: :attr:`TopicGap.withheld` counts it.
    """

    code: str
    question_id: str
    question: str
    state: AnswerState
    whom: str = ""


@dataclass(frozen=True)
class OneCompany:
    """A topic about which a single company has spoken: the questions about it, and who of the other companies can
    be asked; none: only one company was interviewed."""

    title: str
    company: str
    asks: tuple[Ask, ...] = ()
    whom: tuple[str, ...] = ()


@dataclass(frozen=True)
class ValueGap:
    """A value that lacks context: what was said of it, which fields are empty, where, and whom to ask.

    ``lacks`` are field names of :class:`~sessions.transcript.Value`; ``ask`` is the guide's probe for a number
    without context.
    """

    quantity: str
    number: str
    unit: str
    lacks: tuple[str, ...]
    segment_id: int
    reference: str
    whom: str
    ask: str = ""


@dataclass(frozen=True)
class Unsaid:
    """A place whose text does not say a value of it any more, so that the value is held back."""

    segment_id: int
    reference: str


@dataclass(frozen=True)
class NumberGap:
    """Numbers that somebody gave as a value and that nobody made a value card of: ``quotes`` are the words of the
    statement that say them ("3 mm"), ``ask`` is the guide's probe for a number without context."""

    quotes: tuple[str, ...]
    segment_id: int
    reference: str
    whom: str
    ask: str = ""


@dataclass(frozen=True)
class Unapproved:
    """An answer that was quoted and that its expert did not agree to, or not as it stands now."""

    code: str
    question_id: str
    question: str
    whom: str
    changed: bool = False


@dataclass(frozen=True)
class Missing:
    """All that a draft still lacks."""

    topics: tuple[TopicGap, ...] = ()
    questions: tuple[QuestionGap, ...] = ()
    values: tuple[ValueGap, ...] = ()
    unapproved: tuple[Unapproved, ...] = ()
    unfinished: tuple[Unfinished, ...] = ()
    one_company: tuple[OneCompany, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()
    numbers: tuple[NumberGap, ...] = ()
