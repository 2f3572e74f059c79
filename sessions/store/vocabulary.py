"""The vocabulary of a programme: its terms, what was heard in their place, and where a person did not want one.

What came from a struck fragment, and from nowhere else, is there for nobody: no prompt, no suggestion, no list.
"""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sessions.errors import UsageRefused
from sessions.finding import find_named
from sessions.guides.model import Guide
from sessions.i18n import gettext as _
from sessions.interview import Answer, Session
from sessions.lexicon import Lexicon
from sessions.mishearing import Correction
from sessions.moment import now
from sessions.ordinary import glossary_terms, ordinary_words
from sessions.placed import placed
from sessions.release import Release
from sessions.store.editing import Pencil
from sessions.store.store import Store
from sessions.store.tables import TABLES
from sessions.suggesting import Proposer
from sessions.text import clean_line
from sessions.transcript import Segment, Transcript, TranscriptState
from sessions.vocabulary import Mishearing, Refusal, VocabularyTerm

CONTROL = "<|"
"""How the control tokens of a model begin ("<|endoftext|>"); terms go into its prompt."""


@dataclass(frozen=True)
class Entry:
    """A term of the vocabulary with what was heard in its place."""

    term: VocabularyTerm
    heard: tuple[str, ...] = ()


def terms(store: Store) -> list[Entry]:
    """The vocabulary, oldest term first."""
    heard: dict[int, list[Mishearing]] = defaultdict(list)
    known, mishearings = store.all(VocabularyTerm), store.all(Mishearing)
    origins = {term.segment_id for term in known} | {mishearing.segment_id for mishearing in mishearings}
    struck = _struck(store, origins)
    for mishearing in mishearings:
        if mishearing.segment_id not in struck:
            heard[mishearing.term_id].append(mishearing)
    standing = (term for term in known if term.segment_id not in struck or heard[term.id])
    return [Entry(term, tuple(m.heard for m in heard[term.id])) for term in standing]


def add_term(
    store: Store, term: str, by: str, *, heard: str = "", segment_id: int | None = None
) -> VocabularyTerm:
    """Take ``term`` up, and ``heard`` as what stood in its place; a known one only gets the new mishearing.

    ``segment_id`` is the fragment that was corrected; None: it was typed by itself. Raises
    :class:`UsageRefused` for a term without letters, or one that could steer the model.
    """
    written, wrong = _checked(term), clean_line(heard)
    with store.immediate():
        known = _known(store, written)
        if known is None:
            known = store.add(VocabularyTerm(written, clean_line(by), now(), segment_id))
        else:
            known = _with_origin(store, known, segment_id)
        if wrong and wrong != known.term:
            _hear(store, known, wrong, segment_id)
        return known


def drop_term(store: Store, term: str) -> VocabularyTerm:
    """Take a term out, with what was heard in its place; raises :class:`UnknownName` with the nearest one.

    One that somebody said goes from what models were told as well: who takes back what they said later could not
    reach it there any more.
    """
    with store.immediate():
        known = find_named(term, {one.term.term: one.term for one in terms(store)}, _("term"))
        origins = {known.segment_id, *(one.segment_id for one in store.all(Mishearing, term_id=known.id))}
        if origins - {None}:
            forget_told(store, [known.term])
        store.delete(known)
        return known


def forget_told(store: Store, said: Collection[str], but: Collection[int] = ()) -> None:
    """Take these terms out of what models were told to listen for, which stands with every text; not with those
    in ``but`` (ids)."""
    if not said:
        return
    told = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, said))})(?!\w)", re.IGNORECASE)
    for text in store.all(Transcript):
        options = {name: _without(told, value) for name, value in text.options.items()}
        if text.id not in but and options != text.options:
            store.save(replace(text, options=options))


def _without(told: re.Pattern[str], value: Any) -> Any:
    if isinstance(value, list):
        return [_without(told, one) for one in value if not (isinstance(one, str) and told.fullmatch(one))]
    return told.sub("", value) if isinstance(value, str) else value


def written_by_models(store: Store, session: Session) -> frozenset[str]:
    """The words, folded, that models wrote in a session by themselves: those need no telling."""
    rows = store.rows(
        f"""select machine_text from {TABLES[Segment]} segment
            join {TABLES[Transcript]} transcript on transcript.id = transcript_id
            join {TABLES[Answer]} answer on answer.id = answer_id where session_id = ?""",
        (session.id,),
    )
    return frozenset(word.folded for row in rows for word in placed(row["machine_text"]))


