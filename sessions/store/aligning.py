"""Texts that a person wrote and whose word times are an estimate: finding them, and giving them times."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from sessions.interview import Answer, Clip, Session
from sessions.release import Release
from sessions.store.people import never_to_be_text
from sessions.store.store import Store
from sessions.store.tables import TABLES
from sessions.transcript import DEMO_MODEL, Segment, Timed, Transcript, TranscriptState, Word

LONGEST = 30.0
"""Seconds of sound that a text can be laid to; a longer fragment keeps its estimate."""

_SQL = f"""
select segment.id, segment.text, transcript.clip_id, transcript.language, transcript.answer_id
from {TABLES[Segment]} segment
join {TABLES[Transcript]} transcript on transcript.id = segment.transcript_id
join {TABLES[Answer]} answer on answer.id = transcript.answer_id
join {TABLES[Clip]} clip on clip.id = transcript.clip_id and not clip.erased
where segment.timed = 'estimated' and segment.position >= 0
  and segment."end" > segment.start and segment."end" - segment.start <= ?
  and segment.release is not ? and transcript.state = ? and transcript.clip_id is not null
  and ifnull(answer.session_id = ?, 1) and (transcript.model = ? or not ?)
"""  # 'estimated' in so many words: its index needs that


@dataclass(frozen=True)
class Estimated:
    """A fragment whose words have estimated times, the sound it was said in, and the language of that."""

    segment: Segment
    clip: Clip
    language: str


def estimated(
    store: Store,
    session: Session | None = None,
    *,
    demo: bool = False,
    tried: Collection[tuple[int, str]] = (),
) -> Iterator[Estimated]:
    """The fragments, of one session or of all, that may be laid to their sound; cheap where there are none.

    Nothing that is struck, or of an expert who lets nothing become text. With ``demo`` only what the demo's
    model heard: it knows no other voice. ``tried`` (id, text) are left out.
    """
    values = (
        LONGEST,
        Release.STRUCK,
        TranscriptState.CURRENT,
        session.id if session else None,
        DEMO_MODEL,
        demo,
    )
    rows = [row for row in store.rows(_SQL, values) if (row["id"], row["text"]) not in tried]
    silent = never_to_be_text(store) if rows else set()
    for row in rows:
        segment, clip = store.first(Segment, id=row["id"]), store.first(Clip, id=row["clip_id"])
        if segment and clip and row["answer_id"] not in silent:
            yield Estimated(segment, clip, row["language"])


def lay(store: Store, segment: Segment, words: Sequence[Word]) -> bool:
    """Give the words of ``segment`` the times that the sound gave; False where it was changed meanwhile."""
    with store.immediate():
        now = store.first(Segment, id=segment.id)
        if now is None or (now.text, now.timing, now.timed) != (segment.text, segment.timing, segment.timed):
            return False
        store.save(replace(now, timing=tuple(words), timed=Timed.ALIGNED))
        return True
