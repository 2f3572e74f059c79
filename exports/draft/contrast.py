"""In which words two statements about the same thing differ: numbers, kinds, how often, opposites.

Nothing is concluded from them: the words are shown, a person judges. Where it is not clear that both are about the
same thing there is no difference.
"""

from collections.abc import Callable, Collection, Sequence
from itertools import product

from exports.draft.aspects import Aspects, Kind
from exports.draft.bearing import Bearing
from exports.draft.likeness import Gist, same_word
from exports.draft.measures import Measure
from exports.draft.subjects import Shared, Subjects

CLOSE = 0.5
"""The part of the lighter statement that both must share, for a difference that its words alone do not prove; this
and :data:`LOOSE` were chosen on the tuning half of tests/data/folding-nl.tsv."""

LOOSE = 0.3
"""The same where a term that few statements have, or a unit, says already that they are about one thing."""

Because = tuple[str, str]
"""The words in which one and the other differ; one of them may be empty."""


def contrast(one: Aspects, other: Aspects, subjects: Subjects) -> Because | None:
    """The words in which they differ; None where they do not, or are not clearly about the same thing."""
    if one.gist.language is None or one.gist.language is not other.gist.language:
        return None
    shared = subjects.shared(one.at, other.at)
    if not shared.keys or (one.slip is not other.slip):
        return None
    return next((found for test in _TESTS if (found := test(one, other, shared, subjects))), None)


def _numbers(one: Aspects, other: Aspects, shared: Shared, subjects: Subjects) -> Because | None:
    """Other numbers with the same unit, or of the same thing."""
    if one.given and other.given and one.given.isdisjoint(other.given):
        return None
    for unit in dict.fromkeys(measure.unit for measure in one.gist.measures):
        mine, theirs = _comparable(one.gist, other.gist, unit)
        only_mine = [m for m in mine if m.number not in {t.number for t in theirs}]
        only_theirs = [t for t in theirs if t.number not in {m.number for m in mine}]
        if only_mine and only_theirs and _about_one_thing(shared, subjects, explicit=bool(unit)):
            return _listed(only_mine), _listed(only_theirs)
    return None


def _comparable(one: Gist, other: Gist, unit: str) -> tuple[list[Measure], list[Measure]]:
    """The numbers with this unit; those without one where they count the same."""
    mine, theirs = ([m for m in gist.measures if m.unit == unit] for gist in (one, other))
    language = one.language
    if unit or language is None:
        return mine, theirs
    pairs = [(m, t) for m, t in product(mine, theirs) if _count_the_same(m, t, language)]
    return [m for m, _t in pairs], [t for _m, t in pairs]


def _count_the_same(one: Measure, other: Measure, language: Bearing) -> bool:
    mine, theirs = (
        [w for w in m.around if w not in language.filling | language.binding] for m in (one, other)
    )
    return any(same_word(a, b, language) for a, b in product(mine, theirs))


def _about_one_thing(shared: Shared, subjects: Subjects, *, explicit: bool) -> bool:
    if shared.score >= CLOSE and (len(shared.keys) > 1 or explicit):
        return True
    return explicit and shared.score >= LOOSE and _telling(shared.keys, subjects)


def _telling(keys: Collection[str], subjects: Subjects) -> bool:
    """Whether a term is among them that few statements have."""
    return any(key in subjects.rare and subjects.is_term(key) for key in keys)


def _listed(measures: Sequence[Measure]) -> str:
    return ", ".join(dict.fromkeys(measure.said for measure in measures))


def _other_kinds(one: Aspects, other: Aspects, shared: Shared, subjects: Subjects) -> Because | None:
    """Another kind of the same thing, chosen for the same."""
    mine, theirs = ({k.key for k in a.kinds} for a in (one, other))
    for a, b in product(one.kinds, other.kinds):
        if a.of != b.of or a.key in theirs or b.key in mine or a.given or b.given:
            continue
        rest = shared.keys - {a.of}
        close = subjects.sum(rest) >= CLOSE * _without(one, other, {a, b}, subjects)
        if close or (_chooses(one) and _chooses(other)):
            return a.said, b.said
    return None


def _chooses(aspects: Aspects) -> bool:
    language = aspects.gist.language
    return bool(language and not language.choosing.isdisjoint(aspects.gist.plain))


def _without(one: Aspects, other: Aspects, kinds: Collection[Kind], subjects: Subjects) -> float:
    """The weight of the lighter statement without its kind; what cannot be reached where nothing is left."""
    names = {name for kind in kinds for name in (kind.key, kind.of, *kind.key.split())}
    return min(subjects.sum(subjects.keys[a.at] - names) for a in (one, other)) or float("inf")


def _how_often(one: Aspects, other: Aspects, shared: Shared, subjects: Subjects) -> Because | None:
    """One hardly ever does what the other does, or only sometimes what the other always does."""
    if shared.score < CLOSE or not (len(shared.keys) > 1 or _telling(shared.keys, subjects)):
        return None
    if found := _denies(one, other, subjects):
        return found, other.always or other.sometimes
    if found := _denies(other, one, subjects):
        return one.always or one.sometimes, found
    if one.always and other.sometimes:
        return one.always, other.sometimes
    if one.sometimes and other.always:
        return one.sometimes, other.always
    for (each, mine), (other_each, theirs) in product(one.intervals, other.intervals):
        if each != other_each:
            return mine, theirs
    return None


def _denies(one: Aspects, other: Aspects, subjects: Subjects) -> str:
    """The words with which ``one`` denies what ``other`` says."""
    theirs = subjects.keys[other.at]
    for denial in one.rarely:
        shared = denial.keys & theirs
        telling = len(shared) > 1 or _telling(shared, subjects)
        denied_too = any(shared & also.keys for also in other.rarely)
        if telling and not denied_too and subjects.sum(shared) >= CLOSE * subjects.sum(denial.keys):
            return denial.said
    return ""


def _opposed(one: Aspects, other: Aspects, shared: Shared, subjects: Subjects) -> Because | None:
    """Before against after the same thing, or words that are opposites, about what is the same otherwise."""
    language = one.gist.language
    for (when, what, mine), (other_when, other_what, theirs) in product(one.when, other.when):
        opposed = language is not None and other_when in language.related[when]
        alike = language is not None and same_word(what, other_what, language)
        if opposed and alike and shared.score >= LOOSE and len(shared.keys) > 1:
            return mine, theirs
    if shared.score < CLOSE or language is None:
        return None
    for (a, mine), (b, theirs) in product(one.opposites, other.opposites):
        alone = not language.opposite[a] & {w for w, _said in one.opposites}
        if b in language.opposite[a] and alone and a not in {w for w, _said in other.opposites}:
            return mine, theirs
    return None


_TESTS: tuple[Callable[[Aspects, Aspects, Shared, Subjects], Because | None], ...] = (
    _numbers,
    _other_kinds,
    _how_often,
    _opposed,
)
