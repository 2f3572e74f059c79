"""What leaves the company: readings without the names that should not, and without what was struck."""

from collections.abc import Callable, Collection
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar, cast

from sessions.fragments import AnswerReading, Fragment, SessionReading
from sessions.guides.model import Guide
from sessions.interview import Clip, Session
from sessions.people import Expert
from sessions.pseudonyms import Replacer
from sessions.release import Release
from sessions.transcript import DEMO_MODEL, Role, Transcript, Word

T = TypeVar("T")

_OURS = frozenset(
    {
        (Session, "code"),
        (Session, "language"),
        (Expert, "code"),
        (Clip, "sha256"),
        (Transcript, "sha256"),
        (Transcript, "language"),
        (Guide, "language"),
    }
)
"""Texts that no person says or types: codes by which references lead back, checksums, languages."""


class Disguise:
    """Replaces names in whatever holds text, wherever in it: what is new is covered from the beginning.

    Equal texts come out equal, so ids still lead to each other. What is met twice is made once.
    """

    def __init__(self, replacer: Replacer) -> None:
        self._replacer = replacer
        self._texts: dict[str, str] = {}
        self._made: dict[int, tuple[object, object]] = {}

    def of(self, thing: T) -> T:
        """``thing`` without the names; itself where it has none."""
        return cast("T", self._of(thing)) if self._replacer else thing

    def _of(self, thing: Any) -> Any:
        if isinstance(thing, str):
            return self._text(thing)
        if isinstance(thing, tuple | list):
            return self._several(thing)
        if isinstance(thing, dict):
            made = {self._of(key): self._of(value) for key, value in thing.items()}
            return thing if made == thing else made
        if is_dataclass(thing) and not isinstance(thing, type):
            return self._record(thing)
        return thing

    def _text(self, text: str) -> str:
        if isinstance(text, Enum):
            return text
        if text not in self._texts:
            self._texts[text] = self._replacer.text(text)
        put = self._texts[text]
        return text if put == text else put

    def _several(self, things: Any) -> Any:
        if things and all(isinstance(one, Word) for one in things):
            return self._replacer.words(things)
        made = [self._of(one) for one in things]
        if all(one is before for one, before in zip(made, things, strict=True)):
            return things
        return type(things)(made)

    def _record(self, thing: Any) -> Any:
        known = self._made.get(id(thing))
        if known is None:
            known = self._made[id(thing)] = (thing, self._changed(thing))
        return known[1]

    def _changed(self, thing: Any) -> Any:
        changes = {}
        for field in fields(thing):
            value = getattr(thing, field.name)
            if (type(thing), field.name) in _OURS or value == DEMO_MODEL:
                continue
            if (made := self._of(value)) is not value:
                changes[field.name] = made
        return replace(thing, **changes) if changes else thing


def without_struck(reading: SessionReading, unused: Collection[int] = ()) -> SessionReading:
    """``reading`` with its struck fragments in their places, but without a word of them; of the answers in
    ``unused`` (ids) all that the expert said is struck."""
    if unused:
        answers = (_struck(a) if a.answer.id in unused else a for a in reading.answers)
        reading = replace(reading, answers=tuple(answers))
    return only(reading, lambda fragment: fragment.segment.release is not Release.STRUCK)


def _struck(reading: AnswerReading) -> AnswerReading:
    fragments = (
        replace(f, segment=replace(f.segment, release=Release.STRUCK)) if f.segment.role is Role.EXPERT else f
        for f in reading.fragments
    )
    return replace(reading, fragments=tuple(fragments))


def without_refused(reading: SessionReading, refused: Collection[int]) -> SessionReading:
    """``reading`` without a word of the answers in ``refused`` (ids), and with that reason."""
    read = only(reading, lambda fragment: fragment.answer.id not in refused)
    answers = tuple(replace(a, refused=a.answer.id in refused) for a in read.answers)
    return replace(read, answers=answers)


def without_file_names(reading: SessionReading) -> SessionReading:
    """``reading`` without the names that brought files had: people call those after whom and what they like."""
    return replace(reading, answers=tuple(map(_nameless, reading.answers)))


def _nameless(reading: AnswerReading) -> AnswerReading:
    clips = tuple(replace(clip, original_name="") for clip in reading.clips)
    fragments = tuple(
        replace(
            f,
            transcript=replace(f.transcript, original_name=""),
            clip=f.clip and replace(f.clip, original_name=""),
        )
        for f in reading.fragments
    )
    return replace(reading, clips=clips, fragments=fragments)


def only(reading: SessionReading, goes: Callable[[Fragment], bool]) -> SessionReading:
    """``reading`` with every fragment in its place, but without a word of those that do not go."""
    answers = tuple(_answer(answer, goes) for answer in reading.answers)
    return replace(reading, answers=answers)


def _answer(reading: AnswerReading, goes: Callable[[Fragment], bool]) -> AnswerReading:
    return replace(reading, fragments=tuple(f if goes(f) else _silent(f) for f in reading.fragments))


def _silent(fragment: Fragment) -> Fragment:
    silent = replace(fragment.segment, text="", machine_text="", words=(), timing=())
    return replace(fragment, segment=silent, tags=())
