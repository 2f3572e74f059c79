"""The example programme: two invented experts, twelve spoken answers, and the whole chain on them."""

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

from exports.drafting import Drafting, Made
from sessions.errors import AlreadyThere
from sessions.fragments import SessionReading
from sessions.guides import library
from sessions.people import Permission
from sessions.programme import Programme, create_programme
from sessions.store import Store
from sessions.store.interviews import new_session
from sessions.store.people import company_named, expert_named, permit
from sessions.text import fold
from transcripts.bringing import Place, bring_recording

MATERIAL = Path(__file__).parent / "demo"
GUIDE = "edm-nl"


@dataclass(frozen=True)
class Interview:
    """One example interview; ``recordings`` is how the names of its files begin.

    A fragment with words of ``internal`` stays in the company, one with words of ``golden`` is marked as a golden
    quote. ``case`` is the practice case that the company brings in.
    """

    expert: str
    company: str
    machine: str
    recordings: str
    permissions: tuple[str, ...]
    internal: tuple[str, ...] = ()
    golden: tuple[str, ...] = ()
    case: dict[str, Any] = field(default_factory=dict)

    def files(self) -> list[tuple[str, Path]]:
        """Question ids with their recordings, in the order of the guide."""
        files = sorted((MATERIAL / "audio").glob(f"{self.recordings}-*.flac"))
        return [(file.stem.removeprefix(f"{self.recordings}-"), file) for file in files]


def interviews() -> list[Interview]:
    """The example interviews."""
    script = tomllib.loads((MATERIAL / "interviews.toml").read_text(encoding="utf-8"))
    return [Interview(**{name: fixed(value) for name, value in one.items()}) for one in script["interviews"]]


def fixed(value: Any) -> Any:
    """What a list of the script is in a frozen dataclass."""
    return tuple(value) if isinstance(value, list) else value


def make_programme(folder: Path | None) -> Programme:
    """A programme in ``folder``; without one, in the first free ``vakborg-demo`` here."""
    if folder:
        return create_programme(folder)
    number = 1
    while True:
        name = "vakborg-demo" if number == 1 else f"vakborg-demo-{number}"
        try:
            return create_programme(Path(name))
        except AlreadyThere:
            number += 1


def bring(programme: Programme, store: Store, interview: Interview) -> tuple[str, int]:
    """Start the session of ``interview`` and bring its recordings; gives its code and how many there are."""
    guide, toml = library.find(GUIDE)
    expert = expert_named(store, interview.expert, company_named(store, interview.company))
    permit(store, expert, [Permission(p) for p in interview.permissions])
    session = new_session(store, expert, guide, toml, machine=interview.machine)
    files = interview.files()
    for question_id, file in files:
        place = Place(programme, store, session, guide.question(question_id), guide)
        bring_recording(place, file)
    return session.code, len(files)


def make_drafts(programme: Programme) -> Iterator[Made]:
    """A Word draft of every module that an answer belongs to, one after another."""
    drafting = Drafting(programme)
    (guide,) = drafting.guides
    asked = {
        guide.module_of_question(a.question.id).id for r in drafting.material.readings for a in r.answers
    }
    for module in (m for m in guide.modules if m.id in asked):
        target = programme.exports / drafting.file_of(guide, module)
        yield drafting.write([drafting.draft(guide, module)], target)


def recognised(readings: Sequence[SessionReading]) -> tuple[int, int]:
    """Words recognised as spoken, and words spoken: 1 - word error rate, over all recordings.

    The word error rate is the Levenshtein distance over words, divided by the words of the reference;
    case and punctuation do not count.
    """
    reference = json.loads((MATERIAL / "reference.json").read_text(encoding="utf-8"))
    wrong = total = 0
    for reading in readings:
        for answer in reading.answers:
            clip = Path(answer.clips[0].original_name).stem
            spoken = words(" ".join(cue["text"] for cue in reference[clip]["cues"]))
            heard = words(" ".join(f.segment.text for f in answer.fragments))
            wrong += Levenshtein.distance(spoken, heard)
            total += len(spoken)
    return total - wrong, total


def words(text: str) -> list[str]:
    """The words of ``text`` for comparison; a decimal number is one word."""
    return re.findall(r"\w+(?:,\w+)*", fold(text))
