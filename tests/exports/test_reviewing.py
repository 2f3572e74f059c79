"""From a session to the file for its expert, and from the file that came back to what it says."""

import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from exports.labels import Labels
from exports.review import wording
from exports.review.marks import STAMP, Name, Of
from exports.review.model import Block, Found, Returned
from exports.reviewing import Sent, file_name, marks_of, open_returned, send
from exports.saving import Kept
from exports.transcript import transcript
from exports.word.stamp import read_stamp, stamped
from sessions.errors import ExportError, ReviewFileError
from sessions.interview import Session
from sessions.people import Expert, Permission
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.interviews import find_session
from sessions.store.people import keep_consent
from sessions.store.pseudonyms import add_pseudonym
from sessions.store.reading import read_session
from sessions.store.releasing import release_all, said_in
from sessions.store.sheets import sheet_of, sheets
from tests.builders import add_session, make_programme
from tests.exports.conftest import LATER

Send = Callable[..., Sent]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    return make_programme(tmp_path_factory.mktemp("traject") / "leerpad")


@pytest.fixture
def programme(filled: Programme, tmp_path: Path) -> Programme:
    """A copy of the filled programme."""
    return Programme(Path(shutil.copytree(filled.folder, tmp_path / "leerpad")))


@pytest.fixture
def store(programme: Programme) -> Iterator[Store]:
    with programme.store() as opened:
        yield opened


@pytest.fixture
def jan(store: Store) -> Session:
    return find_session(store, "A1")


@pytest.fixture
def sending(programme: Programme, store: Store, jan: Session) -> Send:
    """Sends Jan's session."""

    def call(target: Path | None = None, session: Session = jan, overwrite: bool = False) -> Sent:
        return send(programme, store, session, target, "Anneke", overwrite)

    return call


def texts(path: Path) -> list[str]:
    return [
        "".join(t.text or "" for t in p.iter(qn("w:t")))
        for p in docx.Document(str(path)).element.body.iter(qn("w:p"))
    ]


def test_the_file_goes_to_the_exports_and_is_remembered(
    programme: Programme, store: Store, jan: Session, sending: Send
) -> None:
    sent = sending()
    assert sent.path == programme.exports / file_name(read_session(store, jan))
    assert sheets(store, jan) == [sent.sheet]
    assert sent.sheet.path == f"exports/{sent.path.name}"
    assert read_stamp(sent.path.read_bytes(), STAMP) == sent.sheet.mark


def test_its_name_is_in_the_language_of_the_guide(store: Store, jan: Session) -> None:
    reading = read_session(store, jan)
    in_english = replace(reading, guide=replace(reading.guide, language="en"))
    assert file_name(in_english) == "review-A1.docx"
    assert file_name(reading) == Labels("nl")("review-{code}.docx").format(code="A1")


def test_another_place_is_remembered_whole(tmp_path: Path, sending: Send) -> None:
    sent = sending(tmp_path / "voor Jan.docx")
    assert (sent.path, sent.sheet.path) == (
        tmp_path / "voor Jan.docx",
        str((tmp_path / "voor Jan.docx").resolve()),
    )


def test_it_has_the_names_that_are_replaced_elsewhere(store: Store, sending: Send) -> None:
    add_pseudonym(store, "Vonkwerk", "een bedrijf", "Anneke")
    add_pseudonym(store, "contour", "vorm", "Anneke")
    told = "\n".join(texts(sending().path))
    assert "Jan van Dijk, Vonkwerk" in told
    assert "naast de contour" in told


def test_our_own_unchanged_file_is_replaced_and_both_sheets_are_known(
    store: Store, jan: Session, sending: Send
) -> None:
    first, second = sending(), sending()
    assert (second.path, second.kept) == (first.path, None)
    assert sheets(store, jan) == [second.sheet, first.sheet]


def test_a_file_that_the_expert_worked_in_stays(store: Store, sending: Send) -> None:
    first = sending()
    document = docx.Document(str(first.path))
    document.add_paragraph("Van Jan.")
    document.save(str(first.path))
    second = sending()
    assert (second.path.name, second.kept) == (f"{first.path.stem} (2).docx", Kept.NOT_OURS)
    assert sheet_of(store, second.sheet.mark) == second.sheet
    assert second.sheet.path == f"exports/{second.path.name}"
    assert texts(first.path)[-1] == "Van Jan."


def test_a_file_elsewhere_is_replaced_only_where_a_person_says_so(tmp_path: Path, sending: Send) -> None:
    there = tmp_path / "brief.docx"
    there.write_bytes(b"een brief")
    assert sending(there).kept is Kept.NOT_OURS
    assert there.read_bytes() == b"een brief"
    assert sending(there, overwrite=True).path == there
    assert zipfile.is_zipfile(there)


def test_a_file_that_could_not_be_written_leaves_no_sheet(store: Store, jan: Session, sending: Send) -> None:
    with pytest.raises(ExportError):
        sending(Path("/dev/null/nakijken.docx"))
    assert sheets(store, jan) == []


def test_a_folder_that_is_not_there_is_not_made(sending: Send, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="There is no folder"):
        sending(tmp_path / "weg" / "nakijken.docx")
    assert not (tmp_path / "weg").exists()


