"""Transcripts that meeting software already made: WebVTT, SubRip, or the lines of its Word file."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import unescape
from io import StringIO
from pathlib import Path

from sessions.errors import CaptionsError
from sessions.i18n import gettext as _
from sessions.text import clean, clean_line, fold
from sessions.transcript import Role

JOIN_GAP = 2.0
JOIN_LENGTH = 30.0


@dataclass(frozen=True)
class Line:
    """What one voice said between ``start`` and ``end``, in seconds; ``speaker`` may be empty."""

    start: float
    end: float
    text: str
    speaker: str = ""


def read_captions(path: Path) -> list[Line]:
    """The lines of a ``.vtt`` or ``.srt`` file; raises :class:`CaptionsError`."""
    import webvtt

    try:
        text = clean(path.read_bytes().decode("utf-8-sig"))
        kind = path.suffix.lower().lstrip(".")
        captions = webvtt.from_buffer(StringIO(text), format=kind).captions
    except (
        UnicodeDecodeError,
        webvtt.errors.MalformedFileError,
        webvtt.errors.MalformedCaptionError,
    ) as error:
        raise _unreadable(path) from error
    except OSError as error:
        raise CaptionsError(
            _("{file} could not be opened: {reason}.").format(file=path.name, reason=error.strerror),
            _("Check the name and whether the disk is connected."),
        ) from error
    lines = [
        _line(_seconds(c.start), _seconds(c.end), unescape(c.text), unescape(c.voice or "")) for c in captions
    ]
    return _checked(_voiced([line for line in lines if line.text]), path)


def _line(start: float, end: float, text: str, voice: str) -> Line:
    return Line(start, max(start, end), clean_line(text), clean_line(voice))


_NAME = r"(?:(?:\w{1,3}\.)+|[^\s:.!?]+)"
_PREFIX = re.compile(rf"^(?P<name>(?!\d){_NAME}(?: {_NAME}){{0,5}}):\s+(?P<text>.+)$")


def _voiced(lines: list[Line]) -> list[Line]:
    """Lines with the speaker that stands before their text, where at least half of them begin that way:
    one "Let op: …" in a file without speakers is no voice."""
    found = [None if line.speaker else _PREFIX.match(line.text) for line in lines]
    if 2 * sum(map(bool, found)) < len(lines):
        return lines
    return [
        replace(line, speaker=named["name"], text=named["text"]) if named else line
        for line, named in zip(lines, found, strict=True)
    ]


_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_HEAD = re.compile(rf"^(?P<name>\S.{{0,80}}?)\s+\[?(?P<time>{_TIME})\]?$")
_INLINE = re.compile(rf"^\[?(?P<time>{_TIME})\]?\s+(?P<name>[^:]{{1,80}}):\s*(?P<text>.*)$")
_RANGE = re.compile(rf"^(?P<time>{_TIME})\s*-->\s*(?P<end>{_TIME})$")


def read_paragraphs(paragraphs: Iterable[str], path: Path) -> list[Line]:
    """The lines in the paragraphs of a transcript that came as Word; raises :class:`CaptionsError`.

    Understood are "Name  0:12" above the text (Teams), "0:12 Name: text" (Zoom) and
    "0:00:12 --> 0:00:15", name, text (older Teams).
    """
    lines: list[Line] = []
    after_range = False
    for row in (clean_line(row) for p in paragraphs for row in p.split("\n")):
        if ranged := _RANGE.match(row):
            lines.append(Line(_seconds(ranged["time"]), _seconds(ranged["end"]), ""))
            after_range = True
        elif after_range and row:
            lines[-1] = replace(lines[-1], speaker=row)
            after_range = False
        elif inline := _INLINE.match(row):
            lines.append(Line(_seconds(inline["time"]), 0.0, inline["text"], inline["name"]))
        elif head := _HEAD.match(row):
            lines.append(Line(_seconds(head["time"]), 0.0, "", head["name"]))
        elif lines and row:
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {row}".strip())
    return _with_ends(_checked([line for line in lines if line.text], path))


def _seconds(clock: str) -> float:
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def _with_ends(lines: list[Line]) -> list[Line]:
    """Lines without an end last until the next one; the last one as long as its words take."""
    following = [line.start for line in lines[1:]] + [float("inf")]
    spoken = [line.start + 0.4 * len(line.text.split()) for line in lines]
    return [
        line if line.end else replace(line, end=max(line.start, min(after, last)))
        for line, after, last in zip(lines, following, spoken, strict=True)
    ]


def _checked(lines: list[Line], path: Path) -> list[Line]:
    if not lines:
        raise _unreadable(path)
    return sorted(lines, key=lambda line: line.start)


def _unreadable(path: Path) -> CaptionsError:
    return CaptionsError(
        _("{file} holds no transcript that can be read: no lines with a time were found.").format(
            file=path.name
        ),
        _("Export it again from the meeting software as WebVTT (.vtt)."),
    )


def joined(lines: Sequence[Line]) -> list[Line]:
    """Captions cut in the middle of a sentence put together: same voice, no pause, up to a full stop."""
    result: list[Line] = []
    for line in lines:
        if result and _goes_on(result[-1], line):
            result[-1] = replace(result[-1], end=line.end, text=f"{result[-1].text} {line.text}")
        else:
            result.append(line)
    return result


def _goes_on(before: Line, after: Line) -> bool:
    return (
        before.speaker == after.speaker
        and not before.text.endswith((".", "!", "?", "…"))
        and after.start - before.end <= JOIN_GAP
        and after.end - before.start <= JOIN_LENGTH
    )


def expert_voice(lines: Sequence[Line], expert_name: str, told: str = "") -> str:
    """The speaker who is the expert: the one ``told``, else named like the expert, else the one who
    said most. Raises :class:`CaptionsError` where ``told`` is not among the speakers."""
    said: Counter[str] = Counter()
    for line in lines:
        said[line.speaker] += len(line.text)
    wanted = fold(told or expert_name)
    alike = [
        voice
        for voice in said
        if voice and (fold(voice) == wanted or _shares_name(voice, wanted, bool(told)))
    ]
    if told and not alike:
        raise CaptionsError(
            _("Nobody in this transcript is called {name}.").format(name=told),
            _("The voices are: {names}.").format(names=", ".join(sorted(filter(None, said)))),
        )
    return alike[0] if alike else said.most_common(1)[0][0]


def _shares_name(voice: str, wanted: str, told: bool) -> bool:
    ours, theirs = set(fold(voice).split()), set(wanted.split())
    return bool(ours and theirs) and (theirs <= ours or (not told and ours <= theirs))


def role_of(line: Line, expert: str) -> Role:
    """Whose voice a line is, given the expert's."""
    return Role.EXPERT if line.speaker == expert else Role.INTERVIEWER
