"""Full text over all that was said."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessions.programme import Programme, create_programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.search import HIT_END, HIT_START, search
from sessions.store.transcripts import add_chunk, begin
from sessions.transcript import Segment
from tests.builders import Said, add_clip, add_session, add_text, add_transcript

LINES = (
    Said("Het diëlektricum moet schoon zijn."),
    Said("Zonder accent: dielektricum, ook goed.", 5),
    Said("De spoeldruk staat te hoog bij het spoelen.", 10),
    Said("Hij zei: [/] [@click=app.quit] en NEAR(x) AND y.", 15),
    Said("Los geschreven die\u0308lektricum van een Mac.", 20),
)


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    """One answer in which a few things were said."""
    made = create_programme(tmp_path_factory.mktemp("traject") / "edm")
    with made.store() as store:
        add_transcript(store, add_clip(made, store, add_session(store, "Jan", "Noord"), "M2-V2", 1), LINES)
    return made


@pytest.fixture(scope="module")
def shelf(programme: Programme) -> Iterator[Store]:
    """Its database, only to be read."""
    with programme.store() as store:
        yield store


def plain(text: str) -> str:
    return text.replace(HIT_START, "").replace(HIT_END, "")


def found(store: Store, wanted: str) -> set[int]:
    """The places in LINES that were found."""
    texts = [said.text for said in LINES]
    return {texts.index(plain(hit.text)) for hit in search(store, wanted)}


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ("dielektricum", {0, 1, 4}),
        ("diëlektricum", {0, 1, 4}),
        ("DIËLEKTRICUM", {0, 1, 4}),
        ("die\u0308lektricum", {0, 1, 4}),
        ("diel", {0, 1, 4}),
        ("d", {0, 1, 2, 4}),
        ("spoel", {2}),
        ("druk", set()),
        ("hoog spoeldruk", {2}),
        ("spoeldruk schoon", set()),
        ("te\thoog\n bij", {2}),
        ("zij", {0}),
    ],
)
def test_words_are_found_by_their_beginning_whatever_accent_or_case(
    shelf: Store, wanted: str, places: set[int]
) -> None:
    assert found(shelf, wanted) == places


@pytest.mark.parametrize("wanted", ["", "   ", '"', "*", "()", "-", "'", "\x00", "\u2028", "😀"])
def test_a_query_without_a_word_finds_nothing(shelf: Store, wanted: str) -> None:
    assert search(shelf, wanted) == []


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ('"spoeldruk', {2}),
        ('spoel"druk', {2}),
        ("spoel*", {2}),
        ("NEAR(x", {3}),
        ("x AND y", {3}),
        ("x OR nietbestaand", set()),
        ("NOT spoeldruk", set()),
        ("text:spoeldruk", set()),
        ("col:", set()),
        ("-spoeldruk", {2}),
        ("^spoeldruk", {2}),
        ("{text}: x", set()),
        ("[@click=app.quit]", {3}),
        ("'; drop table segment; --", set()),
        ("spoeldruk \ud800 \x00", {2}),
    ],
)
def test_what_means_something_to_sqlite_is_a_word_like_any_other(
    shelf: Store, wanted: str, places: set[int]
) -> None:
    assert found(shelf, wanted) == places


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(wanted=st.text(max_size=20))
def test_no_query_ever_fails(shelf: Store, wanted: str) -> None:
    assert len(search(shelf, wanted)) <= len(LINES)


def test_a_whole_page_pasted_as_a_query_does_not_fail(shelf: Store) -> None:
    assert search(shelf, "het diëlektricum moet schoon zijn " * 1000) != []
    assert search(shelf, " ".join(f"woord{n}" for n in range(5000))) == []


def test_a_hit_says_where_it_is_and_what_matched(shelf: Store) -> None:
    (hit,) = search(shelf, "spoel")
    assert (hit.session, hit.answer_number, hit.question_id, hit.clip_number) == ("A1", 1, "M2-V2", 1)
    assert hit.start == 10
    expected = "De [spoeldruk] staat te hoog bij het [spoelen]."
    assert hit.text == expected.replace("[", HIT_START).replace("]", HIT_END)


def test_no_more_is_given_than_wanted(shelf: Store) -> None:
    assert len(search(shelf, "d", limit=2)) == 2


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A database of one's own to change things in."""
    made = create_programme(tmp_path / "edm")
    with made.store() as opened:
        clip = add_clip(made, opened, add_session(opened, "Jan", "Noord"), "M2-V2", 1)
        add_transcript(opened, clip, [Said("De draad brak."), Said("De draad hield.", 5)])
        yield opened


def starts(store: Store, wanted: str) -> list[float]:
    return sorted(hit.start for hit in search(store, wanted))


def test_a_struck_fragment_is_never_found(store: Store) -> None:
    store.save(replace(store.get(Segment, 1), release=Release.STRUCK))
    assert starts(store, "draad") == [5.0]


def test_the_current_text_is_found_and_no_longer_the_machines(store: Store) -> None:
    store.save(replace(store.get(Segment, 1), text="De elektrode brak."))
    assert starts(store, "elektrode") == [0.0]
    assert starts(store, "draad") == [5.0]


def test_a_superseded_transcript_is_never_found(store: Store) -> None:
    (row,) = store.rows("select clip_id from transcript")
    from sessions.interview import Clip

    add_transcript(store, store.get(Clip, row["clip_id"]), [Said("Grafiet.")], model="large-v2")
    assert starts(store, "draad") == []
    assert starts(store, "grafiet") == [0.0]


def test_what_is_still_being_heard_is_not_found(store: Store) -> None:
    from sessions.interview import Clip

    begun = begin(store, store.get(Clip, 1), model="tiny", options={}, language="nl")
    add_chunk(store, begun, [(Segment(0, 0, 0.0, 1.0, "koper", "koper"), [])], 1.0)
    assert search(store, "koper") == []


def test_a_removed_fragment_is_no_longer_found(store: Store) -> None:
    store.delete(store.get(Segment, 1))
    assert starts(store, "draad") == [5.0]


def test_text_that_came_without_sound_is_found(store: Store) -> None:
    session = add_session(store, "Piet", "Zuid")
    add_text(store, session, "M4-V2", [Said("Grafiet, want koper was te zwaar.")], original_name="a.vtt")
    (hit,) = search(store, "grafiet")
    assert (hit.session, hit.question_id, hit.clip_number) == ("B1", "M4-V2", 1)