def test_the_sheet_is_there_before_the_file(
    store: Store, jan: Session, sending: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: list[int] = []

    def crash(*_things: object, **_more: object) -> None:
        known.append(len(sheets(store, jan)))
        raise KeyboardInterrupt

    monkeypatch.setattr("exports.reviewing.deliver", crash)
    with pytest.raises(KeyboardInterrupt):
        sending()
    assert (known, sheets(store, jan)) == ([1], [])


@pytest.mark.parametrize("name", ["nakijken", "nakijken.pdf", "nakijken.dotx"])
def test_the_name_is_that_of_a_word_file(tmp_path: Path, sending: Send, name: str) -> None:
    with pytest.raises(ExportError) as refused:
        sending(tmp_path / name)
    assert name in refused.value.message
    assert refused.value.advice


def test_nothing_is_sent_where_the_expert_wants_no_text(store: Store, jan: Session, sending: Send) -> None:
    expert = store.get(Expert, jan.expert_id)
    keep_consent(store, expert, {Permission.TRANSCRIPT: False}, "Anneke")
    with pytest.raises(ExportError) as refused:
        sending()
    assert "A1" in refused.value.message
    assert refused.value.advice
    assert sheets(store, jan) == []


def test_nothing_is_sent_where_there_is_no_text(store: Store, sending: Send) -> None:
    empty = add_session(store, "Piet", "Vonkwerk")
    with pytest.raises(ExportError) as refused:
        sending(session=empty)
    assert refused.value.advice


def test_nothing_is_sent_where_all_is_struck(store: Store, jan: Session, sending: Send) -> None:
    release_all(store, jan, said_in(store, jan), Release.STRUCK, "Anneke", also_struck=True)
    with pytest.raises(ExportError):
        sending()


def test_a_file_that_comes_back_untouched_says_what_was_sent(store: Store, sending: Send) -> None:
    sent = sending()
    sheet, received = open_returned(sent.path, store)
    assert sheet == sent.sheet
    said = {s.segment_id: s.text for answer in received.answers for s in answer.said}
    assert said == {f.segment_id: f.text for a in sheet.answers for f in a.fragments}
    assert received.unplaced == ()
    assert not any(a.additions or a.gone or a.wishes or a.notes for a in received.answers)


def test_a_new_name_and_place_make_no_difference(tmp_path: Path, store: Store, sending: Send) -> None:
    sent = sending()
    moved = sent.path.rename(tmp_path / "Re_ nakijken (van Jan) DEF.docx")
    assert open_returned(moved, store)[0] == sent.sheet


def test_without_properties_and_bookmarks_the_mark_that_a_reader_sees_tells(
    tmp_path: Path, store: Store, sending: Send
) -> None:
    sent, bare = sending(), docx.Document()
    for text in texts(sent.path):
        bare.add_paragraph(text)
    bare.save(str(tmp_path / "kopie.docx"))
    assert open_returned(tmp_path / "kopie.docx", store)[0] == sent.sheet


def refusal(path: Path, store: Store) -> str:
    with pytest.raises(ReviewFileError) as refused:
        open_returned(path, store)
    assert path.name in refused.value.message
    assert refused.value.advice
    return refused.value.message


def test_another_document_of_ours_is_refused_as_that(tmp_path: Path, store: Store, jan: Session) -> None:
    path = tmp_path / "gesprek.docx"
    path.write_bytes(transcript(read_session(store, jan), "docx", programme="Leerpad", made_at=LATER))
    assert "another document of Vakborg" in refusal(path, store)


def test_a_file_of_another_programme_is_refused_as_that(
    tmp_path: Path, programme: Programme, sending: Send
) -> None:
    path = shutil.copy(sending().path, tmp_path / "vreemd.docx")
    with make_programme(tmp_path / "ander").store() as other:
        assert "not made from this programme" in refusal(Path(path), other)


def test_a_file_of_somebody_else_is_refused(tmp_path: Path, store: Store) -> None:
    document = docx.Document()
    document.add_paragraph("Een brief.")
    document.save(str(tmp_path / "brief.docx"))
    assert "nothing in it by which Vakborg knows it" in refusal(tmp_path / "brief.docx", store)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, store: Store) -> None:
    assert "cannot be read" in refusal(tmp_path / "weg.docx", store)


def test_a_folder_is_refused(tmp_path: Path, store: Store) -> None:
    assert "cannot be read" in refusal(tmp_path, store)


def test_a_file_that_is_far_too_large_is_not_even_read(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "film.docx"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert "too large" in refusal(path, store)


def found(mark: str, id_: int) -> Found:
    return Found(Name(mark, Of.FRAGMENT, id_), 0, 1)


def test_the_surest_mark_comes_first() -> None:
    shown = wording.FOOTER.format(code="A1", mark="d2d2d2d2")
    blocks = (Block("a", (found("b2b2b2b2", 1),)), Block("b", (found("c2c2c2c2", 2), found("c2c2c2c2", 3))))
    returned = Returned(blocks, "ab" * 32, "a2a2a2a2", (shown, shown))
    assert marks_of(returned) == ["a2a2a2a2", "c2c2c2c2", "b2b2b2b2", "d2d2d2d2"]


def test_a_changed_property_does_not_hide_the_bookmarks(store: Store, sending: Send) -> None:
    sent = sending()
    sent.path.write_bytes(stamped(sent.path.read_bytes(), "zzzzzzzz", STAMP))
    assert open_returned(sent.path, store)[0] == sent.sheet
