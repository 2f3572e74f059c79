"""``vakborg consent``."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from capture.cli.consent import find_expert
from sessions.interview import Clip
from sessions.people import Permission, may
from sessions.programme import open_programme
from sessions.store.interviews import find_session
from sessions.store.people import consents_of
from sessions.store.queue import waiting_clips
from sessions.store.withdrawing import revoke
from sessions.transcript import Segment
from tests.capture.cli.conftest import Vakborg, typing


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
    typing(monkeypatch, "n")
    said = vakborg("--programme", filled, "consent", "withdraw", "A", "transcript")
    assert said.code == 1
    assert "Nothing was changed." in said.err
    assert "Take this back for Jan van Dijk? It cannot be undone. [y/N]" in said.err
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
    return lambda: typing(monkeypatch, "ja")


def test_what_becomes_of_a_spoken_name_is_told(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "consent", "withdraw", "B", "named_quote", "--yes")
    assert "new documents have “expert B”" in said.err
    assert "becomes “expert A” by itself" in vakborg("--programme", filled, "pseudonym", "list").err


def test_that_what_waits_will_never_be_text_is_told(vakborg: Vakborg, filled: Path) -> None:
    said = vakborg("--programme", filled, "consent", "withdraw", "A", "recording", "--dry-run")
    assert "2 recordings are not transcribed yet" in said.out
    both = vakborg("--programme", filled, "consent", "withdraw", "A", "recording", "transcript", "--dry-run")
    assert "not transcribed yet" not in both.out


def test_a_transcript_that_is_permitted_again_lets_the_recordings_wait_again(
    vakborg: Vakborg, filled: Path
) -> None:
    consent = ("--programme", filled, "consent")
    vakborg(*consent, "withdraw", "A", "tekst", "--yes")
    with open_programme(filled).store() as store:
        assert waiting_clips(store, find_session(store, "A1")) == []
    assert "4 recordings wait again to become text" in vakborg(*consent, "give", "A", "transcript").err
    with open_programme(filled).store() as store:
        assert len(waiting_clips(store, find_session(store, "A1"))) == 4
    assert "wait again" not in vakborg(*consent, "give", "A", "transcript").err


def test_the_permissions_have_dutch_words_too(vakborg: Vakborg, filled: Path) -> None:
    assert vakborg("--programme", filled, "consent", "give", "A", "opname", "naam", "Geluid").code == 0
    assert permitted(filled, "A") >= {Permission.RECORDING, Permission.NAMED_QUOTE, Permission.CLIP}
