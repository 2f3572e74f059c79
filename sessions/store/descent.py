"""From which earlier fragments those of now came: split, joined, or heard again by a better model."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sessions.interview import Answer, Session
from sessions.store.store import Store
from sessions.store.tables import TABLES
from sessions.transcript import Segment, Transcript, TranscriptState

_MADE = f"select id, made_of from {TABLES[Segment]} where made_of <> '[]'"
_HEARD_AGAIN = f"""select old.id as before, new.id as after from {TABLES[Segment]} old
    join {TABLES[Transcript]} earlier on earlier.id = old.transcript_id and earlier.state = ?
    join {TABLES[Transcript]} now on now.clip_id = earlier.clip_id and now.state = ?
    join {TABLES[Segment]} new on new.transcript_id = now.id and new.position >= 0
    where old.id in (select value from json_each(?))
    and min(new.end, old.end) - max(new.start, old.start) > 0.5 * min(new.end - new.start, old.end - old.start)
    order by new.id, old.id"""


def origins(store: Store, known: Collection[int]) -> dict[int, tuple[int, ...]]:
    """Per fragment that came from others, those of the ``known`` ids of which it came.

    One that was heard again came from those with which it shares more than half of the shorter one's time.
    """
    children = _made_of(store)
    found: dict[int, dict[int, None]] = defaultdict(dict)
    edge: dict[int, tuple[int, ...]] = {id_: (id_,) for id_ in known}
    while edge:
        after: dict[int, dict[int, None]] = defaultdict(dict)
        for before, child in _steps(store, children, edge):
            if child not in found or not set(edge[before]) <= set(found[child]):
                after[child].update(dict.fromkeys(edge[before]))
        for child, sources in after.items():
            found[child].update(sources)
        edge = {child: tuple(sources) for child, sources in after.items()}
    return {child: tuple(sources) for child, sources in found.items()}


def _made_of(store: Store) -> dict[int, list[int]]:
    children: dict[int, list[int]] = defaultdict(list)
    for row in store.rows(_MADE):
        for source in json.loads(row["made_of"]):
            children[source].append(row["id"])
    return children


def _steps(store: Store, children: dict[int, list[int]], edge: Collection[int]) -> Iterable[tuple[int, int]]:
    for id_ in edge:
        for child in children.get(id_, ()):
            yield id_, child
    states = (TranscriptState.SUPERSEDED, TranscriptState.CURRENT)
    for row in store.rows(_HEARD_AGAIN, (*states, json.dumps(list(edge)))):
        yield row["before"], row["after"]


def heirs(store: Store, known: Collection[int], standing: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Per ``known`` id the fragments that stand for it now: itself as long as it stands, else those that came from
    it, in the order of ``standing`` (the ids of the fragments to look among); none where nothing is left of it."""
    there = set(standing)
    lost = [id_ for id_ in known if id_ not in there]
    sources = origins(store, lost) if lost else {}
    came = {id_: tuple(s for s in standing if id_ in sources.get(s, ())) for id_ in lost}
    return {id_: came.get(id_, (id_,)) for id_ in known}


def standing_in(store: Store, session: Session) -> list[int]:
    """The ids of the fragments that a session is made of now, in the order of its answers."""
    rows = store.rows(
        f"""select segment.id as id from {TABLES[Segment]} segment
            join {TABLES[Transcript]} transcript on transcript.id = segment.transcript_id
            join {TABLES[Answer]} answer on answer.id = transcript.answer_id
            where answer.session_id = ? and transcript.state = ? and segment.position >= 0
            order by answer.number, transcript.id, segment.position""",
        (session.id, TranscriptState.CURRENT),
    )
    return [row["id"] for row in rows]
