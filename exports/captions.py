"""A session as captions. Its clips follow each other as if they were one recording; what the expert added in writing
is heard nowhere, and is in none."""

from collections.abc import Iterator
from dataclasses import dataclass

from exports.labels import Labels
from exports.reading import Heard, heard, wish_line
from sessions.fragments import AnswerReading, SessionReading, answer_code
from sessions.text import clean_line


@dataclass(frozen=True)
class Cue:
    """A line with its times in milliseconds from the start of the session's first clip."""

    start: int
    end: int
    line: Heard


def to_vtt(reading: SessionReading) -> str:
    """The session as WebVTT, with a note before each answer."""
    blocks = ["WEBVTT"]
    for answer, cues in _timed(reading):
        code = answer_code(reading.session.code, answer.answer.number)
        blocks.append(f"NOTE {_inert(f'{code} {answer.question.id}: {answer.question.text}')}")
        if wish := wish_line(answer, Labels(reading.guide.language)):
            blocks.append(f"NOTE {_inert(wish)}")
        for cue in cues:
            voice = _markup(cue.line.speaker)
            times = f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}"
            blocks.append(f"{times}\n<v {voice}>{_markup(_text(cue))}")
    return "\n\n".join(blocks) + "\n"


def to_srt(reading: SessionReading) -> str:
    """The session as SubRip, which has no escapes: angle brackets that were said become single quotes."""
    blocks: list[str] = []
    for _answer, cues in _timed(reading):
        for cue in cues:
            who = f"{cue.line.speaker}: " if cue.line.interviewer else ""
            text = _inert(who + _text(cue)).replace("<", "‹").replace(">", "›")
            blocks.append(f"{len(blocks) + 1}\n{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}\n{text}")
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _timed(reading: SessionReading) -> Iterator[tuple[AnswerReading, list[Cue]]]:
    offset = 0.0
    labels = Labels(reading.guide.language)
    for answer in reading.answers:
        lines = [h for h in heard(answer, labels) if not h.fragment.segment.written]
        cues: list[Cue] = []
        for clip in sorted(answer.clips, key=lambda c: c.number):
            of_clip = [h for h in lines if h.fragment.clip and h.fragment.clip.id == clip.id]
            cues += _cues(of_clip, offset, clip.seconds)
            offset += clip.seconds
        silent = [h for h in lines if h.fragment.clip is None]
        length = max((h.fragment.segment.end for h in silent), default=0.0)
        cues += _cues(silent, offset, length)
        offset += length
        yield answer, cues


def _cues(lines: list[Heard], offset: float, length: float) -> list[Cue]:
    """Cues within their clip, in order of their starts, none of them empty."""
    cues = []
    for line in lines:
        start = round((offset + min(line.fragment.segment.start, length)) * 1000)
        end = round((offset + min(line.fragment.segment.end, length)) * 1000)
        cues.append(Cue(start, max(end, start + 1), line))
    return sorted(cues, key=lambda cue: cue.start)


def _text(cue: Cue) -> str:
    return f"{cue.line.text} ({cue.line.doubt})" if cue.line.doubt else cue.line.text


def _markup(text: str) -> str:
    return _inert(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _inert(text: str) -> str:
    """On one line, so that no blank line ends a cue, and without the arrow that would begin one."""
    return clean_line(text).replace("-->", "→")


def _clock(milliseconds: int, point: str) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{point}{rest:03d}"
