"""What a statement says that another may say otherwise: kinds, how often, opposites, when."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from exports.draft.bearing import Bearing
from exports.draft.likeness import Gist
from exports.draft.subjects import Subjects
from sessions.words import find, phrase


@dataclass(frozen=True)
class Kind:
    """A kind of something ("messingdraad" is a "draad"); ``given`` tells that it is the condition, not the choice."""

    key: str
    of: str
    said: str
    given: bool


@dataclass(frozen=True)
class Often:
    """How often something is done: ``said`` in a clause that is about ``keys``."""

    said: str
    keys: frozenset[str]


@dataclass(frozen=True)
class Aspects:
    """One statement, as far as it can differ from another.

    ``given`` are the terms for the work that it is about ("bij ruwen"); ``slip`` tells that it is what beginners do.
    """

    at: int
    gist: Gist
    kinds: tuple[Kind, ...]
    rarely: tuple[Often, ...]
    sometimes: str
    always: str
    opposites: tuple[tuple[str, str], ...]
    when: tuple[tuple[str, str, str], ...]
    intervals: tuple[tuple[str, str], ...]
    given: frozenset[str]
    slip: bool = False


def aspects(at: int, subjects: Subjects, materials: Collection[str], *, slip: bool = False) -> Aspects:
    """Those of the statement ``at``; ``materials`` are categories of the glossary whose terms are of one kind."""
    gist = subjects.gists[at]
    language = gist.language
    if language is None:
        return Aspects(at, gist, (), (), "", "", (), (), (), frozenset(), slip)
    rarely = tuple(_rarely(at, subjects, language))
    return Aspects(
        at,
        gist,
        tuple(_kinds(at, subjects, language, materials)),
        rarely,
        _first(gist, language.sometimes),
        "" if rarely else _first(gist, language.always),
        tuple(
            (w.folded, _said(gist, i, i + 1))
            for i, w in enumerate(gist.said)
            if w.folded in language.opposite
        ),
        tuple(_when(gist, language)),
        tuple(_intervals(gist, language)),
        frozenset(_given(at, subjects, language, materials)),
        slip,
    )


def _kinds(at: int, subjects: Subjects, language: Bearing, materials: Collection[str]) -> Iterator[Kind]:
    gist = subjects.gists[at]
    for here in subjects.terms[at]:
        said, given = _said(gist, here.start, here.stop), _is_given(gist, here.start, language)
        for head in sorted(subjects.heads(here.key)):
            yield Kind(here.key, head, said, given)
        if here.term.category in materials and not given:
            yield Kind(here.key, f"[{here.term.category}]", said, given)


def _given(at: int, subjects: Subjects, language: Bearing, materials: Collection[str]) -> Iterator[str]:
    """The terms for the work that it is about; other materials are no other work."""
    for here in subjects.terms[at]:
        if here.term.category not in materials and _is_given(subjects.gists[at], here.start, language):
            yield here.key


def _is_given(gist: Gist, start: int, language: Bearing) -> bool:
    """Whether "bij", "voor" or the like stands before it."""
    before = [word for word in gist.plain[max(0, start - 2) : start] if word not in language.articles]
    return bool(before) and before[-1] in language.situating


def _rarely(at: int, subjects: Subjects, language: Bearing) -> Iterator[Often]:
    gist = subjects.gists[at]
    for clause in _clauses(gist, language):
        words = gist.said[clause.start : clause.stop]
        if not language.unless.isdisjoint(word.folded for word in words):
            continue
        places = [place for one in language.rarely for place in find(phrase(one), words)]
        if place := max(places, key=len, default=None):
            start, stop = clause.start + place.start, clause.start + place.stop
            yield Often(_said(gist, start, stop), subjects.keys_in(at, clause))


def _clauses(gist: Gist, language: Bearing) -> Iterator[range]:
    first = 0
    for at, word in enumerate(gist.said):
        following = gist.plain[at + 1] if at + 1 < len(gist.said) else ""
        if word.ends_clause or following in language.clauses or not following:
            yield range(first, at + 1)
            first = at + 1


def _first(gist: Gist, phrases: Sequence[str]) -> str:
    """The longest of ``phrases`` that stands in it, as it was said."""
    places = [place for one in phrases for place in find(phrase(one), gist.said)]
    longest = max(places, key=len, default=None)
    return _said(gist, longest.start, longest.stop) if longest else ""


def _when(gist: Gist, language: Bearing) -> Iterator[tuple[str, str, str]]:
    """Before, after, above or under something: which of those, what, and how it was said."""
    for at, word in enumerate(gist.plain):
        stop = at + (2 if gist.plain[at + 1 : at + 2] and gist.plain[at + 1] in language.articles else 1)
        if word in language.related and stop < len(gist.plain):
            yield word, gist.plain[stop], _said(gist, at, stop + 1)


def _intervals(gist: Gist, language: Bearing) -> Iterator[tuple[str, str]]:
    for at in range(len(gist.plain) - 1):
        if gist.plain[at] in language.each and gist.plain[at + 1] in language.intervals:
            yield gist.plain[at + 1], _said(gist, at, at + 2)


def _said(gist: Gist, start: int, stop: int) -> str:
    return gist.text[gist.said[start].start : gist.said[stop - 1].end]
