"""How much of each session a person looked at, without reading what was said."""

from dataclasses import dataclass

from sessions.interview import Answer
from sessions.release import Release
from sessions.store.store import Store
from sessions.store.tables import TABLES
from sessions.transcript import Role, Segment, Transcript, TranscriptState


@dataclass(frozen=True)
class Reviewed:
    """The fragments of a session that somebody has to look at, and those that somebody found right."""

    fragments: int
    checked: int

    @property
    def percent(self) -> int:
        """The share that was looked at, in whole percents; 100 only where nothing is left."""
        return 100 * self.checked // self.fragments if self.fragments else 0


def reviewed(store: Store) -> dict[int, Reviewed]:
    """By the id of the session; one of which nothing became text is not there."""
    rows = store.rows(
        f"""select answer.session_id as id, count(*) as fragments, sum(segment.checked) as checked
            from {TABLES[Segment]} segment
            join {TABLES[Transcript]} transcript on transcript.id = segment.transcript_id
            join {TABLES[Answer]} answer on answer.id = transcript.answer_id
            where transcript.state = ? and segment.position >= 0 and segment.role = ?
              and segment.release is not ? and trim(segment.text) != ''
            group by answer.session_id""",
        (TranscriptState.CURRENT, Role.EXPERT, Release.STRUCK),
    )
    return {row["id"]: Reviewed(row["fragments"], row["checked"]) for row in rows}
