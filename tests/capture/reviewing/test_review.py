from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar

import pytest

from capture.reviewing.replacing import Scope
from capture.reviewing.review import Review
from capture.reviewing.state import Found, GoTo, Left, News, Offer, Page, Told
from sessions.errors import ChangedSince, VakborgError
from sessions.facets import Facet
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import editing, revising
from sessions.store.interviews import find_session
from sessions.store.vocabulary import terms
from sessions.transcript import Segment, Value, Why
from tests.builders import Said, add_clip, add_session, add_transcript, make_programme

N = TypeVar("N")
PATIENCE = 30.0

NUMBERS = (
    Said("De geleidbaarheid was vijf micro siemens per centimeter.", 0.0),
    Said("Het elektricum stond te laag.", 5.0, unsure=("elektricum",)),
    Said("Dat elektricum moet erboven staan.", 9.0, unsure=("elektricum",)),
)


class Sitting:
    """A review, and what it tells."""

    def __init__(self, programme: Programme, code: str, segment_id: int | None = None) -> None:
        self.news: SimpleQueue[News] = SimpleQueue()
        self.review = Review(programme, code, "Anneke")
        self.review.start(self.news.put, segment_id)

    def wait_for(self, kind: type[N], fits: Callable[[N], bool] = lambda _news: True) -> N:
        """The next news of this kind; any failure on the way fails the test, unless it is what is waited for."""
        while True:
            try:
                news = self.news.get(timeout=PATIENCE)
            except Empty:
                pytest.fail(f"no {kind.__name__} came")
            if isinstance(news, kind) and fits(news):
                return news
            if isinstance(news, VakborgError):
                raise news

    def page(self, fits: Callable[[Page], bool] = lambda _page: True) -> Page:
        return self.wait_for(Page, fits)


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    made = make_programme(tmp_path / "p")
    with made.store() as store:
        session = add_session(store, "Piet Smit", "Vonkwerk")
        with store.immediate():
            store.execute("delete from job")
        add_transcript(store, add_clip(made, store, session, "M1-V1", 12), NUMBERS, model="small")
    return made


@pytest.fixture
def sit(programme: Programme) -> Iterator[Callable[..., Sitting]]:
    sittings: list[Sitting] = []

    def begin(code: str = "A1", segment_id: int | None = None) -> Sitting:
        sittings.append(Sitting(programme, code, segment_id))
        return sittings[-1]

    yield begin
    for sitting in sittings:
        sitting.review.close()


def texts(page: Page) -> list[str]:
    return [line.fragment.segment.text for line in page.lines]


def test_it_begins_at_the_first_fragment_that_is_left(sit: Callable[..., Sitting]) -> None:
    sitting = sit("A1")
    went = sitting.wait_for(GoTo)
    page = sitting.page()
    first = next(line for line in page.lines if line.counts)
    assert went.segment_id == first.id
    assert [a.reading.question.id for a in page.answers][page.here] == "M2-V2"
    assert (page.left.fragments, page.left.checked) == (4, 0)


def test_it_begins_where_it_is_asked_to(sit: Callable[..., Sitting], programme: Programme) -> None:
    with programme.store() as store:
        wanted = next(s for s in store.all(Segment) if "gecoate draad." in s.text)
    sitting = sit("A1", wanted.id)
    assert sitting.wait_for(GoTo).segment_id == wanted.id
    assert wanted.text in texts(sitting.page())


def test_a_typed_text_is_kept_checked_and_can_be_taken_back(sit: Callable[..., Sitting]) -> None:
    sitting = sit("A1")
    line = next(line for line in sitting.page().lines if line.counts)
    said = line.fragment.segment.text
    sitting.review.retype(line.id, "Ik zet het startgat ernaast.", said)
    page = sitting.page(lambda p: "Ik zet het startgat ernaast." in texts(p))
    changed = next(n for n in page.lines if n.id == line.id).fragment.segment
    assert changed.checked
    assert page.undo
    sitting.review.undo()
    page = sitting.page(lambda p: said in texts(p))
    assert page.redo
    assert not page.undo


def test_what_was_changed_elsewhere_is_not_written_over(
    sit: Callable[..., Sitting], programme: Programme
) -> None:
    sitting = sit("A1")
    line = next(line for line in sitting.page().lines if line.counts)
    with programme.store() as store:
        store.save(replace(store.get(Segment, line.id), text="uit een ander venster"))
    sitting.review.retype(line.id, "van hier", line.fragment.segment.text)
    sitting.wait_for(ChangedSince)
    page = sitting.page()
    assert "uit een ander venster" in texts(page)


