"""A programme that an earlier version made opens in this one, and reads as it was written."""

import shutil
from pathlib import Path

import pytest

from sessions.checking import check
from sessions.facets import Facet
from sessions.interview import Clip
from sessions.programme import Programme, open_programme
from sessions.store import Store
from sessions.store.reading import read_sessions
from sessions.store.search import search
from sessions.store.tables import TABLES
from sessions.transcript import Doubt, Role, Source, Transcript

DATA = Path(__file__).parent.parent / "data"
EARLIER = sorted(DATA.glob("programme-*"))


@pytest.fixture(params=EARLIER, ids=lambda path: path.name)
def programme(request: pytest.FixtureRequest, tmp_path: Path) -> Programme:
    """A copy of what an earlier version made."""
    shutil.copytree(request.param, tmp_path / "edm")
    return open_programme(tmp_path / "edm")


@pytest.mark.parametrize("made", EARLIER, ids=lambda path: path.name)
def test_what_is_kept_for_later_is_small_and_closed(made: Path) -> None:
    names = [p.name for p in made.rglob("*") if p.is_file()]
    assert not [n for n in names if n.endswith(("-wal", "-shm", ".part", ".lock"))]
    assert sum(p.stat().st_size for p in made.rglob("*") if p.is_file()) < 220_000


def test_there_is_one_of_the_first_version() -> None:
    assert "programme-0.1.0" in [path.name for path in EARLIER]


def test_it_is_whole(programme: Programme) -> None:
    with programme.store() as store:
        assert check(programme, store) == []


def test_everything_in_it_can_be_read_and_written_back(programme: Programme) -> None:
    with programme.store() as store:
        for kind in TABLES:
            for thing in _all(store, kind):
                assert store.save(thing) == thing


def _all(store: Store, kind: type) -> list[Clip]:
    return store.all(kind)


def test_it_reads_as_it_was_written(programme: Programme) -> None:
    with programme.store() as store:
        jan, fatima = read_sessions(store)
        (hit,) = search(store, "dielektricum")
        (clip,) = store.all(Clip)
        whisper, brought = store.all(Transcript)
    assert (jan.expert.name, jan.company.name, jan.named) == ("Jan van Dijk", "Vonkwerk", True)
    assert (fatima.session.code, fatima.named) == ("B1", False)
    asked, told = jan.answers[0].fragments
    assert asked.segment.role is Role.INTERVIEWER
    assert told.segment.doubt is Doubt.LOW_CONFIDENCE
    assert [w.text for w in told.segment.words][:3] == [" Ik", " zet", " het"]
    assert (told.topics, told.reference) == (("startgat",), "A1·01 00:00")
    assert fatima.answers[0].fragments[1].facet is Facet.ERROR
    assert hit.session == "A1"
    assert clip.seconds == pytest.approx(1.0)
    assert whisper.options == {"beam_size": 5, "temperature": [0.0, 0.2]}
    assert (brought.source, brought.clip_id) == (Source.WEBVTT, None)
