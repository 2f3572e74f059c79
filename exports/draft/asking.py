"""Whom to ask: the experts who are most likely to fill a gap, as a document may call them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from exports.labels import Labels
from sessions.fragments import Fragment, SessionReading
from sessions.guides.model import Module
from sessions.interview import AnswerState
from sessions.placing import topic_in

MOST_ASKED = 3
"""Names that one question comes with: enough to choose from."""

_PUT = frozenset({AnswerState.RECORDED, AnswerState.FAILED, AnswerState.TRANSCRIBED, AnswerState.WITHDRAWN})


@dataclass(frozen=True)
class Experts:
    """The experts of the programme: their ``names`` by id, those first who told most about the module.

    ``put`` holds (expert id, question id) of what each was asked; ``told`` counts per topic the fragments of
    each; ``companies`` are theirs.
    """

    names: Mapping[int, str]
    put: frozenset[tuple[int, str]]
    told: Mapping[str, Counter[int]]
    companies: Mapping[int, str]

    def not_asked(self, question_id: str) -> tuple[str, ...]:
        """Those to whom a question was not put yet."""
        return self._named(who for who in self.names if (who, question_id) not in self.put)

    def who_told(self, topics: Iterable[str]) -> tuple[str, ...]:
        """Those who told something about ``topics`` (slugs), who told most first."""
        total: Counter[int] = sum((self.told.get(slug, Counter()) for slug in topics), Counter())
        return self._named(who for who, _n in total.most_common())

    def of_others(self, company: str) -> tuple[str, ...]:
        """Those of the other companies."""
        return self._named(who for who in self.names if self.companies[who] != company)

    def _named(self, some: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.names[who] for who in some)[:MOST_ASKED]


def experts(
    module: Module,
    readings: Sequence[SessionReading],
    fragments: Iterable[Fragment],
    heard: Collection[int],
    labels: Labels,
) -> Experts:
    """Who can be asked: everybody with a session in ``readings``; ``fragments`` are what they told.

    Who is not in ``heard`` (ids of experts) released nothing to its readers and goes by the code of a sitting alone.
    """
    told: dict[str, Counter[int]] = defaultdict(Counter)
    for fragment in fragments:
        if topic := topic_in(module, fragment):
            told[topic][fragment.expert.id] += 1
    most = sum(told.values(), Counter[int]())
    latest = {r.expert.id: r for r in sorted(readings, key=lambda r: r.session.number)}
    ranked = sorted(latest.values(), key=lambda r: (-most[r.expert.id], len(r.expert.code), r.expert.code))
    names = {r.expert.id: _name(r, r.expert.id in heard, labels) for r in ranked}
    return Experts(names, frozenset(_put(readings)), told, {who: r.company.name for who, r in latest.items()})


def called(name: str, session_code: str) -> str:
    """A person with the code of a sitting: "Henk Voorbeeld (A1)"."""
    return f"{name} ({session_code})"


def _name(reading: SessionReading, heard: bool, labels: Labels) -> str:
    if not heard:
        return reading.session.code
    name = labels.speaker(reading.expert, reading.company, reading.named)
    return called(name, reading.session.code)


def _put(readings: Iterable[SessionReading]) -> Iterable[tuple[int, str]]:
    for reading in readings:
        for one in reading.answers:
            if one.state in _PUT:
                yield reading.expert.id, one.question.id
