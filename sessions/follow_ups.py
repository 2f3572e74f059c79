"""From what was just said, the next probe: the guide's follow-up rules, each with the words that caused it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sessions.fragments import Fragment
from sessions.guides.model import FollowUp, Guide
from sessions.interview import HandledFollowUp
from sessions.numbers import values
from sessions.placing import flat
from sessions.release import Release
from sessions.text import fold
from sessions.transcript import Doubt, Role
from sessions.words import Phrase, Spoken, find, phrase, quote, spoken

MOST = 3
"""So many suggestions stand at a time; each one that was waved away in an answer takes one off."""

_MOST_GENERIC = 1
_LONG_STEM = 5


@dataclass(frozen=True)
class Suggested:
    """A probe to put in front of the interviewer: the rule, and the words of the expert that caused it."""

    rule: FollowUp
    quote: str
    answer_id: int


@dataclass(frozen=True)
class _Hit:
    """A rule that matches at ``place`` (fragment, word) of the answer, for the ``heard``-th time or so."""

    rule: FollowUp
    quote: str
    place: tuple[int, int]
    heard: int = 1


def suggest_follow_ups(
    guide: Guide, fragments: Sequence[Fragment], handled: Sequence[HandledFollowUp]
) -> list[Suggested]:
    """The probes that ``fragments`` (of one whole answer, in order) call for, most telling first.

    None that was ``handled`` in this answer, none that quotes words which were quoted before. At most
    :data:`MOST`, of which one by words that people say all the time.
    """
    if not fragments:
        return []
    answer = fragments[-1].answer.id
    here = [h for h in handled if h.answer_id == answer]
    hits = [*_said(guide, fragments), *_thin(guide, fragments)]
    open_hits = _still_open(hits, {h.rule for h in here}, {flat(h.quote) for h in handled if h.quote})
    asked = [h.rule for h in handled]
    ranked = sorted(_one_of_each(open_hits, asked), key=_most_telling_first)
    waved_away = sum(not h.asked for h in here)
    return [Suggested(hit.rule, hit.quote, answer) for hit in _few(ranked, MOST - waved_away)]


def _said(guide: Guide, fragments: Sequence[Fragment]) -> Iterator[_Hit]:
    """Every place where words or a number call for a probe."""
    told = [spoken(f.segment.text) for f in fragments]
    for number, fragment in enumerate(fragments):
        if _is_quotable(fragment):
            said = told[number]
            near = told[max(0, number - 1) : number + 2]
            for rule, place in [*_phrases(guide, said), *_numbers(guide, said, near)]:
                yield _Hit(rule, quote(said, place), (number, place.start))


def _is_quotable(fragment: Fragment) -> bool:
    return fragment.usable and fragment.segment.doubt is not Doubt.REPETITION


def _phrases(guide: Guide, said: Spoken) -> list[tuple[FollowUp, range]]:
    """The rules whose words stand in ``said``; of words that overlap the longest count."""
    there = {word.folded for word in said.words}
    wanted = [(rule, words) for rule, words in _wanted(guide.follow_ups) if there.issuperset(words[0])]
    found = [(rule, place) for rule, words in wanted for place in find(words, said.words)]
    taken: set[int] = set()
    kept = []
    for rule, place in sorted(found, key=lambda one: (-len(one[1]), one[0] is not None)):
        if taken.isdisjoint(place):
            taken.update(place)
            if rule:
                kept.append((rule, place))
    return kept


@lru_cache(maxsize=8)
def _wanted(rules: tuple[FollowUp, ...]) -> list[tuple[FollowUp | None, Phrase]]:
    """The words that call for each rule, and those in which they mean something else."""
    said: list[tuple[FollowUp | None, Phrase]] = [(r, phrase(words)) for r in rules for words in r.said]
    said += [(None, phrase(words)) for rule in rules for words in rule.unless]
    return [(rule, words) for rule, words in said if words]


def _numbers(guide: Guide, said: Spoken, near: Iterable[Spoken]) -> Iterator[tuple[FollowUp, range]]:
    """The rules about a number of which nothing ``near`` names the circumstances."""
    rules = [rule for rule in guide.follow_ups if rule.number_without]
    if rules and (found := values(said.words, guide.numbers)):
        near = list(near)
        for rule in rules:
            if not any(_stands(stem, other) for stem in rule.number_without for other in near):
                yield from ((rule, place) for place in found)


def _stands(stem: str, said: Spoken) -> bool:
    """Whether ``stem`` stands in ``said`` as the stems of topics do: long ones anywhere in a word."""
    wanted = fold(stem)
    if " " not in wanted and len(wanted) >= _LONG_STEM:
        return any(wanted in word.folded for word in said.words)
    return any(True for _place in find(phrase(stem), said.words))


def _thin(guide: Guide, fragments: Sequence[Fragment]) -> Iterator[_Hit]:
    """The rules for an answer of a few words. What was struck counts: it was said."""
    by_expert = [f for f in fragments if f.segment.role is Role.EXPERT]
    said = [f for f in by_expert if f.segment.doubt is not Doubt.REPETITION]
    count = sum(len(spoken(f.segment.text).words) for f in said)
    words = " ".join(spoken(f.segment.text).text for f in said if f.segment.release is not Release.STRUCK)
    for rule in guide.follow_ups:
        if count < rule.fewer_words_than:
            yield _Hit(rule, words.rstrip(" .,"), (0, 0))


def _still_open(hits: Iterable[_Hit], rules: set[str], quoted: set[str]) -> list[_Hit]:
    """What was not handled yet. All that was said in a few words may be the same in two answers."""
    return [
        hit
        for hit in hits
        if hit.rule.id not in rules and (hit.rule.fewer_words_than or flat(hit.quote) not in quoted)
    ]


def _one_of_each(hits: Iterable[_Hit], asked: Sequence[str]) -> list[_Hit]:
    """Of each rule what was said last, with how often it was heard in this answer or handled before."""
    by_rule: dict[str, list[_Hit]] = defaultdict(list)
    for hit in hits:
        by_rule[hit.rule.id].append(hit)
    last = [max(some, key=lambda hit: hit.place) for some in by_rule.values()]
    return [
        _Hit(hit.rule, hit.quote, hit.place, len(by_rule[hit.rule.id]) + asked.count(hit.rule.id))
        for hit in last
    ]


def _most_telling_first(hit: _Hit) -> tuple[int, bool, int, int]:
    """Own words before few words before words of every day; what is heard often later; the last first."""
    kind = 2 if hit.rule.generic else 1 if hit.rule.fewer_words_than else 0
    return kind, hit.heard > 1, -hit.place[0], -hit.place[1]


def _few(ranked: Iterable[_Hit], most: int) -> list[_Hit]:
    chosen: list[_Hit] = []
    for hit in ranked:
        generic = sum(one.rule.generic for one in chosen)
        fresh = flat(hit.quote) not in {flat(one.quote) for one in chosen}
        if len(chosen) < most and fresh and (not hit.rule.generic or generic < _MOST_GENERIC):
            chosen.append(hit)
    return chosen
