"""Faults as experts tell them, from incidents and simulations.

The parts are those by which fault finders tell of a fault: symptom, what was perceived, cause, first check,
remedy. Each sentence of a story is one of them or the rest, so that nothing of it is lost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from exports.draft.model import Fault, Statement
from exports.draft.statements import Basis, Told
from sessions.facets import Facet
from sessions.guides.model import FaultPart, Guide, QuestionKind
from sessions.placing import is_story, opens_with
from sessions.words import Phrase, Spoken, find, phrase, spoken

TOLD_BY = frozenset({QuestionKind.CRITICAL_INCIDENT, QuestionKind.SIMULATION})
"""Kinds of questions whose answers are stories about faults."""

_STARTS = frozenset({FaultPart.SYMPTOM, FaultPart.PERCEIVED})
_NEGATIONS = {"nl": ("niet", "geen", "nooit"), "en": ("not", "no", "never")}
_WHOLE_STORY = {"nl": ("dit",), "en": ("this",)}
"""What begins so points at all that was told rather than at the sentence before it."""


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


def faults(basis: Basis) -> tuple[Fault, ...]:
    """The stories of the module that tell a fault, in order of speaking; each in its own words, not folded.

    A story that tells neither symptom nor perception, or nothing else, is none: it stands under its topic.
    """
    return tuple(fault for answer in _answers(basis) if (fault := _fault(basis.guide, answer)))


def _answers(basis: Basis) -> Iterator[list[Told]]:
    asked = (t for t in basis.unfolded if t.fragment.question.kind in TOLD_BY)
    for _id, told in groupby(asked, key=lambda t: t.fragment.answer.id):
        yield list(told)


def _fault(guide: Guide, told: Sequence[Told]) -> Fault | None:
    story = _Story()
    for one in told:
        story.take(one, _part(guide, story, one))
    if not story.is_fault:
        return None
    question = told[0].fragment.question
    parts = tuple((part, tuple(story.parts[part])) for part in FaultPart if part in story.parts)
    return Fault(told[0].statement.source.voice, question.id, question.text, parts, tuple(story.rest))


def _part(guide: Guide, story: _Story, told: Told) -> FaultPart | None:
    """Which part a sentence is. What is seen and heard says so by its facet, and a beginner's error is none of
    the fault that the expert had; then its words decide, and then where it stands."""
    statement = told.statement
    if statement.facet is Facet.ERROR or (story.about_beginners and statement.leans):
        return None
    if statement.facet is Facet.SIGNAL:
        return FaultPart.PERCEIVED
    if by_words := part_by_words(guide, statement.text):
        return by_words
    if statement.facet is Facet.CHECK and not story.parts.keys() - _STARTS - {FaultPart.FIRST_CHECK}:
        return FaultPart.FIRST_CHECK
    if is_story(told.fragment) and not story.parts:
        return FaultPart.SYMPTOM
    return story.last if statement.leans and not _is_about_the_whole(guide, statement.text) else None


def part_by_words(guide: Guide, text: str) -> FaultPart | None:
    """The first part of which one of the guide's phrases stands in ``text``.

    A cause that is denied in its clause ("lag niet aan"), or a remedy that is right there ("hielp niet"), is
    none.
    """
    said = spoken(text)
    there = {word.folded for word in said.words}
    for part, cues in _phrases(guide.fault_cues):
        wanted = (words for words in cues if there.issuperset(words[0]))
        places = ((words, place) for words in wanted for place in find(words, said.words))
        if any(not _is_denied(part, words, said, place, guide.language) for words, place in places):
            return part
    return None


@lru_cache(maxsize=8)
def _phrases(
    cues: tuple[tuple[FaultPart, tuple[str, ...]], ...],
) -> list[tuple[FaultPart, list[Phrase]]]:
    return [(part, [words for cue in some if (words := phrase(cue))]) for part, some in cues]


def _is_denied(part: FaultPart, words: Phrase, said: Spoken, place: range, language: str) -> bool:
    """Whether ``words``, found at ``place``, are said not to be so; of symptoms and checks "not" is a part."""
    if part is FaultPart.CAUSE:
        near = _clause(said, place)
    elif part is FaultPart.REMEDY:
        near = range(max(0, place.start - 1), min(len(said.words), place.stop + 1))
    else:
        return False
    negations = _NEGATIONS.get(language, ())
    own = sum(word in negations for some in words for word in some)
    return sum(said.words[at].folded in negations for at in near) > own


def _clause(said: Spoken, place: range) -> range:
    first, last = place.start, place.stop - 1
    while first > 0 and not said.words[first - 1].ends_clause:
        first -= 1
    while last < len(said.words) - 1 and not said.words[last].ends_clause:
        last += 1
    return range(first, last + 1)


def _is_about_the_whole(guide: Guide, text: str) -> bool:
    return opens_with(text, _WHOLE_STORY.get(guide.language, ()))
