"""Faults as experts tell them, from incidents and simulations.

The parts are those by which fault finders tell of a fault: symptom, what was perceived, cause, first check,
remedy. Each sentence of a story is one of them or the rest, so that nothing of it is lost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from exports.draft.fault_words import part_by_words, says, supposes
from exports.draft.model import Fault, Statement
from exports.draft.statements import Basis, Told
from sessions.facets import Facet
from sessions.guides.model import FaultPart, Guide, QuestionKind
from sessions.placing import is_story, next_to, opens_with

TOLD_BY = frozenset({QuestionKind.CRITICAL_INCIDENT, QuestionKind.SIMULATION})
"""Kinds of questions whose answers are stories about faults."""

_STARTS = frozenset({FaultPart.SYMPTOM, FaultPart.PERCEIVED})
_WHOLE_STORY = {"nl": ("dit",), "en": ("this",)}
"""What begins so points at all that was told rather than at the sentence before it."""

_IT = {"nl": ("het",), "en": ("it",)}


@dataclass
class _Story:
    """The statements of one answer, sorted into their parts while they are read in order."""

    parts: dict[FaultPart, list[Statement]] = field(default_factory=dict)
    rest: list[Statement] = field(default_factory=list)
    last: FaultPart | None = None
    about_beginners: bool = False

    def take(self, told: Told, part: FaultPart | None) -> None:
        (self.parts.setdefault(part, []) if part else self.rest).append(told.statement)
        self.last = part
        self.about_beginners = part is None and (
            told.statement.facet is Facet.ERROR or (self.about_beginners and told.statement.leans)
        )

    @property
    def is_fault(self) -> bool:
        """Whether it tells how a fault shows, and more about it than that."""
        return not _STARTS.isdisjoint(self.parts) and len(self.parts) > 1

    def is_known(self, guide: Guide) -> bool:
        """Whether a part was recognised, and not only taken for the symptom because it came first."""
        symptom = self.parts.get(FaultPart.SYMPTOM, ())
        return len(self.parts) > bool(symptom) or any(says(guide, FaultPart.SYMPTOM, s.text) for s in symptom)


def faults(basis: Basis) -> tuple[Fault, ...]:
    """The stories of the module that tell a fault, in order of speaking; each in its own words, not folded.

    The story of an incident is always there; where none of its sentences is known as a part, all of it is
    ``rest``. A simulation that tells neither symptom nor perception, or nothing else, is no fault.
    """
    return tuple(fault for answer in _answers(basis) if (fault := _fault(basis.guide, answer)))


def _answers(basis: Basis) -> Iterator[list[Told]]:
    asked = (t for t in basis.unfolded if t.fragment.question.kind in TOLD_BY)
    for _id, told in groupby(asked, key=lambda t: t.fragment.answer.id):
        yield list(told)


def _fault(guide: Guide, told: Sequence[Told]) -> Fault | None:
    story = _Story()
    for one, after in zip(told, [*told[1:], None], strict=True):
        story.take(one, _part(guide, story, one, _pointing_back(guide, one, after)))
    if not (story.is_fault or is_story(told[0].fragment)):
        return None
    parts = tuple((part, tuple(story.parts[part])) for part in FaultPart if part in story.parts)
    rest = tuple(story.rest)
    if not story.is_known(guide):
        parts, rest = (), tuple(one.statement for one in told)
    question = told[0].fragment.question
    return Fault(told[0].statement.source.voice, question.id, question.text, parts, rest)


def _pointing_back(guide: Guide, one: Told, after: Told | None) -> str:
    """The next sentence, where it is about this one."""
    if after is None or not next_to(one.fragment, after.fragment):
        return ""
    text = after.statement.text
    return text if after.statement.leans or opens_with(text, _IT.get(guide.language, ())) else ""


def _part(guide: Guide, story: _Story, told: Told, then: str) -> FaultPart | None:
    """Which part a sentence is. What is seen and heard says so by its facet, and a beginner's error is none of
    the fault that the expert had; then its words decide, and then where it stands: a story begins with what went
    wrong, although the same sentence may name more."""
    statement = told.statement
    if statement.facet is Facet.ERROR or (story.about_beginners and statement.leans):
        return None
    if statement.facet is Facet.SIGNAL:
        return FaultPart.PERCEIVED
    begins = is_story(told.fragment) and not story.parts
    by_words = part_by_words(guide, statement.text, then)
    if begins and by_words is FaultPart.CAUSE and says(guide, FaultPart.SYMPTOM, statement.text):
        return FaultPart.SYMPTOM
    if by_words:
        return by_words
    if supposes(guide, statement.text):
        return None
    if statement.facet is Facet.CHECK and not story.parts.keys() - _STARTS - {FaultPart.FIRST_CHECK}:
        return FaultPart.FIRST_CHECK
    if begins:
        return FaultPart.SYMPTOM
    return story.last if statement.leans and not _is_about_the_whole(guide, statement.text) else None


def _is_about_the_whole(guide: Guide, text: str) -> bool:
    return opens_with(text, _WHOLE_STORY.get(guide.language, ()))
