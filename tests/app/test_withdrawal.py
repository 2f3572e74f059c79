"""An expert takes back what they permitted: nothing of it is anywhere any more, and nothing of anybody else is gone."""

import json
import shutil
import subprocess
import sys
import wave
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from capture.cli.main import run
from capture.recorder.lock import recorder_lock
from capture.reviewing.unkept import typing_file
from capture.withdrawing import preview, withdraw
from exports.modules import FORMATS
from sessions.checking import check
from sessions.errors import ProgrammeLocked
from sessions.interview import Answer, AnswerState, Clip, HandledFollowUp, Marker, MarkerKind, Session
from sessions.moment import now
from sessions.people import Expert, Permission
from sessions.programme import Programme, create_programme, open_programme
from sessions.received import NoteKind
from sessions.release import Approval, Release
from sessions.remark import Remark
from sessions.sheet import SentAnswer, SentFragment, Sheet
from sessions.store import Store, queue
from sessions.store.editing import editing
from sessions.store.people import keep_consent
from sessions.store.reading import read_session
from sessions.store.releasing import release_all, said_in
from sessions.store.revising import retype
from sessions.store.search import search as search_text
from sessions.store.vocabulary import add_term, refuse
from sessions.store.withdrawing import ERASE_DUE, due, pending_of
from sessions.transcript import Conflict, Role, Segment, Transcript, Value, Why
from sessions.withdrawal import Because, Withdrawal
from tests.builders import RATE, Said, add_clip, add_session, add_transcript
from tests.searching import search
from transcripts.bringing import Place, bring_transcript
from transcripts.captions import read_captions
from transcripts.taking_back import last_brought, take_back

