"""Which statements fold into one, and which differ: on written pairs, and the time it takes for one module.

python -m benchmarks.folding

The pairs are written by hand, by whoever wrote the rules: nobody said them. The rules were tuned on one half, figures
are on the other. False alarms are counted on the example utterances of the guide too: two of one topic hardly ever
contradict each other.
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from exports.draft.aspects import aspects
from exports.draft.comparing import comparisons
from exports.draft.contrast import contrast
from exports.draft.folding import fold
from exports.draft.likeness import alike, gist
from exports.draft.model import Source, Statement, Voice
from exports.draft.statements import Basis, Told
from exports.draft.subjects import Subjects
from exports.draft.tidying import tidy
from exports.labels import Labels
from sessions.fragments import Fragment, answer_code
from sessions.guides import library
from sessions.guides.model import Guide, Module
from sessions.interview import Answer, Session
from sessions.material import Material
from sessions.people import Company, Expert
from sessions.release import Release
from sessions.transcript import Segment, Transcript
from sessions.transcript import Source as Origin

PAIRS = Path(__file__).parents[1] / "tests" / "data" / "folding-nl.tsv"
WHEN = datetime(2025, 11, 21, tzinfo=UTC)
STATEMENTS, EXPERTS = 2000, 12

T = TypeVar("T")


@dataclass(frozen=True)
class Pair:
    """Two statements; ``label`` is what a reader says: "same", "differs" or "unrelated" (neither)."""

    label: str
    one: str
    other: str


def main() -> None:
    """Print precision and recall on either half of the pairs, false alarms, and the time for a large module."""
    guide, _toml = library.find("edm-nl")
    pairs = written_pairs()
    for name, half in (("tuned on", halves(pairs)[0]), ("held out", halves(pairs)[1])):
        found = [judged(guide, half, at) for at in range(len(half))]
        show(name, half, found, "same")
        show(name, half, found, "differs")
    false_alarms(guide)
    speed(guide)


def written_pairs() -> list[Pair]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()[1:]
    return [Pair(*line.split("\t")) for line in lines]


def halves(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Every other three: each three has one of each label, as a rule."""
    first = [pair for at, pair in enumerate(pairs) if at // 3 % 2 == 0]
    return first, [pair for at, pair in enumerate(pairs) if at // 3 % 2]


def judged(guide: Guide, pairs: Sequence[Pair], at: int) -> str:
    """What the rules say of one pair, where all of ``pairs`` are said in one module."""
    gists = [gist(text, guide.language) for pair in pairs for text in (pair.one, pair.other)]
    if alike(gists[2 * at], gists[2 * at + 1]):
        return "same"
    subjects = Subjects(gists, guide)
    one, other = (aspects(place, subjects, guide.conditions) for place in (2 * at, 2 * at + 1))
    return "differs" if contrast(one, other, subjects) else "unrelated"


def show(name: str, pairs: Sequence[Pair], found: Sequence[str], label: str) -> None:
    right = sum(pair.label == label == what for pair, what in zip(pairs, found, strict=True))
    given, wanted = found.count(label), sum(pair.label == label for pair in pairs)
    print(
        f"{name}, {label:8} P {right / given:.3f} ({right} of {given})  R {right / wanted:.3f} ({right} of {wanted})"
    )


def false_alarms(guide: Guide) -> None:
    """Pairs of example utterances of one topic, of which the rules say that they are the same or differ."""
    same = differ = total = 0
    for module in guide.modules:
        texts = [(topic.slug, text) for topic in module.topics for text in topic.examples]
        gists = [gist(text, guide.language) for _slug, text in texts]
        subjects = Subjects(gists, guide)
        said = [aspects(at, subjects, guide.conditions) for at in range(len(gists))]
        for one, other in combinations(range(len(texts)), 2):
            if texts[one][0] == texts[other][0]:
                total += 1
                same += alike(gists[one], gists[other])
                differ += contrast(said[one], said[other], subjects) is not None
    print(f"utterances of one topic: of {total} pairs {same} fold, {differ} are said to differ")


def speed(guide: Guide) -> None:
    """The utterances of the whole guide, drawn at random, as what experts said in one module."""
    module = guide.modules[2]
    told = tuple(drawn(guide, module))
    texts = [one.statement.source.spoken for one in told]
    timed(f"tidying {len(told)} statements", lambda: [tidy(text, "nl") for text in texts])
    folded = timed("folding them, all of one topic", lambda: fold(told, ()))
    basis = Basis(guide, module, Material(Release.PARTNERS, (), ()), Labels("nl"), folded, told, ())
    timed(f"comparing {EXPERTS} experts on {len(module.questions)} questions", lambda: comparisons(basis))


def timed(what: str, does: Callable[[], T]) -> T:
    began = time.perf_counter()
    made = does()
    print(f"{what:50}{time.perf_counter() - began:6.2f} s")
    return made


def drawn(guide: Guide, module: Module) -> Iterator[Told]:
    utterances = [text for topic in guide.topics.values() for text in topic.examples]
    draw = random.Random(1)
    for at in range(STATEMENTS):
        yield told_by(at * EXPERTS // STATEMENTS, at, draw.choice(utterances), module)


def told_by(expert: int, at: int, text: str, module: Module) -> Told:
    question = module.questions[at % len(module.questions)]
    answer = Answer(
        expert, question.id, 1 + at % len(module.questions), id=expert * 10 + at % len(module.questions)
    )
    segment = Segment(answer.id, at * 2, float(at), at + 4.0, text, text, id=at)
    who = Expert(f"Expert {expert}", chr(65 + expert), expert, expert)
    session = Session(f"{who.code}1", 1, expert, 1, WHEN, "machine", id=expert)
    transcript = Transcript(answer.id, Origin.WEBVTT, WHEN)
    company = Company(f"Company {expert}", expert)
    fragment = Fragment(segment, (), transcript, None, answer, question, session, who, company)
    voice = Voice(who.code, who.name, company.name, company.name)
    source = Source(
        at, answer_code(session.code, answer.number), answer.id, voice, text, segment.start, segment.end
    )
    return Told(Statement(text, source), fragment, module.topics[0].slug)


if __name__ == "__main__":
    main()
