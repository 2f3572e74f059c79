"""What people decided about topics, with the text that they decided on: what suggestions learn from."""

from dataclasses import dataclass

from sessions.interview import Answer, GuideCopy, Session
from sessions.release import Release
from sessions.store.store import Store
from sessions.store.tables import TABLES
from sessions.text import clean
from sessions.transcript import Role, Segment, Tag, TagOrigin, Transcript, TranscriptState

_USABLE = f"""
    from {TABLES[Segment]} segment
    join {TABLES[Transcript]} transcript on transcript.id = segment.transcript_id
    join {TABLES[Answer]} answer on answer.id = transcript.answer_id
    join {TABLES[Session]} session on session.id = answer.session_id
    join {TABLES[GuideCopy]} copy on copy.id = session.guide_copy_id
    {{tags}}
    where copy.guide_id = ? and transcript.state = ? and segment.position >= 0
    and segment.role = ? and segment.release <> ?
"""
_TAGGED = f"""select segment.text, tag.topic, coalesce(tag.accepted, 1) as accepted
    {_USABLE.format(tags=f"join {TABLES[Tag]} tag on tag.segment_id = segment.id")}
    and (tag.accepted is not null or tag.origin = ?) and not (segment.no_topic and coalesce(tag.accepted, 1))
    order by tag.id"""
_NO_TOPIC = f"select segment.text {_USABLE.format(tags='')} and segment.no_topic order by segment.id"


@dataclass(frozen=True)
class Decision:
    """That a text is about ``topic``, or is not; an empty topic means: about none."""

    text: str
    topic: str
    accepted: bool = True


def decisions(store: Store, guide_id: str) -> tuple[Decision, ...]:
    """What people decided in the sessions with this guide, whatever its version, oldest first.

    Struck fragments, those of the interviewer, those without words and those that others replaced are never
    among them.
    """
    values = (guide_id, TranscriptState.CURRENT, Role.EXPERT, Release.STRUCK)
    tagged = store.rows(_TAGGED, (*values, TagOrigin.HUMAN))
    found = [Decision(row["text"], row["topic"], bool(row["accepted"])) for row in tagged]
    found += [Decision(row["text"], "") for row in store.rows(_NO_TOPIC, values)]
    return tuple(one for one in found if clean(one.text).strip())
