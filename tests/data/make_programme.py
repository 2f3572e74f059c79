"""Makes the example programme of this version, for later versions to prove that they open it.

    python -m tests.data.make_programme

Run it once per version that changes the database, and never again for an older one.
"""

import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

from sessions.guides.loading import load
from sessions.interview import Session
from sessions.people import Permission
from sessions.programme import Programme, create_programme
from sessions.store import Store, interviews, people, queue
from sessions.store.transcripts import add_chunk, begin, complete
from sessions.transcript import Doubt, Role, Segment, Tag, TagOrigin, Word
from tests.sessions.guides.small import SMALL
from tests.transcripts.recordings import recording
from transcripts.bringing import Place, bring_recording, bring_transcript
from transcripts.captions import read_captions

HERE = Path(__file__).parent
VTT = """WEBVTT

00:00.000 --> 00:02.000
<v Anneke>Hoe haal je de uitvaller weg?</v>

00:02.000 --> 00:05.000
<v Fatima>Met een magneet, want een beginner laat hem vallen.</v>
"""


def make(folder: Path) -> Programme:
    """Two sessions: one recording with its transcript, and one transcript without sound."""
    programme = create_programme(folder)
    with programme.store() as store, tempfile.TemporaryDirectory() as scratch:
        jan = _session(store, "Jan van Dijk", "Vonkwerk", named=True)
        _record(programme, store, jan, Path(scratch) / "opname 1.flac")
        fatima = _session(store, "Fatima el Amrani", "Matrijs & Zn")
        _write(programme, store, fatima, Path(scratch) / "overleg.vtt")
    return programme


def _session(store: Store, expert: str, company: str, *, named: bool = False) -> Session:
    person = people.expert_named(store, expert, people.company_named(store, company))
    if named:
        people.permit(store, person, [Permission.RECORDING, Permission.NAMED_QUOTE], asked_by="Anneke")
    return interviews.new_session(store, person, load(SMALL, "klein"), SMALL, machine="Sodick AQ537L")


def _place(programme: Programme, store: Store, session: Session, question_id: str) -> Place:
    guide = interviews.guide_of(store, session)
    return Place(programme, store, session, guide.question(question_id), guide)


def _record(programme: Programme, store: Store, session: Session, path: Path) -> None:
    clip = bring_recording(_place(programme, store, session, "M1-V1"), recording(path, loudness=0.0)).clip
    job = queue.claim(store)
    assert clip is not None
    assert job is not None
    begun = begin(
        store, clip, model="demo-nl", options={"beam_size": 5, "temperature": [0.0, 0.2]}, language="nl"
    )
    text = "Ik zet het startgat naast het diëlektricum."
    words = tuple(Word(0.1 * n + 0.2, 0.1 * n + 0.25, f" {w}", 0.9) for n, w in enumerate(text.split()))
    said = [
        (Segment(0, 0, 0.0, 0.15, "Waar?", "Waar?", (), Role.INTERVIEWER), []),
        (
            Segment(0, 0, 0.2, 1.0, text, text, words, doubt=Doubt.LOW_CONFIDENCE),
            [Tag(0, "startgat", TagOrigin.QUESTION, score=0.75, because=("startgat",))],
        ),
    ]
    complete(store, add_chunk(store, begun, said, clip.seconds), job)


def _write(programme: Programme, store: Store, session: Session, path: Path) -> None:
    path.write_text(VTT, encoding="utf-8")
    bring_transcript(_place(programme, store, session, "M1-V2"), path, read_captions(path), "Fatima", None)


if __name__ == "__main__":
    made = HERE / f"programme-{version('vakborg')}"
    shutil.rmtree(made, ignore_errors=True)
    make(made)
    (made / "exports" / ".gitkeep").touch()
    print(made)