def test_numbers_are_proposed_and_taken(sit: Callable[..., Sitting]) -> None:
    sitting = sit("C1")
    page = sitting.page(lambda p: any(line.proposals for line in p.lines))
    line = page.lines[0]
    proposal = line.proposals[0]
    assert (proposal.heard, proposal.instead) == ("vijf micro siemens per centimeter", "5 µS/cm")
    assert [(f.number, f.unit) for f in line.found] == [("5", "µS/cm")]
    sitting.review.take(line.id, proposal)
    page = sitting.page(lambda p: "De geleidbaarheid was 5 µS/cm." in texts(p) and bool(p.lines[0].found))
    assert not page.lines[0].proposals


def test_a_refused_proposal_is_not_made_again_until_it_is_taken_back(sit: Callable[..., Sitting]) -> None:
    sitting = sit("C1")
    line = sitting.page(lambda p: any(line.proposals for line in p.lines)).lines[0]
    sitting.review.refuse(line.id, line.proposals[0])
    sitting.page(lambda p: bool(p.lines[0].found) and not p.lines[0].proposals)
    sitting.review.undo()
    sitting.page(lambda p: bool(p.lines[0].proposals))


def test_one_correction_teaches_the_others(sit: Callable[..., Sitting], programme: Programme) -> None:
    sitting = sit("C1")
    line = sitting.page().lines[1]
    sitting.review.retype(line.id, "Het diëlektricum stond te laag.", line.fragment.segment.text)
    offer = sitting.wait_for(Offer)
    assert (offer.correction.heard, offer.correction.term) == ("elektricum", "diëlektricum")
    sitting.review.learn(offer)
    sitting.wait_for(Told)
    page = sitting.page(lambda p: any(x.instead == "diëlektricum" for x in p.lines[2].proposals))
    with programme.store() as store:
        assert [entry.term.term for entry in terms(store)] == ["diëlektricum"]
    proposal = next(x for x in page.lines[2].proposals if x.instead == "diëlektricum")
    sitting.review.take_everywhere(proposal)
    sitting.page(lambda p: "Dat diëlektricum moet erboven staan." in texts(p))


def test_a_word_that_nothing_knows_is_named_and_nobody_is_asked(sit: Callable[..., Sitting]) -> None:
    sitting = sit("C1")
    line = sitting.page().lines[1]
    sitting.review.retype(line.id, "Het zeefpatroon stond te laag.", line.fragment.segment.text)
    assert "zeefpatroon" in sitting.wait_for(Told).text
    assert sitting.news.empty() or not isinstance(sitting.news.get(), Offer)


def test_taking_everywhere_leaves_what_was_changed_in_another_window(
    sit: Callable[..., Sitting], programme: Programme
) -> None:
    sitting = sit("C1")
    page = sitting.page(lambda p: any(line.proposals for line in p.lines))
    proposal = page.lines[0].proposals[0]
    with programme.store() as store:
        session = find_session(store, "C1")
        with editing.editing(store, session, "Bram", Why.HUMAN, "text typed") as pencil:
            revising.retype(pencil, page.lines[0].id, "Wat Bram er intussen van maakte.")
    sitting.review.take_everywhere(proposal)
    sitting.wait_for(Told, lambda told: "0" in told.text)
    sitting.page(lambda p: texts(p)[0] == "Wat Bram er intussen van maakte.")


def test_what_was_transcribed_again_meanwhile_is_shown_after_it_was_told(
    sit: Callable[..., Sitting], programme: Programme
) -> None:
    sitting = sit("C1")
    line = sitting.page().lines[0]
    with programme.store() as store:
        clip = line.fragment.clip
        assert clip is not None
        store.execute("delete from job")
        add_transcript(store, clip, (Said("Beter verstaan."),), model="large")
    sitting.review.check([line.id])
    with pytest.raises(ChangedSince):
        sitting.page(lambda p: texts(p) == ["Beter verstaan."])
    sitting.page(lambda p: texts(p) == ["Beter verstaan."])


def test_a_struck_correction_teaches_nothing(sit: Callable[..., Sitting]) -> None:
    sitting = sit("C1")
    line = sitting.page().lines[1]
    sitting.review.release([line.id], Release.STRUCK)
    sitting.review.retype(line.id, "Het diëlektricum stond te laag.", line.fragment.segment.text)
    sitting.review.check([line.id])
    while True:
        news = sitting.news.get(timeout=PATIENCE)
        assert not isinstance(news, Offer)
        if isinstance(news, Page) and news.lines[1].fragment.segment.checked:
            break
    assert news.left.fragments == 2


def test_splitting_and_joining_say_where_to_stand(sit: Callable[..., Sitting]) -> None:
    sitting = sit("C1")
    line = sitting.page().lines[1]
    sitting.review.split(line.id, 14)
    went = sitting.wait_for(GoTo, lambda g: g.segment_id != line.id)
    page = sitting.page(lambda p: len(p.lines) == 4)
    assert went.segment_id == page.lines[2].id
    sitting.review.join(page.lines[1].id)
    page = sitting.page(lambda p: len(p.lines) == 3)
    assert page.lines[1].fragment.segment.text == line.fragment.segment.text


