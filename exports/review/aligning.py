"""Which word of a paragraph belongs to which of its fragments: by the bookmarks around it, and by the words sent."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from exports.review.typed import Typed
from sessions.received import Placed

TELLS = 4
"""So many words in a row that are another fragment's, under this one's bookmark, are that other's."""
CHANCE = 0.3
"""Of a fragment of which a smaller share of the words came back, none of them are taken to be the same."""
_ENDS = (".", "!", "?", "…", ".'", '."', ".’", ".”", "?”", "!”")


@dataclass(frozen=True)
class Part:
    """A fragment among those that share paragraphs: its words for comparison, and how it was found in each of the
    lines (their numbers) where it is."""

    id: int
    keys: tuple[str, ...]
    lines: Mapping[int, Placed]


@dataclass(frozen=True)
class Word:
    """A word that came back, and the number of its line."""

    typed: Typed
    line: int


@dataclass(frozen=True)
class Owned:
    """Whose a word is, and how that is known."""

    fragment: int
    placed: Placed


def owners(words: Sequence[Word], parts: Sequence[Part]) -> tuple[Owned, ...]:
    """The owner of each of ``words``, all those of the lines that ``parts`` share; the parts in the order in which
    they stand there, at least one. Nothing is left over."""
    matched = _matched(words, parts)
    owned = _by_mark_and_text(words, parts, matched)
    for start, end in _unowned(words, owned):
        owned[start:end] = _fill(words, parts, owned, matched, start, end)
    return tuple(one for one in owned if one)


def _matched(words: Sequence[Word], parts: Sequence[Part]) -> list[int | None]:
    """For each word the place in all words of ``parts`` of the one that it is; None for a new one."""
    sent = [key for part in parts for key in part.keys]
    matched: list[int | None] = [None] * len(words)
    matcher = SequenceMatcher(None, sent, [word.typed.key for word in words], autojunk=False)
    for block in matcher.get_matching_blocks():
        matched[block.b : block.b + block.size] = range(block.a, block.a + block.size)
    return _without_chance(matched, parts)


def _without_chance(matched: Sequence[int | None], parts: Sequence[Part]) -> list[int | None]:
    """Only what is more than chance: a few small words are the same in any two sentences."""
    chance, start = set[int](), 0
    for part in parts:
        places = range(start, start + len(part.keys))
        same = sum(at is not None and at in places for at in matched)
        if same < CHANCE * len(part.keys):
            chance |= set(places)
        start += len(part.keys)
    return [None if at in chance else at for at in matched]


def _by_mark_and_text(
    words: Sequence[Word], parts: Sequence[Part], matched: Sequence[int | None]
) -> list[Owned | None]:
    whose = [part for part in parts for _key in part.keys]
    known = {part.id for part in parts}
    by_text = [None if at is None else whose[at] for at in matched]
    by_mark = [next((h for h in word.typed.held if h in known), None) for word in words]
    owned: list[Owned | None] = []
    for start, end in _runs(list(zip(by_mark, [part and part.id for part in by_text], strict=True))):
        owned += [_owner(by_mark[start], by_text[start], words[start].line, end - start)] * (end - start)
    return owned


def _owner(mark: int | None, text: Part | None, line: int, length: int) -> Owned | None:
    """Whose a run of words is that have the same bookmark around them and the same fragment that they are of."""
    if mark is not None and (text is None or text.id == mark or length < TELLS):
        return Owned(mark, Placed.MARK)
    if text is None:
        return None
    if mark is not None:
        return Owned(text.id, Placed.TEXT)
    placed = text.lines.get(line, Placed.TEXT)
    return Owned(text.id, Placed.TEXT if placed is Placed.POSITION else placed)


def _runs(values: Sequence[object]) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(values) + 1):
        if at == len(values) or values[at] != values[start]:
            yield start, at
            start = at


