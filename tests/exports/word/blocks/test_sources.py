"""The list of sources: session, answer, clip, time, approval, and the words as they were spoken."""

from dataclasses import replace
from datetime import date

from exports.draft.model import SourceAnswer, SourceLine, SourceSession
from sessions.release import Approved
from sessions.transcript import Doubt
from tests.exports.word.example import empty
from tests.exports.word.opened import Opened, opened
from tests.exports.word.teller import ANNA


def test_a_session_is_named_with_who_may_be_known(whole: Opened) -> None:
    headings = [text for _level, text in whole.headings]
    assert "Session A1 · Anna de Wit, Vonk Noord · AgieCharmilles CUT 200 · 21 November 2025" in headings
    assert "Session C1 · een expert van Delta, Delta · 21 November 2025" in headings


def test_an_answer_has_its_clip_origin_approval_and_lines(whole: Opened) -> None:
    assert whole.below("A1·01 Vraag 1?") == [
        "M3-V1 · A1-01-1.wav · Whisper large-v2 · approved",
        "00:00\tEhm, Wie de krul leest, breekt geen draad. HOSTILE",
    ]
    assert whole.below("A1·02 Vraag 2?")[0].endswith("not approved yet")


def test_a_second_clip_and_doubt_show_at_their_line() -> None:
    lines = (SourceLine(7, "A1·03/2 00:12", 12, 14, "Ehm, ja.", "A1-03-2.wav", Doubt.LOW_CONFIDENCE),)
    answer = SourceAnswer("A1·03", "M3-V3", "Vraag?", (), (), Approved.NOT_YET, lines)
    session = SourceSession("A1", ANNA, "", date(2025, 11, 21), (answer,))
    document = opened(replace(empty(), sources=(session,)))
    assert document.below("A1·03 Vraag?") == [
        "M3-V3 · without sound · not approved yet",
        "/2 00:12\tEhm, ja. (listen again: hard to make out)",
    ]


def test_what_the_expert_added_in_writing_claims_no_sound() -> None:
    lines = (SourceLine(7, "A1·03 00:12", 12, 12, "Eerst spoelen.", "", written=True),)
    answer = SourceAnswer("A1·03", "M3-V3", "Vraag?", (), (), Approved.AS_IT_IS, lines)
    session = SourceSession("A1", ANNA, "", date(2025, 11, 21), (answer,))
    document = opened(replace(empty(), sources=(session,)))
    said = "Eerst spoelen. (added by the expert when reading it back; in no recording)"
    assert document.below("A1·03 Vraag?")[1] == f"00:12\t{said}"


def test_references_are_links_not_just_text(whole: Opened) -> None:
    assert set(whole.anchors) >= {name for name in whole.bookmarks if name.startswith("bron_")}
