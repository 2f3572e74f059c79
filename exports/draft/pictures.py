"""The photos of answers, each in the topic where its answer stands."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from exports.draft.model import Picture, Voice
from exports.draft.statements import Basis, voice_label
from exports.labels import Labels
from sessions.fragments import AnswerReading, Fragment, SessionReading, answer_code
from sessions.material import Photo


def pictures(basis: Basis) -> dict[str, tuple[Picture, ...]]:
    """The photos by the slug of their topic, in order of speaking.

    Each stands once in all modules of a guide: with what was being said when it was taken in, else with what
    its answer is mostly about, else with the first topic of its question.
    """
    slugs = {topic.slug for topic in basis.module.topics}
    told = (*basis.unfolded, *basis.suggested)
    known = {t.fragment.expert.id: t.statement.source.voice for t in told}
    placed: dict[str, list[Picture]] = defaultdict(list)
    for reading, answer, photo in _photos(basis):
        topic = _topic_of(answer, photo)
        if topic in slugs:
            code = answer_code(reading.session.code, answer.answer.number)
            voice = known.get(reading.expert.id) or _voice(reading, known.values(), basis.labels)
            placed[topic].append(Picture(photo.path, photo.caption, code, voice))
    return {slug: tuple(shown) for slug, shown in placed.items()}


def _photos(basis: Basis) -> Iterator[tuple[SessionReading, AnswerReading, Photo]]:
    by_answer: dict[int, list[Photo]] = defaultdict(list)
    for photo in basis.material.photos:
        by_answer[photo.answer_id].append(photo)
    for reading in sorted(basis.material.of_guide(basis.guide), key=_sitting):
        for answer in reading.answers:
            clips = {clip.id: clip.number for clip in answer.clips}
            for photo in sorted(by_answer[answer.answer.id], key=lambda p: _moment(p, clips)):
                yield reading, answer, photo


def _sitting(reading: SessionReading) -> tuple[int, str, int]:
    code = reading.expert.code
    return len(code), code, reading.session.number


def _moment(photo: Photo, clips: dict[int, int]) -> tuple[int, float, int]:
    return clips.get(photo.clip_id or 0, 0), photo.at or 0.0, photo.id


def _topic_of(answer: AnswerReading, photo: Photo) -> str:
    during = _said_at(answer, photo)
    if during and during.topics:
        return during.topics[0]
    told = Counter(f.topics[0] for f in answer.fragments if f.usable and f.topics)
    return told.most_common(1)[0][0] if told else answer.question.topics[0]


def _said_at(answer: AnswerReading, photo: Photo) -> Fragment | None:
    """What was being said, or had just been; None where that may not be here."""
    clip, at = photo.clip_id, photo.at
    if clip is None or at is None:
        return None
    begun = (f for f in answer.fragments if f.clip and f.clip.id == clip and f.segment.start <= at)
    last = max(begun, key=lambda f: f.segment.start, default=None)
    return last if last and last.usable else None


def _voice(reading: SessionReading, known: Iterable[Voice], labels: Labels) -> Voice:
    """Somebody of whom a photo is here and no word, as a document may call them beside ``known``."""
    expert, company, machine = reading.expert, reading.company, reading.session.machine
    return Voice(
        expert.code,
        labels.speaker(expert, company, reading.named),
        company.name,
        voice_label(company, expert.code, alone=company.name not in {voice.company for voice in known}),
        (machine,) if machine else (),
    )
