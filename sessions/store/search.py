"""Full text over all that was said: without accents or case, each word as the start of a word."""

from dataclasses import dataclass

from sessions.interview import Answer, Clip, Session
from sessions.release import Release
from sessions.store.store import Store
from sessions.store.tables import SEARCH_INDEX, TABLES
from sessions.text import clean
from sessions.transcript import Segment, Transcript, TranscriptState

# marks of a hit in the text: code points that are no characters, which no keyboard types
HIT_START, HIT_END = "\ufdd0", "\ufdd1"


@dataclass(frozen=True)
class Hit:
    """A found segment. ``text`` has :data:`HIT_START` and :data:`HIT_END` around what matched."""

    segment_id: int
    session: str
    answer_number: int
    question_id: str
    clip_number: int
    start: float
    text: str


def search(store: Store, wanted: str, limit: int = 50) -> list[Hit]:
    """Current segments that hold every word of ``wanted``, best first; struck ones never."""
    query = _as_query(wanted)
    if not query:
        return []
    rows = store.rows(_SQL, (HIT_START, HIT_END, query, TranscriptState.CURRENT, Release.STRUCK, limit))
    return [Hit(**row) for row in rows]


def _as_query(wanted: str) -> str:
    words = (word.replace('"', "") for word in clean(wanted).split())
    return " ".join(f'"{word}"*' for word in words if any(c.isalnum() for c in word))


_SQL = f"""
select segment.id as segment_id, session.code as session, answer.number as answer_number,
       answer.question_id, coalesce(clip.number, 1) as clip_number, segment.start,
       highlight({SEARCH_INDEX}, 0, ?, ?) as text
from {SEARCH_INDEX}
join {TABLES[Segment]} segment on segment.id = {SEARCH_INDEX}.rowid
join {TABLES[Transcript]} transcript on transcript.id = segment.transcript_id
join {TABLES[Answer]} answer on answer.id = transcript.answer_id
join {TABLES[Session]} session on session.id = answer.session_id
left join {TABLES[Clip]} clip on clip.id = transcript.clip_id
where {SEARCH_INDEX} match ? and transcript.state = ? and segment.release is not ?
      and segment.position >= 0
order by rank limit ?
"""
