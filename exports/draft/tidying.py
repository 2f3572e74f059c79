"""What was spoken, lightly cleaned for reading: fillers, false starts and doubled words go, nothing is added.

Numbers, negations and hedges stay, and where a rule is in doubt the word stays.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from exports.draft.fillers import Fillers, fillers
from sessions.placed import placed
from sessions.spoken_numbers import is_number
from sessions.text import fold
from sessions.units import unit_at

LONGEST_REPEAT = 4
"""Words in a group that somebody began again, at most."""

_NEAR = 3  # words
_ENOUGH = 3  # words that a sentence must keep when its opening goes
_PARTS = re.compile(r"(?P<before>[^\w%°'’]*)(?P<core>.*?)(?P<after>[^\w%°'’]*)", re.DOTALL)
_HARMLESS = frozenset(",.?!…;:-–—")
_ENDS = frozenset(".?!…;:")


@dataclass(frozen=True)
class _Token:
    """What stands between two spaces: a word with the marks around it."""

    before: str
    core: str
    after: str

    @cached_property
    def word(self) -> str:
        return self.core.casefold()

    @cached_property
    def ends_sentence(self) -> bool:
        return not _ENDS.isdisjoint(self.after)

    @property
    def stops(self) -> bool:
        """Whether a sentence ends that was finished."""
        return not _ENDS.isdisjoint(self.after.replace("...", "").replace("…", ""))

    @property
    def pauses(self) -> bool:
        return bool(self.after)

    @property
    def loose(self) -> bool:
        """Whether it can go without taking a quotation mark or a bracket along."""
        return not self.before and _HARMLESS.issuperset(self.after)

    @property
    def cut_off(self) -> bool:
        return bool(self.core) and self.after in ("-", "-,", "-...", "-…")

    def __str__(self) -> str:
        return self.before + self.core + self.after


@dataclass(frozen=True)
class _Speech:
    tokens: tuple[_Token, ...]
    known: Fillers
    language: str

    @cached_property
    def all_words(self) -> tuple[str, ...]:
        return tuple(token.word for token in self.tokens)

    def words(self, start: int, stop: int) -> tuple[str, ...]:
        return self.all_words[max(0, start) : stop]

    def starts(self, at: int) -> bool:
        """Whether a sentence starts here."""
        return at == 0 or self.tokens[at - 1].ends_sentence

    def ends(self, stop: int) -> bool:
        """Whether a sentence ends before ``stop``."""
        return stop == len(self.tokens) or self.tokens[stop - 1].ends_sentence

    def number(self, word: str) -> bool:
        return _is_figure(word) or is_number(fold(word), self.language)

    def numbers_near(self, start: int, stop: int) -> bool:
        around = (*self.words(start - _NEAR, start), *self.words(stop, stop + _NEAR))
        return any(map(self.number, around))

    def may_go(self, start: int, stop: int) -> bool:
        """Whether nothing that is never touched stands there."""
        gone = self.tokens[start:stop]
        kept = any(t.word in self.known.negations or _is_figure(t.word) or _is_unit(t.core) for t in gone)
        return not kept and all(t.loose for t in gone)


_Rule = Callable[[_Speech], Iterator[range]]


def tidy(text: str, language: str) -> str:
    """``text`` for reading; its words are words of ``text`` in their order. Unknown languages stay as they are.

    Empty where nothing but fillers was said.
    """
    tidied = " ".join(unicodedata.normalize("NFC", text).split())
    known = fillers(language)
    while known:
        speech = _Speech(tuple(map(_token, tidied.split())), known, language)
        gone = next((part for rule in _RULES for part in rule(speech)), None)
        if gone is None:
            break
        tidied = " ".join(map(str, _without(speech, gone)))
    return tidied


@lru_cache(maxsize=8192)
def _token(piece: str) -> _Token:
    found = _PARTS.fullmatch(piece)
    return _Token(found["before"], found["core"], found["after"]) if found else _Token("", piece, "")


def _is_figure(word: str) -> bool:
    return any(c.isdigit() for c in word)


def _is_unit(word: str) -> bool:
    return unit_at(word, placed(word), 0) is not None


def _sounds(speech: _Speech) -> Iterator[range]:
    """No words at all; between two numbers one says that the second corrects the first."""
    for at, word in enumerate(speech.all_words):
        if word in speech.known.sounds and speech.may_go(at, at + 1):
            around = (*speech.words(at - 1, at), *speech.words(at + 1, at + 2))
            if len(around) < 2 or not all(map(speech.number, around)):
                yield range(at - _hesitated(speech, at), at + 1)


def _hesitated(speech: _Speech, at: int) -> int:
    """How many words before the sound at ``at`` come again after it: "die, eh, die draait"."""
    size = _said_again(speech, at)
    group = speech.words(at - size, at)
    may_be_meant = size == 1 and group[0] in speech.known.clausal
    numbers = any(map(speech.number, group)) and not _articles_around(speech, at, group)
    if not size or may_be_meant or numbers or not speech.may_go(at - size, at):
        return 0
    return size


def _articles_around(speech: _Speech, at: int, group: tuple[str, ...]) -> bool:
    around = (*speech.words(at - 2, at - 1), *speech.words(at + 2, at + 3))
    return group in (("een",), ("a",)) and not any(map(speech.number, around))


def _openings(speech: _Speech) -> Iterator[range]:
    for at in filter(speech.starts, range(len(speech.tokens))):
        for opening in speech.known.clear_openings:
            if speech.words(at, at + len(opening)) == opening and speech.may_go(at, at + len(opening)):
                yield range(at, at + len(opening))
        stop = _openings_end(speech, at)
        if stop and speech.tokens[stop - 1].after == "," and _goes_on(speech, stop):
            yield range(at, stop)


def _openings_end(speech: _Speech, at: int) -> int:
    """Where the openings end that follow one another from ``at`` on, 0 where there is none: "ja, nou kijk,"."""
    stop = at
    while stop < len(speech.tokens) and speech.tokens[stop].word in speech.known.openings:
        stop += 1
        if speech.tokens[stop - 1].after not in ("", ",") or not speech.may_go(stop - 1, stop):
            break
    return stop if stop > at else 0


def _set_apart(speech: _Speech) -> Iterator[range]:
    """ "Dat is, ja, omdat": an opening between commas; beside "nee" it says that something is so."""
    for at, token in enumerate(speech.tokens[1:-1], 1):
        before, after = speech.tokens[at - 1], speech.tokens[at + 1]
        denied = {before.word, after.word} & (speech.known.negations | speech.known.openings)
        apart = token.after == before.after == ","
        if apart and token.word in speech.known.openings and not denied and speech.may_go(at, at + 1):
            yield range(at, at + 1)


def _goes_on(speech: _Speech, at: int) -> bool:
    """Whether a sentence of its own follows, that does not take back what was said before it."""
    following = speech.tokens[at : at + _ENOUGH]
    whole = len(following) == _ENOUGH and not any(token.ends_sentence for token in following[:-1])
    return whole and following[0].word not in speech.known.negations | speech.known.openings


def _asides(speech: _Speech) -> Iterator[range]:
    for phrase in (*speech.known.asides, *speech.known.loose):
        for at in (at for at, word in enumerate(speech.all_words) if word == phrase[0]):
            stop = at + len(phrase)
            if speech.words(at, stop) == phrase and _is_aside(speech, at, stop, phrase):
                yield range(at, stop)


def _is_aside(speech: _Speech, at: int, stop: int, phrase: tuple[str, ...]) -> bool:
    inside, last = speech.tokens[at : stop - 1], speech.tokens[stop - 1]
    if any(t.pauses for t in inside) or speech.numbers_near(at, stop) or not speech.may_go(at, stop):
        return False
    if phrase in speech.known.loose:
        ends = speech.ends(stop) or (speech.tokens[at - 1].pauses and last.pauses)
        return not speech.starts(at) and ends
    parted = speech.starts(at) or speech.tokens[at - 1].pauses
    return parted and last.pauses and not _asks(speech, at)


def _asks(speech: _Speech, at: int) -> bool:
    """Whether the part before it is what somebody knows: "hoe groot hij is, weet je"."""
    first = at
    while not speech.starts(first):
        first -= 1
    return not speech.known.asking.isdisjoint(speech.words(first, at))


def _tags(speech: _Speech) -> Iterator[range]:
    for at, token in enumerate(speech.tokens):
        tagged = token.word in speech.known.tags and not speech.starts(at) and speech.ends(at + 1)
        if tagged and speech.may_go(at, at + 1):
            yield range(at, at + 1)


def _cut_words(speech: _Speech) -> Iterator[range]:
    """ "Dan ga- dan gaat": the word that was not finished, with what is said again after it."""
    for at, token in enumerate(speech.tokens[:-1]):
        following = speech.tokens[at + 1].word
        if not token.cut_off or following in speech.known.linking:
            continue
        again = _said_again(speech, at)
        if any(map(speech.number, speech.words(at - again, at + 1))):
            continue
        finished = following != token.word and following.startswith(token.word)
        if (again or finished) and speech.may_go(at - again, at + 1):
            yield range(at - again, at + 1)


def _said_again(speech: _Speech, at: int) -> int:
    """How many words before ``at`` come again right after it."""
    for size in range(min(LONGEST_REPEAT, at), 0, -1):
        if any(token.stops for token in speech.tokens[at - size : at]):
            continue
        group = speech.words(at - size, at)
        if group == speech.words(at + 1, at + 1 + size) and group[0] in speech.known.restarts:
            return size
    return 0


def _doubled(speech: _Speech) -> Iterator[range]:
    for size in range(LONGEST_REPEAT, 0, -1):
        for at in range(len(speech.tokens) - 2 * size + 1):
            group = speech.words(at, at + size)
            if group == speech.words(at + size, at + 2 * size) and _began_again(speech, at, group):
                yield range(at, at + size)


def _began_again(speech: _Speech, at: int, group: tuple[str, ...]) -> bool:
    first = speech.tokens[at : at + len(group)]
    if group[0] not in speech.known.restarts or any(t.stops for t in first):
        return False
    if speech.words(at - 1, at) == group[-1:]:  # "stap voor stap voor stap"
        return False
    opens = speech.starts(at) or speech.tokens[at - 1].pauses
    if not opens and (first[-1].pauses or not _restarts_there(speech, at, group)):
        return False
    if any(map(speech.number, group)) and not _articles(speech, at, group):
        return False
    breaks_off = opens and first[-1].pauses  # "Dan, dan gaat het"
    meant = _is_meant(speech, at, group, opens=opens)
    return (breaks_off or not meant) and speech.may_go(at, at + len(group))


def _restarts_there(speech: _Speech, at: int, group: tuple[str, ...]) -> bool:
    """Whether a pronoun is not that of the clause before it: "dat doe ik ik wil", but "dan ik ik wil"."""
    is_pronoun = len(group) == 1 and group[0] in speech.known.pronouns
    return not is_pronoun or speech.all_words[at - 1] in speech.known.restarts


def _is_meant(speech: _Speech, at: int, group: tuple[str, ...], *, opens: bool) -> bool:
    if group == ("dan",):
        return not opens and speech.all_words[at - 1].endswith(("er", "ers"))  # "later dan dan"
    if len(group) == 1:
        return group[0] in (speech.known.clausal if opens else speech.known.grammatical)
    return len(group) == 2 and group[0] in ("en", "and")  # "door en door en door"


def _articles(speech: _Speech, at: int, group: tuple[str, ...]) -> bool:
    """Whether "een een" are articles: among other numbers they are figures."""
    around = (*speech.words(at - 1, at), *speech.words(at + 2, at + 3))
    return group in (("een",), ("a",)) and not any(map(speech.number, around))


_RULES: tuple[_Rule, ...] = (_sounds, _cut_words, _doubled, _asides, _tags, _openings, _set_apart)


def _without(speech: _Speech, gone: range) -> Sequence[_Token]:
    """The tokens but those of ``gone``; the strongest mark around them stays, and the capital."""
    before, after = list(speech.tokens[: gone.start]), list(speech.tokens[gone.stop :])
    first, last = speech.tokens[gone.start], speech.tokens[gone.stop - 1]
    if after and speech.starts(gone.start):
        if not first.core[:1].islower() or first.word not in speech.known.restarts:
            after[0] = replace(after[0], core=_capital(after[0].core))
    elif before and not (after and after[0].word == first.word):
        before[-1] = replace(before[-1], after=_stronger(before[-1].after, _mark(speech, gone, last)))
    return before + after


def _mark(speech: _Speech, gone: range, last: _Token) -> str:
    """The mark behind what goes; without its tag a question is none."""
    is_tag = last.word in speech.known.tags or speech.words(gone.start, gone.stop) in speech.known.asides
    mark = last.after.lstrip("-") if last.cut_off else last.after
    return mark.replace("?", ".") if is_tag else mark


def _stronger(one: str, other: str) -> str:
    return other if _strength(other) > _strength(one) else one


def _strength(mark: str) -> int:
    return 2 if not _ENDS.isdisjoint(mark) else int(bool(mark))


def _capital(word: str) -> str:
    return word if _is_unit(word) else word[:1].upper() + word[1:]
