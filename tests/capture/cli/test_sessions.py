"""``vakborg session``."""

import json
from pathlib import Path

import pytest

from sessions.people import Consent, Permission
from sessions.programme import create_programme, open_programme
from sessions.store import queue
from sessions.store.interviews import find_session
from tests.builders import add_clip
from tests.capture.cli.conftest import Vakborg

HOSTILE = (
    "[/] [@click=app.quit]x[/] '\"; drop table session; -- \x00 \x1b]52;c;aGk=\x07 ../../x \u202e \udcff"
)


def test_a_new_session_prints_its_id_and_counts_per_expert(vakborg: Vakborg, tmp_path: Path) -> None:
    vakborg("init", tmp_path / "p")
    new = ("session", "new", "--expert", "Jan", "--company", "Vonk")
    assert [vakborg(*new).out, vakborg(*new).out] == ["A1\n", "A2\n"]
    assert vakborg("session", "new", "--expert", "JAN", "--company", "vonk").out == "A3\n"
    assert vakborg("session", "new", "--expert", "Jan", "--company", "Ander").out == "B1\n"


def test_permissions_are_stored_with_their_time(vakborg: Vakborg, tmp_path: Path) -> None:
    vakborg("init", tmp_path / "p")
    vakborg(
        "session",
        "new",
        "--expert",
        "Jan",
        "--company",
        "V",
        "--consent",
        "recording",
        "--consent",
        "named_quote",
    )
    with open_programme(tmp_path / "p").store() as store:
        consents = store.all(Consent)
    assert [c.permission for c in consents] == [Permission.RECORDING, Permission.NAMED_QUOTE]
    assert all(c.given and c.at.tzinfo for c in consents)


@pytest.mark.parametrize("name", ["", "   ", "\x00"])
def test_a_name_is_needed(vakborg: Vakborg, filled: Path, name: str) -> None:
    said = vakborg("--programme", filled, "session", "new", "--expert", name, "--company", "V")
    assert said.code == 2
    assert "a name is needed" in said.err


def test_hostile_names_are_harmless_from_the_command_line_to_the_list(
    vakborg: Vakborg, tmp_path: Path
) -> None:
    programme = create_programme(tmp_path / "p")
    said = vakborg(
        "--programme", programme.folder, "session", "new", "--expert", HOSTILE, "--company", HOSTILE
    )
    assert said.out == "A1\n"
    listed = vakborg("--programme", programme.folder, "session", "list").out
    assert "[/] [@click=app.quit]x[/] '\"; drop table session; --" in listed
    assert not {c for c in listed if ord(c) < 32} - {"\n"}
    shown = vakborg("--programme", programme.folder, "session", "show", "a1")
    assert shown.code == 0
    made = vakborg("--programme", programme.folder, "export", "transcript", "A1")
    assert Path(made.out.strip()).is_file()


def test_an_empty_programme_says_how_to_start(vakborg: Vakborg, tmp_path: Path) -> None:
    vakborg("init", tmp_path / "p")
    said = vakborg("session", "list")
    assert (said.code, said.out) == (0, "")
    assert "vakborg session new" in said.err
    assert json.loads(vakborg("session", "list", "--json").out) == []


def test_list_and_show_tell_how_far_the_answers_are(vakborg: Vakborg, filled: Path) -> None:
    sessions = json.loads(vakborg("--programme", filled, "session", "list", "--json").out)
    states = {a["question"]: a["state"] for a in sessions[0]["answers"]}
    assert states == {"M2-V2": "transcribed", "M3-V4": "transcribed", "M7-V1": "failed", "M3-V1": "recorded"}
    shown = vakborg("--programme", filled, "session", "show", "A1").out
    assert "The recording stops in the middle." in shown
    assert "Ik zet het startgat altijd drie millimeter naast de contour" in shown


def test_an_unknown_session_is_answered_with_those_there_are(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "session", "show", "A11")
    assert said.code == 1
    assert "Did you mean A1?" in said.err


def test_an_answer_with_a_take_that_waits_is_not_transcribed(vakborg: Vakborg, filled: Path) -> None:
    programme = open_programme(filled)
    with programme.store() as store:
        queue.enqueue(store, add_clip(programme, store, find_session(store, "B1"), "M1-V3", 1))
    (session,) = (
        s
        for s in json.loads(vakborg("--programme", filled, "session", "list", "--json").out)
        if s["id"] == "B1"
    )
    states = {a["question"]: a["state"] for a in session["answers"]}
    assert states == {"M1-V3": "recorded", "M4-V2": "transcribed"}


def test_why_a_recording_was_set_aside_is_told(vakborg: Vakborg, filled: Path) -> None:
    sessions = json.loads(vakborg("--programme", filled, "session", "list", "--json").out)
    reasons = {a["question"]: a["reasons"] for a in sessions[0]["answers"]}
    assert reasons["M7-V1"] == ["The recording stops in the middle."]
    assert reasons["M3-V1"] == []


def test_the_interviewers_lines_are_marked_as_such(vakborg: Vakborg, filled: Path) -> None:
    shown = vakborg("--programme", filled, "session", "show", "B1").out
    assert "(interviewer) Welke elektrode nam je toen?" in shown
    assert "(interviewer) Grafiet" not in shown


def test_an_answer_says_what_the_expert_decided_about_it(vakborg: Vakborg, filled: Path) -> None:
    assert "expert:" not in vakborg("--programme", filled, "session", "show", "B1").out
    assert vakborg("--programme", filled, "review", "agree", "B1", "--wish", "internal", "--yes").code == 0
    assert "transcribed; expert: only internal" in vakborg("--programme", filled, "session", "show", "B1").out
