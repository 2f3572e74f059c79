import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessions.edits import Delta, Edit, EditState
from sessions.errors import ChangedSince, UsageRefused
from sessions.facets import Facet
from sessions.interview import Session
from sessions.programme import create_programme
from sessions.release import Release
from sessions.store import Store, editing, revising, settling
from sessions.store.interviews import find_session
from sessions.store.reading import Shelf, read_session
from sessions.store.releasing import release
from sessions.store.search import search
from sessions.transcript import Conflict, Revision, Segment, Tag, Transcript, TranscriptState, Value, Why
from tests.builders import Said, add_clip, add_session, add_transcript

SAID = (
    Said("Ik zet het startgat naast de contour.", 0.0, suggested={"spoelen-draad": ("startgat",)}),
    Said("Anders beschadig je de wand van het werkstuk.", 5.0, unsure=("wand",)),
    Said("Dan breekt de draad.", 10.0),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    programme = create_programme(tmp_path / "p")
    with programme.store() as opened:
        for name in ("Jan", "Fatima"):
            session = add_session(opened, name, "Vonkwerk")
            add_transcript(opened, add_clip(programme, opened, session, "M2-V2", 1), SAID, model="small")
        yield opened


def session_of(store: Store, code: str = "A1") -> Session:
    return find_session(store, code)


def fragments(store: Store, code: str = "A1") -> list[Segment]:
    return [f.segment for a in read_session(store, session_of(store, code)).answers for f in a.fragments]


def retype(store: Store, at: int, text: str) -> None:
    segment = fragments(store)[at]
    with editing.editing(store, session_of(store), "Anneke", Why.HUMAN, "text typed") as pencil:
        revising.retype(pencil, segment.id, text)


def split(store: Store, at: int, place: int) -> None:
    with editing.editing(store, session_of(store), "Anneke", Why.SPLIT, "split") as pencil:
        revising.split(pencil, fragments(store)[at].id, place)


def join(store: Store, at: int) -> None:
    with editing.editing(store, session_of(store), "Anneke", Why.JOIN, "joined") as pencil:
        revising.join(pencil, fragments(store)[at].id)


def undo(store: Store) -> Edit | None:
    return editing.undo(store, session_of(store), "Bram")


def redo(store: Store) -> Edit | None:
    return editing.redo(store, session_of(store), "Bram")


def texts(store: Store) -> list[str]:
    return [segment.text for segment in fragments(store)]


def test_a_typed_text_is_there_and_the_machine_text_too(store: Store) -> None:
    retype(store, 1, "Anders raak je\nde wand.")
    changed = fragments(store)[1]
    assert (changed.text, changed.machine_text) == ("Anders raak je de wand.", SAID[1].text)
    assert [w.text.strip() for w in changed.current_words] == changed.text.split()


def test_undo_and_redo_go_through_what_was_done(store: Store) -> None:
    before = texts(store)
    retype(store, 0, "eerste")
    retype(store, 2, "tweede")
    after = texts(store)
    assert [bool(undo(store)) for _ in range(3)] == [True, True, False]
    assert texts(store) == before
    assert [bool(redo(store)) for _ in range(3)] == [True, True, False]
    assert texts(store) == after


def test_what_comes_after_an_undo_cannot_be_jumped_over_by_redo(store: Store) -> None:
    retype(store, 0, "eerste")
    undo(store)
    retype(store, 1, "ander")
    assert redo(store) is None
    assert store.count(Edit, state=EditState.TAKEN_BACK) == 1


def test_each_change_of_a_text_is_a_revision_of_who_and_why(store: Store) -> None:
    retype(store, 2, "Dan knapt de draad.")
    undo(store)
    redo(store)
    history = revising.versions(store, fragments(store)[2].id)
    assert [(r.by, r.why, r.before, r.after) for r in history] == [
        ("Anneke", Why.HUMAN, SAID[2].text, "Dan knapt de draad."),
        ("Bram", Why.UNDONE, "Dan knapt de draad.", SAID[2].text),
        ("Bram", Why.REDONE, SAID[2].text, "Dan knapt de draad."),
    ]


def test_taking_a_strike_back_is_in_the_history_too(store: Store) -> None:
    first = fragments(store)[0]
    with editing.editing(store, session_of(store), "Anneke", Why.STRUCK, "struck") as pencil:
        release(pencil, [first.id], Release.STRUCK)
    undo(store)
    redo(store)
    history = revising.versions(store, first.id)
    assert [(r.why, r.before, r.after) for r in history] == [
        (Why.STRUCK, first.text, ""),
        (Why.UNDONE, "", first.text),
        (Why.REDONE, first.text, ""),
    ]


def test_an_edit_that_changes_nothing_leaves_no_trace(store: Store) -> None:
    retype(store, 0, SAID[0].text)
    assert store.count(Edit) == store.count(Delta) == store.count(Revision) == 0


def test_an_edit_that_fails_leaves_no_trace(store: Store) -> None:
    with pytest.raises(UsageRefused):
        join(store, 2)
    assert store.count(Edit) == 0
    assert texts(store) == [s.text for s in SAID]


def test_undo_refuses_where_something_else_changed_the_text(store: Store) -> None:
    retype(store, 0, "eerste")
    store.save(replace(fragments(store)[0], text="van buiten"))
    with pytest.raises(ChangedSince):
        undo(store)
    assert texts(store)[0] == "van buiten"


def test_both_parts_of_a_split_have_labels_release_and_history(store: Store) -> None:
    first = fragments(store)[0]
    with editing.editing(store, session_of(store), "A", Why.HUMAN, "x") as pencil:
        settling.accept(pencil, first.id, "spoelen-draad")
        release(pencil, [first.id], Release.PARTNERS)
    split(store, 0, SAID[0].text.index("naast"))
    parts = fragments(store)[:2]
    assert [p.text for p in parts] == ["Ik zet het startgat", "naast de contour."]
    for part in parts:
        assert part.release is Release.PARTNERS
        assert store.first(Tag, segment_id=part.id, topic="spoelen-draad").accepted is True  # type: ignore[union-attr]
        assert revising.versions(store, part.id)[-1].why is Why.SPLIT
    assert [s.position for s in fragments(store)] == [0, 1, 2, 3]


def test_a_split_can_be_undone_and_done_again(store: Store) -> None:
    split(store, 0, 8)
    ids = [s.id for s in fragments(store)]
    undo(store)
    assert texts(store) == [s.text for s in SAID]
    redo(store)
    assert [s.id for s in fragments(store)] == ids


def test_what_was_split_off_is_found_once(store: Store) -> None:
    split(store, 0, 8)
    assert len(search(store, "contour")) == 2  # one in each session
    undo(store)
    assert len(search(store, "contour")) == 2


def test_values_go_with_the_part_that_says_them(store: Store) -> None:
    first = fragments(store)[0]
    with editing.editing(store, session_of(store), "A", Why.HUMAN, "x") as pencil:
        settling.put_value(pencil, Value(first.id, "afstand", "3", "mm", quote="contour"))
    split(store, 0, SAID[0].text.index("naast"))
    parts = fragments(store)[:2]
    assert [store.count(Value, segment_id=p.id) for p in parts] == [0, 1]


def test_a_value_whose_words_changed_goes_with_the_part_that_says_its_number(store: Store) -> None:
    first = fragments(store)[0]
    with editing.editing(store, session_of(store), "A", Why.HUMAN, "x") as pencil:
        settling.put_value(pencil, Value(first.id, "afstand", "0,25", "mm", quote="nul komma twee vijf"))
        revising.retype(pencil, first.id, "Het startgat zit vrij, bij ons op 0,25 mm.")
    split(store, 0, len("Het startgat zit vrij, "))
    assert [store.count(Value, segment_id=p.id) for p in fragments(store)[:2]] == [0, 1]


@pytest.mark.parametrize("quote", ["drie millimeter", "startgat naast", ""])
def test_a_value_is_kept_once_when_its_words_are_in_no_part_any_more(store: Store, quote: str) -> None:
    first = fragments(store)[0]
    with editing.editing(store, session_of(store), "A", Why.HUMAN, "x") as pencil:
        settling.put_value(pencil, Value(first.id, "afstand", "3", "mm", quote=quote))
        pencil.add(Conflict(first.id, quote, "drie"))
    split(store, 0, SAID[0].text.index("naast"))
    parts = [part.id for part in fragments(store)[:2]]
    assert (store.count(Value, segment_id=parts), store.count(Conflict, segment_id=parts)) == (1, 1)
    join(store, 0)
    whole = fragments(store)[0].id
    assert (store.count(Value, segment_id=whole), store.count(Conflict, segment_id=whole)) == (1, 1)


def test_undoing_a_split_or_a_join_touches_what_stands_in_its_place(store: Store) -> None:
    session = session_of(store)
    second = fragments(store)[1]
    split(store, 1, 8)
    edit = undo(store)
    assert edit is not None
    assert second.id in editing.touched(store, edit)
    assert fragments(store)[0].id not in editing.touched(store, edit)
    join(store, 1)
    edit = editing.can_undo(store, session)
    assert edit is not None
    assert second.id in editing.touched(store, edit)


def test_only_one_voice_is_joined(store: Store) -> None:
    segment = fragments(store)[1]
    store.save(replace(segment, speaker="Piet"))
    with pytest.raises(UsageRefused):
        join(store, 0)


def test_a_struck_fragment_is_not_joined_to_one_that_is_not(store: Store) -> None:
    with editing.editing(store, session_of(store), "A", Why.STRUCK, "x") as pencil:
        release(pencil, [fragments(store)[1].id], Release.STRUCK)
    with pytest.raises(UsageRefused):
        join(store, 0)


def test_a_fragment_that_was_split_cannot_be_typed_in(store: Store) -> None:
    gone = fragments(store)[0]
    split(store, 0, 8)
    with (
        pytest.raises(ChangedSince),
        editing.editing(store, session_of(store), "A", Why.HUMAN, "x") as pencil,
    ):
        revising.retype(pencil, gone.id, "te laat")


def test_labels_and_facet_can_be_undone(store: Store) -> None:
    first = fragments(store)[0]
    with editing.editing(store, session_of(store), "A", Why.HUMAN, "x") as pencil:
        settling.accept(pencil, first.id, "onbemand-draaien")
        settling.reject(pencil, first.id, "spoelen-draad")
        settling.set_facet(pencil, first.id, None)
        settling.check(pencil, [first.id])
    reading = read_session(store, session_of(store)).answers[0].fragments[0]
    assert "onbemand-draaien" in reading.topics
    assert reading.segment.facet_settled
    undo(store)
    reading = read_session(store, session_of(store)).answers[0].fragments[0]
    assert "onbemand-draaien" not in reading.topics
    assert reading.suggested_topics == ("spoelen-draad",)
    assert not reading.segment.checked


def test_no_topic_means_none_and_a_topic_takes_it_back(store: Store) -> None:
    first = fragments(store)[0]
    with editing.editing(store, session_of(store), "A", Why.HUMAN, "x") as pencil:
        settling.no_topic(pencil, first.id)
    fragment = read_session(store, session_of(store)).answers[0].fragments[0]
    assert (fragment.topics, fragment.suggestions) == ((), ())
    with editing.editing(store, session_of(store), "A", Why.HUMAN, "x") as pencil:
        settling.accept(pencil, first.id, "startgat")
    assert read_session(store, session_of(store)).answers[0].fragments[0].topics == ("startgat",)


def test_a_topic_that_only_a_person_gave_goes_when_it_is_left_open(store: Store) -> None:
    first = fragments(store)[0]
    with editing.editing(store, session_of(store), "A", Why.HUMAN, "x") as pencil:
        settling.accept(pencil, first.id, "onbemand-draaien")
        settling.undecide(pencil, first.id, "onbemand-draaien")
        settling.accept(pencil, first.id, "spoelen-draad")
        settling.undecide(pencil, first.id, "spoelen-draad")
    fragment = read_session(store, session_of(store)).answers[0].fragments[0]
    assert "onbemand-draaien" not in {t.topic for t in fragment.tags}
    assert fragment.suggested_topics == ("spoelen-draad",)


def test_a_facet_of_a_person_counts_before_all(store: Store) -> None:
    first = fragments(store)[0]
    with editing.editing(store, session_of(store), "A", Why.HUMAN, "x") as pencil:
        settling.set_facet(pencil, first.id, Facet.LIMIT)
    assert read_session(store, session_of(store)).answers[0].fragments[0].facet is Facet.LIMIT


def test_each_session_has_its_own_undo(store: Store) -> None:
    retype(store, 0, "eerste")
    assert editing.undo(store, session_of(store, "B1"), "x") is None
    assert texts(store)[0] == "eerste"


def test_a_batch_is_undone_where_nothing_came_after_it(store: Store) -> None:
    for code in ("A1", "B1"):
        session = session_of(store, code)
        with editing.editing(store, session, "A", Why.REPLACE, "replaced", "batch") as pencil:
            revising.retype(pencil, fragments(store, code)[0].id, "vervangen")
    with editing.editing(store, session_of(store, "B1"), "A", Why.HUMAN, "x") as pencil:
        revising.retype(pencil, fragments(store, "B1")[1].id, "later")
    assert editing.undo_batch(store, "batch", "A") == 1
    assert fragments(store, "A1")[0].text == SAID[0].text
    assert fragments(store, "B1")[0].text == "vervangen"


def test_erasing_a_transcript_takes_what_was_done_to_it_along(store: Store) -> None:
    retype(store, 0, "geheim van de klant")
    split(store, 1, 8)
    for transcript in store.all(Transcript, state=TranscriptState.CURRENT):
        store.delete(transcript)
    assert store.count(Delta) == store.count(Revision) == 0
    assert undo(store) is None
    assert editing.can_undo(store, session_of(store)) is None


def test_a_shelf_reads_again_only_what_was_touched(store: Store) -> None:
    session = session_of(store)
    shelf = Shelf(store, [session.id])
    answer = shelf.answers(session)[0]
    guide = shelf.session(session).guide
    acts: list[Callable[[], None]] = [
        lambda: retype(store, 2, "anders"),
        lambda: split(store, 0, 8),
        lambda: join(store, 1),
    ]
    for act in acts:
        act()
        edit = editing.can_undo(store, session)
        assert edit is not None
        assert shelf.refresh(editing.touched(store, edit)) == {answer.id}
        assert shelf.answer(answer, session, guide) == read_session(store, session).answers[0]
    edit = undo(store)
    assert edit is not None
    shelf.refresh(editing.touched(store, edit))
    assert shelf.answer(answer, session, guide) == read_session(store, session).answers[0]


@pytest.fixture
def fresh(store: Store, tmp_path: Path) -> Callable[[], Store]:
    """Gives a copy of the programme as it was, each time."""
    store.rows("pragma wal_checkpoint(truncate)")
    whole = store.path.read_bytes()

    def copy() -> Store:
        path = tmp_path / f"{uuid.uuid4().hex}.db"
        path.write_bytes(whole)
        return Store(path)

    return copy


# --- any sequence of what people do -----------------------------------------------------------------
DO = st.one_of(
    st.tuples(
        st.just("type"), st.integers(0, 5), st.sampled_from(["", "een twee", "0,25 mm — é", SAID[1].text])
    ),
    st.tuples(st.just("split"), st.integers(0, 5), st.integers(0, 40)),
    st.tuples(st.just("join"), st.integers(0, 5), st.just(0)),
    st.tuples(st.just("restore"), st.integers(0, 5), st.integers(0, 3)),
    st.tuples(st.just("topic"), st.integers(0, 5), st.sampled_from(["startgat", "nasnijden"])),
    st.tuples(st.just("undo"), st.just(0), st.just(0)),
    st.tuples(st.just("redo"), st.just(0), st.just(0)),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(did=st.lists(DO, max_size=14))
def test_whatever_is_done_undo_and_redo_give_back_the_right_texts_and_times(
    fresh: Callable[[], Store], did: list[tuple[str, int, object]]
) -> None:
    with fresh() as store:
        carry_out(store, did)


def carry_out(store: Store, did: list[tuple[str, int, object]]) -> None:
    heard = [w for s in fragments(store) for w in s.words]
    states, at = [seen(store)], 0
    for what, where, how in did:
        if what == "undo":
            assert (undo(store) is not None) == (at > 0)
            at = max(0, at - 1)
        elif what == "redo":
            assert (redo(store) is not None) == (at < len(states) - 1)
            at = min(len(states) - 1, at + 1)
        elif do(store, what, where, how):
            states, at = [*states[: at + 1], seen(store)], at + 1
        assert seen(store) == states[at]
        assert [w for s in fragments(store) for w in s.words] == heard
        assert_sound(fragments(store))
    while undo(store):
        at -= 1
        assert seen(store) == states[at]
    assert at == 0
    for expected in states[1:]:
        assert redo(store) is not None
        assert seen(store) == expected


def do(store: Store, what: str, where: int, how: object) -> bool:
    """Carry one out where it can be, and tell whether it changed anything."""
    before = editing.can_undo(store, session_of(store))
    standing = fragments(store)
    segment = standing[where % len(standing)]
    try:
        with editing.editing(store, session_of(store), "Anneke", Why.HUMAN, what) as pencil:
            if what == "type":
                revising.retype(pencil, segment.id, str(how))
            elif what == "split":
                revising.split(pencil, segment.id, int(str(how)))
            elif what == "join":
                revising.join(pencil, segment.id)
            elif what == "restore":
                versions = [segment.machine_text, *(r.after for r in revising.versions(store, segment.id))]
                revising.retype(pencil, segment.id, versions[int(str(how)) % len(versions)])
            else:
                settling.accept(pencil, segment.id, str(how))
    except UsageRefused:
        return False
    return editing.can_undo(store, session_of(store)) != before


def seen(store: Store) -> list[tuple[object, ...]]:
    reading = read_session(store, session_of(store))
    return [
        (
            s.text,
            s.machine_text,
            s.start,
            s.end,
            s.current_words,
            f.topics,
            {t.topic: t.accepted for t in f.tags},
        )
        for a in reading.answers
        for f in a.fragments
        for s in [f.segment]
    ]


def assert_sound(segments: list[Segment]) -> None:
    for segment in segments:
        assert segment.start <= segment.end
        assert [w.text.strip() for w in segment.current_words] == segment.text.split()
        times = [t for w in segment.current_words for t in (w.start, w.end)]
        assert times == sorted(times)
        assert all(segment.start <= t <= segment.end for t in times)


def test_without_a_batch_nothing_is_taken_back(store: Store) -> None:
    retype(store, 0, "van alleen deze")
    assert editing.undo_batch(store, "", "A") == 0
    assert texts(store)[0] == "van alleen deze"


def test_a_batch_of_which_all_text_is_gone_takes_nothing_back(store: Store) -> None:
    session = session_of(store)
    with editing.editing(store, session, "A", Why.REPLACE, "replaced", "batch") as pencil:
        revising.retype(pencil, fragments(store)[0].id, "anders")
    for transcript in store.all(Transcript):
        store.delete(transcript)
    assert editing.undo_batch(store, "batch", "A") == 0
