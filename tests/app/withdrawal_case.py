"""A programme of which an expert takes something back."""

import json
import shutil
import wave
from dataclasses import replace
from pathlib import Path
from random import Random

from capture.cli.main import run
from capture.reviewing.unkept import typing_file
from capture.withdrawing import withdraw
from exports.modules import FORMATS
from sessions.interview import Answer, Clip, HandledFollowUp, Marker, MarkerKind, Session
from sessions.moment import now
from sessions.people import Expert, Permission
from sessions.programme import Programme, create_programme
from sessions.received import NoteKind
from sessions.release import Approval, Release
from sessions.remark import Remark
from sessions.sheet import SentAnswer, SentFragment, Sheet
from sessions.store import Store, queue
from sessions.store.editing import editing
from sessions.store.people import keep_consent
from sessions.store.releasing import release_all, said_in
from sessions.store.revising import retype
from sessions.store.vocabulary import add_term, refuse
from sessions.transcript import Conflict, Role, Segment, Transcript, Value, Why
from tests.builders import RATE, Said, add_clip, add_session, add_transcript
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


def filled_programme(folder: Path) -> Path:
    """A programme with a word in each place where one may be kept, and all of it exported."""
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
