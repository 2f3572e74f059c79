"""``vakborg hours``."""

import json
from datetime import timedelta
from pathlib import Path

from sessions.moment import now
from sessions.programme import open_programme
from sessions.spending import Stretch, Who
from sessions.store.interviews import find_session
from tests.capture.cli.conftest import Vakborg


def spend(folder: Path, who: Who, minutes: int) -> None:
    until = now()
    with open_programme(folder).store() as store:
        session = find_session(store, "A1")
        store.add(Stretch(session.id, who, until - timedelta(minutes=minutes), until))


def test_hours_are_told_per_company_as_hours_and_minutes(vakborg: Vakborg, filled: Path) -> None:
    spend(filled, Who.EXPERT, 95)
    spend(filled, Who.DEVELOPER, 185)
    lines = vakborg("--programme", filled, "hours").out.splitlines()
    assert lines[0].split() == ["company", "sessions", "expert", "developer"]
    assert lines[1].split() == ["Vonkwerk", "1", "1:35", "3:05"]
    assert lines[2].split() == ["Matrijs", "&", "Zn", "1", "0:00", "0:00"]


def test_as_json_they_are_seconds(vakborg: Vakborg, filled: Path) -> None:
    spend(filled, Who.EXPERT, 95)
    told = json.loads(vakborg("--programme", filled, "hours", "--json").out)
    assert told[0] == {"company": "Vonkwerk", "sessions": 1, "expert_seconds": 5700, "developer_seconds": 0}


def test_without_sessions_it_says_how_to_start_one(vakborg: Vakborg, tmp_path: Path) -> None:
    vakborg("init", tmp_path / "p")
    said = vakborg("hours")
    assert (said.code, said.out) == (0, "")
    assert "vakborg session new" in said.err
    assert json.loads(vakborg("hours", "--json").out) == []


def test_the_list_of_sessions_has_the_time_of_each(vakborg: Vakborg, filled: Path) -> None:
    spend(filled, Who.EXPERT, 2)
    sessions = json.loads(vakborg("--programme", filled, "session", "list", "--json").out)
    assert [(s["expert_seconds"], s["developer_seconds"]) for s in sessions] == [(120, 0), (0, 0)]
