"""Transcripts that meeting software already made: WebVTT, SubRip, or the lines of its Word file."""

import codecs
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import unescape
from io import StringIO
from itertools import accumulate
from pathlib import Path

from sessions.errors import CaptionsError, os_reason
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
        text = _with_thousandths(clean(_decoded(path.read_bytes())))
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
            _("{file} could not be opened: {reason}.").format(file=path.name, reason=os_reason(error)),
            _("Check the name and whether the disk is connected."),
        ) from error
    lines = [line for c in captions for line in _cue(_seconds(c.start), _seconds(c.end), c.raw_text)]
    return _checked(_voiced(lines), path)


def _decoded(data: bytes) -> str:
    """Text as meeting software and old Windows programs write it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


_SHORT_FRACTION = re.compile(r"(?<=[.,])\d{1,2}(?!\d)")
_TIMING = re.compile(r"^\s*\d+:\d+:\d+[.,]\d+\s*-->.*$", re.MULTILINE)


def _with_thousandths(text: str) -> str:
    """``text`` with "01,5" in its timings as "01,500": webvtt would take it for 5 thousandths."""
    return _TIMING.sub(lambda row: _SHORT_FRACTION.sub(lambda part: part[0].ljust(3, "0"), row[0]), text)


_VOICE = re.compile(r"<v(?:\.[^\s>]*)?(?:\s+([^>]*))?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:[cibuv]|ruby|rt|lang|font)(?:\.[^\s>]*)?\s*>|<(?:lang|font)\s[^>]*>|<(?:\d+:)?\d\d:\d\d\.\d{3}>",
    re.IGNORECASE,
)


def _cue(start: float, end: float, raw: str) -> list[Line]:
    """The lines in a caption, one for each of its voices; each takes its share of the time."""
    before, *rest = _VOICE.split(raw)
    said = [("", before), *zip(rest[::2], rest[1::2], strict=True)]
    parts = [(_plain(voice or ""), text) for voice, part in said if (text := _plain(part))]
    lengths = [len(text) for _, text in parts]
    end = max(start, end)
    ends = [end - (end - start) * (1 - so_far / sum(lengths)) for so_far in accumulate(lengths)]
    return [
        Line(begin, until, text, voice)
        for (voice, text), begin, until in zip(parts, [start, *ends], ends, strict=False)
    ]


_BETWEEN_LETTERS = re.compile(rf"(?<=[^\W_])(?:{_TAG.pattern})+(?=[^\W_])", re.IGNORECASE)


def _plain(raw: str) -> str:
    """The text without markup; where that alone parted two words ("<b>Jan</b><i>Bakker</i>") a space does."""
    return clean_line(unescape(_TAG.sub("", _BETWEEN_LETTERS.sub(" ", raw))))


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
_CLOCK = r"\d{1,2}(?::\d{1,2}){1,2}(?:[.,]\d+)?"
_RANGE = re.compile(rf"^(?P<time>{_CLOCK})\s*-->\s*(?P<end>{_CLOCK})$")
_LONGEST_NAME = 4
_PARTICLES = {"van", "de", "der", "den", "el", "ten", "ter", "'t", "’t", "von"}


def read_paragraphs(paragraphs: Iterable[str], path: Path) -> list[Line]:
    """The lines in the paragraphs of a transcript that came as Word; raises :class:`CaptionsError`.

    Understood are "Name  0:12" above the text (Teams), "0:12 Name: text" (Zoom) and
    "0:00:12 --> 0:00:15", name, text (older Teams).
    """
    rows = [clean_line(row) for p in paragraphs for row in p.split("\n")]
    headings = {} if any(map(_RANGE.match, rows)) else _headings(rows)
    lines: list[Line] = []
    after_range = False
    for number, row in enumerate(rows):
        if ranged := _RANGE.match(row):
            lines.append(Line(_seconds(ranged["time"]), _seconds(ranged["end"]), ""))
            after_range = True
        elif after_range and row:
            lines[-1] = replace(lines[-1], speaker=row)
            after_range = False
        elif inline := _INLINE.match(row):
            lines.append(Line(_seconds(inline["time"]), 0.0, inline["text"], inline["name"]))
        elif heading := headings.get(number):
            lines.append(heading)
        elif lines and row:
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {row}".strip())
    return _with_ends(_checked([line for line in lines if line.text], path))


def _headings(rows: Sequence[str]) -> dict[int, Line]:
    """By their place in ``rows``: those that are a name and a time, and no speech that ends in a time.

    Their names recur or look like one, and their times go forward: of those that do not, as few as can
    be are left out.
    """
    found = [(number, match) for number, row in enumerate(rows) if (match := _HEAD.match(row))]
    often = Counter(match["name"] for _, match in found)
    lines = {
        number: Line(_seconds(match["time"]), 0.0, "", match["name"])
        for number, match in found
        if often[match["name"]] > 1 or _like_a_name(match["name"])
    }
    return {number: lines[number] for number in _forward([(one.start, n) for n, one in lines.items()])}


def _like_a_name(text: str) -> bool:
    """Whether ``text`` is up to four words such as "Jan van 't Hof (Vonkwerk)" or "Spreker 1"."""
    words = text.replace("(", " ").split()
    if len(words) > _LONGEST_NAME or not any(word[0].isupper() for word in words):
        return False
    return not words[0].isdigit() and all(
        word[0].isupper() or word.isdigit() or word in _PARTICLES for word in words
    )


def _forward(timed: Sequence[tuple[float, int]]) -> list[int]:
    """The numbers in the longest part of ``timed`` in which no time lies before an earlier one, last first."""
    tails: list[tuple[float, int]] = []
    before: dict[int, int] = {}
    for time, number in timed:
        at = bisect_right(tails, time, key=lambda tail: tail[0])
        if at:
            before[number] = tails[at - 1][1]
        tails[at : at + 1] = [(time, number)]
    chain = [number for _, number in tails[-1:]]
    while chain and chain[-1] in before:
        chain.append(before[chain[-1]])
    return chain


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
    exact = [voice for voice in alike if fold(voice) == wanted]
    return (exact or alike or [said.most_common(1)[0][0]])[0]


def _shares_name(voice: str, wanted: str, told: bool) -> bool:
    ours, theirs = set(fold(voice).split()), set(wanted.split())
    return bool(ours and theirs) and (theirs <= ours or (not told and ours <= theirs))


def role_of(line: Line, expert: str) -> Role:
    """Whose voice a line is, given the expert's."""
    return Role.EXPERT if line.speaker == expert else Role.INTERVIEWER