def _unowned(words: Sequence[Word], owned: Sequence[Owned | None]) -> Iterator[tuple[int, int]]:
    """The stretches within one line that are nobody's yet."""
    values = [(one is None, word.line) for one, word in zip(owned, words, strict=True)]
    return ((start, end) for start, end in _runs(values) if owned[start] is None)


def _fill(
    words: Sequence[Word],
    parts: Sequence[Part],
    owned: Sequence[Owned | None],
    matched: Sequence[int | None],
    start: int,
    end: int,
) -> list[Owned | None]:
    """The owners of new words: the fragments whose words are missing here, else the one before, or after."""
    line = words[start].line
    missing = _missing(parts, owned, matched, line, start, end)
    if len(missing) > 1:
        return _shared_out(words[start:end], missing)
    before = owned[start - 1] if start and words[start - 1].line == line else None
    after = owned[end] if end < len(words) and words[end].line == line else None
    beside = _not_marked(before, after, parts, line) or before or after
    if missing:
        [(part, _count)] = missing
        return [Owned(part.id, _how(part, line, beside))] * (end - start)
    if beside:
        return [beside] * (end - start)
    here = [part for part in parts if line in part.lines] or [parts[0]]
    return _shared_out(words[start:end], [(part, max(1, len(part.keys))) for part in here])


def _not_marked(before: Owned | None, after: Owned | None, parts: Sequence[Part], line: int) -> Owned | None:
    """Of two owners the only one that has no bookmark: what stands outside all of them is rather of that one."""
    lines = {part.id: part.lines for part in parts}
    both = [one for one in (before, after) if one]
    without = [one for one in both if lines[one.fragment].get(line) is not Placed.MARK]
    return without[0] if len(both) == 2 and len(without) == 1 else None


def _how(part: Part, line: int, beside: Owned | None) -> Placed:
    if beside and beside.fragment == part.id:
        return beside.placed
    return part.lines.get(line, Placed.POSITION)


def _missing(
    parts: Sequence[Part],
    owned: Sequence[Owned | None],
    matched: Sequence[int | None],
    line: int,
    start: int,
    end: int,
) -> list[tuple[Part, int]]:
    """The fragments, and how many of their words, between the last known word before and the first one after.

    A fragment that is under its own bookmark elsewhere wants no words from here.
    """
    low = max((at + 1 for at in matched[:start] if at is not None), default=0)
    high = min((at for at in matched[end:] if at is not None), default=sum(len(p.keys) for p in parts))
    beside = {one.fragment for one in (*owned[max(0, start - 1) : start], *owned[end : end + 1]) if one}
    whole = {one.fragment for one in owned if one} - beside
    found, at = [], 0
    for part in parts:
        count = min(high, at + len(part.keys)) - max(low, at)
        at += len(part.keys)
        if count > 0 and part.id not in whole and line in part.lines:
            found.append((part, count))
    return found


def _shared_out(words: Sequence[Word], missing: Sequence[tuple[Part, int]]) -> list[Owned | None]:
    """Words shared out by length over fragments, where possible from sentence to sentence."""
    total, sofar, cuts = sum(count for _part, count in missing), 0, [0]
    for _part, count in missing[:-1]:
        sofar += count
        cuts.append(max(cuts[-1], _cut(words, round(len(words) * sofar / total))))
    cuts.append(len(words))
    if len(missing) == 1:
        part = missing[0][0]
        return [Owned(part.id, part.lines.get(words[0].line, Placed.POSITION))] * len(words)
    owned: list[Owned | None] = []
    for (part, _count), start, end in zip(missing, cuts, cuts[1:], strict=False):
        owned += [Owned(part.id, Placed.POSITION)] * (end - start)
    return owned


def _cut(words: Sequence[Word], at: int) -> int:
    """The end of a sentence that is nearest to ``at``, where one is near."""
    ends = [place + 1 for place, word in enumerate(words[:-1]) if word.typed.text.endswith(_ENDS)]
    best = min(ends, key=lambda end: abs(end - at), default=at)
    return best if abs(best - at) * 4 <= len(words) else at
