"""A programme of the size that a whole learning path has: ten modules, 40 sessions, 20,000 fragments."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from sessions.facets import Facet
from sessions.guides import library
from sessions.guides.loading import load
from sessions.guides.model import Guide, Question
from sessions.interview import Answer, Attachment, Clip, Session
from sessions.moment import now
from sessions.people import Expert, Permission
from sessions.programme import Programme, create_programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.interviews import answer_to, new_session
from sessions.store.people import company_named, expert_named, permit
from sessions.transcript import Segment, Source, Tag, TagOrigin, Transcript, Word

COMPANIES, SECONDS = 8, 5.0
FACETS = (*Facet, None, None)
SHA = "0" * 64


def make_large(folder: Path, sessions: int, fragments: int, *, people: int = 16) -> Programme:
    """A programme with about ``fragments`` fragments in ``sessions`` sessions over ten modules, all released.

    The texts are the guide's example sentences with other numbers in them, so some are nearly equal to others.
    """
    programme, rng = create_programme(folder), random.Random(20_000)
    guide, toml = ten_modules()
    with programme.store() as store:
        experts = [_expert(store, number) for number in range(people)]
        for number in range(sessions):
            session = new_session(
                store, experts[number % people], guide, toml, machine=f"Machine {number % 5}"
            )
            _talk(programme, store, session, guide, fragments // sessions, rng)
    return programme


def ten_modules() -> tuple[Guide, str]:
    """The bundled guide with two of its modules once more under other names, and its text."""
    _guide, toml = library.find("edm-nl")
    begins = [match.start() for match in re.finditer(r"^\[\[modules\]\]", toml, re.MULTILINE)]
    blocks = {"M3": toml[begins[2] : begins[3]], "M5": toml[begins[4] : begins[5]]}
    more = "".join(
        _copied(block, old, new) for (old, block), new in zip(blocks.items(), ("M9", "M10"), strict=True)
    )
    text = toml[: begins[-1]] + more + toml[begins[-1] :]
    return load(text, "ten modules"), text


def _copied(block: str, old: str, new: str) -> str:
    slugs = re.findall(r'^slug = "(.+)"', block, re.MULTILINE)
    for slug in slugs:
        block = block.replace(f'"{slug}"', f'"{slug}-{new.lower()}"')
    return block.replace(f'"{old}"', f'"{new}"').replace(f'"{old}-', f'"{new}-')


def _expert(store: Store, number: int) -> Expert:
    expert = expert_named(store, f"Expert {number}", company_named(store, f"Bedrijf {number % COMPANIES}"))
    permit(store, expert, [Permission.NAMED_QUOTE] if number % 2 else [])
    return expert


def _photo(programme: Programme, store: Store, session: Session, answer: Answer, rng: random.Random) -> None:
    """One answer in six has a photo, of the size that a phone makes."""
    if rng.random() > 1 / 6:
        return
    path = f"attachments/{session.code}-{answer.number}.jpg"
    noise = Image.effect_noise((400, 300), 60).resize((4000, 3000))
    noise.convert("RGB").save(programme.folder / path, "JPEG", quality=80)
    store.add(Attachment(answer.id, path, SHA, 1, "", now(), caption="Een foto", release=Release.PARTNERS))


def _talk(
    programme: Programme, store: Store, session: Session, guide: Guide, fragments: int, rng: random.Random
) -> None:
    questions = rng.sample(list(guide.questions.values()), 12)
    for question in questions:
        answer = answer_to(store, session, question)
        count = fragments // len(questions)
        path, length = f"audio/{session.code}/{answer.number:02d}.wav", count * SECONDS
        clip = store.add(Clip(answer.id, 1, path, SHA, 1, length, 48_000, 1, now()))
        transcript = store.add(Transcript(answer.id, Source.WHISPER, now(), clip.id, "small"))
        said = store.add_all(_said(transcript.id, guide, question, count, rng))
        _photo(programme, store, session, answer, rng)
        store.add_all(
            Tag(one.id, rng.choice(question.topics), TagOrigin.QUESTION, rng.choice(FACETS)) for one in said
        )


def _said(
    transcript_id: int, guide: Guide, question: Question, count: int, rng: random.Random
) -> Iterator[Segment]:
    for number in range(count):
        topic = guide.topics[rng.choice(question.topics)]
        text = rng.choice(topic.examples)
        if rng.random() < 0.3:
            text = f"{text} Dat is {rng.randint(1, 99)} millimeter."
        start = number * SECONDS
        parts = text.split()
        words = tuple(
            Word(start + at * 0.3, start + at * 0.3 + 0.3, f" {part}", 0.9) for at, part in enumerate(parts)
        )
        yield Segment(
            transcript_id, number, start, start + SECONDS, text, text, words, release=Release.PARTNERS
        )
