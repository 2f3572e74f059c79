"""A session as JSON, for other programs.

The keys stay as they are; a change of meaning raises ``format``::

    {"format": 1,
     "session": {"code", "number", "language", "started_at", "machine"},
     "expert": {"code", "name"},           name is null without permission
     "company": {"name"},
     "guide": {"id", "version", "title", "language"},
     "answers": [
       {"number", "code", "state", "wish", "question": {"id", "kind", "text", "topics"},
        "clips": [{"number", "path", "sha256", "seconds", "rate", "channels", "started_at"}],
        "fragments": [
          {"reference", "clip", "start", "end", "text", "edited", "role", "speaker", "doubt", "release",
           "source", "model", "facet", "topics", "suggested_topics",
           "words": [{"text", "start", "end", "probability"}],
           "tags": [{"topic", "facet", "origin", "score", "because", "accepted"}]}]}]}

``wish`` is what the expert decided about the answer ("right", "changed", "internal", "not_to_use"), null where nothing
was decided. A clip of which the sound was taken out has null as its path and as its checksum. Times are in seconds from
the start of the clip. ``words`` holds the words of the current text as the machine heard them, and
``because`` the words of it that caused a tag; what a person took out of the text is nowhere in the file.
``topics`` are those that a fragment counts for, as in coverage.
"""

import json
from typing import Any

from exports.labels import Labels, model_name
from exports.reading import Heard, heard
from exports.wording import tokens
from sessions.fragments import AnswerReading, Fragment, SessionReading, answer_code
from sessions.interview import Clip
from sessions.text import clean, clean_line
from sessions.transcript import Tag


def to_json(reading: SessionReading) -> str:
    """The session as described above."""
    session, guide = reading.session, reading.guide
    labels = Labels(guide.language)
    record = {
        "format": 1,
        "session": {
            "code": session.code,
            "number": session.number,
            "language": session.language,
            "started_at": session.started_at.isoformat(),
            "machine": session.machine,
        },
        "expert": {"code": reading.expert.code, "name": reading.expert.name if reading.named else None},
        "company": {"name": reading.company.name},
        "guide": {"id": guide.id, "version": guide.version, "title": guide.title, "language": guide.language},
        "answers": [_answer(reading, answer, labels) for answer in reading.answers],
    }
    return json.dumps(_cleaned(record), ensure_ascii=False, indent=2) + "\n"


def _answer(reading: SessionReading, answer: AnswerReading, labels: Labels) -> dict[str, Any]:
    question = answer.question
    return {
        "number": answer.answer.number,
        "code": answer_code(reading.session.code, answer.answer.number),
        "state": answer.state.value,
        "wish": answer.wish.value if answer.wish else None,
        "question": {
            "id": question.id,
            "kind": question.kind.value,
            "text": question.text,
            "topics": list(question.topics),
        },
        "clips": [_clip(clip) for clip in answer.clips],
        "fragments": [_fragment(line) for line in heard(answer, labels)],
    }


def _clip(clip: Clip) -> dict[str, Any]:
    return {
        "number": clip.number,
        "path": None if clip.erased else clip.path,
        "sha256": clip.sha256 or None,
        "seconds": clip.seconds,
        "rate": clip.rate,
        "channels": clip.channels,
        "started_at": clip.started_at.isoformat() if clip.started_at else None,
    }


def _fragment(line: Heard) -> dict[str, Any]:
    fragment, segment = line.fragment, line.fragment.segment
    return {
        "reference": fragment.reference,
        "clip": fragment.clip.number if fragment.clip else None,
        "start": segment.start,
        "end": segment.end,
        "text": line.text,
        "edited": segment.text != segment.machine_text,
        "written": segment.written,
        "role": segment.role.value,
        "speaker": clean_line(line.speaker),
        "doubt": segment.doubt.value,
        "release": segment.release.value,
        "source": fragment.transcript.source.value,
        "model": model_name(fragment.transcript.model),
        "facet": fragment.facet.value if fragment.facet else None,
        "topics": list(fragment.topics),
        "suggested_topics": list(fragment.suggested_topics),
        "words": [
            {"text": t.text, "start": t.word.start, "end": t.word.end, "probability": t.word.probability}
            for t in tokens(segment)
            if t.word
        ],
        "tags": [_tag(tag, fragment) for tag in fragment.tags],
    }


def _tag(tag: Tag, fragment: Fragment) -> dict[str, Any]:
    return {
        "topic": tag.topic,
        "facet": tag.facet.value if tag.facet else None,
        "origin": tag.origin.value,
        "score": tag.score,
        "because": list(fragment.causes(tag)),
        "accepted": tag.accepted,
    }


def _cleaned(value: Any) -> Any:
    """All texts in ``value`` made safe: a lone surrogate could not even be written."""
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner) for inner in value]
    return clean(value) if isinstance(value, str) else value
