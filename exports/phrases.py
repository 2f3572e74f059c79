"""Knowing again what somebody said, in a document: by runs of words that nobody else said."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from exports.draft.tidying import tidy
from exports.plain import words
from sessions.interview import GuideCopy
from sessions.leaving import Disguise
from sessions.pseudonyms import Pseudonym, Replacer
from sessions.sheet import Sheet
from sessions.store import Store
from sessions.store.belongings import Belongings, texts_of_others
from sessions.store.interviews import guide_of
from sessions.transcript import Revision, Role, Segment

SHORTEST = 4
"""Words of a fragment that is known again: whoever says fewer says what anybody does."""

RUN = 8
"""Words in a row by which a longer fragment is known again, wherever a document breaks it off."""

Run = tuple[str, ...]


@dataclass(frozen=True)
class Phrases:
    """Runs of words, and a name as the words that it is made of."""

    runs: frozenset[Run] = frozenset()
    name: Run = ()

    @classmethod
    def of(cls, store: Store, there: Belongings, *, text: bool, name: bool) -> Self:
        """What was said and written by the expert of ``there``, as far as nobody else did, as documents have it;
        and their name."""
        languages = {guide_of(store, session).language for session in there.sessions}
        said = _runs(_as_it_left(store, _texts(store, there), languages)) if text else set()
        sizes = {len(run) for run in said}
        for other in _others(store, there, languages) if said else ():
            told = words(other)
            said.difference_update(run for size in sizes for run in _in_a_row(told, size))
        return cls(frozenset(said), tuple(words(there.expert.name)) if name else ())

    def are_in(self, told: Sequence[str], title: str) -> bool:
        """Whether one of them is in the words ``told``; the name also in the ``title`` of a document."""
        return self.name_is_in(told, title) or self.said_is_in(told)

    def name_is_in(self, told: Sequence[str], title: str) -> bool:
        """Whether the name is in the words ``told``, or in the ``title`` of a document."""
        titled = words(title.replace("_", " "))
        return bool(self.name) and (_has(told, self.name) or _has(titled, self.name))

    def said_is_in(self, told: Sequence[str]) -> bool:
        """Whether something that was said is in the words ``told``."""
        sizes = {len(run) for run in self.runs}
        return any(run in self.runs for size in sizes for run in _in_a_row(told, size))


def _texts(store: Store, there: Belongings) -> Iterator[str]:
    """Every version of every fragment of the expert, and of what was sent to be read back and came back."""
    texts = [text.id for text in there.transcripts]
    segments = [s for s in store.all(Segment, transcript_id=texts) if s.role is Role.EXPERT]
    for segment in segments:
        yield from (segment.text, segment.machine_text)
    for one in store.all(Revision, segment_id=[segment.id for segment in segments]):
        yield from (one.before, one.after)
    for sheet in store.all(Sheet, session_id=there.session_ids):
        known = (sheet.answers, sheet.back, *(former.back for former in sheet.earlier))
        yield from (fragment.text for answers in known for a in answers for fragment in a.fragments)


def _others(store: Store, there: Belongings, languages: Collection[str]) -> Iterator[str]:
    """What others said, and what the guides ask."""
    yield from (copy.toml for copy in store.all(GuideCopy))
    yield from _tidied(texts_of_others(store, there), languages)


def _as_it_left(store: Store, texts: Iterable[str], languages: Collection[str]) -> Iterator[str]:
    """Each text, and the same with the names that have a pseudonym replaced; as it was said and as drafts have it."""
    disguise = Disguise(Replacer(store.all(Pseudonym)))
    for text in set(texts):
        yield from _tidied({text, disguise.of(text)}, languages)


def _tidied(texts: Iterable[str], languages: Collection[str]) -> Iterator[str]:
    """Each text, and the same without the fillers and doubled words that drafts leave out."""
    for text in texts:
        yield from {text, *(tidy(text, language) for language in languages)}


def _runs(texts: Iterable[str]) -> set[Run]:
    """Of each text the whole where it is short, else each of its runs."""
    told = (words(text) for text in texts)
    return {run for said in told if len(said) >= SHORTEST for run in _in_a_row(said, min(RUN, len(said)))}


def _in_a_row(told: Sequence[str], size: int) -> Iterator[Run]:
    return (tuple(told[at : at + size]) for at in range(len(told) - size + 1))


def _has(told: Sequence[str], name: Run) -> bool:
    return any(run == name for run in _in_a_row(told, len(name)))
