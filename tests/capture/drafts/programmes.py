"""A programme of which everything was released, and in which two experts say nearly the same."""

from pathlib import Path

from sessions.interview import Session
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import Store, queue
from sessions.store.interviews import find_session
from sessions.store.releasing import release_all, said_in
from sessions.transcript import Segment
from tests.builders import Said, add_clip, add_transcript, make_programme

SAME = Said(
    "Eh, ik zet het startgat altijd drie millimeter naast de contour, want anders beschadig je de wand.", 2.0
)


def released_programme(folder: Path, level: Release = Release.PARTNERS) -> Programme:
    """``make_programme`` with what Fatima says about the start hole too, all of it released to partners."""
    programme = make_programme(folder)
    with programme.store() as store:
        while job := queue.claim(store):
            queue.finish(store, job)
        add_transcript(store, add_clip(programme, store, find_session(store, "B1"), "M2-V2", 9), [SAME])
        for session in store.all(Session):
            release(store, session, level)
    return programme


def release(store: Store, session: Session, level: Release) -> None:
    """Let all that was said in ``session`` go this far."""
    release_all(store, session, said_in(store, session), level, "Anneke")


def segment_of(programme: Programme, begins: str) -> Segment:
    """The fragment that begins so."""
    with programme.store() as store:
        return next(s for s in store.all(Segment) if s.text.startswith(begins))