SOUND, TEXT, NAME = Permission.RECORDING, Permission.TRANSCRIPT, Permission.NAMED_QUOTE
WORDS = {
    "said": "Boomklever",
    "accented": "Zwaluwdiëder",
    "first version": "Pimpelmees",
    "typed over": "Koolmees",
    "joined": "Goudvink",
    "heard before": "Roodborst",
    "interviewer": "Winterkoning",
    "value": "Kanariegeel",
    "note on value": "Grasmus",
    "term": "Kwikstaart",
    "misheard": "Puttergoud",
    "refused": "Wielewaal",
    "refused instead": "Merelblauw",
    "question of a better model": "Lijstergrijs",
    "typed and not kept": "Tapuit",
    "remark": "Nachtegaal",
    "remarked quote": "Karekiet",
    "sent": "Bosuil",
    "came back": "Kerkuil",
    "quote of a suggestion": "Fluiter",
    "brought": "Tjiftjaf",
    "brought and taken back": "Gierzwaluw",
    "name of a file": "Oeverloper",
    "in a progressing transcript": "Blauwborst",
}
"""A word in each place where something that was said may be kept."""
OTHERS = ("Roerdomp", "Waterhoen")
"""What the other expert said."""
NOISE = Random(7)
LOST = "audio/A1/09-M1-V3-1.wav.part belongs to nothing in the database."


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programme as it is before, made once."""
    folder = tmp_path_factory.mktemp("terug") / "traject"
    programme = create_programme(folder)
    with programme.store() as store:
        anna = add_session(store, "Anna de Wit", "Vonkwerk", named=True)
        bert = add_session(store, "Bert Jansen", "Matrijs", named=True)
        for session in (anna, bert):
            permit_all(store, session)
        said = [
            Said(f"Bij ons zit {OTHERS[0]} altijd links van de tafel.", 0),
            Said(f"En {OTHERS[1]} zie je nooit.", 6),
        ]
        add_transcript(store, noisy(programme, store, bert, "M1-V3"), said)
        release_all(store, bert, said_in(store, bert), Release.PARTNERS, "Anneke")
        other = store.all(Transcript)[-1]
        store.save(
            replace(other, options={"prompt": f"EDM, {WORDS['term']}, draad", "n": [WORDS["term"], "a"]})
        )
        _fill(programme, store, anna)
        _bring(programme, store, anna, folder.parent)
    for session_code in ("A1", "B1"):
        for format_ in ("docx", "md", "txt", "json", "vtt", "srt"):
            assert (
                run(["--programme", str(folder), "export", "transcript", session_code, "--format", format_])
                == 0
            )
    for format_ in FORMATS:
        assert run(["--programme", str(folder), "export", "module", "--all", "--format", format_]) == 0
    return folder


@pytest.fixture
def programme(filled: Path, tmp_path: Path) -> Programme:
    """A copy of it for each test."""
    shutil.copytree(filled, tmp_path / "traject")
    return open_programme(tmp_path / "traject")


def permit_all(store: Store, session: Session) -> None:
    keep_consent(store, store.get(Expert, session.expert_id), dict.fromkeys(Permission, True), "Anneke")


def noisy(programme: Programme, store: Store, session: Session, question: str) -> Clip:
    """A recording in which no two pieces are alike."""
    clip = add_clip(programme, store, session, question, 12)
    with wave.open(str(programme.file(clip.path)), "wb") as sound:
        sound.setparams((1, 2, RATE, 0, "NONE", ""))
        sound.writeframes(NOISE.randbytes(2 * RATE * 12))
    data = programme.file(clip.path).read_bytes()
    from hashlib import sha256

    return store.save(replace(clip, sha256=sha256(data).hexdigest(), size=len(data)))


def _fill(programme: Programme, store: Store, anna: Session) -> None:
    w = WORDS
    clip = noisy(programme, store, anna, "M3-V4")
    store.save(replace(clip, original_name=f"{w['name of a file']}.wav"))
    earlier = [Said(f"Eerst werd {w['heard before']} zo verstaan door het kleine model.", 0)]
    add_transcript(store, clip, earlier, model="small")
    said = (
        Said(f"Een gecoate draad pak ik bij {w['said']} en bij {w['accented']} van zestig hoog.", 0),
        Said(
            f"Eerst stond hier {w['first version']} in de tekst van het model.",
            5,
            suggested={"x": ("model",)},
        ),
        Said(f"Wat zei je over {w['interviewer']} net?", 7, Role.INTERVIEWER),
        Said("Dan nog dit stuk voor het andere.", 9),
    )
    add_transcript(store, clip, said, model="large-v2")
    first, second, _asked, last = [s for s in store.all(Segment) if s.position >= 0][-4:]
    with editing(store, anna, "Anneke", Why.HUMAN, "text") as pencil:
        retype(pencil, second.id, f"Daarna stond hier {w['typed over']} in de tekst.")
    with editing(store, anna, "Anneke", Why.HUMAN, "text") as pencil:
        retype(pencil, second.id, "Nu staat hier alleen nog draad in de tekst.")
    with editing(store, anna, "Anneke", Why.HUMAN, "text") as pencil:
        retype(pencil, last.id, f"Samen met {w['joined']} hoort dit erbij.")
        refuse(pencil, last.id, w["refused"], w["refused instead"])
    store.add(Value(first.id, "hoogte", "60", "mm", w["note on value"], quote=w["value"]))
    add_term(store, w["term"], "Anneke", heard=w["misheard"], segment_id=first.id)
    store.add(Conflict(first.id, w["question of a better model"], "draad"))
    answer = store.get(Answer, clip.answer_id)
    store.add(HandledFollowUp(answer.id, "regel", w["quote of a suggestion"], True, now()))
    store.add(Marker(answer.id, MarkerKind.GOLDEN_QUOTE, clip.id, 1.0))
    store.add(Approval(answer.id, anna.expert_id, "ab" * 32, now()))
    store.add(
        Remark(anna.id, w["remark"], "Anna", now(), NoteKind.ROOM, answer.id, first.id, w["remarked quote"])
    )
    sheet = programme.exports / "nakijken-A1.txt"
    sheet.write_text(f"Wilt u dit nakijken: bij {w['sent']} werkt het zo.", encoding="utf-8")
    sent = SentAnswer(answer.id, "1", "v", (SentFragment(first.id, f"bij {w['sent']} werkt het zo"),))
    back = SentAnswer(answer.id, "1", "v", (SentFragment(first.id, f"bij {w['came back']} werkt het"),))
    store.add(Sheet(anna.id, "abcd2345", now(), "Anneke", "exports/nakijken-A1.txt", (sent,), (back,)))
    typing = typing_file(programme.folder, anna.code)
    typing.write_text(json.dumps([{"segment_id": first.id, "text": w["typed and not kept"], "seen": ""}]))
    release_all(store, anna, said_in(store, anna), Release.PARTNERS, "Anneke")
    waiting = noisy(programme, store, anna, "M7-V1")
    queue.enqueue(store, waiting)
    begun = store.add(
        replace(store.all(Transcript)[-1], id=0, clip_id=waiting.id, answer_id=waiting.answer_id)
    )
    store.add(Segment(begun.id, 0, 0, 1, w["in a progressing transcript"], w["in a progressing transcript"]))
    store.execute("update transcript set state = 'in_progress' where id = ?", (begun.id,))
    lost = programme.folder / "audio" / anna.code / "09-M1-V3-1.wav.part"
    lost.parent.mkdir(exist_ok=True)
    shutil.copy(programme.file(clip.path), lost)


def _bring(programme: Programme, store: Store, anna: Session, folder: Path) -> None:
    from sessions.store.interviews import guide_of

    guide = guide_of(store, anna)
    for key, question, back in (("brought", "M4-V2", False), ("brought and taken back", "M4-V3", True)):
        path = folder / f"{key}.vtt"
        path.write_text(
            f"WEBVTT\n\n00:00.000 --> 00:04.000\n<v Anna>Wij doen {WORDS[key]} met de hand hier.\n"
        )
        place = Place(programme, store, anna, guide.question(question), guide)
        bring_transcript(place, path, read_captions(path), "Anna")
        if back:
            take_back(programme, store, last_brought(place))


def expert(store: Store, code: str = "A") -> Expert:
    found = store.first(Expert, code=code)
    assert found is not None
    return found


def clips_of(store: Store, code: str) -> list[Clip]:
    answers = store.all(Answer, session_id=[session.id for session in store.all(Session, code=code)])
    return store.all(Clip, answer_id=[answer.id for answer in answers])


def take(programme: Programme, *permissions: Permission, edited_too: bool = False) -> None:
    with programme.store() as store:
        wanted = expert(store).id
    withdraw(programme, wanted, permissions, "Anneke", edited_too=edited_too)


def sounds(programme: Programme, code: str) -> list[bytes]:
    """Pieces of the sound of an expert, from all over their recordings."""
    found = []
    for path in sorted(programme.folder.glob(f"audio/{code}1*.wav")):
        data = path.read_bytes()
        found += [data[at : at + 48] for at in range(2000, len(data) - 48, 20_000)]
    assert len(found) > 5
    return found


def test_every_word_and_sound_is_there_before(programme: Programme) -> None:
    found = search(programme.folder, WORDS.values(), sounds(programme, "A")).found
    assert all(any(word in one for one in found) for word in WORDS.values())
    assert any("sound" in one for one in found)


def test_nothing_of_it_is_anywhere_afterwards_and_all_of_the_other_is(programme: Programme) -> None:
    gone, stays = sounds(programme, "A"), sounds(programme, "B")
    others = search(programme.folder, OTHERS, stays).found
    take(programme, SOUND, TEXT, edited_too=True)
    after = search(programme.folder, WORDS.values(), gone)
    assert after.found == set()
    assert after.files > 10
    assert search(programme.folder, OTHERS, stays).found >= {
        o for o in others if "modul" not in o and "M1" not in o
    }
    with programme.store() as store:
        assert search_text(store, OTHERS[0])
        assert due(store) == []
    assert not (programme.folder / ERASE_DUE).exists()


def test_the_programme_is_sound_afterwards_and_says_what_was_taken_out(programme: Programme) -> None:
    take(programme, SOUND, TEXT, edited_too=True)
    with programme.store() as store:
        assert check(programme, store) == []
        notes = [(n.permission, n.because, n.by) for n in store.all(Withdrawal)]
        assert notes == [(SOUND, Because.WITHDRAWN, "Anneke"), (TEXT, Because.WITHDRAWN, "Anneke")]
        reading = read_session(store, store.all(Session)[0])
    assert {a.state for a in reading.answers} == {AnswerState.WITHDRAWN}


def test_without_the_sound_the_text_stays(programme: Programme) -> None:
    gone = sounds(programme, "A")
    with programme.store() as store:
        assert preview(programme, store, expert(store), [SOUND]).kept_text
    take(programme, SOUND)
    found = search(programme.folder, [WORDS["said"]], gone).found
    assert found
    assert not [one for one in found if "sound" in one]
    with programme.store() as store:
        assert check(programme, store) == []
        assert queue.transcribe_again(store, store.all(Session)[0]) == []
        assert {(c.erased, c.sha256, c.original_name) for c in clips_of(store, "A1")} == {(True, "", "")}
        assert due(store) == []


def test_without_the_text_the_sound_stays(programme: Programme) -> None:
    kept = sounds(programme, "A")
    take(programme, TEXT, edited_too=True)
    found = search(programme.folder, WORDS.values(), kept).found
    assert {one.partition(": ")[2] for one in found} == {f"sound {n}" for n in range(len(kept))}
    with programme.store() as store:
        assert [finding.what for finding in check(programme, store)] == [LOST]


def test_twice_does_no_harm(programme: Programme) -> None:
    take(programme, SOUND, TEXT, edited_too=True)
    before = search(programme.folder, OTHERS).found
    take(programme, SOUND, TEXT, edited_too=True)
    assert search(programme.folder, OTHERS).found == before
    with programme.store() as store:
        assert store.count(Withdrawal) == 2


_BREAK_OFF = """
import os, sys
from pathlib import Path
import capture.withdrawing as act
from sessions.people import Permission
from sessions.programme import open_programme
setattr(act, sys.argv[2], lambda *a, **k: os._exit(9))
both = [Permission.RECORDING, Permission.TRANSCRIPT]
act.withdraw(open_programme(Path(sys.argv[1])), 1, both, "Anneke", edited_too=True)
"""


@pytest.mark.parametrize("at", ["stop_work", "_delete", "take_out", "clean", "erase_for_real"])
def test_broken_off_anywhere_it_is_due_and_done_again_it_is_finished(programme: Programme, at: str) -> None:
    gone = sounds(programme, "A")
    ended = subprocess.run(
        [sys.executable, "-c", _BREAK_OFF, str(programme.folder), at], timeout=120, check=False
    )
    assert ended.returncode == 9
    with programme.store() as store:
        assert [one.permission for one in due(store)] == [SOUND, TEXT]
        assert any("Anna de Wit" in finding.what for finding in check(programme, store))
    take(programme, SOUND, TEXT, edited_too=True)
    assert search(programme.folder, WORDS.values(), gone).found == set()
    with programme.store() as store:
        assert due(store) == []


def test_what_somebody_edited_stays_unless_it_is_asked_for(programme: Programme) -> None:
    mine = programme.exports / "mijn-samenvatting.md"
    mine.write_text(f"Een gecoate draad pak ik bij {WORDS['said']} en bij de rest.", encoding="utf-8")
    with programme.store() as store:
        loss = preview(programme, store, expert(store), [TEXT])
    held = {document.path: document.edited for document in loss.documents}
    assert held["exports/mijn-samenvatting.md"]
    assert not held["exports/transcript A1.docx"]
    take(programme, TEXT)
    assert mine.exists()
    found = search(programme.folder, WORDS.values()).found
    assert {one.partition(": ")[0] for one in found} == {
        "exports/mijn-samenvatting.md",
        "exports/nakijken-A1.txt",
    }
    assert not (programme.exports / "transcript A1.docx").exists()
    assert (programme.exports / "transcript B1.docx").exists()


def test_a_document_that_holds_nothing_of_it_stays(programme: Programme) -> None:
    with programme.store() as store:
        loss = preview(programme, store, expert(store), [TEXT])
    transcripts = {f"exports/transcript A1.{kind}" for kind in ("docx", "md", "txt", "json", "vtt", "srt")}
    aside = {"exports/nakijken-A1.txt", "taken-back/brought and taken back.vtt"}
    modules = {"exports/module M3.docx"}
    assert {document.path for document in loss.documents} == transcripts | modules | aside


def test_a_document_elsewhere_is_told_of_and_left(programme: Programme, tmp_path: Path) -> None:
    out = tmp_path / "elders.docx"
    assert run(["--programme", str(programme.folder), "export", "module", "M3", "--out", str(out)]) == 0
    with programme.store() as store:
        loss = preview(programme, store, expert(store), [TEXT])
    assert [(d.path, d.modules) for d in loss.documents if d.outside] == [(str(out), ("M3",))]
    take(programme, TEXT, edited_too=True)
    assert out.exists()


def test_the_name_alone_takes_documents_that_bear_it(programme: Programme) -> None:
    with programme.store() as store:
        loss = preview(programme, store, expert(store), [NAME])
    assert any("transcript A1" in document.path for document in loss.documents)
    assert not any("transcript B1" in document.path for document in loss.documents)
    assert (loss.recordings, loss.fragments) == (0, 0)
    take(programme, NAME)
    assert search(programme.exports, ["Anna de Wit"]).found == set()
    assert search(programme.folder, [WORDS["said"]]).found


def test_the_preview_counts_what_goes_from_which_draft(programme: Programme) -> None:
    with programme.store() as store:
        before = store.count(Segment)
        loss = preview(programme, store, expert(store), [SOUND, TEXT])
        assert store.count(Segment) == before
    assert (loss.expert, loss.sessions, loss.recordings) == ("Anna de Wit", ("A1",), 2)
    assert loss.values == 1
    assert dict(loss.modules)["M3"] >= 1


def test_while_a_conversation_is_recorded_nothing_is_taken_back(programme: Programme) -> None:
    with programme.store() as store:
        clip = clips_of(store, "A1")[0]
        store.save(replace(clip, sha256="", path="audio/A1/01-x-9.wav"))
    lock = recorder_lock(programme.folder)
    try:
        with pytest.raises(ProgrammeLocked, match="Anna de Wit"):
            take(programme, SOUND)
    finally:
        lock.release()
    with programme.store() as store:
        assert due(store) == []


def test_another_reader_keeps_it_due(programme: Programme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VAKBORG_BUSY_SECONDS", "0.2")
    with programme.store() as reader:
        reader.execute("begin")
        assert reader.count(Clip) > 0
        with pytest.raises(ProgrammeLocked, match="reads the database"):
            take(programme, SOUND, TEXT, edited_too=True)
        assert {permission for _id, permission in pending_of(reader)} == {SOUND, TEXT}
        reader.execute("rollback")
    take(programme, SOUND, TEXT, edited_too=True)
    assert search(programme.folder, WORDS.values()).found == set()
