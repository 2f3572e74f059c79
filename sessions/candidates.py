"""Words that may be names: a list for a person to check before anything leaves."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sessions.fragments import Fragment, SessionReading, answer_code
from sessions.guides.model import Guide
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.interview import Case
from sessions.lexicon import Lexicon
from sessions.name_shapes import LETTERS, LONG_ENOUGH, PARTICLES, Shapes
from sessions.ordinary import glossary_terms, ordinary_words
from sessions.pseudonyms import Pseudonym, Replacer
from sessions.text import clean, fold

_PART = 3  # letters
_BESIDES = 20  # characters, more than a name has letters, that white space and hyphens may take


class Looks(StrEnum):
    """Why words may be a name: the first is sure to lead to somebody, the second leaves as it is."""

    PART = "part"
    CUT = "cut"
    NAME = "name"


LOOKS = {
    Looks.PART: N_("part of a known name"),
    Looks.CUT: N_("a known name, cut in two by the end of a fragment"),
    Looks.NAME: "",
}


@dataclass(frozen=True)
class Candidate:
    """Words as they were written, how often, and where first ("A2·03 04:12")."""

    text: str
    count: int
    reference: str
    looks: Looks = Looks.NAME


@dataclass(frozen=True)
class Place:
    """A text that may leave, and how people find it."""

    text: str
    reference: str


def candidates(
    fragments: Sequence[Fragment],
    guides: Sequence[Guide],
    pseudonyms: Sequence[Pseudonym],
    typed: Iterable[Place] = (),
) -> tuple[Candidate, ...]:
    """What looks like a name and has no pseudonym: first what is part of a name that has, or was cut in two by the
    end of a fragment; then words with a capital, codes such as drawing numbers, and longer words that hold a known
    name. Of each kind the most frequent first.

    A word of a glossary is none, nor is one at the start of a sentence that is ordinary (see
    :mod:`sessions.ordinary`) or stands anywhere in small letters.
    """
    replacer = Replacer(pseudonyms)
    said = (Place(f.segment.text, f.reference) for f in fragments)
    places = [
        Place(replacer.text(unicodedata.normalize("NFC", clean(p.text))), p.reference)
        for p in (*said, *typed)
    ]
    shapes = _shapes(places, guides, pseudonyms)
    counts: Counter[tuple[str, Looks]] = Counter()
    written: dict[tuple[str, Looks], Place] = {}
    for text, looks, reference in (*_cut(fragments, replacer, pseudonyms), *_standing(places, shapes)):
        counts[fold(text), looks] += 1
        written.setdefault((fold(text), looks), Place(text, reference))
    found = (Candidate(place.text, counts[key], place.reference, key[1]) for key, place in written.items())
    return tuple(sorted(found, key=lambda c: (list(Looks).index(c.looks), -c.count, fold(c.text))))


def typed_in(reading: SessionReading) -> Iterator[Place]:
    """What people typed about a session, and how the files were called that they brought."""
    session = reading.session
    yield Place(session.title, f"{session.code}, " + _("title"))
    yield Place(session.machine, f"{session.code}, " + _("machine"))
    for one in reading.answers:
        where = answer_code(session.code, one.answer.number)
        yield Place(one.answer.note, f"{where}, " + _("note"))
        yield Place(one.answer.skipped_because, f"{where}, " + _("reason to skip it"))
        names = [*(c.original_name for c in one.clips), *(f.transcript.original_name for f in one.fragments)]
        for name in dict.fromkeys(names):
            yield Place(_name_of_file(name), f"{where}, " + _("name of the file"))


def typed_about(case: Case) -> Iterator[Place]:
    """What people typed about a case."""
    where = _("case {title}").format(title=case.title)
    typed = (case.title, case.workpiece, case.material, case.machine, case.requirements, *case.captions)
    for text in typed:
        yield Place(text, where)


def _name_of_file(name: str) -> str:
    """Its words, without what says which kind of file it is."""
    stem = name.rpartition(".")[0] or name
    return stem.replace("_", " ").replace(".", " ")


def _shapes(places: Iterable[Place], guides: Iterable[Guide], pseudonyms: Sequence[Pseudonym]) -> Shapes:
    usual = _usual(guides, pseudonyms)
    ordinary = frozenset(word for guide in guides for word in ordinary_words(guide))
    lexicon = Lexicon(tuple(term for guide in guides for term in glossary_terms(guide)), ordinary)
    words = {word for place in places for word in LETTERS.findall(place.text)}
    common = {fold(word) for word in words if word.islower() or lexicon.knows(fold(word))} | ordinary
    of_names = (word for p in pseudonyms for word in LETTERS.findall(fold(p.name)))
    known = usual | ordinary | PARTICLES
    parts = frozenset(word for word in of_names if len(word) >= _PART and word not in known)
    whole = (fold(p.name).replace(" ", "") for p in pseudonyms)
    longer = {word for word in (*whole, *parts) if len(word) >= LONG_ENOUGH}
    return Shapes(usual, common, parts, tuple(longer))


def _usual(guides: Iterable[Guide], pseudonyms: Iterable[Pseudonym]) -> frozenset[str]:
    """Folded words that are no names: those of the glossaries, and what stands for names already."""
    terms = [
        t for guide in guides for term in guide.glossary for t in (term.term, *term.variants, term.english)
    ]
    texts = [*terms, *(p.replacement for p in pseudonyms)]
    return frozenset(word for text in texts for word in LETTERS.findall(fold(text)))


def _standing(places: Iterable[Place], shapes: Shapes) -> Iterator[tuple[str, Looks, str]]:
    for place in places:
        for text in shapes.names_in(place.text):
            yield text, Looks.PART if shapes.is_part(text) else Looks.NAME, place.reference


def _cut(
    fragments: Sequence[Fragment], replacer: Replacer, pseudonyms: Iterable[Pseudonym]
) -> Iterator[tuple[str, Looks, str]]:
    """Names that begin in one fragment and end in the next."""
    most = 2 * max((len(p.name) for p in pseudonyms), default=0) + _BESIDES
    for one, after in pairwise(fragments):
        if not replacer or not _follows(one, after):
            continue
        before = clean(one.segment.text).rstrip()[-most:]
        text = f"{before} {clean(after.segment.text).lstrip()[:most]}"
        for found in replacer.find(text):
            if found.start < len(before) < found.stop - 1:
                yield text[found.start : found.stop], Looks.CUT, one.reference


def _follows(one: Fragment, after: Fragment) -> bool:
    if one.segment.transcript_id != after.segment.transcript_id:
        return False
    return after.segment.position == one.segment.position + 1
