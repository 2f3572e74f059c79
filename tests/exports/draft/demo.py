"""The demo's two interviews as talks, word for word, and other answers to the bundled guide."""

import json
from pathlib import Path

import capture
from sessions.guides.library import find
from sessions.guides.model import Module
from sessions.people import Company, Expert
from tests.exports.conftest import Talk
from transcripts.tagging import tags_for

EDM = find("edm-nl")[0]
HENK, RIA = Expert("Henk Voorbeeld", "A", 1, 1), Expert("Ria Voorbeeld", "B", 2, 2)
WIRE, MOULDS = Company("Voorbeeld Draadvonken", 1), Company("Voorbeeld Matrijzen", 2)

_SPOKEN = json.loads((Path(capture.__file__).parent / "demo/reference.json").read_text(encoding="utf-8"))


def module(module_id: str) -> Module:
    """A module of the bundled guide."""
    return EDM.module(module_id)


def answering(question_id: str, *sentences: str, talk: Talk | None = None) -> Talk:
    """``sentences`` as one answer to a question of the bundled guide, with the labels that the tool gives."""
    talk = talk or Talk(HENK, WIRE, named=True, guide=EDM)
    question = EDM.question(question_id)
    talk.answer(question)
    for sentence in sentences:
        talk.says(sentence, tags=tags_for(sentence, question, EDM))
    return talk


def demo() -> tuple[Talk, Talk]:
    """What Henk and Ria say in the demo."""
    henk, ria = Talk(HENK, WIRE, named=True, guide=EDM), Talk(RIA, MOULDS, guide=EDM)
    for answer in _SPOKEN.values():
        talk = henk if answer["expert"] == "expert-a" else ria
        answering(answer["question"], *(cue["text"] for cue in answer["cues"]), talk=talk)
    return henk, ria
