"""Screens as lines of text, beside those that are kept: what a person would see of them at 80×24.

A language counts from before the app is imported, so each is drawn in a process of its own.
``VAKBORG_PICTURES=keep`` keeps what is drawn as what is right.
"""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import chdir
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from textual.screen import Screen

from capture.app import VakborgApp
from capture.drafts.shelf import Which
from capture.interviewing.state import Alarm, News, Recording, Snapshot, Transcribing, Writing
from capture.recorder.microphones import Microphone
from capture.recorder.protocol import Tried
from capture.screens.cases import CasesScreen
from capture.screens.closing import ClosingScreen
from capture.screens.consent import ConsentScreen
from capture.screens.drafting.module import ModuleScreen
from capture.screens.drafts import ModulesScreen
from capture.screens.home import HomeScreen
from capture.screens.interview import InterviewScreen
from capture.screens.new_session import NewSessionScreen
from capture.screens.opening import OpeningScreen
from capture.screens.photos import PhotosScreen
from capture.screens.review import ReviewScreen
from capture.screens.sound_check import SoundCheckScreen
from sessions.follow_ups import Suggested
from sessions.gaps import gaps
from sessions.i18n import language
from sessions.interview import Session
from sessions.programme import Programme
from sessions.release import Release
from tests.builders import make_programme
from tests.capture.drafts.programmes import release
from tests.capture.interviewing.fakes import FakeConductor, a_conversation, a_level, an_answer, at_hand, rule
from tests.capture.screens.album import add_case, add_files
from tests.sessions.telling import WHEN, told
from tests.watching import SMALL, settled, shown, until, use_own_settings

KEPT = Path(__file__).parent / "pictures"


@dataclass(frozen=True)
class Scene:
    """A screen on a conversation, after it was told ``news`` and these ``keys`` were pressed."""

    now: Snapshot = field(default_factory=a_conversation)
    keys: Sequence[str] = ()
    news: Sequence[News] = (a_level(),)
    screen: Callable[[FakeConductor], Screen[None]] = InterviewScreen
    size: tuple[int, int] = SMALL
    pause: float | None = None
    ready: Callable[[Screen[Any]], bool] = lambda _screen: True


def recording() -> Scene:
    """In the middle of an answer, a probe suggested."""
    now = at_hand(
        a_conversation(recording=Recording.RUNNING, take=2), asked=frozenset({2}), takes=1, seconds=192
    )
    follow_up = Suggested(rule(now, "verborgen-stap"), "en dan vonk je hem gewoon", 1)
    said = (told("En dan vonk je hem gewoon.", now.standing.question),)
    writing = Transcribing(Writing.WORKING, 1, "small")
    return Scene(replace(now, suggestion=follow_up, said=said, undo="doorvraag 2", transcribing=writing))


def off_the_record() -> Scene:
    """Nothing is kept."""
    return Scene(a_conversation(here="M1-V4", recording=Recording.OFF_THE_RECORD))


def alarm() -> Scene:
    """The microphone is gone, and the disk nearly full."""
    bad = Alarm(
        "Er komt geen geluid meer van de microfoon “Jabra Speak 510”.",
        "Wat al opgenomen is, is bewaard. Kijk naar de stekker, of ga verder met een andere microfoon.",
        microphone=True,
    )
    return Scene(a_conversation(recording=Recording.BROKEN, alarm=bad, room=1500.0))


def teach_back() -> Scene:
    """Telling back what was said, half of the time gone."""
    now = a_conversation(["M2"], here="M2-V4", recording=Recording.PAUSED, take=1, talked=2730.0)
    said = (
        "Eerst leg ik het blok op drie punten.",
        "Dan tik ik de bovenkant af met de klok.",
        "Staat hij scheef, dan begin ik opnieuw.",
    )
    question = now.standings[0].question
    return Scene(replace(now, told_so_far=tuple(told(s, question, n) for n, s in enumerate(said))))