def test_labels_facet_and_release_are_shown(sit: Callable[..., Sitting]) -> None:
    sitting = sit("C1")
    line = sitting.page().lines[0]
    sitting.review.accept(line.id, "onbemand-draaien")
    sitting.review.facet(line.id, Facet.LIMIT)
    sitting.review.release([line.id], Release.FREE)
    page = sitting.page(lambda p: p.lines[0].fragment.segment.release is Release.FREE)
    fragment = page.lines[0].fragment
    assert "onbemand-draaien" in fragment.topics
    assert fragment.facet is Facet.LIMIT
    sitting.review.no_topic(line.id)
    sitting.page(lambda p: p.lines[0].fragment.topics == ())


def test_a_whole_answer_is_released_but_for_what_was_struck(sit: Callable[..., Sitting]) -> None:
    sitting = sit("C1")
    page = sitting.page()
    ids = [line.id for line in page.lines]
    sitting.review.release([ids[1]], Release.STRUCK)
    sitting.review.release_answer(ids, Release.PARTNERS)
    told = sitting.wait_for(Told)
    page = sitting.page(lambda p: p.lines[2].fragment.segment.release is Release.PARTNERS)
    assert page.lines[1].fragment.segment.release is Release.STRUCK
    assert "1" in told.text
    sitting.review.undo()
    sitting.page(lambda p: p.lines[2].fragment.segment.release is Release.INTERNAL)


def test_a_value_card_takes_the_place_of_what_was_found(sit: Callable[..., Sitting]) -> None:
    sitting = sit("C1")
    line = sitting.page(lambda p: any(line.found for line in p.lines)).lines[0]
    found = line.found[0]
    sitting.review.put_value(Value(line.id, "", found.number, found.unit, quote=found.quote, by="Anneke"))
    page = sitting.page(lambda p: bool(p.lines[0].values))
    assert not page.lines[0].found
    assert page.left.values == 1  # its context is missing
    sitting.review.put_value(replace(page.lines[0].values[0], dismissed=True))
    page = sitting.page(lambda p: not p.lines[0].values)
    assert not page.lines[0].found


def test_checking_goes_on_to_what_is_left(sit: Callable[..., Sitting]) -> None:
    sitting = sit("C1")
    ids = [line.id for line in sitting.page().lines]
    sitting.review.check(ids[:2])
    sitting.review.next_to_settle(ids[0])
    assert sitting.wait_for(GoTo, lambda g: g.segment_id == ids[2])
    sitting.review.check(ids)
    page = sitting.page(lambda p: p.left.checked == 3 and bool(p.lines[0].proposals))
    assert page.left.done
    assert page.left.proposals > 0  # looked at is not settled
    sitting.review.next_to_settle(ids[2])
    assert sitting.wait_for(GoTo, lambda g: g.segment_id == ids[0])


def test_find_shows_every_place_and_replace_changes_the_chosen(sit: Callable[..., Sitting]) -> None:
    sitting = sit("C1")
    sitting.page()
    sitting.review.find("ELEKTRICUM", "diëlektricum", Scope.SESSION, whole_words=True)
    found = sitting.wait_for(Found)
    assert len(found.places) == 2
    sitting.review.replace(found.places[1:], "diëlektricum")
    page = sitting.page(lambda p: "Dat diëlektricum moet erboven staan." in texts(p))
    assert "Het elektricum stond te laag." in texts(page)


def test_replacing_in_the_whole_programme_can_be_taken_back_everywhere(
    sit: Callable[..., Sitting], programme: Programme
) -> None:
    sitting = sit("C1")
    sitting.page()
    sitting.review.find("stond", "zat", Scope.PROGRAMME)
    found = sitting.wait_for(Found)
    assert {f.session.code for f, _hit in found.places} == {"B1", "C1"}
    sitting.review.replace(found.places, "zat")
    sitting.page(lambda p: "Het elektricum zat te laag." in texts(p))
    sitting.review.undo_everywhere()
    sitting.page(lambda p: "Het elektricum stond te laag." in texts(p))
    with programme.store() as store:
        assert not [s for s in store.all(Segment) if "zat" in s.text.split()]


def test_struck_text_is_not_found(sit: Callable[..., Sitting]) -> None:
    sitting = sit("C1")
    line = sitting.page().lines[1]
    sitting.review.release([line.id], Release.STRUCK)
    sitting.review.find("elektricum", "x", Scope.PROGRAMME, whole_words=True)
    assert len(sitting.wait_for(Found).places) == 1


def test_a_session_without_answers_has_an_empty_page(
    sit: Callable[..., Sitting], programme: Programme
) -> None:
    with programme.store() as store:
        code = add_session(store, "Nieuw", "Vonkwerk").code
    page = sit(code).page()
    assert (page.answers, page.lines, page.answer, page.left) == ((), (), None, Left())


def test_a_session_that_is_not_there_is_told(sit: Callable[..., Sitting]) -> None:
    sit("Z9").wait_for(VakborgError)
