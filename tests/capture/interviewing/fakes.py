"""A conductor that keeps nothing: it notes what it was asked, and tells what a test wants told."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from capture.interviewing.conductor import Conductor
from capture.interviewing.state import News, Recording, Snapshot, Standing
from capture.recorder.protocol import Level
from sessions.facets import Facet
from sessions.guides import library
from sessions.guides.model import FollowUp
from sessions.interview import Answer, Case, Session
from sessions.people import Company, Expert
from sessions.programme import Programme
from tests.sessions.telling import WHEN

Call = tuple[Any, ...]


class FakeConductor(Conductor):
    """``calls`` holds what was asked: the name of the method, then its arguments."""

    def __init__(self, snapshot: Snapshot | None = None, programme: Programme | None = None) -> None:
        self.programme = programme or Programme(Path("leerpad"))
        self.code = "A1"
        self.model = ""
        self.calls: list[Call] = []
        self.snapshot = snapshot
        self._teller: Callable[[News], None] | None = None

    @property
    def latest(self) -> Snapshot | None:
        return self.snapshot

    def say(self, news: News) -> None:
        """Tell this to whoever listens."""
        if isinstance(news, Snapshot):
            self.snapshot = news
        if self._teller:
            self._teller(news)

    def change(self, **changes: Any) -> None:
        """Tell the last snapshot with these ``changes``."""
        assert self.snapshot
        self.say(replace(self.snapshot, **changes))

    def listen(self, tell: Callable[[News], None]) -> None:
        self._teller = tell
        if self.snapshot:
            tell(self.snapshot)

    def start(self) -> None:
        self.calls.append(("start",))

    def close(self) -> None:
        self.calls.append(("close",))

    def use_microphone(self, key: str, *, two: bool | None = None) -> None:
        self.calls.append(("use_microphone", key) if two is None else ("use_microphone", key, two))

    def try_sound(self) -> None:
        self.calls.append(("try_sound",))

    def play_try(self) -> None:
        self.calls.append(("play_try",))

    def record(self, *, pre_roll: bool = False) -> None:
        self.calls.append(("record", pre_roll))

    def off_the_record(self) -> None:
        self.calls.append(("off_the_record",))

    def strike(self, seconds: float = 60.0) -> None:
        self.calls.append(("strike", seconds))

    def second_take(self) -> None:
        self.calls.append(("second_take",))

    def begin(self) -> None:
        self.calls.append(("begin",))

    def next(self) -> None:
        self.calls.append(("next",))

    def previous(self) -> None:
        self.calls.append(("previous",))

    def go(self, question_id: str) -> None:
        self.calls.append(("go", question_id))

    def go_where_most_is_missing(self) -> None:
        self.calls.append(("go_where_most_is_missing",))

    def skip(self, reason: str) -> None:
        self.calls.append(("skip", reason))

    def flag(self) -> None:
        self.calls.append(("flag",))

    def probe(self, number: int) -> None:
        self.calls.append(("probe", number))

    def facet(self, facet: Facet) -> None:
        self.calls.append(("facet", facet))

    def golden_quote(self) -> None:
        self.calls.append(("golden_quote",))

    def follow_up(self, *, asked: bool) -> None:
        self.calls.append(("follow_up", asked))

    def note(self, text: str, question_id: str = "") -> None:
        self.calls.append(("note", text, question_id))

    def attach(self, paths: Sequence[Path]) -> None:
        self.calls.append(("attach", list(paths)))

    def watch_photos(self, folder: Path | None) -> None:
        self.calls.append(("watch_photos", folder))

    def keep_case(self, case: Case) -> None:
        self.calls.append(("keep_case", case))

    def about_case(self, case_id: int | None) -> None:
        self.calls.append(("about_case", case_id))

    def undo(self) -> None:
        self.calls.append(("undo",))

    def end(self) -> None:
        self.calls.append(("end",))


def a_conversation(modules: Sequence[str] = ("M1", "M3"), here: str = "M3-V3", **changes: Any) -> Snapshot:
    """A conversation with Jan van Dijk on these modules of the bundled guide, at question ``here``."""
    guide, _toml = library.find("edm-nl")
    standings = tuple(Standing(q, m) for m in guide.modules if m.id in modules for q in m.questions)
    place = next(i for i, s in enumerate(standings) if s.question.id == here)
    known = Snapshot(
        session=Session(
            "A1", 1, 1, 1, WHEN, machine="Sodick AQ537L", modules=tuple(modules), place=here, id=1
        ),
        expert=Expert("Jan van Dijk", "A", 1, id=1),
        company=Company("Vonkwerk", id=1),
        guide=guide,
        standings=standings,
        here=place,
        recording=Recording.READY,
        microphone="Jabra Speak 510",
        microphone_key="usb",
        talked=760.0,
        room=19_800.0,
        begun=True,
    )
    return replace(known, **changes)


def at_hand(now: Snapshot, **changes: Any) -> Snapshot:
    """``now`` with the standing of its question changed."""
    standings = list(now.standings)
    standings[now.here] = replace(now.standing, **changes)
    return replace(now, standings=tuple(standings))


def an_answer(now: Snapshot, **changes: Any) -> Answer:
    """An answer to the question at hand."""
    return replace(Answer(1, now.standing.question.id, 1, id=1), **changes)


def rule(now: Snapshot, rule_id: str) -> FollowUp:
    """A follow-up rule of the guide."""
    return next(r for r in now.guide.follow_ups if r.id == rule_id)


def a_level(seconds: float = 192.4, peak: float = -12.0) -> Level:
    """Speech while recording."""
    return Level(at=0.0, rms=(peak - 12,), peak=(peak,), clip_id=1, seconds=seconds, recording=True)
