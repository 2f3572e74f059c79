"""The programme's pseudonyms: adding and removing them, where their names stand, and what else to look at."""

from collections import defaultdict
from dataclasses import dataclass, replace

from sessions.candidates import Candidate, Place, candidates, typed_about, typed_in
from sessions.errors import UsageRefused
from sessions.finding import find_named
from sessions.fragments import Fragment
from sessions.guides.library import bundled, find
from sessions.guides.model import Guide
from sessions.i18n import gettext as _
from sessions.interview import Case
from sessions.moment import now
from sessions.pseudonyms import Pseudonym, Replacer, meet, same_name
from sessions.release import Release
from sessions.store.interviews import guides_used
from sessions.store.photos import answer_files
from sessions.store.reading import read_sessions
from sessions.store.store import Store
from sessions.text import clean, clean_line, fold

MOST_LETTERS = 200


@dataclass(frozen=True)
class Use:
    """A pseudonym, and in how many fragments and sessions its name stands."""

    pseudonym: Pseudonym
    fragments: int
    sessions: int


@dataclass(frozen=True)
class Names:
    """The pseudonyms with their uses, and the words that may be names too."""

    uses: tuple[Use, ...]
    candidates: tuple[Candidate, ...]


def pseudonyms(store: Store) -> list[Pseudonym]:
    """All of them, by name."""
    return sorted(store.all(Pseudonym), key=lambda p: fold(p.name))


def known_as(store: Store, name: str) -> Pseudonym | None:
    """The pseudonym of ``name``, whatever its case, accents and white space."""
    line = clean_line(name)
    return next((p for p in store.all(Pseudonym) if _sayable(line) and same_name(p.name, line)), None)


def add_pseudonym(store: Store, name: str, replacement: str, by: str) -> Pseudonym:
    """From now on ``replacement`` stands for ``name``, also where something else did so before.

    Raises :class:`UsageRefused` for an empty or unsafe one, and where a name could be found in a replacement.
    """
    name, replacement = _checked(name), _checked(replacement)
    if not _sayable(name):
        raise UsageRefused(
            _("“{name}” is too short for a name.").format(name=name),
            _("Two letters or digits are the least: anything shorter stands in every text."),
        )
    with store.immediate():
        before = known_as(store, name)
        others = [p for p in store.all(Pseudonym) if not before or p.id != before.id]
        new = Pseudonym(name, replacement, by, now())
        _refuse_meeting(new, others)
        return store.save(replace(new, id=before.id)) if before else store.add(new)


def remove_pseudonym(store: Store, name: str) -> Pseudonym:
    """From now on ``name`` leaves as it is. Raises :class:`UnknownName`."""
    with store.immediate():
        found = find_pseudonym(store, name)
        store.delete(found)
        return found


def find_pseudonym(store: Store, name: str) -> Pseudonym:
    """The pseudonym of ``name``; raises :class:`UnknownName` with the nearest one."""
    return known_as(store, name) or find_named(name, {p.name: p for p in pseudonyms(store)}, _("pseudonym"))


def names_in(store: Store) -> Names:
    """Where names stand in what may leave, and what else looks like one."""
    every = pseudonyms(store)
    readings = read_sessions(store)
    fragments = [
        f
        for reading in readings
        for answer in reading.answers
        for f in answer.fragments
        if f.segment.release is not Release.STRUCK
    ]
    typed = [place for reading in readings for place in typed_in(reading)]
    typed += [place for case in store.all(Case) for place in typed_about(case)]
    typed += [Place(one.file.caption, one.reference + ", " + _("caption")) for one in answer_files(store)]
    return Names(_uses(every, fragments), candidates(fragments, _guides(store), every, typed))


def _guides(store: Store) -> list[Guide]:
    """Those of the programme, and what comes with Vakborg in their languages: it is full of ordinary words."""
    used = guides_used(store)
    languages = {guide.language for guide in used}
    return [*used, *(find(file.id)[0] for file in bundled() if file.language in languages)]


def _uses(every: list[Pseudonym], fragments: list[Fragment]) -> tuple[Use, ...]:
    replacer = Replacer(every)
    places: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for fragment in fragments:
        for found in replacer.find(fragment.segment.text):
            places[found.id].add((fragment.session.id, fragment.segment.id))
    return tuple(Use(p, len(places[p.id]), len({session for session, _id in places[p.id]})) for p in every)


def _sayable(name: str) -> bool:
    return sum(c.isalnum() for c in name) >= 2


def _checked(text: str) -> str:
    if text != clean(text) or "\n" in text or "\t" in text:
        raise UsageRefused(
            _("A name and its pseudonym stand on one line, without control characters."),
            _("Type it again instead of pasting it."),
        )
    line = clean_line(text)
    if not any(c.isalnum() for c in line):
        raise UsageRefused(
            _("A name and its pseudonym need at least a letter or a digit."),
            _("For example: vakborg pseudonym add Jansen “customer A”"),
        )
    if len(line) > MOST_LETTERS:
        raise UsageRefused(
            _("A name of more than {n} characters is no name.").format(n=MOST_LETTERS),
            _("Give only the words that should not leave."),
        )
    return line


def _refuse_meeting(new: Pseudonym, others: list[Pseudonym]) -> None:
    pairs = [(new.name, new.replacement)]
    pairs += [(other.name, new.replacement) for other in others]
    pairs += [(new.name, other.replacement) for other in others]
    for name, replacement in pairs:
        if meet(name, replacement):
            raise UsageRefused(
                _("“{replacement}” cannot stand for a name: “{name}” would be found in it again.").format(
                    replacement=replacement, name=name
                ),
                _("Choose a pseudonym that shares no words with a name."),
            )
