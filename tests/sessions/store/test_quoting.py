"""Choosing golden quotes, and taking that back."""

from dataclasses import replace

import pytest

from sessions.errors import UsageRefused
from sessions.fragments import Fragment
from sessions.interview import Marker, MarkerKind, Session
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.leaving import Gate
from sessions.store.quoting import golden_marks, mark_golden, unmark_golden
from sessions.store.reading import read_session
from sessions.store.releasing import release_all, said_in
from tests.builders import Said, add_clip, add_text, add_transcript

SAID = (Said("Anders zak je erdoorheen.", 3), Said("Goed.", 9))


def fragments(store: Store, session: Session) -> list[Fragment]:
    return [f for answer in read_session(store, session).answers for f in answer.fragments]


def test_words_with_sound_are_chosen_and_taken_back(programme: Programme, store: Store, jan: Session) -> None:
    clip = add_clip(programme, store, jan, "M2-V2", 20)
    add_transcript(store, clip, SAID)
    said = fragments(store, jan)
    assert mark_golden(store, said[1], said) is True
    assert mark_golden(store, said[1], said) is False
    assert store.count(Marker) == 1
    assert set(golden_marks(store, said)) == {said[1].segment.id}
    assert unmark_golden(store, said[1], said) is True
    assert unmark_golden(store, said[1], said) is False
    assert store.count(Marker) == 0


def test_text_without_sound_opens_a_module_too(store: Store, jan: Session) -> None:
    add_text(store, jan, "M2-V2", SAID, original_name="gesprek.vtt")
    add_text(store, jan, "M3-V4", SAID, original_name="ander.vtt")
    release_all(store, jan, said_in(store, jan), Release.PARTNERS, "Anneke")
    said = fragments(store, jan)
    mark_golden(store, said[0], said)
    assert Gate(store).material(Release.PARTNERS).golden == {said[0].segment.id}


def test_a_mark_set_while_recording_is_taken_back_too(
    programme: Programme, store: Store, jan: Session
) -> None:
    clip = add_clip(programme, store, jan, "M2-V2", 20)
    add_transcript(store, clip, SAID)
    for at in (3.5, 4.0):
        store.add(Marker(clip.answer_id, MarkerKind.GOLDEN_QUOTE, clip.id, at))
    kept = store.add(Marker(clip.answer_id, MarkerKind.PROBE, clip.id, 4.0, probe=1))
    said = fragments(store, jan)
    assert unmark_golden(store, said[0], said)
    assert store.all(Marker) == [kept]


def test_a_mark_on_words_that_stay_never_moves_to_others(
    programme: Programme, store: Store, jan: Session
) -> None:
    clip = add_clip(programme, store, jan, "M2-V2", 20)
    add_transcript(store, clip, (Said("Dit mag weg.", 0), Said("Dit blijft hier.", 3)))
    first, second = said_in(store, jan)
    release_all(store, jan, [first], Release.PARTNERS, "Anneke")
    store.add(Marker(clip.answer_id, MarkerKind.GOLDEN_QUOTE, clip.id, second.start + 0.1))
    store.save(replace(first, end=second.start, release=Release.PARTNERS))
    assert Gate(store).material(Release.PARTNERS).golden == frozenset()


def test_what_is_struck_is_no_quote(programme: Programme, store: Store, jan: Session) -> None:
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 20), SAID)
    release_all(store, jan, said_in(store, jan)[:1], Release.STRUCK, "Anneke")
    said = fragments(store, jan)
    with pytest.raises(UsageRefused):
        mark_golden(store, said[0], said)
    assert store.count(Marker) == 0
