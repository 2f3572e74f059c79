"""The review in Word and back: random edit scripts on a sheet, and how much of each kind of edit came back right.

python -m benchmarks.word_round_trip [100] [--office 20] [--first SEED] [--unmarked] [--show] [--likeness]

The sentences are the example utterances of the guide, written as a craftsman would say them; nobody said them. The
edits are made through python-docx, as in benchmarks/word_edits.py; the first files (--office) are saved once more by
LibreOffice. One script in ten loses all bookmarks, and has a heading changed with boxes ticked around it. The rules
were mended on the seeds 0 to 99; those from 1000 on are held out.
"""

import argparse
import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rapidfuzz import fuzz

from benchmarks.word_edits import Script
from benchmarks.word_judging import Judge, Outcome
from benchmarks.word_scripts import play
from exports.review.placing import place
from exports.review.returned import read_returned
from exports.review.typed import keys
from exports.reviewing import send
from sessions.guides import library
from sessions.interview import Clip
from sessions.moment import now
from sessions.people import Permission
from sessions.programme import create_programme
from sessions.sheet import Sheet
from sessions.store import Store
from sessions.store.interviews import answer_to, new_session
from sessions.store.people import company_named, expert_named, permit
from sessions.transcript import Role, Segment, Source, Transcript, Word

ANSWERS, FEWEST, MOST = 8, 5, 25
SHORT = ("Ja.", "Ja, precies.", "Nee, hoor.", "Dat klopt.", "Even denken.")
SECONDS = 4.0


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("scripts", nargs="?", type=int, default=100)
    parser.add_argument("--office", type=int, default=0)
    parser.add_argument("--first", type=int, default=0, help="the seed of the first script")
    parser.add_argument(
        "--unmarked", action="store_true", help="all files lose their bookmarks, not one in ten"
    )
    parser.add_argument("--show", action="store_true", help="show what did not come back right")
    parser.add_argument("--likeness", action="store_true", help="measure how alike texts are instead")
    wanted = parser.parse_args()
    if wanted.likeness:
        print_likeness()
        return
    with TemporaryDirectory() as folder:
        data, sheet = a_sheet(Path(folder) / "programme")
        scripts = [
            play(data, sheet, seed, spoken(), unmarked=wanted.unmarked or seed % 10 == 9)
            for seed in range(wanted.first, wanted.first + wanted.scripts)
        ]
        files = [script.file.saved() for script in scripts]
        files[: wanted.office] = resaved(files[: wanted.office], Path(folder))
        print_table(scripts, files, show=wanted.show)


def spoken() -> list[str]:
    """Sentences as a craftsman would say them, all different."""
    guide, _toml = library.find("edm-nl")
    return sorted({example for topic in guide.topics.values() for example in topic.examples})


def a_sheet(folder: Path, answers: int = ANSWERS, most: int = MOST) -> tuple[bytes, Sheet]:
    """The file for an expert who gave eight answers of 5 to 25 fragments, and what is in it."""
    programme, rng = create_programme(folder), random.Random(6)
    guide, toml = library.find("edm-nl")
    with programme.store() as store:
        expert = expert_named(store, "Anna de Wit", company_named(store, "Vonk Noord"))
        permit(store, expert, list(Permission))
        session = new_session(store, expert, guide, toml, machine="AgieCharmilles")
        sentences = rng.sample(spoken(), 400)
        for question in list(guide.questions.values())[:answers]:
            answer = answer_to(store, session, question)
            _tell(store, answer.id, rng.randint(FEWEST, most), sentences, rng)
        sent = send(programme, store, session, None, "Sanne")
        return sent.path.read_bytes(), sent.sheet


def _tell(store: Store, answer_id: int, count: int, sentences: list[str], rng: random.Random) -> None:
    path, length = f"audio/{answer_id}.wav", count * SECONDS * 2
    clip = store.add(Clip(answer_id, 1, path, "0" * 64, 1, length, 48_000, 1, now()))
    transcript = store.add(Transcript(answer_id, Source.WHISPER, now(), clip.id, "small"))
    start = 0.0
    for number in range(count):
        text = rng.choice(SHORT) if rng.random() < 0.1 else sentences.pop()
        asked = number > 0 and rng.random() < 0.05
        words = tuple(Word(start, start, f" {w}", rng.choice((0.9, 0.9, 0.9, 0.2))) for w in text.split())
        role = Role.INTERVIEWER if asked else Role.EXPERT
        store.add(
            Segment(
                transcript.id, number, start, start + SECONDS, text, text, () if asked else words, role=role
            )
        )
        start += SECONDS + (3.0 if rng.random() < 0.15 else 0.2)


