"""What a person settles beside the words."""

from dataclasses import replace
from pathlib import Path

import pytest

from capture.interviewing.attaching import Moment, attach
from capture.reviewing.bench import Bench
from capture.reviewing.state import News, Told
from sessions.errors import UsageRefused
from sessions.interview import Attachment
from sessions.received import Wish
from sessions.release import Release
from sessions.store.approving import decide
from sessions.store.interviews import answer_to, find_session, guide_of
from sessions.store.reading import read_session
from sessions.store.releasing import said_in
from tests.builders import make_programme


@pytest.mark.parametrize("level", [Release.STRUCK, Release.INTERNAL])
def test_an_answer_that_is_taken_back_takes_its_photos_back(tmp_path: Path, level: Release) -> None:
    programme, told = make_programme(tmp_path / "leerpad"), list[News]()
    (tmp_path / "klos.jpg").write_bytes(b"klos")
    with programme.store() as store:
        session = find_session(store, "A1")
        answer = answer_to(store, session, guide_of(store, session).question("M2-V2"))
        photo = attach(programme, store, session, answer, tmp_path / "klos.jpg", Moment())
        store.save(replace(photo, release=Release.FREE))
        bench = Bench(programme, store, "A1", "Anneke", told.append)
        others = [s.id for s in said_in(store, session) if s not in said_in(store, session, "M2-V2")]
        bench.labels.release_answer(others, level)
        assert store.get(Attachment, photo.id).release is Release.FREE
        bench.labels.release_answer([s.id for s in said_in(store, session, "M2-V2")], level)
        bench.close()
        assert store.get(Attachment, photo.id).release is Release.INTERNAL
    assert [one.text for one in told if isinstance(one, Told)] == ["1 photo stays in the company now too."]


def test_a_golden_quote_is_chosen_and_taken_back_and_shows_at_its_fragment(tmp_path: Path) -> None:
    programme, told = make_programme(tmp_path / "leerpad"), list[News]()
    with programme.store() as store:
        bench = Bench(programme, store, "B1", "Anneke", told.append)
        text = said_in(store, find_session(store, "B1"), "M4-V2")[1]
        bench.labels.golden(text.id)
        line = bench.line(text.id)
        assert line is not None
        assert line.golden
        assert bench.changed
        again = Bench(programme, store, "B1", "Bert", told.append)
        again.labels.golden(text.id)
        assert not (line := again.line(text.id)) or not line.golden
        bench.close()
        again.close()
    assert [one.text for one in told if isinstance(one, Told)] == [
        "Chosen as a golden quote; the same key takes it back.",
        "No golden quote any more.",
    ]


def test_a_fragment_that_the_expert_keeps_in_the_company_is_not_released(tmp_path: Path) -> None:
    programme, told = make_programme(tmp_path / "leerpad"), list[News]()
    with programme.store() as store:
        session = find_session(store, "A1")
        decide(store, session, read_session(store, session).answers[0], Wish.INTERNAL, "Anneke")
        bench = Bench(programme, store, "A1", "Anneke", told.append)
        said = [s.id for s in said_in(store, session, "M2-V2")]
        with pytest.raises(UsageRefused, match="The expert said"):
            bench.labels.release(said[1:2], Release.PARTNERS, also_struck=True)
        bench.labels.release_answer(said, Release.PARTNERS)
        bench.close()
        assert {s.release for s in said_in(store, session, "M2-V2")} == {Release.INTERNAL}
    assert [one.text for one in told if isinstance(one, Told)] == [
        "3 fragments stay where they are: the expert said so."
    ]
