"""A programme whose experts answered, and people who answer otherwise later."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from capture.app import VakborgApp
from sessions.interview import Clip
from sessions.people import Expert, Permission
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.people import keep_consent
from sessions.transcript import Segment
from tests.builders import STARTGAT
from tests.watching import settled

YES = dict.fromkeys(Permission, True)
NOTHING = dict.fromkeys(Permission, False)


def answer(programme: Programme, answers: dict[Permission, bool], code: str = "A") -> None:
    """What expert ``code`` permits from now on."""
    with programme.store() as store:
        keep_consent(store, expert(store, code), answers, "Bea")


def expert(store: Store, code: str = "A") -> Expert:
    """The expert with this code."""
    (one,) = store.all(Expert, code=code)
    return one


def edited_document(programme: Programme) -> Path:
    """A document that quotes expert A, and that Vakborg did not write."""
    path = programme.exports / "mijn aantekeningen.txt"
    path.write_text("\n".join(said.text for said in STARTGAT), encoding="utf-8")
    return path


def what_is_left(programme: Programme) -> tuple[int, int]:
    """How many recordings that have sound, and how many fragments."""
    with programme.store() as store:
        return sum(not clip.erased for clip in store.all(Clip)), store.count(Segment)


async def pressed(pilot: Pilot[Any], *keys: str) -> Screen[Any]:
    """Press keys one after another, each when the one before has done its work; gives the screen in front."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)
    return pilot.app.screen


async def typed(pilot: Pilot[Any], text: str) -> Screen[Any]:
    """Type, and press Enter."""
    await pilot.press(*text)
    return await pressed(pilot, "enter")


async def to_session(pilot: Pilot[Any]) -> VakborgApp:
    """Open the first session."""
    await settled(pilot)
    await pressed(pilot, "enter")
    assert isinstance(pilot.app, VakborgApp)
    return pilot.app
