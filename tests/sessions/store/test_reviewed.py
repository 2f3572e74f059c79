from dataclasses import replace
from pathlib import Path

from sessions.release import Release
from sessions.store.reviewed import Reviewed, reviewed
from sessions.transcript import Segment
from tests.builders import make_programme


def test_only_what_somebody_has_to_look_at_is_counted(tmp_path: Path) -> None:
    with make_programme(tmp_path / "p").store() as store:
        before = reviewed(store)
        expert, struck = (s for s in store.all(Segment) if "startgat altijd" in s.text or "spoelen" in s.text)
        store.save(replace(expert, checked=True))
        store.save(replace(struck, release=Release.STRUCK))
        after = reviewed(store)
    assert before == {1: Reviewed(4, 0), 2: Reviewed(2, 0)}
    assert after == {1: Reviewed(3, 1), 2: Reviewed(2, 0)}


def test_the_share_is_whole_only_when_nothing_is_left() -> None:
    assert [Reviewed(200, 199).percent, Reviewed(3, 3).percent, Reviewed(0, 0).percent] == [99, 100, 0]
