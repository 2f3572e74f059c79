"""The filled programme of the tests, with all that was said released to partners."""

from pathlib import Path

from sessions.interview import Session
from sessions.programme import open_programme
from sessions.release import Release
from sessions.store.releasing import release_all, said_in


def release_everything(folder: Path, level: Release = Release.PARTNERS) -> None:
    """Release every session of the programme in ``folder``."""
    with open_programme(folder).store() as store:
        for session in store.all(Session):
            release_all(store, session, said_in(store, session), level, "Anneke", also_struck=True)