def missing() -> Scene:
    """What is missing, over the conversation."""
    now = a_conversation()
    return Scene(replace(now, gaps=gaps(now.guide, now.session.modules, [], [], [])), ["m"])


def home() -> Scene:
    """The sessions of a programme."""
    return Scene(screen=lambda fake: HomeScreen(fake.programme))


def photos() -> Scene:
    """The files of a session: one released, one gone from the disk, one no picture."""

    def screen(fake: FakeConductor) -> Screen[None]:
        kept = add_files(fake.programme, "slechte klos.jpg", "startgat.jpg", "tekening.pdf")
        fake.programme.file(kept[1].path).unlink()
        with fake.programme.store() as store:
            store.save(replace(kept[0], caption="Zo ziet een slechte klos eruit", release=Release.PARTNERS))
        return PhotosScreen(fake.programme, "A1")

    return Scene(screen=screen)


def cases() -> Scene:
    """The practice cases, the first with a photo."""

    def screen(fake: FakeConductor) -> Screen[None]:
        add_case(fake.programme, "Stempel voor een stoeltje", "stempel.jpg")
        add_case(fake.programme, "Matrijs", company="Matrijs & Zn")
        return CasesScreen(fake.programme)

    return Scene(screen=screen, keys=["down"])


def case_form() -> Scene:
    """One of them to be changed."""
    return Scene(
        screen=lambda fake: CasesScreen(fake.programme), keys=["down", "enter"], pause=1.0
    )  # after the scene before


def new_session() -> Scene:
    """A session with somebody who was here before, about one module."""
    keys = [*"jan van dijk", "tab", "tab", "tab", "down", "space"]
    return Scene(keys=keys, screen=lambda fake: NewSessionScreen(fake.programme))


def consent() -> Scene:
    """Two permissions asked, two to go."""
    return Scene(keys=["y", "n"], screen=lambda fake: ConsentScreen(fake.programme, fake.code))


def sound_check() -> Scene:
    """Five seconds were heard, and were too soft."""
    soft = Tried((-50.0,), (-40.0,), (-62.0,), (0.0,), (2.0,), silent=False)
    return Scene(news=[a_level(peak=-40.0), soft], screen=SoundCheckScreen)


def opening() -> Scene:
    """The words to begin with."""
    return Scene(screen=OpeningScreen)


def closing() -> Scene:
    """The words to end with, and what there is."""
    now = at_hand(a_conversation(), takes=2, seconds=125.0, answer=an_answer(a_conversation()))
    return Scene(now, keys=["pagedown"], screen=ClosingScreen)


def reviewing() -> Scene:
    """A fragment under review: a topic given, a word in doubt above it."""

    def screen(fake: FakeConductor) -> Screen[None]:
        from capture.reviewing.review import Review

        return ReviewScreen(Review(fake.programme, "A1", "Anneke"))

    def ready(screen: Screen[Any]) -> bool:
        return (
            isinstance(screen, ReviewScreen)
            and screen.now is not None
            and (language() != "nl" or any(line.proposals for line in screen.page.lines))
        )

    return Scene(news=(), keys=["k", "a"], screen=screen, ready=ready, pause=1.0)


def reviewing_wide() -> Scene:
    """The same on a large screen, while its text is typed."""
    return replace(reviewing(), keys=["d", "enter"], size=(120, 40))


def released(programme: Programme) -> Programme:
    """A copy of the programme, all of it released: the other scenes show it as it was."""
    copy = Path("vrijgegeven")
    if not copy.exists():
        with programme.store() as store:
            store.execute("pragma wal_checkpoint(truncate)")
        # what lies beside the database comes and goes with whoever has it open
        copytree(programme.folder, copy, ignore=ignore_patterns("*-shm", "*-wal"))
        with Programme(copy).store() as store:
            for session in store.all(Session):
                release(store, session, Release.PARTNERS)
    return Programme(copy)


