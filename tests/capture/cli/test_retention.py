"""``vakborg retention``."""

import hashlib
from datetime import date, timedelta
from pathlib import Path

import pytest

from capture.cli.consent import find_expert
from capture.cli.losses_told import would_go
from capture.cli.retention import a_day
from sessions.errors import UsageRefused
from sessions.people import Consent, Permission
from sessions.programme import open_programme
from sessions.store.people import permit
from sessions.store.withdrawing import ERASE_DUE
from sessions.taken_back import Kind, note_whose
from sessions.withdrawal import Loss
from tests.builders import DRAADKEUZE, STARTGAT, VEILIG
from tests.capture.cli.conftest import Vakborg, typing
from tests.searching import search


def set_to(vakborg: Vakborg, folder: Path, days: int) -> str:
    day = (date.today() + timedelta(days=days)).isoformat()
    assert vakborg("--programme", folder, "retention", "set", day, "--yes").code == 0
    return day


def test_without_a_last_day_nothing_is_due(vakborg: Vakborg, filled: Path) -> None:
    assert "without a last day" in vakborg("--programme", filled, "retention", "show").out
    said = vakborg("--programme", filled, "retention", "erase", "--yes")
    assert said.code == 1
    assert "vakborg retention set DATE" in said.err


def test_a_last_day_is_set_shown_and_taken_away(vakborg: Vakborg, filled: Path) -> None:
    retention = ("--programme", filled, "retention")
    assert "December 31, 2099" in vakborg(*retention, "set", "31-12-2099").err
    assert "December 31, 2099" in vakborg(*retention, "show").out
    assert "without a last day" in vakborg(*retention, "set", "off").err
    assert "without a last day" in vakborg(*retention, "show").out


@pytest.mark.parametrize("text", ["2027-12-31", "31-12-2027", "31/12/2027", " 31.12.2027 "])
def test_a_date_may_be_written_as_people_do(text: str) -> None:
    assert a_day(text) == date(2027, 12, 31)


@pytest.mark.parametrize("text", ["31-13-2027", "0099-01-01", "1999-12-31", ""])
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageRefused, match=f"“{text}” is no date") as refused:
        a_day(text)
    assert "2027-12-31" in str(refused.value)


def test_before_its_last_day_is_over_nothing_is_taken_out(vakborg: Vakborg, filled: Path) -> None:
    set_to(vakborg, filled, 0)
    said = vakborg("--programme", filled, "retention", "erase", "--yes")
    assert said.code == 1
    assert "not over yet" in said.err
    assert vakborg("--programme", filled, "check").code == 0 or "kept until" not in said.out


def test_after_it_check_tells_and_everything_of_everybody_goes(vakborg: Vakborg, filled: Path) -> None:
    with open_programme(filled).store() as store:
        permit(store, find_expert(store, "A"), [Permission.RECORDING], "Anneke")
        before = store.all(Consent)
    aside = filled / "taken-back" / "van wie dan ook.vtt"
    aside.parent.mkdir()
    aside.write_text("WEBVTT\n\n00:00.000 --> 00:02.000\nDit is ooit teruggenomen.\n")
    assert vakborg("--programme", filled, "export", "transcript", "A1").code == 0
    set_to(vakborg, filled, -1)
    assert "2 sessions have sound or text" in vakborg("--programme", filled, "check").out
    assert "2 sessions have sound or text still" in vakborg("--programme", filled, "retention", "show").out
    assert "Jan van Dijk" in vakborg("--programme", filled, "retention", "erase", "--dry-run").out
    said = vakborg("--programme", filled, "retention", "erase", "--yes")
    assert said.code == 0
    said_before = [line.text for line in (*STARTGAT, *DRAADKEUZE, *VEILIG)]
    assert search(filled, [*said_before, "ooit teruggenomen"]).found == set()
    assert not list((filled / "audio").rglob("*.wav"))
    with open_programme(filled).store() as store:
        assert store.all(Consent) == before
    assert vakborg("--programme", filled, "check").code == 0
    listed = vakborg("--programme", filled, "consent", "list").out
    assert "since its last day was over" in listed


def test_what_was_broken_off_is_told_and_finished(vakborg: Vakborg, filled: Path) -> None:
    set_to(vakborg, filled, -1)
    assert vakborg("--programme", filled, "retention", "erase", "--yes").code == 0
    (filled / ERASE_DUE).write_text("[]")
    assert "is in the database file still" in vakborg("--programme", filled, "check").out
    assert vakborg("--programme", filled, "retention", "erase", "--yes").code == 0
    assert not (filled / ERASE_DUE).exists()
    assert vakborg("--programme", filled, "check").code == 0


def test_what_was_taken_back_of_who_has_nothing_else_goes_too_and_only_once(
    vakborg: Vakborg, filled: Path
) -> None:
    set_to(vakborg, filled, -1)
    assert vakborg("--programme", filled, "retention", "erase", "--yes").code == 0
    aside = filled / "taken-back" / "opname"
    aside.parent.mkdir(exist_ok=True)
    aside.write_bytes(b"sound")
    with open_programme(filled).store():
        note_whose(filled, hashlib.sha256(b"sound").hexdigest(), "A1", Kind.SOUND)
    assert "taken-back/opname" in vakborg("--programme", filled, "retention", "erase", "--yes").err
    assert not aside.exists()
    said = vakborg("--programme", filled, "retention", "erase")
    assert (said.code, said.err.strip()) == (0, "Nothing is there any more that is to go.")


def test_a_module_is_told_once_however_many_experts_lose_something_in_it() -> None:
    losses = [
        Loss(n, name, (Permission.TRANSCRIPT,), modules=(("M2", n),)) for n, name in ((1, "A"), (2, "B"))
    ]
    assert [line for line in would_go(losses, (), edited_too=False) if "M2" in line] == ["  M2: 3 statements"]


def test_a_day_that_is_over_is_kept_only_where_that_is_meant(
    vakborg: Vakborg, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    retention = ("--programme", filled, "retention")
    typing(monkeypatch, "")
    refused = vakborg(*retention, "set", "1-1-2020")
    assert refused.code == 1
    assert "January 1, 2020 is over already" in refused.err
    assert "without a last day" in vakborg(*retention, "show").out
    typing(monkeypatch, "ja")
    assert vakborg(*retention, "set", "1-1-2020").code == 0
    assert "until January 1, 2020" in vakborg(*retention, "show").out
