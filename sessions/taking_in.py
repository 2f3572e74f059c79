"""What a text that came back from an expert does to the fragments that stand for it here now.

A fragment that was split, joined or heard again since is handled together with all that came of it, and of which
that came: their words are merged as one text, and each change goes to the part that holds its words.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from sessions.fragments import AnswerReading, Fragment
from sessions.i18n import gettext as _
from sessions.incoming import Removal, Rewording
from sessions.received import Note, NoteKind, Placed, SaidAgain
from sessions.release import Release
from sessions.text import clean_line
from sessions.three_way import same_words, three_way
from sessions.timing import word_key
from sessions.transcript import Role, Segment

ALIKE = 0.5
"""How much of the words of a text that was sent must stand in what came of it, so that a change in the one is placed
in the other (1 less the normalised edit distance of words without substitutions)."""


@dataclass(frozen=True)
class CameBack:
    """A fragment as it was ``sent`` and as it ``came`` back, empty where it is ``gone``; ``restored`` where the
    expert had taken it out, and it stands in the file again."""

    segment_id: int
    sent: str
    came: str
    placed: Placed = Placed.MARK
    gone: bool = False
    restored: bool = False

    @property
    def changed(self) -> bool:
        """Whether the expert did anything to it."""
        return self.gone or self.restored or not same_words(self.sent, self.came)


@dataclass(frozen=True)
class Bunch:
    """Fragments that were sent, and those that stand for them ``now``, each with the ids ``of`` those it came from."""

    sent: tuple[CameBack, ...]
    now: tuple[Fragment, ...]
    of: Mapping[int, frozenset[int]]

    @property
    def same(self) -> bool:
        """Whether it is the one fragment that was sent."""
        return [f.segment.id for f in self.now] == [c.segment_id for c in self.sent]


@dataclass(frozen=True)
class Outcome:
    """What becomes of a bunch; ``notes`` are changes that found no place. ``seen`` is the text of each fragment as
    the expert read it, by its id: another than it has where not all of what is in it was in the file."""

    rewordings: tuple[Rewording, ...] = ()
    removals: tuple[Removal, ...] = ()
    notes: tuple[Note, ...] = ()
    seen: Mapping[int, str] = field(default_factory=dict)


def came_back(segment_id: int, sent: str, first: str, said: Sequence[SaidAgain], *, gone: bool) -> CameBack:
    """A fragment that was last known to the expert as ``sent`` (empty where they had taken it out), and as ``first``
    before that, with what was ``said`` of it in the file; ``gone`` where nothing of it is there."""
    text = clean_line(" ".join(one.text for one in said))
    if text:
        placed = max((one.placed for one in said), key=list(Placed).index)
        restored = not sent.strip()
        return CameBack(segment_id, first if restored else sent, text, placed, restored=restored)
    if said or gone:
        return CameBack(segment_id, sent, "", gone=bool(sent.strip()))
    return CameBack(segment_id, sent, sent)


def bunches(
    sent: Iterable[CameBack], heirs: Mapping[int, Sequence[int]], standing: Mapping[int, Fragment]
) -> list[Bunch]:
    """``sent`` in bunches, each with the fragments that stand for it: its ``heirs``."""
    found: list[tuple[list[CameBack], set[int]]] = []
    for came in sent:
        now = set(heirs[came.segment_id])
        touching = [bunch for bunch in found if bunch[1] & now]
        found = [bunch for bunch in found if bunch not in touching]
        found.append(([c for b in touching for c in b[0]] + [came], now.union(*(b[1] for b in touching))))
    return [_bunch(came, [f for id_, f in standing.items() if id_ in now], heirs) for came, now in found]


def _bunch(came: Sequence[CameBack], now: Sequence[Fragment], heirs: Mapping[int, Sequence[int]]) -> Bunch:
    of = {
        f.segment.id: frozenset(c.segment_id for c in came if f.segment.id in heirs[c.segment_id])
        for f in now
    }
    return Bunch(tuple(came), tuple(now), of)


def outcome(bunch: Bunch) -> Outcome:
    """What becomes of a bunch of which something may have changed."""
    gone = {c.segment_id for c in bunch.sent if c.gone}
    out = [f for f in bunch.now if bunch.of[f.segment.id] <= gone]
    kept = [f for f in bunch.now if f not in out]
    texts = {f.segment.id: f.segment.text for f in kept}
    removals = tuple(_removal(f) for f in out if f.segment.release is not Release.STRUCK)
    if not any(c.changed for c in bunch.sent):
        return Outcome(seen=_seen(bunch, texts))
    waiting = [c for c in bunch.sent if c.changed and not _is_out(bunch, c, out)]
    if waiting and not _can_be_placed(bunch, kept):
        notes = tuple(_note(bunch, came) for came in waiting)
        return Outcome(removals=removals, notes=notes, seen=_seen(bunch, texts))
    rewordings = _rewordings(bunch, kept) if waiting else ()
    texts |= {r.segment_id: r.then for r in rewordings}
    empty = {id_ for id_, text in texts.items() if not text}
    return Outcome(
        tuple(r for r in rewordings if r.segment_id not in empty),
        removals + tuple(_removal(f) for f in kept if f.segment.id in empty and f.segment.text),
        seen=_seen(bunch, {id_: text for id_, text in texts.items() if id_ not in empty}),
    )


def _is_out(bunch: Bunch, came: CameBack, out: Sequence[Fragment]) -> bool:
    return came.gone and all(f in out for f in bunch.now if came.segment_id in bunch.of[f.segment.id])


def _can_be_placed(bunch: Bunch, kept: Sequence[Fragment]) -> bool:
    if bunch.same:
        return True
    sent = [word_key(w) for c in bunch.sent for w in c.sent.split()]
    now = [word_key(w) for f in bunch.now for w in f.segment.text.split()]
    return bool(kept) and Indel.normalized_similarity(sent, now) >= ALIKE


def _note(bunch: Bunch, came: CameBack) -> Note:
    heir = next((f.segment.id for f in bunch.now if came.segment_id in bunch.of[f.segment.id]), 0)
    return Note(NoteKind.UNPLACED, came.came or _("(taken out)"), came.sent, heir)


def _rewordings(bunch: Bunch, kept: Sequence[Fragment]) -> tuple[Rewording, ...]:
    ours = [f.segment.text for f in kept]
    sent, came = _joined(c.sent for c in bunch.sent), _joined(c.came for c in bunch.sent)
    merged = three_way(sent, ours, came)
    restored = {c.segment_id for c in bunch.sent if c.restored}
    placed = max((c.placed for c in bunch.sent if c.changed), key=list(Placed).index)
    found = []
    for n, fragment in enumerate(kept):
        segment = fragment.segment
        back = segment.release is Release.STRUCK and bool(bunch.of[segment.id] & restored)
        if back or not same_words(segment.text, merged.texts[n]):
            meanwhile = not same_words(_joined(ours), sent)
            now = "" if back else segment.text
            found.append(
                Rewording(
                    segment.id, fragment.reference, sent, came, now, merged.texts[n], placed, meanwhile,
                    clash=n in merged.clashes, release=Release.INTERNAL if back else segment.release,
                )
            )  # fmt: skip
    return tuple(found)


def _seen(bunch: Bunch, texts: Mapping[int, str]) -> dict[int, str]:
    """``texts`` where they are together what came back; else what came back, at the first of them."""
    came = _joined(c.came for c in bunch.sent)
    if same_words(_joined(texts.values()), came):
        return dict(texts)
    return {id_: came if n == 0 else "" for n, id_ in enumerate(texts)}


def _removal(fragment: Fragment) -> Removal:
    return Removal(fragment.segment.id, fragment.reference, fragment.segment.text)


def _joined(texts: Iterable[str]) -> str:
    return " ".join(text for text in texts if text.strip())


def texts_seen(answer: AnswerReading, out: Collection[int], seen: Mapping[int, str]) -> Iterator[str]:
    """The texts of the fragments of an answer as its expert read them: those ``seen`` (by id), without what is
    ``out``; and what they need not have read."""
    for fragment in answer.fragments:
        segment = fragment.segment
        text = seen.get(segment.id)
        if text is None or not segment.text.strip():
            if segment.release is not Release.STRUCK and _need_not_be_read(segment):
                yield segment.text
        elif text and segment.id not in out:
            yield text


def _need_not_be_read(segment: Segment) -> bool:
    """Whether the expert agrees without it having been in the file: another's words, or none."""
    return segment.role is Role.INTERVIEWER or not segment.text.strip()