def resaved(files: Sequence[bytes], folder: Path) -> list[bytes]:
    """The same files as LibreOffice saves them."""
    if not files:
        return []
    before, after = folder / "before", folder / "after"
    before.mkdir()
    for number, data in enumerate(files):
        (before / f"{number}.docx").write_bytes(data)
    office = shutil.which("soffice") or "soffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "docx:Office Open XML Text",
        "--outdir",
        str(after),
    ]
    names = [str(before / f"{number}.docx") for number in range(len(files))]
    subprocess.run([*command, *names], check=True, capture_output=True, timeout=900)
    return [(after / f"{number}.docx").read_bytes() for number in range(len(files))]


def print_table(scripts: Sequence[Script], files: Sequence[bytes], *, show: bool) -> None:
    """By kind of edit how many came back right; those of files without bookmarks apart."""
    for unmarked in (False, True):
        counts: Counter[tuple[str, Outcome]] = Counter()
        some = [(s, f) for s, f in zip(scripts, files, strict=True) if s.unmarked is unmarked]
        for script, data in some:
            judge = Judge(script, place(read_returned(data, "it.docx"), script.sheet))
            for kind, outcome, about in judge.verdicts():
                counts[kind, outcome] += 1
                if show and outcome is not Outcome.RIGHT:
                    print(f"{scripts.index(script):4} {outcome:10}{kind}: {about[:90]}")
        print(f"\n{len(some)} files, {'all bookmarks lost' if unmarked else 'bookmarks kept'}")
        for line in _lines(counts):
            print(line)


def _lines(counts: Counter[tuple[str, Outcome]]) -> Iterator[str]:
    yield f"{'':46}{'edits':>7}" + "".join(f"{outcome:>11}" for outcome in Outcome)
    kinds = sorted({kind for kind, _outcome in counts})
    for kind in kinds:
        here = [counts[kind, outcome] for outcome in Outcome]
        yield f"{kind:46}{sum(here):7}" + "".join(f"{number:11}" for number in here)
    every = [sum(counts[kind, o] for kind in kinds if not kind.startswith("(")) for o in Outcome]
    share = 100 * every[0] / max(1, sum(every))
    yield f"{'all edits':46}{sum(every):7}" + "".join(f"{n:11}" for n in every) + f"   {share:.1f} % right"


def print_likeness(pairs: int = 4000) -> None:
    """How alike, over words, a sentence is to itself after an edit, and to the most alike of 100 others."""
    rng, sentences = random.Random(1), spoken()
    for least, most in ((3, 5), (6, 12), (13, 40)):
        fit = [" ".join(s.split()[: rng.randint(least, most)]) for s in sentences if len(s.split()) >= least]
        for share in (0.2, 0.35, 0.5):
            same = sorted(
                _ratio(one, _edited(one, share, sentences, rng)) for one in rng.choices(fit, k=pairs)
            )
            print(
                f"{least}-{most} words, {share:.0%} replaced: 1 in 100 under {same[pairs // 100]:.0f}",
                end="; ",
            )
            print(f"1 in 10 under {same[pairs // 10]:.0f}")
        other = sorted(
            max(_ratio(one, two) for two in rng.sample(sentences, 100) if not two.startswith(one))
            for one in rng.choices(fit, k=pairs // 4)
        )
        print(
            f"{least}-{most} words, best of 100 others: 1 in 100 over {other[-len(other) // 100]:.0f}",
            end="; ",
        )
        print(f"1 in 10 over {other[-len(other) // 10]:.0f}")


def _ratio(one: str, other: str) -> float:
    return fuzz.partial_ratio(keys(one), keys(other))


def _edited(text: str, share: float, sentences: Sequence[str], rng: random.Random) -> str:
    """A part of the words replaced by others."""
    words = text.split()
    at = set(rng.sample(range(len(words)), round(share * len(words))))
    others = [word for _word in range(3) for word in rng.choice(sentences).split()]
    return " ".join(rng.choice(others) if i in at else word for i, word in enumerate(words))


if __name__ == "__main__":
    main()
