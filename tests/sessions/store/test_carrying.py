"""A recording that is transcribed again: what people did in its text is there, and nothing else is asked."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest

from sessions.edits import Edit, EditState
from sessions.errors import ChangedSince, UsageRefused
from sessions.facets import Facet
from sessions.interview import Clip, Session
from sessions.moment import now
from sessions.people import Expert
from sessions.programme import Programme
from sessions.release import Approval, Release
from sessions.store import Store, editing, queue, revising, settling
from sessions.store.carrying import carried_fragments, open_conflicts, settle_conflict
from sessions.store.conversations import forget_text
from sessions.store.editing import Pencil
from sessions.store.reading import read_session
from sessions.store.search import search
from sessions.store.transcripts import add_brought, add_chunk, begin, complete
from sessions.transcript import (
    Conflict,
    Segment,
    Source,
    Tag,
    TagOrigin,
    Timed,
    Transcript,
    TranscriptState,
    Value,
    Why,
)
from sessions.vocabulary import Mishearing, Refusal, VocabularyTerm
from tests.builders import Said, add_clip, add_transcript

FIRST = (
    Said("ik zet het straat gat naast de wand", 0.0),
    Said("dan breekt de draat bij Filips", 5.0, suggested={"spoelen-draad": ("draat",)}),
    Said("de stroom gaat omlaag", 10.0),
)
SECOND = (
    Said("Ik zet het straatgat naast de wand.", 0.1),
    Said("Dan breekt de draad bij Philips.", 5.1, suggested={"spoelen-draad": ("draad",)}),
    Said("De stroom gaat omlaag.", 10.1),
)


@pytest.fixture
def clip(programme: Programme, store: Store, jan: Session) -> Clip:
    clip = add_clip(programme, store, jan, "M2-V2", 15)
    add_transcript(store, clip, FIRST, model="small")
    return clip


def again(store: Store, clip: Clip, said: Sequence[Said] = SECOND) -> Transcript:
    return add_transcript(store, clip, said, model="large-v2")


def segments(store: Store, jan: Session) -> list[Segment]:
    return [f.segment for a in read_session(store, jan).answers for f in a.fragments]


def pencil(store: Store, jan: Session) -> AbstractContextManager[Pencil]:
    return editing.editing(store, jan, "Anneke", Why.HUMAN, "text typed")


def retype(store: Store, jan: Session, at: int, text: str) -> None:
    with pencil(store, jan) as held:
        revising.retype(held, segments(store, jan)[at].id, text)


def change(store: Store, jan: Session, at: int, **changes: object) -> None:
    with pencil(store, jan) as held:
        held.save(replace(segments(store, jan)[at], **changes))  # type: ignore[arg-type]


def texts(store: Store, jan: Session) -> list[str]:
    return [segment.text for segment in segments(store, jan)]


def test_text_that_nobody_touched_is_the_new_models(store: Store, jan: Session, clip: Clip) -> None:
    again(store, clip)
    assert texts(store, jan) == [said.text for said in SECOND]
    assert carried_fragments(store, store.all(Transcript)) == 0


def test_a_correction_stays_and_a_better_hearing_beside_it_comes_in(
    store: Store, jan: Session, clip: Clip
) -> None:
    retype(store, jan, 1, "dan breekt de draat bij Agie")
    new = again(store, clip)
    assert texts(store, jan)[1] == "Dan breekt de draad bij Agie"
    assert [(c.mine, c.heard) for c in open_conflicts(store)] == [("Agie", "Philips.")]
    assert carried_fragments(store, [new]) == 1


def test_the_history_shows_what_became_of_the_text(store: Store, jan: Session, clip: Clip) -> None:
    retype(store, jan, 1, "dan breekt de draat bij Agie")
    again(store, clip)
    history = revising.versions(store, segments(store, jan)[1].id)
    assert [(r.why, r.by, r.after) for r in history] == [
        (Why.HUMAN, "Anneke", "dan breekt de draat bij Agie"),
        (Why.HEARD_AGAIN, "", "Dan breekt de draad bij Agie"),
    ]


def test_what_the_model_hears_by_now_as_a_person_typed_it_is_not_asked(
    store: Store, jan: Session, clip: Clip
) -> None:
    retype(store, jan, 1, "Dan breekt de draad bij Philips.")
    again(store, clip)
    assert open_conflicts(store) == []
    assert segments(store, jan)[1].timed is Timed.MACHINE


@pytest.mark.parametrize(
    "changes", [{"checked": True}, {"release": Release.PARTNERS}, {"release": Release.FREE}]
)
def test_what_a_person_found_right_keeps_its_text_and_differences_are_asked(
    store: Store, jan: Session, clip: Clip, changes: dict[str, object]
) -> None:
    change(store, jan, 1, **changes)
    again(store, clip)
    assert texts(store, jan) == [SECOND[0].text, FIRST[1].text, SECOND[2].text]
    assert [(c.mine, c.heard) for c in open_conflicts(store)] == [("draat", "draad"), ("Filips", "Philips.")]
    for name, value in changes.items():
        assert getattr(segments(store, jan)[1], name) == value


def test_what_the_expert_agreed_to_keeps_its_text(store: Store, jan: Session, clip: Clip) -> None:
    expert = store.all(Expert)[0]
    store.add(Approval(clip.answer_id, expert.id, "0" * 64, now()))
    again(store, clip)
    assert texts(store, jan) == [said.text for said in FIRST]


def test_topics_facet_values_and_refusals_go_along(store: Store, jan: Session, clip: Clip) -> None:
    old = segments(store, jan)[1]
    with pencil(store, jan) as held:
        settling.accept(held, old.id, "spoelen-draad")
        settling.reject(held, old.id, "startgat")
        settling.set_facet(held, old.id, Facet.LIMIT)
        held.add(Value(old.id, "stroom", "3", "A", dismissed=True))
        held.add(Refusal(old.id, "draat", "draad"))
    again(store, clip)
    new = segments(store, jan)[1]
    decided = {t.topic: t.accepted for t in store.all(Tag, segment_id=new.id) if t.accepted is not None}
    assert decided == {"spoelen-draad": True, "startgat": False}
    assert (new.facet, new.facet_settled) == (Facet.LIMIT, True)
    assert [v.dismissed for v in store.all(Value, segment_id=new.id)] == [True]
    assert [r.instead for r in store.all(Refusal, segment_id=new.id)] == ["draad"]
    assert new.text == SECOND[1].text


def test_what_the_new_words_suggest_comes_beside_what_was_decided(
    store: Store, jan: Session, clip: Clip
) -> None:
    old = segments(store, jan)[1]
    with pencil(store, jan) as held:
        held.add(Tag(old.id, "draadkeuze", TagOrigin.HUMAN))
    again(store, clip)
    tags = {t.topic: t for t in store.all(Tag, segment_id=segments(store, jan)[1].id)}
    assert tags["draadkeuze"].origin is TagOrigin.HUMAN
    assert tags["spoelen-draad"].because == ("draad",)


def test_a_term_belongs_to_the_fragment_that_people_read(store: Store, jan: Session, clip: Clip) -> None:
    old = segments(store, jan)[1]
    term = store.add(VocabularyTerm("draad", "Anneke", now(), old.id))
    store.add(Mishearing(term.id, "draat", old.id))
    again(store, clip)
    new = segments(store, jan)[1]
    assert new.id != old.id
    assert [t.segment_id for t in store.all(VocabularyTerm)] == [new.id]
    assert [m.segment_id for m in store.all(Mishearing)] == [new.id]


def test_struck_stays_struck_in_other_words_too(store: Store, jan: Session, clip: Clip) -> None:
    change(store, jan, 1, release=Release.STRUCK)
    again(store, clip)
    assert segments(store, jan)[1].release is Release.STRUCK
    assert search(store, "philips") == search(store, "filips") == []
    assert open_conflicts(store) == []
    assert search(store, "straatgat") != []


def test_parts_stay_parts(store: Store, jan: Session, clip: Clip) -> None:
    with pencil(store, jan) as held:
        revising.split(held, segments(store, jan)[0].id, FIRST[0].text.index("naast"))
    again(store, clip)
    assert texts(store, jan)[:2] == ["Ik zet het straatgat", "naast de wand."]


def test_two_that_were_joined_stay_one(store: Store, jan: Session, clip: Clip) -> None:
    with pencil(store, jan) as held:
        revising.join(held, segments(store, jan)[0].id)
    again(store, clip)
    assert texts(store, jan) == [f"{SECOND[0].text} {SECOND[1].text}", SECOND[2].text]


def test_what_was_done_before_cannot_be_undone_and_both_texts_are_kept(
    store: Store, jan: Session, clip: Clip
) -> None:
    retype(store, jan, 1, "iets anders")
    again(store, clip)
    assert editing.undo(store, jan, "Anneke") is None
    assert [edit.state for edit in store.all(Edit)] == [EditState.DROPPED]
    assert [t.state for t in store.all(Transcript)] == [TranscriptState.SUPERSEDED, TranscriptState.CURRENT]


def test_who_still_writes_in_the_earlier_text_is_told(store: Store, jan: Session, clip: Clip) -> None:
    old = segments(store, jan)[1]
    again(store, clip)
    with pytest.raises(ChangedSince), pencil(store, jan) as held:
        revising.retype(held, old.id, "te laat")
    assert store.get(Segment, old.id).text == FIRST[1].text


def test_a_third_model_asks_again_only_what_is_still_open(store: Store, jan: Session, clip: Clip) -> None:
    retype(store, jan, 1, "dan breekt de draat bij Agie")
    again(store, clip)
    again(store, clip)
    assert [(c.mine, c.heard) for c in open_conflicts(store)] == [("Agie", "Philips.")]
    with pencil(store, jan) as held:
        settle_conflict(held, open_conflicts(store)[0].id, take=False)
    again(store, clip)
    assert open_conflicts(store) == []
    assert texts(store, jan)[1] == "Dan breekt de draad bij Agie"


def test_erasing_the_recordings_text_takes_all_of_it(store: Store, jan: Session, clip: Clip) -> None:
    retype(store, jan, 1, "dan breekt de draat bij Agie")
    store.add(VocabularyTerm("Agie", "Anneke", now(), segments(store, jan)[1].id))
    again(store, clip)
    forget_text(store, clip)
    kinds = (Transcript, Segment, Conflict, VocabularyTerm)
    assert [store.all(kind) for kind in kinds] == [[]] * len(kinds)


def test_what_people_did_while_the_worker_was_killed_and_began_again_is_there(
    store: Store, jan: Session, clip: Clip
) -> None:
    queue.transcribe_again(store)
    job = queue.claim(store)
    assert job is not None
    begun = begin(store, clip, model="large-v2", options={}, language="nl")
    add_chunk(store, begun, [(Segment(0, 0, 0.0, 4.0, "half", "half"), [])], 5.0)
    retype(store, jan, 2, "de spanning gaat omlaag")
    queue.recover(store)
    job = queue.claim(store)
    assert job is not None
    resumed = begin(store, clip, model="large-v2", options={}, language="nl")
    assert resumed.done_until == 5.0
    retype(store, jan, 2, "de spanning gaat omhoog")
    complete(store, resumed, job)
    assert texts(store, jan) == ["half", "de spanning gaat omhoog"]


def test_a_text_that_is_brought_in_its_place_keeps_the_corrections_too(
    store: Store, jan: Session, clip: Clip
) -> None:
    retype(store, jan, 2, "de spanning gaat omlaag")
    lines: list[tuple[Segment, list[Tag]]] = [
        (Segment(0, 0, s.start, s.start + 0.4 * len(s.text.split()), s.text, s.text), []) for s in SECOND
    ]
    add_brought(store, Transcript(clip.answer_id, Source.WEBVTT, now(), clip_id=clip.id), lines)
    assert texts(store, jan) == [SECOND[0].text, SECOND[1].text, "De spanning gaat omlaag."]


# --- what was asked -----------------------------------------------------------------------------------
@pytest.fixture
def asked(store: Store, jan: Session, clip: Clip) -> Conflict:
    retype(store, jan, 1, "dan breekt de draat bij Agie nu")
    again(store, clip, [SECOND[0], Said("Dan breekt de draad bij Philips nu.", 5.1), SECOND[2]])
    return open_conflicts(store, jan)[0]


def test_taking_what_was_heard_changes_the_text_and_can_be_undone(
    store: Store, jan: Session, asked: Conflict
) -> None:
    mine = texts(store, jan)[1]
    with pencil(store, jan) as held:
        settle_conflict(held, asked.id, take=True)
    assert (asked.mine in mine, asked.heard in texts(store, jan)[1]) == (True, True)
    assert open_conflicts(store) == []
    editing.undo(store, jan, "Anneke")
    assert texts(store, jan)[1] == mine
    assert open_conflicts(store) == [asked]


def test_keeping_ones_own_words_settles_it(store: Store, jan: Session, asked: Conflict) -> None:
    mine = texts(store, jan)[1]
    with pencil(store, jan) as held:
        settle_conflict(held, asked.id, take=False)
    assert (texts(store, jan)[1], open_conflicts(store)) == (mine, [])


def test_words_that_are_gone_meanwhile_are_refused_with_what_to_do(
    store: Store, jan: Session, asked: Conflict
) -> None:
    retype(store, jan, 1, "heel iets anders")
    with pytest.raises(UsageRefused, match="Type"), pencil(store, jan) as held:
        settle_conflict(held, asked.id, take=True)
    assert open_conflicts(store) == [asked]


def test_questions_of_another_session_are_not_among_them(store: Store, jan: Session, asked: Conflict) -> None:
    assert open_conflicts(store, replace(jan, id=jan.id + 1)) == []
    assert open_conflicts(store, jan) == [asked]


def test_a_question_goes_with_the_part_that_it_is_about(store: Store, jan: Session, asked: Conflict) -> None:
    segment = segments(store, jan)[1]
    with pencil(store, jan) as held:
        _first, second = revising.split(held, segment.id, segment.text.index("bij"))
    assert [(c.segment_id, c.mine) for c in open_conflicts(store)] == [(second.id, asked.mine)]


def write(store: Store, jan: Session, after: int, text: str) -> Segment:
    """What the expert adds in writing after the fragment at this place."""
    beside = segments(store, jan)[after]
    with editing.editing(store, jan, "Jan", Why.WORD, "review in Word") as held:
        new = held.add_segment(Segment(beside.transcript_id, 0, beside.end, beside.end, "", text))
        order = editing.order_of(store, beside.transcript_id)
        held.order(beside.transcript_id, [*order[: after + 1], new.id, *order[after + 1 :]])
        held.add(Tag(new.id, "spoelen-draad", TagOrigin.QUESTION))
    return new


@pytest.mark.parametrize("touched", [(), (1,), (0, 1, 2)])
@pytest.mark.parametrize("shift", [-0.9, 0.0, 0.3])
def test_what_was_added_in_writing_stays_at_its_place(
    store: Store, jan: Session, clip: Clip, touched: tuple[int, ...], shift: float
) -> None:
    for at in touched:
        retype(store, jan, at, f"{FIRST[at].text} zeker")
    write(store, jan, 1, "En altijd spoelen.")
    write(store, jan, 3, "Dat was alles.")
    for model in ("medium", "large-v2"):
        moved = [replace(said, start=max(0.0, said.start + shift)) for said in SECOND]
        add_transcript(store, clip, moved, model=model)
        told = segments(store, jan)
        assert [s.text for s in told if s.written] == ["En altijd spoelen.", "Dat was alles."]
        assert [s.written for s in told] == [False, False, True, False, True]
        assert all(s.start == s.end == told[n - 1].end for n, s in enumerate(told) if s.written)
        topics = [t.topic for s in told if s.written for t in store.all(Tag, segment_id=s.id)]
        assert topics == ["spoelen-draad"] * 2


def test_what_was_added_first_of_all_stays_first(store: Store, jan: Session, clip: Clip) -> None:
    beside = segments(store, jan)[0]
    with editing.editing(store, jan, "Jan", Why.WORD, "review in Word") as held:
        new = held.add_segment(Segment(beside.transcript_id, 0, beside.start, beside.start, "", "Vooraf."))
        held.order(beside.transcript_id, [new.id, *editing.order_of(store, beside.transcript_id)])
    again(store, clip)
    assert [s.text for s in segments(store, jan)] == ["Vooraf.", *(said.text for said in SECOND)]
