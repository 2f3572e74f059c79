"""Whatever became of the documents that an expert's words went into, they are found when those are taken back."""

import json
import shutil
from pathlib import Path

import docx
import pytest

from capture.cli.main import run
from capture.withdrawing import preview, withdraw
from exports.written import NAME as WRITTEN
from sessions.interview import Clip, Session
from sessions.people import Expert
from sessions.programme import Programme, create_programme
from sessions.release import Release
from sessions.store.releasing import release_all, said_in
from sessions.withdrawal import Holding
from tests.app.withdrawal_case import NAME, SOUND, TEXT, noisy, permit_all
from tests.builders import Said, add_session, add_transcript

HESITANT = "Dus eh de gecoate eh draad die eh is gewoon eh beter voor eh hoog werk eh vind eh ik zelf."
TIDY = "Dus de gecoate draad die is gewoon beter voor hoog werk vind ik zelf."
JOINT = "De grote tafel staat bij ons altijd links van de machine en nooit rechts."
ALL = ("docx", "md", "txt", "json", "vtt", "srt")


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """Anna says little, the same as Bert, and something with many fillers."""
    programme = create_programme(tmp_path / "traject")
    with programme.store() as store:
        anna = add_session(store, "Anna de Wit", "Vonkwerk", named=True)
        bert = add_session(store, "Bert Jansen", "Matrijs", named=True)
        for session, texts in ((anna, ["Zes zwaluwen.", JOINT, HESITANT]), (bert, [JOINT])):
            permit_all(store, session)
            said = [Said(text, 3 * at) for at, text in enumerate(texts)]
            add_transcript(store, noisy(programme, store, session, "M3-V4"), said)
            release_all(store, session, said_in(store, session), Release.PARTNERS, "Anneke")
    return programme


def vakborg(programme: Programme, *words: str | Path) -> None:
    assert run(["--programme", str(programme.folder), *map(str, words)]) == 0


def documents(programme: Programme, *permissions: object) -> dict[str, Holding]:
    with programme.store() as store:
        chosen = [one for one in (SOUND, TEXT, NAME) if one in permissions]
        loss = preview(programme, store, store.all(Expert)[0], chosen)
    return {document.path: document for document in loss.documents}


def only(programme: Programme, *texts: str) -> None:
    """Nothing else of what Anna said is in the database."""
    with programme.store() as store:
        for segment in said_in(store, store.all(Session)[0]):
            if segment.text not in texts:
                store.delete(segment)


@pytest.mark.parametrize("text", ["Zes zwaluwen.", JOINT])
def test_transcripts_of_short_answers_and_of_what_another_said_too_are_found(
    programme: Programme, tmp_path: Path, text: str
) -> None:
    only(programme, text)
    for kind in ALL:
        vakborg(programme, "export", "transcript", "A1", "--format", kind)
        vakborg(programme, "export", "transcript", "B1", "--format", kind)
    elsewhere = tmp_path / "elders.docx"
    vakborg(programme, "export", "transcript", "A1", "--out", elsewhere)
    found = documents(programme, TEXT)
    assert set(found) == {*(f"exports/transcript A1.{kind}" for kind in ALL), str(elsewhere)}
    assert [document.path for document in found.values() if document.outside] == [str(elsewhere)]
    assert not any(document.edited for document in found.values())


def test_a_draft_that_was_renamed_and_cut_is_known_by_its_mark(programme: Programme) -> None:
    vakborg(programme, "export", "module", "M3")
    document = docx.Document(str(programme.exports / "module M3.docx"))
    for table in list(document.tables):
        table._element.getparent().remove(table._element)
    for paragraph in document.paragraphs:
        paragraph.text = ""
    document.save(str(programme.exports / "M3 leerplatform.docx"))
    assert documents(programme, TEXT)["exports/M3 leerplatform.docx"].edited


def test_words_without_their_fillers_are_known_again(programme: Programme) -> None:
    (programme.exports / "mijn les.md").write_text(TIDY)
    assert documents(programme, TEXT)["exports/mijn les.md"].edited


def test_a_review_file_that_came_back_is_known_by_its_mark(programme: Programme) -> None:
    vakborg(programme, "review", "send", "A1")
    sent = programme.exports / "nakijken-A1.docx"
    document = docx.Document(str(sent))
    for paragraph in document.paragraphs:
        if paragraph.runs:
            paragraph.text = "Nee, heel anders."
    document.save(str(programme.folder / "terug.docx"))
    sent.unlink()
    assert documents(programme, TEXT)["terug.docx"].edited
    assert "terug.docx" not in documents(programme, NAME)


@pytest.mark.parametrize("coding", ["utf-16", "cp1252"])
def test_text_in_another_coding_is_found(programme: Programme, coding: str) -> None:
    (programme.exports / "kladje.txt").write_bytes(HESITANT.encode(coding))
    assert "exports/kladje.txt" in documents(programme, TEXT)


def test_copies_of_recordings_go_and_another_sound_stays(programme: Programme) -> None:
    with programme.store() as store:
        own, other = (programme.file(clip.path) for clip in store.all(Clip))
        expert = store.all(Expert)[0].id
    copies = [programme.exports / "stukje.wav", programme.folder / "audio" / "kopie.wav"]
    for copy in copies:
        shutil.copy(own, copy)
    shutil.copy(other, programme.exports / "van Bert.wav")
    withdraw(programme, expert, [SOUND], "Anneke")
    assert not any(copy.exists() for copy in copies)
    assert (programme.exports / "van Bert.wav").exists()


def test_nothing_remembers_a_document_that_was_deleted(programme: Programme) -> None:
    for code in ("A1", "B1"):
        vakborg(programme, "export", "transcript", code, "--format", "md")
    with programme.store() as store:
        expert = store.all(Expert)[0].id
    withdraw(programme, expert, [TEXT], "Anneke")
    assert list(json.loads((programme.exports / WRITTEN).read_text())) == ["transcript B1.md"]


def test_a_name_of_one_word_deletes_nothing_of_others(programme: Programme) -> None:
    with programme.store() as store:
        expert = store.all(Expert)[0]
        store.execute("update expert set name = 'Bert' where id = ?", (expert.id,))
    for code in ("A1", "B1"):
        vakborg(programme, "export", "transcript", code, "--format", "md")
    withdraw(programme, expert.id, [NAME], "Anneke", edited_too=True)
    assert not (programme.exports / "transcript A1.md").exists()
    assert (programme.exports / "transcript B1.md").exists()