def refuse(pencil: Pencil, segment_id: int, heard: str, instead: str) -> None:
    """Do not suggest this in this fragment again; it can be undone."""
    wanted = Refusal(segment_id, clean_line(heard), clean_line(instead))
    known = pencil.store.first(Refusal, segment_id=segment_id, heard=wanted.heard, instead=wanted.instead)
    if known is None:
        pencil.add(wanted)


def refusals(store: Store, segment_ids: Iterable[int]) -> dict[int, frozenset[tuple[str, str]]]:
    """Per fragment what is not to be suggested in it, as (heard, instead)."""
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for refusal in store.all(Refusal, segment_id=list(segment_ids)):
        found[refusal.segment_id].add((refusal.heard, refusal.instead))
    return {segment_id: frozenset(pairs) for segment_id, pairs in found.items()}


def vocabulary_of(store: Store, guide: Guide) -> Lexicon:
    """The terms of the programme and of the guide's glossary, and the ordinary words of the guide."""
    own = (entry.term.term for entry in terms(store))
    return Lexicon((*own, *glossary_terms(guide)), ordinary_words(guide))


def proposer(store: Store, guide: Guide, language: str) -> Proposer:
    """What finds mishearings in a session's fragments; to be made again when the vocabulary changes."""
    corrections = [Correction(heard, entry.term.term) for entry in terms(store) for heard in entry.heard]
    return Proposer(vocabulary_of(store, guide), corrections, language)


def prompt_words(store: Store) -> list[str]:
    """The terms that Whisper is to expect in this programme, the newest last."""
    return [entry.term.term for entry in terms(store)]


def _checked(term: str) -> str:
    written = clean_line(term)
    advice = _("Type the word as it should be written.")
    if not any(character.isalnum() for character in written):
        raise UsageRefused(_("A term has at least one letter."), advice)
    if CONTROL in written:
        raise UsageRefused(_("“{signs}” cannot stand in a term.").format(signs=CONTROL), advice)
    return written


def _known(store: Store, term: str) -> VocabularyTerm | None:
    folded = term.casefold()
    return next((one for one in store.all(VocabularyTerm) if one.term.casefold() == folded), None)


def _with_origin(store: Store, known: VocabularyTerm, segment_id: int | None) -> VocabularyTerm:
    """One that was typed by itself needs no fragment, and one from a struck fragment gets a new origin."""
    needs = known.segment_id is not None and (
        segment_id is None or known.segment_id in _struck(store, {known.segment_id})
    )
    return store.save(replace(known, segment_id=segment_id)) if needs else known


def _hear(store: Store, term: VocabularyTerm, heard: str, segment_id: int | None) -> None:
    known = store.first(Mishearing, term_id=term.id, heard=heard)
    if known is None:
        store.add(Mishearing(term.id, heard, segment_id))
    elif known.segment_id in _struck(store, {known.segment_id}):
        store.save(replace(known, segment_id=segment_id))


def _struck(store: Store, origins: Collection[int | None]) -> set[int]:
    """Those of ``origins`` that are struck; one in whose place others stand is where any of those is."""
    if not any(origins):
        return set()
    rows = store.rows(
        f"""select segment.id, release, position, made_of, state from {TABLES[Segment]} segment
            join {TABLES[Transcript]} transcript on transcript.id = transcript_id
            where position < 0 or made_of <> '[]' or release = ?
            or (state = ? and segment.id in
                (select part.value from {TABLES[Segment]} made, json_each(made.made_of) part))""",
        (Release.STRUCK, TranscriptState.SUPERSEDED),
    )
    family = _Family(rows)
    struck = {row["id"] for row in rows if row["release"] == Release.STRUCK}
    return {origin for origin in origins if origin and not struck.isdisjoint(family.in_place_of(origin))}


class _Family:
    """Which fragments were made of which."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self._parts: dict[int, list[int]] = {row["id"]: json.loads(row["made_of"]) for row in rows}
        self._made: dict[int, list[int]] = defaultdict(list)
        for id_, parts in self._parts.items():
            for part in parts:
                self._made[part].append(id_)
        self._retired = {row["id"] for row in rows if row["position"] < 0}
        self._replaced = {row["id"] for row in rows if row["state"] == TranscriptState.SUPERSEDED}

    def in_place_of(self, origin: int) -> set[int]:
        """The fragments that hold its words now: itself, what it was split into, joined to or put back as, or
        what took its place when the recording was transcribed again."""
        seen: set[int] = set()
        ahead = [origin]
        while ahead:
            id_ = ahead.pop()
            if id_ not in seen:
                seen.add(id_)
                ahead += self._beside(id_)
        return {id_ for id_ in seen if not self._beside(id_)}

    def _beside(self, id_: int) -> list[int]:
        if id_ in self._retired:
            return [*self._made[id_], *self._parts[id_]]
        return self._made[id_] if id_ in self._replaced else []
