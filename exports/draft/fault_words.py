"""Which part of a fault the words of a sentence tell, and what they take back."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from sessions.guides.model import FaultPart, Guide
from sessions.words import Phrase, Spoken, Word, find, phrase, spoken


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEGATIONS = {"nl": ("niet", "geen", "nooit"), "en": ("not", "no", "never")}
_SUPPOSING = {
    "nl": _set("dacht dachten gedacht vermoedde vermoedden vermoed"),
    "en": _set("thought suspected"),
}
_BUT = {"nl": frozenset(("maar",)), "en": frozenset(("but",))}
_LOOKED_AT = {
    "nl": _set(
        "goed prima normaal schoon nieuw oké orde bekeken gekeken nagekeken gemeten nagemeten gecontroleerd getest "
        "gevoeld keek mat controleerde klopte klopten"
    ),
    "en": _set("fine good normal clean order looked measured checked tested"),
}
"""What tells that something was looked at after it was suspected: what was done, or how it was found."""

_IN_VAIN = {
    "nl": (
        *("hielp niet", "hielp ook niet", "hielp niks", "hielp niets", "hielp geen", "niet geholpen"),
        *(
            "niks geholpen",
            "niets geholpen",
            "zonder resultaat",
            "geen verschil",
            "geen effect",
            "tevergeefs",
        ),
        *("haalde niets uit", "haalde niks uit", "maakte niets uit", "maakte niks uit", "loste niets op"),
        *(
            "loste niks op",
            "loste het niet op",
            "loste dat niet op",
            "niet opgelost",
            "werkte niet",
            "werkte ook niet",
        ),
        *(
            "was het niet",
            "was het ook niet",
            "was niet de oplossing",
            "bleef hetzelfde",
            "bleef het probleem",
        ),
        *("lag het niet aan", "lag het ook niet aan", "lag niet aan", "maar … nog steeds", "maar … weer"),
    ),
    "en": (
        "did not help",
        "no difference",
        "without result",
        "in vain",
        "was not it",
        "but … still",
        "but … again",
    ),
}
"""What says of a remedy or a cause, behind it, that it was none."""


def part_by_words(guide: Guide, text: str, then: str = "") -> FaultPart | None:
    """The first part of which one of the guide's phrases stands in ``text``.

    A cause that is denied in its clause ("lag niet aan"), or a remedy that is right there ("hielp niet"), is
    none; nor is what was in vain by the words behind it, or by those of ``then``, which was said straight after.
    What somebody only supposed is no cause, and a first check only where something was looked at.
    """
    said, following = spoken(text), spoken(then)
    for part, cues in _phrases(guide.fault_cues):
        if any(_holds(guide, part, words, said, place, following) for words, place in _places(cues, said)):
            return part
    return None


def says(guide: Guide, part: FaultPart, text: str) -> bool:
    """Whether a phrase of ``part`` stands in ``text`` at all, whatever else does."""
    return any(True for _place in _places(dict(_phrases(guide.fault_cues)).get(part, []), spoken(text)))


def supposes(guide: Guide, text: str) -> bool:
    """Whether ``text`` tells what somebody thought that it was."""
    return any(word.folded in _SUPPOSING.get(guide.language, ()) for word in spoken(text).words)


@lru_cache(maxsize=8)
def _phrases(
    cues: tuple[tuple[FaultPart, tuple[str, ...]], ...],
) -> list[tuple[FaultPart, list[Phrase]]]:
    return [(part, [words for cue in some if (words := phrase(cue))]) for part, some in cues]


def _places(cues: Iterable[Phrase], said: Spoken) -> Iterator[tuple[Phrase, range]]:
    there = {word.folded for word in said.words}
    wanted = (words for words in cues if there.issuperset(words[0]))
    return ((words, place) for words in wanted for place in find(words, said.words))


def _holds(guide: Guide, part: FaultPart, words: Phrase, said: Spoken, place: range, then: Spoken) -> bool:
    """Whether ``words``, found at ``place``, mean what they say; of symptoms "not" is a part."""
    if part is FaultPart.FIRST_CHECK:
        return _was_looked_at(guide, said, place, then)
    if part not in (FaultPart.CAUSE, FaultPart.REMEDY):
        return True
    if part is FaultPart.CAUSE and _only_supposed(guide, said, place):
        return False
    return not (
        _is_denied(part, words, said, place, guide.language)
        or _in_vain(guide, said.words[place.stop :])
        or _in_vain(guide, then.words)
    )


def _was_looked_at(guide: Guide, said: Spoken, place: range, then: Spoken) -> bool:
    """A check is what was done; a suspicion is one where the words after "but" say how it was found."""
    if not any(said.words[at].folded in _SUPPOSING.get(guide.language, ()) for at in place):
        return True
    turn = _first(said, _BUT, guide, place.stop)
    after = said.words[turn:] if turn is not None else ()
    return _found(guide, after) or _found(guide, then.words)


def _found(guide: Guide, words: tuple[Word, ...]) -> bool:
    negations = _NEGATIONS.get(guide.language, ())
    after = [word.folded for word in words[1:]] + [""]
    pairs = zip((word.folded for word in words), after, strict=False)
    looked_at = _LOOKED_AT.get(guide.language, frozenset())
    return any(word in looked_at and following not in negations for word, following in pairs)


def _only_supposed(guide: Guide, said: Spoken, place: range) -> bool:
    """Whether somebody thought so, and no "but" stands between."""
    supposed = _first(said, _SUPPOSING, guide, 0)
    if supposed is None:
        return False
    turn = _first(said, _BUT, guide, supposed)
    return turn is None or place.start < turn


def _first(said: Spoken, known: Mapping[str, frozenset[str]], guide: Guide, start: int) -> int | None:
    words = known.get(guide.language, frozenset())
    return next((at for at in range(start, len(said.words)) if said.words[at].folded in words), None)


def _in_vain(guide: Guide, words: tuple[Word, ...]) -> bool:
    vain = (phrase(cue) for cue in _IN_VAIN.get(guide.language, ()))
    return any(True for wanted in vain for _place in find(wanted, words))


def _is_denied(part: FaultPart, words: Phrase, said: Spoken, place: range, language: str) -> bool:
    """Whether ``words`` are said not to be so: of a cause in its clause, of a remedy right beside it."""
    if part is FaultPart.CAUSE:
        near = _clause(said, place)
    else:
        near = range(max(0, place.start - 1), min(len(said.words), place.stop + 1))
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
