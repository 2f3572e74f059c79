"""``vakborg consent``."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from capture.cli.consent import find_expert
from sessions.interview import Clip
from sessions.people import Permission, may
from sessions.programme import open_programme
from sessions.store.people import consents_of
from sessions.store.withdrawing import revoke
from sessions.transcript import Segment
from tests.capture.cli.conftest import Vakborg


def permitted(folder: Path, code: str) -> set[str]:
    with open_programme(folder).store() as store:
        consents = consents_of(store, find_expert(store, code))
    return {p.value for p in Permission if may(p, consents)}


def test_what_is_given_is_listed_with_its_day_and_who_asked(vakborg: Vakborg, filled: Path) -> None:
    consent = ("--programme", filled, "consent")
    said = vakborg(*consent, "give", "A", "recording", "transcript", "--by", "Anneke")
    assert "Jan van Dijk permits from now on: recording, transcript." in said.err
    listed = vakborg(*consent, "list").out
    assert "Jan van Dijk" in listed
    assert "not asked" in listed
    (record,) = json.loads(vakborg(*consent, "list", "jan van dijk", "--json").out)
    assert record["permissions"]["recording"]["given"] is True
    assert record["permissions"]["recording"]["asked_by"] == "Anneke"
    assert record["permissions"]["clip"] is None
    assert (record["taken_out"], record["due"]) == ([], [])


def test_a_name_that_is_nearly_right_is_answered_with_the_right_one(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "consent", "withdraw", "Fatima el Amran", "clip", "--yes")
    assert said.code == 1
    assert "Did you mean Fatima el Amrani?" in said.err


def test_another_word_than_the_four_is_refused(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "consent", "give", "A", "everything")
    assert said.code == 2
    assert "named_quote" in said.err


def test_a_dry_run_shows_what_would_go_and_changes_nothing(vakborg: Vakborg, filled: Path) -> None:
    assert vakborg("--programme", filled, "export", "transcript", "A1").code == 0
    said = vakborg("--programme", filled, "consent", "withdraw", "A", "recording", "transcript", "--dry-run")
    assert said.code == 0
    assert "4 recordings, 2 min of sound" in said.out
    assert "5 fragments of text" in said.out
    assert "exports/transcript A1.docx" in said.out
    assert "Back-ups" in said.out
    with open_programme(filled).store() as store:
        assert store.count(Clip, erased=False) == 5
    assert (filled / "exports" / "transcript A1.docx").exists()


def test_nothing_goes_where_the_answer_is_no(
    vakborg: Vakborg, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("click.confirm", lambda text, **_how: asked.append(text))
    said = vakborg("--programme", filled, "consent", "withdraw", "A", "transcript")
    assert said.code == 1
    assert "Nothing was changed." in said.err
    assert asked == ["Take this back for Jan van Dijk? It cannot be undone."]
    with open_programme(filled).store() as store:
        assert store.count(Segment) == 8


def test_what_was_taken_out_is_told_and_listed(vakborg: Vakborg, filled: Path) -> None:
    consent = ("--programme", filled, "consent")
    vakborg(*consent, "give", "A", "recording", "transcript")
    said = vakborg(*consent, "withdraw", "A", "recording", "transcript", "--by", "Anneke", "--yes")
    assert said.code == 0
    assert "Taken out for good, of Jan van Dijk: 4 recordings" in said.err
    assert permitted(filled, "A") == set()
    listed = vakborg(*consent, "list").out
    assert "A: recording was taken out on" in listed
    assert "A: transcript was taken out on" in listed
    assert "by Anneke" in listed
    with open_programme(filled).store() as store:
        assert store.count(Clip) == 1


def test_what_is_refused_and_there_is_told_with_the_way_out(vakborg: Vakborg, filled: Path) -> None:
    with open_programme(filled).store() as store:
        revoke(store, find_expert(store, "B"), [Permission.TRANSCRIPT], "Anneke")
    listed = vakborg("--programme", filled, "consent", "list").out
    assert "vakborg consent withdraw B transcript" in listed
    assert "vakborg consent withdraw B transcript" in vakborg("--programme", filled, "check").out


def test_a_document_that_somebody_wrote_stays_unless_it_is_said(
    vakborg: Vakborg, filled: Path, confirmed: Callable[[], None]
) -> None:
    confirmed()
    mine = filled / "exports" / "mijn.txt"
    mine.write_text("Hij zei: ik zet het startgat altijd drie millimeter naast de contour, en meer.")
    withdraw = ("--programme", filled, "consent", "withdraw", "A", "transcript")
    dry = vakborg(*withdraw, "--dry-run").out
    assert "To delete these as well, add: --edited-too" in dry
    assert "exports/mijn.txt" in dry
    assert vakborg(*withdraw, "--edited-too").code == 0
    assert not mine.exists()


@pytest.fixture
def confirmed(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Answers yes to every question."""
    return lambda: monkeypatch.setattr("click.confirm", lambda _text, **_how: True)
