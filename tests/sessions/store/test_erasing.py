"""Erasing for real: what was deleted cannot be read from the files any more."""

import pytest

from sessions.errors import ProgrammeLocked
from sessions.interview import Session
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.erasing import erase_for_real
from sessions.store.search import search
from sessions.transcript import Segment, Transcript
from tests.builders import Said, add_clip, add_transcript

NAME = "Geheimenklant"


def hold(programme: Programme, words: str) -> bool:
    """Whether the files of the database hold ``words`` anywhere."""
    whole = b"".join(path.read_bytes() for path in programme.folder.glob("vakborg.db*"))
    return words.lower().encode() in whole.lower()


def tell(programme: Programme, store: Store, session: Session, text: str) -> Transcript:
    clip = add_clip(programme, store, session, "M2-V2", 0.1)
    return add_transcript(store, clip, [Said(text)])


def test_deleted_words_are_nowhere_in_the_files(programme: Programme, store: Store, jan: Session) -> None:
    secret = tell(programme, store, jan, f"Dat was voor {NAME}.")
    for number in range(10):  # the search index merges what it holds only now and then
        tell(programme, store, jan, f"Ik pak draad nummer {number} voor de contour.")
    assert hold(programme, NAME)
    store.delete(secret)
    erase_for_real(store)
    assert not hold(programme, NAME)
    assert not hold(programme, NAME[:9])


def test_what_was_not_deleted_stays_and_is_found(programme: Programme, store: Store, jan: Session) -> None:
    tell(programme, store, jan, "Het startgat zit naast de contour.")
    store.delete(tell(programme, store, jan, f"Dat was voor {NAME}."))
    erase_for_real(store)
    assert [s.text for s in store.all(Segment)] == ["Het startgat zit naast de contour."]
    assert len(search(store, "startgat")) == 1
    assert search(store, NAME) == []


def test_erasing_twice_harms_nothing(programme: Programme, store: Store, jan: Session) -> None:
    tell(programme, store, jan, "Het startgat zit naast de contour.")
    erase_for_real(store)
    erase_for_real(store)
    assert len(search(store, "contour")) == 1


def test_a_reader_that_keeps_the_old_words_alive_is_reported(
    programme: Programme, store: Store, jan: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tell(programme, store, jan, f"Dat was voor {NAME}.")
    monkeypatch.setenv("VAKBORG_BUSY_SECONDS", "0.2")
    with programme.store() as here, programme.store() as reader:
        reader.execute("begin")
        reader.all(Segment)
        here.delete(secret)
        with pytest.raises(ProgrammeLocked):
            erase_for_real(here)
        reader.execute("commit")
        erase_for_real(here)
    assert not hold(programme, NAME)
