"""Where a fragment was said, for people."""

from sessions.fragments import answer_code, clock
from sessions.interview import Answer, Clip, Session
from sessions.store.store import Store
from sessions.transcript import Segment, Transcript


def reference_of(store: Store, segment_id: int) -> str:
    """Session, answer, and minutes and seconds in the clip ("A2·03 04:12"), also of a fragment that was split
    or joined; empty where it is gone."""
    segment = store.first(Segment, id=segment_id)
    if segment is None:
        return ""
    transcript = store.get(Transcript, segment.transcript_id)
    answer = store.get(Answer, transcript.answer_id)
    session = store.get(Session, answer.session_id)
    take = store.get(Clip, transcript.clip_id).number if transcript.clip_id else 1
    return f"{answer_code(session.code, answer.number, take)} {clock(segment.start)}"
