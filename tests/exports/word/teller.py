"""Four experts who say things in tests, so that each statement of an example has its place in the sources."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import PurePosixPath
from typing import Any

from PIL import Image

from exports.draft.model import (
    Source,
    SourceAnswer,
    SourceLine,
    SourceSession,
    Statement,
    Voice,
)
from sessions.fragments import answer_code
from sessions.release import Approved
from sessions.transcript import Doubt

HOSTILE = (
    "[/] [@click=app.quit] ../ \x00\x1b]52;c;aGk=\x07 \ud800 <w:p> & ]]> \ufffe\u202e 😀 " + "Draad" * 60
)
SAFE = "[/] [@click=app.quit] ../ ]52;c;aGk= <w:p> & ]]> 😀 " + "Draad" * 60
"""What of :data:`HOSTILE` may be read in a document."""

ANNA = Voice("A", "Anna de Wit", "Vonk Noord", "Vonk Noord", ("AgieCharmilles CUT 200",))
BERT = Voice("B", "een expert van Precisie Zuid", "Precisie Zuid", "Precisie Zuid", ("Sodick AG60L",))
CARO = Voice("C", "een expert van Delta", "Delta", "Delta (C)", ())
DIRK = Voice("D", "Dirk Maas", "Delta", "Delta (D)", ("Mitsubishi MV1200",))
PHOTO, GONE = PurePosixPath("attachments/krul.png"), PurePosixPath("attachments/weg.png")


def files(path: PurePosixPath) -> bytes | None:
    """The photos of the example, one of which is gone."""
    if path == GONE:
        return None
    buffer = BytesIO()
    Image.new("RGB", (60, 40), (200, 200, 210)).save(buffer, "PNG")
    return buffer.getvalue()


@dataclass
class Teller:
    """Lets experts say things, and remembers where."""

    said: dict[tuple[str, int], list[tuple[Source, Doubt]]] = field(default_factory=lambda: defaultdict(list))
    approved: dict[tuple[str, int], Approved] = field(default_factory=dict)
    _ids: Any = field(default_factory=lambda: count(101))

    def source(self, voice: Voice, answer: int, spoken: str, doubt: Doubt = Doubt.NONE) -> Source:
        """The next place in an answer of the first session of ``voice``."""
        before = self.said[voice.code, answer]
        at = 7.0 * len(before)
        code = answer_code(f"{voice.code}1", answer)
        identity = ord(voice.code) * 100 + answer
        made = Source(next(self._ids), code, identity, voice, spoken, at, at + 6)
        before.append((made, doubt))
        return made

    def says(self, voice: Voice, answer: int, text: str, **more: Any) -> Statement:
        """A statement; ``spoken`` are its words as they were said, ``also`` who says nearly the same."""
        spoken = more.pop("spoken", f"Ehm, {text}")
        more.setdefault("checked", True)
        others = [(who, words) for who, words in more.pop("also", ())]
        source = self.source(voice, answer, spoken, more.get("doubt", Doubt.NONE))
        approved = self.approved.setdefault((voice.code, answer), Approved.AS_IT_IS)
        also = tuple(self.source(who, answer, words) for who, words in others)
        return Statement(text, source, also, approved=approved, **more)

    def sources(self) -> tuple[SourceSession, ...]:
        """Everything that was said, by session and answer."""
        by_voice: dict[Voice, list[SourceAnswer]] = defaultdict(list)
        for (code, number), lines in sorted(self.said.items()):
            answer = SourceAnswer(
                f"{code}1·{number:02d}",
                f"M3-V{number}",
                f"Vraag {number}?",
                (f"{code}1-{number:02d}-1.wav",),
                ("Whisper large-v2",),
                self.approved.get((code, number), Approved.NOT_YET),
                tuple(_line(source, doubt, code, number) for source, doubt in lines),
            )
            by_voice[lines[0][0].voice].append(answer)
        return tuple(
            SourceSession(f"{v.code}1", v, (v.machines or ("",))[0], date(2025, 11, 21), tuple(answers))
            for v, answers in by_voice.items()
        )


def cited(*statements: Statement) -> tuple[SourceSession, ...]:
    """The sources of ``statements``, as those of one answer."""
    lines = tuple(_line(source, Doubt.NONE, "A", 1) for one in statements for source in one.sources)
    answer = SourceAnswer("A1·01", "M3-V1", "Vraag?", ("A1-01-1.wav",), (), Approved.AS_IT_IS, lines)
    return (SourceSession("A1", ANNA, "", date(2025, 11, 21), (answer,)),)


def _line(source: Source, doubt: Doubt, code: str, number: int) -> SourceLine:
    clip = f"{code}1-{number:02d}-1.wav"
    return SourceLine(
        source.segment_id, source.reference, source.start, source.end, source.spoken, clip, doubt
    )