def modules() -> Scene:
    """How far the modules are, the second one chosen."""

    def screen(fake: FakeConductor) -> Screen[None]:
        return ModulesScreen(released(fake.programme))

    def ready(screen: Screen[Any]) -> bool:
        return isinstance(screen, ModulesScreen) and bool(screen.shelf and screen.shelf.complete)

    return Scene(news=(), keys=["down"], screen=screen, ready=ready)


def module_draft() -> Scene:
    """A module as text, at the first topic."""

    def screen(fake: FakeConductor) -> Screen[None]:
        which = Which("edm-nl", "M2")
        return ModuleScreen(released(fake.programme), which, "Startgat", Release.PARTNERS)

    def ready(screen: Screen[Any]) -> bool:
        return isinstance(screen, ModuleScreen) and screen.page is not None

    return Scene(news=(), keys=["left", "down", "down"], screen=screen, ready=ready)


def module_draft_wide() -> Scene:
    """The same on a large screen, in the text."""
    return replace(module_draft(), keys=["left", "down", "down", "right", "down"], size=(120, 40))


CONVERSATION = (recording, off_the_record, alarm, teach_back, missing)
REVIEW = (reviewing_wide, reviewing)  # in this order: the second changes the programme
DRAFTS = (modules, module_draft, module_draft_wide)
AROUND = (home, photos, cases, case_form, new_session, consent, sound_check, opening, closing)
SCENES: dict[str, Callable[[], Scene]] = {
    scene.__name__: scene for scene in (*CONVERSATION, *AROUND, *DRAFTS, *REVIEW)
}
MICROPHONES = [
    Microphone("usb", "Jabra Speak 510", 1, is_default=True),
    Microphone("pci", "Interne microfoon", 2, built_in=True),
    Microphone("monitor", "Monitor van de luidspreker", 2, virtual=True),
]


def draw(language: str, *names: str) -> dict[str, str]:
    """Every scene in this language, or those with these names, by their names."""
    command = [sys.executable, "-m", __name__, *names]
    environment = {**os.environ, "VAKBORG_LANG": language}
    drawn = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    assert drawn.returncode == 0, drawn.stderr
    pictures: dict[str, str] = json.loads(drawn.stdout)
    return pictures


def kept(name: str, language: str, drawn: str) -> str:
    """The picture that is kept; ``drawn`` becomes it where that is asked for."""
    path = KEPT / f"{name}.{language}.txt"
    if os.environ.get("VAKBORG_PICTURES") == "keep":
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    return path.read_text(encoding="utf-8") if path.exists() else ""


async def picture(scene: Scene, programme: Programme) -> str:
    """What is on the screen, without the spaces at the ends of lines."""
    fake = FakeConductor(scene.now, programme)
    app = VakborgApp(programme)
    async with app.run_test(size=scene.size) as pilot:
        await app.push_screen(screen := scene.screen(fake))
        await settled(pilot)
        await until(pilot, lambda: scene.ready(screen))
        for news in scene.news:
            fake.say(news)
        await pilot.press(*scene.keys)
        await settled(pilot)
        await pilot.pause(scene.pause)
        return "".join(line.rstrip() + "\n" for line in shown(app).splitlines())


def a_programme() -> Programme:
    """Two sessions, both of the same day whenever they are drawn, in the language of the interface."""
    with make_programme(Path("leerpad")).store() as store:
        for session in store.all(Session):
            store.save(replace(session, started_at=WHEN, language=language()))
    return Programme(Path("leerpad"))  # wherever that is


def draw_all(names: Sequence[str]) -> dict[str, str]:
    """Every scene, or those with these names, in a folder that is gone afterwards; nothing of this machine is
    on them."""
    with TemporaryDirectory() as folder, chdir(folder), pytest.MonkeyPatch.context() as patch:
        use_own_settings(patch, Path(folder))
        patch.setattr("capture.recorder.microphones.microphones", lambda: MICROPHONES)
        programme = a_programme()
        scenes = {name: SCENES[name] for name in names or SCENES}
        return {name: asyncio.run(picture(scene(), programme)) for name, scene in scenes.items()}


if __name__ == "__main__":
    print(json.dumps(draw_all(sys.argv[1:])))
