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
    the fragments about it that were not released to this audience.
    """

    title: str
    silent: bool
    suggested: bool = False
    asks: tuple[Ask, ...] = ()
    facets: tuple[FacetGap, ...] = ()
    withheld: int = 0


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

    ``whom`` are the experts to ask, as permitted and with their latest sitting ("Henk Voorbeeld (A1)"); none:
    everybody was asked already.
    """

    question_id: str
    text: str
    topics: tuple[str, ...]
    probes: tuple[ProbeGap, ...]
    whom: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unfinished:
    """An answer that is not text yet, or not all of it; ``code`` names it ("A1·03").

    What was transcribed but not released is not here: :attr:`TopicGap.withheld` counts it.
    """

    code: str
    question_id: str
    question: str
    state: AnswerState


@dataclass(frozen=True)
class OneCompany:
    """A topic about which a single company has spoken."""

    title: str
    company: str


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
