"""Photos of answers: what they show, and how far they may go."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sessions.errors import ChangedSince, UnknownName, UsageRefused
from sessions.interview import Answer, Attachment, Session
from sessions.people import Expert, Permission
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.people import keep_consent
from sessions.store.photos import MOST_LETTERS, answer_files, caption, find_file, put_back, release_file
from tests.builders import add_clip, add_session

WHEN = datetime(2026, 3, 12, tzinfo=UTC)


@pytest.fixture
def photo(programme: Programme, store: Store, jan: Session) -> Attachment:
    """A photo that came in 64 seconds into a second take."""
    add_clip(programme, store, jan, "M2-V2", 5)
    clip = add_clip(programme, store, jan, "M2-V2", 90)
    return store.add(_file(clip.answer_id, "a.jpg", clip_id=clip.id, at=64.2))


def _file(answer_id: int, name: str, clip_id: int | None = None, at: float | None = None) -> Attachment:
    return Attachment(answer_id, f"attachments/A1/{answer_id}-{name}", "ab" * 32, 9, name, WHEN, clip_id, at)


def test_a_file_says_where_it_came_in(store: Store, jan: Session, photo: Attachment) -> None:
    other = store.add(Answer(jan.id, "M3-V1", 2))
    store.add(_file(other.id, "b.pdf"))
    first, second = answer_files(store, jan)
    assert (first.reference, first.question.id, first.picture) == ("A1·01/2 01:04", "M2-V2", True)
    assert (second.reference, second.picture) == ("A1·02", False)
    assert first.file == photo


def test_only_the_files_of_the_session_are_given(store: Store, photo: Attachment) -> None:
    fatima = add_session(store, "Fatima", "Zuid")
    assert answer_files(store, fatima) == []
    assert [one.file for one in answer_files(store)] == [photo]


def test_without_a_transcript_permitted_it_is_withheld(store: Store, jan: Session, photo: Attachment) -> None:
    assert photo.id
    keep_consent(store, store.get(Expert, jan.expert_id), {Permission.TRANSCRIPT: False}, "Anneke")
    assert [one.withheld for one in answer_files(store, jan)] == [True]


def test_a_caption_is_one_line_of_a_modest_length(store: Store, photo: Attachment) -> None:
    assert caption(store, photo.id, " de\nkop\x07 ").caption == "de kop"
    with pytest.raises(UsageRefused):
        caption(store, photo.id, "x" * (MOST_LETTERS + 1))
    assert find_file(store, photo.id).caption == "de kop"


def test_a_photo_stays_in_the_company_until_it_is_released(store: Store, photo: Attachment) -> None:
    assert photo.release is Release.INTERNAL
    assert release_file(store, photo.id, Release.PARTNERS).release is Release.PARTNERS


def test_what_is_no_picture_cannot_be_released_but_can_be_held_back(store: Store, photo: Attachment) -> None:
    film = store.add(_file(photo.answer_id, "c.mp4"))
    with pytest.raises(UsageRefused):
        release_file(store, film.id, Release.FREE)
    assert release_file(store, film.id, Release.INTERNAL) == film


def test_an_unknown_number_says_where_to_find_them(store: Store) -> None:
    with pytest.raises(UnknownName) as refused:
        find_file(store, 7)
    assert "vakborg photo list" in refused.value.advice


def test_the_last_change_can_be_put_back(store: Store, photo: Attachment) -> None:
    after = release_file(store, photo.id, Release.FREE)
    assert put_back(store, photo, after) == photo


def test_what_was_changed_otherwise_meanwhile_is_not_put_back(store: Store, photo: Attachment) -> None:
    after = release_file(store, photo.id, Release.FREE)
    caption(store, photo.id, "in een ander venster")
    with pytest.raises(ChangedSince):
        put_back(store, photo, after)
    store.delete(photo)
    with pytest.raises(ChangedSince):
        put_back(store, photo, replace(after, caption=""))
