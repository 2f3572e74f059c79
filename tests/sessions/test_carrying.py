"""What people did in an earlier transcript, laid on a new one."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.carrying import Earlier, Piece, carried
from sessions.release import Release
from sessions.splitting import split_at
from sessions.transcript import Doubt, Role, Segment, Timed, Word

LATER = 0.5  # seconds from one word to the next


def said(text: str, start: float = 0.0, id_: int = 1, *, words: bool = True) -> Segment:
    """A segment with a word each half a second."""
    spoken = tuple(
        Word(start + LATER * n, start + LATER * n + 0.4, w, 0.9) for n, w in enumerate(text.split())
    )
    end = spoken[-1].end if spoken else start
    return Segment(1, 0, start, end, text, text, spoken if words else (), id=id_)


def texts(pieces: Sequence[Piece]) -> list[str]:
    return [piece.segment.text for piece in pieces]


def test_what_nobody_touched_is_simply_replaced() -> None:
    new = [said("een twee", id_=7), said("drie", 5.0, id_=8)]
    pieces = carried([Earlier(said("en twee drie"))], new)
    assert [piece.segment for piece in pieces] == new


def test_a_correction_stays_and_the_rest_is_heard_better() -> None:
    old = replace(said("ik zet het straat gat naest de wand"), text="ik zet het startgat naest de wand")
    pieces = carried([Earlier(old, touched=True)], [said("ik zet het straat gat naast de wand", id_=9)])
    assert texts(pieces) == ["ik zet het startgat naast de wand"]
    (piece,) = pieces
    assert piece.segment.machine_text == "ik zet het straat gat naast de wand"
    assert (piece.segment.made_of, piece.segment.timed) == ((1,), Timed.ESTIMATED)
    assert [w.text.strip() for w in piece.segment.timing] == piece.segment.text.split()


def test_a_segment_that_reaches_beyond_a_touched_fragment_is_cut() -> None:
    old = [said("een twee"), replace(said("dri vier", 1.0, 2), text="drie vier"), said("vijf zes", 2.0, 3)]
    earlier = [Earlier(old[0]), Earlier(old[1], touched=True), Earlier(old[2])]
    pieces = carried(earlier, [said("een twee drie vier vijf zes", id_=9)])
    assert texts(pieces) == ["een twee", "drie vier", "vijf zes"]
    assert [piece.old.id if piece.old else None for piece in pieces] == [None, 2, None]
    assert [piece.segment.words[0].start for piece in pieces] == [0.0, 1.0, 2.0]


def test_a_word_stays_with_its_sentence_though_the_new_model_puts_it_a_little_elsewhere() -> None:
    old = [replace(said("een twe"), text="een twee"), said("drie vier", 1.0, 2)]
    new = said("een twee drie vier", -0.3, 9)
    pieces = carried([Earlier(old[0], touched=True, seen=True), Earlier(old[1])], [new])
    assert texts(pieces) == ["een twee", "drie vier"]
    assert pieces[0].conflicts == ()


def test_parts_that_a_person_split_stay_apart() -> None:
    parts = split_at(said("een twee drie vier"), 10)
    assert parts is not None
    earlier = [Earlier(replace(part, id=n), touched=True) for n, part in enumerate(parts, 2)]
    assert texts(carried(earlier, [said("Een twee drie vier.", id_=9)])) == ["Een twee", "drie vier."]


def test_a_passage_that_is_not_heard_any_more_stays_and_is_asked() -> None:
    old = replace(said("mm startgat", 4.0), text="startgat")
    pieces = carried([Earlier(old, touched=True)], [said("iets anders", 20.0, 9)])
    assert texts(pieces) == ["startgat", "iets anders"]
    assert pieces[0].segment.machine_text == ""
    assert pieces[0].segment.words == ()
    assert [word.text.strip() for word in pieces[0].segment.timing] == ["startgat"]
    assert pieces[0].conflicts == (("startgat", ""),)


def test_it_is_asked_once_only_that_nothing_is_heard() -> None:
    old = replace(said("startgat", 4.0), machine_text="", words=(), text="startgat")
    assert carried([Earlier(old, touched=True)], [])[0].conflicts == ()


def test_a_struck_word_does_not_come_back_in_what_is_heard_around_it() -> None:
    struck = replace(said("bij Filips", 1.0, 2), release=Release.STRUCK)
    old = [said("dat was", 0.0, 1), struck, said("vorig jaar", 2.0, 3)]
    earlier = [Earlier(s, touched=s.release is Release.STRUCK) for s in old]
    pieces = carried(earlier, [said("dat was bij Philips vorig jaar", 0.15, 9)])
    assert texts(pieces) == ["dat was", "bij Philips", "vorig jaar"]
    assert pieces[1].segment.release is Release.STRUCK
    assert pieces[1].conflicts == ()


def test_a_text_without_word_times_gives_up_what_may_be_struck() -> None:
    struck = replace(said("bij Filips", 1.0, 2), release=Release.STRUCK)
    earlier = [
        Earlier(said("dat was", 0.0, 1)),
        Earlier(struck, touched=True),
        Earlier(said("vorig jaar", 2.0, 3)),
    ]
    pieces = carried(earlier, [said("dat was bij Philips vorig jaar", 0.0, 9, words=False)])
    left = " ".join(p.segment.text for p in pieces if p.segment.release is not Release.STRUCK)
    assert left == "dat was vorig jaar"
    assert all(piece.segment.words == () for piece in pieces)


def test_another_voice_does_not_come_into_a_fragment() -> None:
    old = replace(said("ik zet het gat"), text="ik zet het startgat")
    other = replace(said("ja", 0.9, 8), role=Role.INTERVIEWER)
    pieces = carried([Earlier(old, touched=True)], [said("ik zet het gat", id_=9), other])
    assert sorted(texts(pieces)) == ["ik zet het startgat", "ja"]


def test_what_people_settled_goes_along_and_the_doubt_is_the_new_machines() -> None:
    old = replace(said("ja"), checked=True, no_topic=True, release=Release.FREE, role=Role.INTERVIEWER)
    new = replace(said("Ja.", id_=9), doubt=Doubt.LOW_CONFIDENCE, role=Role.INTERVIEWER)
    (piece,) = carried([Earlier(old, touched=True, seen=True)], [new])
    carried_on = piece.segment
    assert (carried_on.text, carried_on.checked, carried_on.no_topic) == ("ja", True, True)
    assert (carried_on.release, carried_on.doubt) == (Release.FREE, Doubt.LOW_CONFIDENCE)


def test_texts_without_any_time_are_brought_together_by_their_words() -> None:
    old = [
        replace(said(text, id_=n), start=0.0, end=0.0, words=())
        for n, text in enumerate(["een twe", "drie vier"], 1)
    ]
    old[0] = replace(old[0], text="een twee")
    new = replace(said("een twe drie vier vijf", id_=9), start=0.0, end=0.0, words=())
    pieces = carried([Earlier(old[0], touched=True), Earlier(old[1])], [new])
    assert texts(pieces) == ["een twee", "drie vier vijf"]


# --- whatever was said, and whatever was done ---------------------------------------------------------
WORD = st.sampled_from(["de", "het", "een", "draad", "gat", "wand", "stroom"])
OWN = st.sampled_from(["EigenA", "EigenB"])
SECRET = st.sampled_from(["geheimX", "geheimY"])


@st.composite
def reviewed(draw: st.DrawFn) -> tuple[list[Earlier], list[Segment]]:
    """Fragments of an earlier transcript in which a person worked, and what another model made of the sound:
    other words now and then, each up to a quarter of a second elsewhere, in other segments."""
    earlier: list[Earlier] = []
    heard: list[Word] = []
    start = 0.0
    for number in range(1, draw(st.integers(1, 5)) + 1):
        struck = draw(st.booleans())
        words = draw(st.lists(SECRET if struck else WORD, min_size=1, max_size=5))
        old = said(" ".join(words), start, number)
        heard += [
            replace(w, text=draw(WORD) if not struck and draw(st.integers(0, 4)) == 0 else w.text)
            for w in old.words
        ]
        start = old.end + draw(st.sampled_from([0.1, 1.0]))
        if struck:
            earlier.append(Earlier(replace(old, release=Release.STRUCK), touched=True))
        elif draw(st.booleans()):
            typed = [draw(OWN) if draw(st.booleans()) else word for word in words]
            earlier.append(
                Earlier(replace(old, text=" ".join(typed)), touched=True, seen=draw(st.booleans()))
            )
        else:
            earlier.append(Earlier(old))
    shift = draw(st.floats(-0.25, 0.25))
    moved = [replace(w, start=max(0.0, w.start + shift), end=max(0.0, w.end + shift)) for w in heard]
    size = draw(st.integers(1, 8))
    parts = [moved[at : at + size] for at in range(0, len(moved), size)]
    return earlier, [_segment(part, 100 + n) for n, part in enumerate(parts)]


def _segment(words: Sequence[Word], id_: int) -> Segment:
    text = " ".join(word.text for word in words)
    return Segment(2, 0, words[0].start, words[-1].end, text, text, tuple(words), id=id_)


@settings(max_examples=200, deadline=None)
@given(reviewed())
def test_nothing_that_a_person_did_is_lost_and_nothing_struck_comes_back(
    made: tuple[list[Earlier], list[Segment]],
) -> None:
    earlier, new = made
    pieces = carried(earlier, new)
    by_old = {piece.old.id: piece for piece in pieces if piece.old}
    assert sorted(by_old) == [one.segment.id for one in earlier if one.touched]
    for one in (one for one in earlier if one.touched):
        text = by_old[one.segment.id].segment.text
        own = [word for word in one.segment.text.split() if word.startswith("Eigen")]
        assert [word for word in text.split() if word.startswith("Eigen")] == own
        assert text == one.segment.text or not one.seen
    open_ = " ".join(p.segment.text for p in pieces if p.segment.release is not Release.STRUCK)
    assert "geheim" not in open_
    assert all(p.segment.text == p.segment.machine_text for p in pieces if not p.old)


@settings(max_examples=200, deadline=None)
@given(reviewed())
def test_every_heard_word_is_somewhere_and_times_only_go_forward(
    made: tuple[list[Earlier], list[Segment]],
) -> None:
    earlier, new = made
    pieces = carried(earlier, new)
    heard = sorted(word for s in new for word in s.machine_text.split())
    assert sorted(word for piece in pieces for word in piece.segment.machine_text.split()) == heard
    starts = [piece.segment.start for piece in pieces]
    assert starts == sorted(starts)
    for piece in pieces:
        times = [t for word in piece.segment.current_words for t in (word.start, word.end)]
        assert times == sorted(times)
        assert all(piece.segment.start <= t <= piece.segment.end for t in times)
        assert len(piece.segment.current_words) == len(piece.segment.text.split())


@given(reviewed())
def test_the_same_hearing_changes_no_text_and_asks_nothing(made: tuple[list[Earlier], list[Segment]]) -> None:
    earlier, _new = made
    again = [replace(one.segment, text=one.segment.machine_text, id=100 + n) for n, one in enumerate(earlier)]
    pieces = carried(earlier, [replace(s, release=Release.INTERNAL) for s in again])
    assert texts(pieces) == [one.segment.text for one in earlier]
    assert [piece.conflicts for piece in pieces] == [()] * len(pieces)
