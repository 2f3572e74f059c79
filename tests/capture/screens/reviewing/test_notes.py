"""What stands below a fragment: a remark of the expert."""

from dataclasses import replace
from datetime import UTC, datetime

from capture.screens.reviewing.notes import full_notes, quiet_notes
from sessions.guides import library
from sessions.programme import Programme
from sessions.received import NoteKind, Wish
from sessions.release import Release
from sessions.remark import Remark
from tests.capture.screens.reviewing.lines import a_line
from tests.capture.screens.test_hostile import ALL, is_harmless

REMARK = Remark(
    1, "Klopt dit?", "Jan", datetime(2026, 3, 12, tzinfo=UTC), NoteKind.COMMENT, quote="drie millimeter"
)


def test_an_open_remark_is_counted_elsewhere_and_read_where_one_stands(programme: Programme) -> None:
    guide, _toml = library.find("edm-nl")
    line = a_line(programme, remarks=(REMARK,))
    assert "» 1" in quiet_notes(line, guide).plain
    full = "\n".join(note.plain for note in full_notes(line, guide, 90))
    assert "» Jan remarks: Klopt dit? (about “drie millimeter”)" in full
    assert "»" not in quiet_notes(a_line(programme), guide).plain


def test_it_is_shown_and_obeyed_nowhere(programme: Programme) -> None:
    guide, _toml = library.find("edm-nl")
    nasty = Remark(1, ALL, ALL, REMARK.at, NoteKind.ROOM, quote=ALL)
    line = a_line(programme, remarks=(nasty,))
    assert is_harmless("\n".join(note.plain for note in full_notes(line, guide, 90)))


def test_what_the_expert_keeps_back_stands_in_the_place_of_the_level(programme: Programme) -> None:
    guide, _toml = library.find("edm-nl")
    line = a_line(programme)
    out = replace(line.fragment, segment=replace(line.fragment.segment, release=Release.PARTNERS))
    assert "for the partners" in quiet_notes(replace(line, fragment=out), guide).plain
    kept = quiet_notes(replace(line, fragment=replace(out, wish=Wish.INTERNAL)), guide).plain
    assert "only internal (expert)" in kept
    assert "for the partners" not in kept
