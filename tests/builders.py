"""Real things for tests: programmes with people, sessions, recordings and transcripts in them."""

import hashlib
import wave
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sessions.guides import library
from sessions.interview import Answer, Clip, Session
from sessions.jobs import MAX_ATTEMPTS, Job
from sessions.moment import now
from sessions.people import Permission
from sessions.programme import Programme, create_programme
from sessions.store import Store, interviews, people, queue, transcripts
from sessions.transcript import Doubt, Role, Segment, Source, Tag, TagOrigin, Transcript, Word

RATE = 8000
BROUGHT = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Said:
    """Something that was said: ``unsure`` holds the words that the model hardly heard,
    ``suggested`` a topic with the words that caused it."""

    text: str
    start: float = 0.0
    role: Role = Role.EXPERT
    doubt: Doubt = Doubt.NONE
    unsure: tuple[str, ...] = ()
    suggested: dict[str, tuple[str, ...]] = field(default_factory=dict)
    speaker: str = ""


STARTGAT = (
    Said("En hoe bepaal je dan waar het startgat komt?", 0.0, Role.INTERVIEWER),
    Said(
        "Ik zet het startgat altijd drie millimeter naast de contour, want anders beschadig je de wand.",
        4.2,
        unsure=("contour",),
    ),
    Said(
        "En let op het spoelen: staat de druk te hoog, dan breekt de draad.",
        12.8,
        suggested={"spoelen-draad": ("spoelen", "druk")},
    ),
)
DRAADKEUZE = (
    Said("Bij hoge stukken pak ik een gecoate draad.", 1.0),
    Said("een gecoate draad een gecoate draad een gecoate draad", 6.0, doubt=Doubt.REPETITION),
)
VEILIG = (Said("Het diëlektricum stond te laag en toen kwam er rook uit de bak.", 2.5),)
ZINKVONKEN = (
    Said("Welke elektrode nam je toen?", 0.0, Role.INTERVIEWER, speaker="Anneke"),
    Said("Grafiet, want koper was te zwaar voor die vorm.", 3.5, speaker="Fatima"),
)


def make_programme(folder: Path) -> Programme:
    """A programme in ``folder`` with two experts.

    A1 (Jan van Dijk, Vonkwerk): M2-V2 transcribed by demo-nl, M3-V4 by small, M3-V1 queued and M7-V1
    set aside. B1 (Fatima el Amrani, Matrijs & Zn): M1-V3 transcribed, M4-V2 as text without sound.
    """
    programme = create_programme(folder)
    with programme.store() as store:
        jan = add_session(store, "Jan van Dijk", "Vonkwerk", machine="Sodick AQ537L")
        add_transcript(store, add_clip(programme, store, jan, "M2-V2", 20), STARTGAT, model="demo-nl")
        add_transcript(store, add_clip(programme, store, jan, "M3-V4", 10), DRAADKEUZE, model="small")
        set_aside(store, add_clip(programme, store, jan, "M7-V1", 3), "The recording stops in the middle.")
        fatima = add_session(store, "Fatima el Amrani", "Matrijs & Zn", named=True)
        add_transcript(store, add_clip(programme, store, fatima, "M1-V3", 8), VEILIG, model="small")
        add_text(store, fatima, "M4-V2", ZINKVONKEN, original_name="overleg.vtt")
        queue.enqueue(store, add_clip(programme, store, jan, "M3-V1", 65))
    return programme


def add_session(
    store: Store, expert: str, company: str, *, machine: str = "", title: str = "", named: bool = False
) -> Session:
    """A session with the bundled guide."""
    guide, toml = library.find("edm-nl")
    person = people.expert_named(store, expert, people.company_named(store, company))
    if named:
        people.permit(store, person, [Permission.NAMED_QUOTE])
    return interviews.new_session(store, person, guide, toml, machine=machine, title=title)


def add_clip(programme: Programme, store: Store, session: Session, question_id: str, seconds: float) -> Clip:
    """A recording of silence that exists on the disk, as one more take of the answer."""
    answer = _answer(store, session, question_id)
    number = interviews.next_clip_number(store, answer)
    path = f"audio/{session.code}-{answer.number:02d}-{number}.wav"
    _write_silence(programme.folder / path, seconds)
    data = (programme.folder / path).read_bytes()
    return store.add(
        Clip(
            answer_id=answer.id,
            number=number,
            path=path,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            seconds=seconds,
            rate=RATE,
            channels=1,
            added_at=BROUGHT,
            original_name=f"opname {number}.wav",
        )
    )


def add_transcript(
    store: Store, clip: Clip, said: Sequence[Said], *, model: str = "demo-nl", language: str = "nl"
) -> Transcript:
    """What the worker would have made of ``clip``, through its queue."""
    queue.enqueue(store, clip)
    job = _claimed(store, clip)
    begun = transcripts.begin(store, clip, model=model, options={}, language=language)
    question = _topics_asked(store, store.get(Answer, clip.answer_id))
    whole = transcripts.add_chunk(store, begun, [_told(s, question) for s in said], clip.seconds)
    finished = transcripts.complete(store, whole, job)
    assert finished is not None
    return finished


def add_text(
    store: Store, session: Session, question_id: str, said: Sequence[Said], *, original_name: str
) -> Transcript:
    """A transcript that came as WebVTT, without sound."""
    answer = _answer(store, session, question_id)
    brought = Transcript(answer.id, Source.WEBVTT, made_at=now(), original_name=original_name)
    question = _topics_asked(store, answer)
    return transcripts.add_brought(store, brought, [_told(s, question, words=False) for s in said])


def set_aside(store: Store, clip: Clip, reason: str) -> None:
    """A job on ``clip`` that failed as often as a job may. No other job may be waiting before it."""
    queue.enqueue(store, clip)
    for _attempt in range(MAX_ATTEMPTS):
        queue.fail(store, _claimed(store, clip), reason)


def _claimed(store: Store, clip: Clip) -> Job:
    job = queue.claim(store)
    assert job is not None
    assert job.clip_id == clip.id, "another job was waiting already"
    return job


def _answer(store: Store, session: Session, question_id: str) -> Answer:
    guide = interviews.guide_of(store, session)
    return interviews.answer_to(store, session, guide.question(question_id))


def _topics_asked(store: Store, answer: Answer) -> tuple[str, ...]:
    session = store.get(Session, answer.session_id)
    return interviews.guide_of(store, session).question(answer.question_id).topics


def _told(said: Said, topics: tuple[str, ...], *, words: bool = True) -> tuple[Segment, list[Tag]]:
    tags = [Tag(0, slug, TagOrigin.QUESTION, score=0.3) for slug in topics]
    tags += [
        Tag(0, slug, TagOrigin.SUGGESTED, score=0.6, because=why) for slug, why in said.suggested.items()
    ]
    spoken = _words(said) if words else ()
    end = said.start + 0.4 * len(said.text.split())
    return (
        Segment(0, 0, said.start, end, said.text, said.text, spoken, said.role, said.speaker, said.doubt),
        tags,
    )


def _words(said: Said) -> tuple[Word, ...]:
    each = enumerate(said.text.split())
    return tuple(
        Word(
            said.start + 0.4 * i,
            said.start + 0.4 * i + 0.3,
            f" {w}",
            0.2 if w.strip(".,") in said.unsure else 0.95,
        )
        for i, w in each
    )


def _write_silence(path: Path, seconds: float) -> None:
    path.parent.mkdir(exist_ok=True)
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(bytes(2 * round(seconds * RATE)))
