from dataclasses import replace
from pathlib import Path

from capture.interviewing.texts import Reading, Texts
from sessions.errors import VakborgError
from sessions.release import Release
from sessions.transcript import Segment
from tests.builders import make_programme


def test_what_is_struck_in_another_session_meanwhile_is_not_told_back(tmp_path: Path) -> None:
    programme = make_programme(tmp_path / "p")
    failed: list[VakborgError] = []
    reading = Reading(programme, "B1", lambda take: take(0.0), failed.append)
    reading.read()
    assert "Bij hoge stukken pak ik een gecoate draad." in said(reading.texts)
    with programme.store() as store:
        segment = next(s for s in store.all(Segment) if s.text.startswith("Bij hoge stukken"))
        store.save(replace(segment, release=Release.STRUCK))
    reading.read()
    assert "Bij hoge stukken pak ik een gecoate draad." not in said(reading.texts)
    assert said(reading.texts)
    assert not failed


def said(texts: Texts) -> list[str]:
    return [f.segment.text for f in texts.earlier]
