"""What a guide taught, kept on this machine."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sessions.guides import library
from sessions.guides.model import Guide
from sessions.store.decisions import Decision
from tests.transcripts.topic_examples import scored_sentences
from transcripts import remembering
from transcripts.classifier import Classifier
from transcripts.learning import Learned
from transcripts.lessons import NO_TOPIC, Lesson, taught_by
from transcripts.remembering import KEPT, remembered
from transcripts.training import Taught, train

LESSONS = [Lesson("De draad knapt", "draadbreuk"), Lesson("Wil je koffie", NO_TOPIC)]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing is kept yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return remembering.folder()


@pytest.fixture(scope="module")
def guide() -> Guide:
    return library.find("edm-nl")[0]


class Trainer:
    """Trains, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, lessons: Sequence[Lesson]) -> Taught:
        self.times += 1
        return train(lessons)


def is_same(one: Taught, other: Taught) -> bool:
    words = (one.topics, one.vocabularies, one.empty) == (other.topics, other.vocabularies, other.empty)
    return words and np.array_equal(one.idf, other.idf) and np.array_equal(one.nats, other.nats)


def test_what_is_kept_suggests_exactly_what_was_learnt(guide: Guide) -> None:
    lessons, trainer = taught_by(guide), Trainer()
    learnt, kept = (Classifier(remembered(lessons, trainer)) for _n in range(2))
    assert trainer.times == 1
    for one in scored_sentences():
        for module in (guide.module(one.module), None):
            assert kept.suggest(one.sentence, module) == learnt.suggest(one.sentence, module)


def test_what_is_kept_needs_no_scikit_learn(guide: Guide) -> None:
    remembered(taught_by(guide), train)
    program = (
        "import sys\n"
        "from sessions.guides import library\n"
        "from transcripts.learning import Learned\n"
        "print([s.topic for s in Learned(library.find('edm-nl')[0]).suggest('De draad knapt telkens.', None)])\n"
        "print('sklearn' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["['draadbreuk']", "False"]


@pytest.mark.parametrize(
    "other",
    [
        [*LESSONS, Lesson("Nog een", "draadbreuk")],
        [*LESSONS[1:], replace(LESSONS[0], topic="ruwheid")],
        [*LESSONS[1:], replace(LESSONS[0], weight=2.0)],
    ],
)
def test_other_lessons_are_learnt_anew(other: list[Lesson]) -> None:
    trainer = Trainer()
    remembered(LESSONS, trainer)
    assert is_same(remembered(other, trainer), train(other))
    assert trainer.times == 2


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(bytes(content))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def other_parts(path: Path) -> None:
    np.savez(path, something=np.zeros(3))


def parts_that_do_not_belong_together(path: Path) -> None:
    with np.load(path) as kept:
        np.savez(path, text=kept["text"], idf=kept["idf"][1:], nats=kept["nats"])


def no_numbers(path: Path) -> None:
    with np.load(path) as kept:
        np.savez(path, text=kept["text"], idf=kept["idf"] * np.nan, nats=kept["nats"])


def numbers_alone(path: Path) -> None:
    with path.open("wb") as file:
        np.save(file, np.zeros(3))


def no_text(path: Path) -> None:
    with np.load(path) as kept:
        np.savez(path, text=np.zeros(3, np.uint8), idf=kept["idf"], nats=kept["nats"])


def a_list_for_text(path: Path) -> None:
    with np.load(path) as kept:
        np.savez(path, text=np.frombuffer(b"[1]", np.uint8), idf=kept["idf"], nats=kept["nats"])


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "damage",
    [
        cut,
        flip,
        empty,
        other_parts,
        parts_that_do_not_belong_together,
        no_numbers,
        numbers_alone,
        no_text,
        a_list_for_text,
    ],
)
def test_what_is_damaged_or_of_something_else_is_learnt_anew_and_replaced(
    damage: Callable[[Path], None], place: Path
) -> None:
    trainer = Trainer()
    learnt = remembered(LESSONS, trainer)
    (file,) = place.iterdir()
    damage(file)
    assert is_same(remembered(LESSONS, trainer), learnt)
    assert is_same(remembered(LESSONS, trainer), learnt)
    assert trainer.times == 2


def test_a_folder_in_its_place_costs_the_time_and_nothing_else(place: Path) -> None:
    learnt = remembered(LESSONS, train)
    (file,) = place.iterdir()
    a_folder(file)
    assert is_same(remembered(LESSONS, train), learnt)


def test_nothing_in_a_file_is_run(place: Path, tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
            return os.mkdir, (str(tmp_path / "ran"),)

    trainer = Trainer()
    remembered(LESSONS, trainer)
    (file,) = place.iterdir()
    np.savez(file, text=np.array([Evil()], dtype=object), idf=np.zeros(1), nats=np.zeros((1, 1)))
    remembered(LESSONS, trainer)
    assert trainer.times == 2
    assert not (tmp_path / "ran").exists()


def test_a_full_disk_costs_the_time_and_nothing_else(
    disk_of: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, guide: Guide
) -> None:
    disk = disk_of("64k")
    monkeypatch.setenv("XDG_CACHE_HOME", str(disk))
    (found,) = Learned(guide, (Decision("x", "draadbreuk", accepted=False),)).suggest("De draad knapt.", None)
    assert found.topic == "draadbreuk"
    assert not list(disk.rglob("*.npz"))


def test_a_folder_that_cannot_be_made_costs_the_time_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert is_same(remembered(LESSONS, train), train(LESSONS))


def test_several_at_once_do_not_disturb_each_other(place: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _n: remembered(LESSONS, train), range(8)))
    assert all(is_same(one, found[0]) for one in found)
    assert len(list(place.iterdir())) == 1


def test_only_the_latest_are_kept(place: Path) -> None:
    for n in range(KEPT + 2):
        remembered([*LESSONS, Lesson(f"woord {n}", "draadbreuk")], train)
        latest = max(place.iterdir(), key=lambda path: path.stat().st_mtime)
        os.utime(latest, (n, n))
    trainer = Trainer()
    assert len(list(place.iterdir())) == KEPT
    remembered([*LESSONS, Lesson(f"woord {KEPT + 1}", "draadbreuk")], trainer)
    assert trainer.times == 0
    remembered([*LESSONS, Lesson("woord 0", "draadbreuk")], trainer)
    assert trainer.times == 1


def test_nothing_that_people_said_is_kept(place: Path, guide: Guide) -> None:
    accepted = Decision("Let op die kwispelaar, dat hij niet flubbert.", "startgat")
    rejected = Decision("De grutterdam bokkelt.", "draadbreuk", accepted=False)
    Learned(guide, (accepted, rejected)).suggest("De kwispelaar flubbert.", None)
    assert not place.exists()
    Learned(guide, (rejected,)).suggest("De draad knapt.", None)
    (file,) = place.iterdir()
    with np.load(file) as kept:
        text = kept["text"].tobytes()
    assert b"draad" in text
    assert not [said for said in (b"kwispel", b"flubber", b"grutter", b"bokkel") if said in text]
