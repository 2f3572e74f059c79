"""Fragments as lines: words in doubt, and words that are lit, in their places."""

from dataclasses import replace

from capture.reviewing.state import Line
from capture.screens.reviewing.fragment_lines import Lit, Room, full, height, quiet, shown_text
from sessions.programme import Programme
from sessions.store.interviews import find_session
from sessions.store.reading import read_session
from sessions.timing import unsure

WIDE = Room(200)


def line_of(programme: Programme, beginning: str, text: str = "") -> Line:
    with programme.store() as store:
        reading = read_session(store, find_session(store, "A1"))
    found = next(f for a in reading.answers for f in a.fragments if f.segment.text.startswith(beginning))
    if text:
        found = replace(found, segment=replace(found.segment, text=text, machine_text=text, words=()))
    return Line(found, doubts=tuple(unsure(found.segment)))


def test_words_in_doubt_stand_in_brackets_and_the_lit_word_in_its_place(programme: Programme) -> None:
    line = line_of(programme, "Ik zet")
    at = line.fragment.segment.text.index("want")
    with programme.store() as store:
        guide = read_session(store, find_session(store, "A1")).guide
    first = full(line, WIDE, guide, Lit(here=True, spoken=(at, at + 4)))[0]
    assert "de ‹contour›, want" in first.plain
    lit = [first.plain[s.start : s.end] for s in first.spans if "reverse" in str(s.style)]
    assert lit == ["want"]


def test_what_drives_a_terminal_is_shown_as_spaces_and_moves_nothing(programme: Programme) -> None:
    line = line_of(programme, "Ik zet", "Ik\x1b[31m zet\tde\u202e draad")
    assert shown_text(line) == "Ik [31m zet de  draad"
    assert len(shown_text(line)) == len(line.fragment.segment.text)


def test_a_quiet_fragment_is_as_high_as_it_was_measured(programme: Programme) -> None:
    with programme.store() as store:
        guide = read_session(store, find_session(store, "A1")).guide
    for beginning in ("En hoe bepaal", "Ik zet", "En let"):
        line = line_of(programme, beginning)
        for width in (30, 45, 61, 120):
            room = Room(width)
            lines = quiet(line, room, guide)
            assert len(lines) == height(line, room)
            assert all(one.cell_length <= width for one in lines)


def test_struck_text_is_struck_through_and_says_so(programme: Programme) -> None:
    from sessions.release import Release

    line = line_of(programme, "Ik zet")
    struck = replace(line.fragment, segment=replace(line.fragment.segment, release=Release.STRUCK))
    with programme.store() as store:
        guide = read_session(store, find_session(store, "A1")).guide
    lines = quiet(Line(struck), WIDE, guide)
    assert "struck: it goes into no document" in lines[-1].plain
    assert any("strike" in str(span.style) for span in lines[0].spans)
