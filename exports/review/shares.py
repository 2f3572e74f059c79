"""All words of a file that came back, each with its fragment: lines that share fragments are looked at together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exports.review.aligning import Part, Word, owners
from exports.review.lines import Line
from exports.review.matching import Claim
from exports.review.sent import Sent
from exports.review.typed import same
from sessions.received import Placed, SaidAgain
from sessions.text import clean_line

_LEAST_SURE = (Placed.MARK, Placed.TEXT, Placed.POSITION)


@dataclass(frozen=True)
class Place:
    """A word: its text, its line and its number in that."""

    line: int
    at: int
    text: str
    placed: Placed


@dataclass(frozen=True)
class Share:
    """What came back of a fragment, at least one word, in the order of the file."""

    sent: Sent
    words: tuple[Place, ...]

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines in which it stands."""
        return tuple(dict.fromkeys(word.line for word in self.words))

    @property
    def unchanged(self) -> bool:
        """Whether it says what was sent."""
        return same(" ".join(word.text for word in self.words), self.sent.text)

    def said(self) -> SaidAgain:
        """Its text as it came back; exactly as it was sent where only what word processors do by themselves differs."""
        text = self.sent.text if self.unchanged else clean_line(" ".join(word.text for word in self.words))
        placed = max((word.placed for word in self.words), key=_LEAST_SURE.index)
        return SaidAgain(self.sent.id, text, placed)


def shares(
    lines: Sequence[Line], fragments: Mapping[int, Sent], claims: Sequence[Claim]
) -> Mapping[int, Share]:
    """What each fragment has got, by its id; those that got nothing are not in it."""
    words: defaultdict[int, list[Place]] = defaultdict(list)
    for group in _groups(claims):
        for fragment, place in _shared(lines, fragments, group):
            words[fragment].append(place)
    return {number: Share(fragments[number], tuple(words[number])) for number in fragments if words[number]}


def _groups(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The claims of lines that share fragments, directly or by way of others."""
    groups: list[list[Claim]] = []
    for claim in claims:
        touched = [g for g in groups if any(c.line == claim.line or c.fragment == claim.fragment for c in g)]
        groups = [g for g in groups if g not in touched]
        groups.append([*(c for g in touched for c in g), claim])
    return iter(groups)


def _shared(
    lines: Sequence[Line], fragments: Mapping[int, Sent], group: Sequence[Claim]
) -> Iterator[tuple[int, Place]]:
    ordered = sorted(group, key=lambda c: (c.line, c.start, c.end, fragments[c.fragment].order))
    parts = [_part(number, ordered, fragments) for number in dict.fromkeys(c.fragment for c in ordered)]
    numbers = sorted({claim.line for claim in group})
    places = [(line, at, word) for line in numbers for at, word in enumerate(lines[line].words)]
    owned = owners([Word(word, line) for line, _at, word in places], parts)
    for (line, at, word), owner in zip(places, owned, strict=True):
        yield owner.fragment, Place(line, at, word.text, owner.placed)


def _part(number: int, claims: Sequence[Claim], fragments: Mapping[int, Sent]) -> Part:
    found = {claim.line: claim.placed for claim in reversed(claims) if claim.fragment == number}
    return Part(number, fragments[number].keys, found)
